// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"

#include "server/http/contentcoding.h"
#include "server/http/target.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <functional>
#include <limits>

namespace beast = boost::beast;
using BeastParser = beast::http::basic_parser<true>;

namespace http
{
namespace
{
QByteArray literal(beast::string_view text) { return QByteArray::fromRawData(text.data(), qsizetype(text.size())); }

QByteArrayView view(beast::string_view text) { return {text.data(), qsizetype(text.size())}; }

Method methodOf(beast::http::verb verb)
{
    switch (verb) {
    case beast::http::verb::get:
        return Method::Get;
    case beast::http::verb::head:
        return Method::Head;
    case beast::http::verb::post:
        return Method::Post;
    case beast::http::verb::put:
        return Method::Put;
    case beast::http::verb::patch:
        return Method::Patch;
    case beast::http::verb::delete_:
        return Method::Delete;
    case beast::http::verb::options:
        return Method::Options;
    default:
        return Method::Other;
    }
}

/// Beast joins a folded value in a buffer of its own, or skips the line break in front of it.
bool isFolded(beast::string_view name, beast::string_view value, QByteArrayView input)
{
    const std::less<const char *> before;
    if (before(value.data(), input.data()) || before(input.data() + input.size(), value.data()))
        return true;
    return std::find(name.data() + name.size(), value.data(), '\n') != value.data();
}

/// A well-formed version that is not spoken here is 505, anything else in its place is 400.
int versionFailure(QByteArrayView octets)
{
    qsizetype end = 0;
    while (end < octets.size() && octets[end] != '\r')
        ++end;
    const QByteArrayView line = octets.first(end);
    const qsizetype at = QByteArray::fromRawData(line.data(), line.size()).lastIndexOf(" HTTP/");
    if (at < 0)
        return 400;
    const QByteArrayView version = line.sliced(at + 6);
    const auto isVersionChar = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const bool wellFormed = !version.isEmpty() && version.front() != '.' && version.back() != '.'
        && std::all_of(version.begin(), version.end(), isVersionChar);
    return wellFormed ? 505 : 400;
}
}

QByteArrayView reasonPhrase(int status)
{
    const auto known = beast::http::int_to_status(unsigned(status));
    return known == beast::http::status::unknown ? QByteArrayView("") : view(beast::http::obsolete_reason(known));
}

/// One message's parse. Beast's parser cannot be used twice, so each message gets a fresh one in the same place.
class RequestParser::Beast
{
public:
    struct Message final : BeastParser {
        Message(Beast &beastOwner, qsizetype headerBytes)
            : owner(beastOwner)
        {
            header_limit(std::uint32_t(headerBytes));
            // Not boost::none: Beast compares the length with the empty optional and calls everything too long.
            body_limit(std::numeric_limits<std::uint64_t>::max());
            eager(false);
        }

        void on_request_impl(beast::http::verb verb, beast::string_view method, beast::string_view target, int version,
                             beast::error_code &ec) override
        {
            owner.onLine(verb, method, target, version, ec);
        }
        void on_response_impl(int, beast::string_view, int, beast::error_code &) override { }
        void on_field_impl(beast::http::field id, beast::string_view name, beast::string_view value,
                           beast::error_code &ec) override
        {
            owner.onField(id, name, value, ec);
        }
        void on_header_impl(beast::error_code &) override { }
        void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override { }
        std::size_t on_body_impl(beast::string_view body, beast::error_code &ec) override
        {
            owner.onBody(body, ec);
            return body.size();
        }
        void on_chunk_header_impl(std::uint64_t, beast::string_view extension, beast::error_code &ec) override
        {
            owner.onChunkExtension(extension, ec);
        }
        std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code &ec) override
        {
            owner.onBody(body, ec);
            return body.size();
        }
        void on_finish_impl(beast::error_code &) override { }

        Beast &owner;
    };

    explicit Beast(qsizetype headerBytes)
        : m_limit(headerBytes)
    {
        restart();
    }

    void restart()
    {
        m_message.emplace(*this, m_limit);
        m_request = {};
        m_sink = nullptr;
        m_headBytes = 0;
        m_failure = 0;
        m_hosts = m_lengths = m_codings = 0;
        m_lineDone = m_headDone = m_keepAlive = m_http10 = m_expectsContinue = m_acceptsGzip = m_absoluteTarget = false;
    }

    Step feed(QByteArrayView octets, qsizetype &taken)
    {
        taken = 0;
        if (m_failure)
            return Step::Failed;
        return m_headDone ? feedBody(octets, taken) : feedHead(octets, taken);
    }

    void onLine(beast::http::verb verb, beast::string_view method, beast::string_view target, int version,
                beast::error_code &ec)
    {
        m_lineDone = true;
        m_http10 = version == 10;
        m_request.method = methodOf(verb);
        m_request.methodName = verb == beast::http::verb::unknown ? QByteArray(method.data(), qsizetype(method.size()))
                                                                  : literal(beast::http::to_string(verb));
        if (verb == beast::http::verb::connect)
            return fail(501, ec);
        if (const int status = splitTarget(view(target), m_request, m_absoluteTarget))
            fail(status, ec);
    }

    void onField(beast::http::field id, beast::string_view name, beast::string_view value, beast::error_code &ec)
    {
        using beast::http::field;
        if (isFolded(name, value, m_input))
            return fail(400, ec);
        if (m_headDone)
            return; // a trailer: framing is settled, and nothing here uses any
        switch (id) {
        case field::host:
            if (++m_hosts > 1 || !isHost(view(value)))
                return fail(400, ec);
            break;
        case field::content_length:
            if (++m_lengths > 1 || view(value).contains(','))
                return fail(400, ec);
            break;
        case field::transfer_encoding:
            if (++m_codings > 1 || m_http10)
                return fail(400, ec);
            if (!beast::iequals(value, "chunked"))
                return fail(501, ec);
            break;
        case field::expect:
            m_expectsContinue = beast::iequals(value, "100-continue") && !m_http10;
            break;
        case field::accept_encoding:
            m_acceptsGzip = m_acceptsGzip || http::acceptsGzip(view(value));
            break;
        default:
            break;
        }
        m_request.headers.add(id == field::unknown ? QByteArray(name.data(), qsizetype(name.size()))
                                                   : literal(beast::http::to_string(id)),
                              QByteArray(value.data(), qsizetype(value.size())));
    }

