// SPDX-License-Identifier: GPL-3.0-or-later
// The boundary where foreign bytes become requests. Whatever comes: no crash, and the same requests however the bytes
// are cut into reads. The first byte of an input is the size of the reads.
#include "tests/fuzz/fuzztarget.h"

#include "server/http/requestbody.h"
#include "server/http/requestparser.h"

#include <algorithm>

namespace
{
using Step = http::RequestParser::Step;

struct Outcome {
    std::vector<QByteArray> requests;
    int failure = 0;
};

/// Everything of a request that a handler could act on.
QByteArray summary(const http::Request &request)
{
    QByteArray all = request.methodName + ' ' + request.path + '?' + request.query + '\n';
    for (const auto &[name, value] : request.headers)
        all += name + '=' + value + '\n';
    return all + request.body;
}

void checkRequest(const http::Request &request)
{
    require(request.path.startsWith('/'), "a path begins with a slash");
    const auto isBroken = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    for (const auto &[name, value] : request.headers) {
        require(!name.isEmpty() && std::none_of(name.begin(), name.end(), isBroken), "a field has a name");
        require(std::none_of(value.begin(), value.end(), isBroken), "a value is one line");
    }
    require(request.headers.count("Host") <= 1, "one Host at most");
    require(!(request.headers.contains("Content-Length") && request.headers.contains("Transfer-Encoding")),
            "one framing");
}

Outcome parsed(QByteArrayView octets, qsizetype readSize)
{
    constexpr qsizetype headerBytes = 1024;
    Outcome outcome;
    http::RequestParser parser(headerBytes);
    std::unique_ptr<http::RequestBody> body;
    QByteArray input;
    while (!octets.isEmpty()) {
        const qsizetype size = std::min(readSize, octets.size());
        input += octets.first(size);
        octets = octets.sliced(size);
        for (bool more = true; more;) {
            qsizetype taken = 0;
            const Step step = parser.feed(input, taken);
            require(taken >= 0 && taken <= input.size(), "no more is taken than offered");
            input.remove(0, taken);
            switch (step) {
            case Step::NeedMore:
                require(input.size() <= headerBytes, "what waits is bounded");
                more = false;
                break;
            case Step::Head: {
                http::BodyRules rules{{4096, 512}, 8192, parser.request().headers.contains("Content-Encoding"), {}};
                body = std::make_unique<http::RequestBody>(rules, 0);
                parser.setSink(body.get());
                break;
            }
            case Step::Complete:
                if ((outcome.failure = body->finish(parser.request())))
                    return outcome;
                if (parser.request().spooled)
                    parser.request().body = parser.request().spooled->readAll();
                checkRequest(parser.request());
                outcome.requests.push_back(summary(parser.request()));
                parser.restart();
                more = !input.isEmpty();
                break;
            case Step::Failed:
                outcome.failure = parser.failure();
                require(outcome.failure >= 400 && outcome.failure < 600, "a failure has a status");
                return outcome;
            }
        }
    }
    return outcome;
}
}

const std::vector<QByteArray> fuzzSeeds = {
    "\x07GET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0.5, *\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "\x05POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.0\r\n\r\n",
    "\x03POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nT: v\r\n\r\n",
    "\x11OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close, upgrade\r\nUpgrade: h2c\r\nExpect: 100-continue\r\n\r\n",
    "\x02GET http://h:80/p?q HTTP/1.1\r\nHost: h:80\r\nX: a\r\n b\r\n\r\n",
    "\x09POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 23\r\n\r\n\x1f\x8b\x08",
    "\x01PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
};

const std::vector<QByteArray> fuzzWords = {
    "\r\n",
    "\n",
    "\r\n\r\n",
    " ",
    "\t",
    ":",
    ",",
    "\r\n ",
    "0",
    "ffffffffffffffff",
    "-1",
    "chunked",
    "Transfer-Encoding: chunked\r\n",
    "Content-Length: 3\r\n",
    "Host: y\r\n",
    "HTTP/1.1",
    QByteArray(1, '\0'),
};

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView octets(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1));
    const Outcome atOnce = parsed(octets, octets.size());
    const Outcome inPieces = parsed(octets, std::max<qsizetype>(1, data[0] % 64));
    // Not the failures: Beast may refuse a head before its end is there, or wait for it.
    require(atOnce.requests == inPieces.requests, "reads do not change what is understood");
    return 0;
}