    /// Beast takes anything within quotes, also a line break, at which others would end the chunk's line.
    void onChunkExtension(beast::string_view extension, beast::error_code &ec)
    {
        const auto isControl = [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; };
        if (std::any_of(extension.begin(), extension.end(), isControl))
            fail(400, ec);
    }

    void onBody(beast::string_view body, beast::error_code &ec)
    {
        m_bodyBytes = qsizetype(body.size());
        const int status = m_sink ? m_sink->take(view(body)) : 413;
        if (status)
            fail(status, ec);
    }

    std::optional<Message> m_message;
    Request m_request;
    BodySink *m_sink = nullptr;
    QByteArrayView m_input; ///< what Beast looks at just now
    qsizetype m_limit;
    qsizetype m_headBytes = 0; ///< of this message's head, taken so far; Beast's own limit forgets what it has parsed
    qsizetype m_bodyBytes = 0; ///< of what was taken last
    int m_failure = 0;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_codings = 0;
    bool m_lineDone = false;
    bool m_headDone = false;
    bool m_keepAlive = false; ///< as the head says: Beast would let a trailer change it
    bool m_http10 = false;
    bool m_expectsContinue = false;
    bool m_acceptsGzip = false;
    bool m_absoluteTarget = false;

private:
    void fail(int status, beast::error_code &ec)
    {
        m_failure = status;
        ec = beast::http::error::bad_value;
    }

    Step failed(int status)
    {
        if (!m_failure)
            m_failure = status;
        return Step::Failed;
    }

    qsizetype put(QByteArrayView octets, beast::error_code &ec)
    {
        m_input = octets;
        return qsizetype(m_message->put({octets.data(), std::size_t(octets.size())}, ec));
    }

    Step feedHead(QByteArrayView octets, qsizetype &taken)
    {
        if (!m_lineDone)
            taken = emptyLines(octets);
        const QByteArrayView head = octets.sliced(taken);
        beast::error_code ec;
        // A lone CR may be the first half of one more empty line.
        const bool undecided = head.isEmpty() || (!m_lineDone && head.size() == 1 && head.front() == '\r');
        const qsizetype used = undecided ? 0 : put(head, ec);
        taken += used;
        m_headBytes += taken;
        const bool needsMore = undecided || ec == beast::http::error::need_more;
        const qsizetype waiting = needsMore ? octets.size() - taken : 0;
        if (m_headBytes + waiting > m_limit || ec == beast::http::error::header_limit)
            return failed(m_lineDone ? 431 : 414);
        if (needsMore)
            return Step::NeedMore;
        if (ec)
            return failed(ec == beast::http::error::bad_version ? versionFailure(head) : 400);
        if (m_hosts == 0 && !m_http10)
            return failed(400);
        m_headDone = true;
        m_keepAlive = m_message->keep_alive();
        return Step::Head;
    }

    /// RFC 9112 2.2: a server should ignore empty lines in front of a request.
    static qsizetype emptyLines(QByteArrayView octets)
    {
        qsizetype n = 0;
        while (n + 1 < octets.size() && octets[n] == '\r' && octets[n + 1] == '\n')
            n += 2;
        return n;
    }

    Step feedBody(QByteArrayView octets, qsizetype &taken)
    {
        while (!m_message->is_done()) {
            const QByteArrayView rest = octets.sliced(taken);
            if (rest.isEmpty())
                return Step::NeedMore;
            beast::error_code ec;
            m_bodyBytes = 0;
            const qsizetype used = put(rest, ec);
            taken += used;
            if (ec == beast::http::error::need_more) {
                // What waits is a chunk's line or the trailers, and those are bounded like a head.
                return octets.size() - taken > m_limit ? failed(400) : Step::NeedMore;
            }
            // The same bound for what came in one piece.
            if (ec || used - m_bodyBytes > m_limit + 1)
                return failed(400);
        }
        return Step::Complete;
    }
};

RequestParser::RequestParser(qsizetype headerBytes)
    : m_beast(std::make_unique<Beast>(headerBytes))
{
}

RequestParser::~RequestParser() = default;

void RequestParser::restart() { m_beast->restart(); }

RequestParser::Step RequestParser::feed(QByteArrayView octets, qsizetype &taken)
{
    return m_beast->feed(octets, taken);
}

void RequestParser::setSink(BodySink *sink) { m_beast->m_sink = sink; }

Request &RequestParser::request() { return m_beast->m_request; }

int RequestParser::failure() const { return m_beast->m_failure; }

bool RequestParser::headDone() const { return m_beast->m_headDone; }

bool RequestParser::keepAlive() const { return m_beast->m_keepAlive; }

bool RequestParser::http10() const { return m_beast->m_http10; }

bool RequestParser::hasBody() const { return m_beast->m_message->chunked() || contentLength().value_or(0) > 0; }

std::optional<quint64> RequestParser::contentLength() const
{
    const auto length = m_beast->m_message->content_length();
    return length ? std::optional<quint64>(*length) : std::nullopt;
}

bool RequestParser::expectsContinue() const { return m_beast->m_expectsContinue; }

bool RequestParser::acceptsGzip() const { return m_beast->m_acceptsGzip; }
}
