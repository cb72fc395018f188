// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider streams: the same events however the network cuts the bytes. The first byte is the size of the
// pieces.
#include "tests/fuzz/fuzztarget.h"

#include "server/gateway/sseparser.h"

#include <algorithm>

namespace
{
struct Outcome {
    std::vector<std::pair<QByteArray, QByteArray>> events;
    bool failed = false;
    bool operator==(const Outcome &) const = default;
};

Outcome parsed(QByteArrayView bytes, qsizetype piece)
{
    gateway::SseParser parser;
    Outcome outcome;
    while (!bytes.isEmpty()) {
        const qsizetype size = std::min(piece, bytes.size());
        for (const gateway::SseEvent &event : parser.feed(bytes.first(size)))
            outcome.events.emplace_back(event.name, event.data);
        bytes = bytes.sliced(size);
    }
    outcome.failed = parser.failed();
    return outcome;
}
}

const std::vector<QByteArray> fuzzSeeds = {
    "\x03"
    "data: {\"a\":1}\n\ndata: [DONE]\n\n",
    "\x01\xef\xbb\xbf"
    "event: message_start\r\ndata: a\r\ndata: b\r\n\r\n",
    "\x07: comment\rid: 1\rretry: 10\rdata\r\revent\r\r",
};
const std::vector<QByteArray> fuzzWords = {
    "\n", "\r", "\r\n", "\n\n", ":", " ", "data", "data:", "event:", "id:", "\xef\xbb\xbf", QByteArray(1, '\0'),
};

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1));
    const Outcome atOnce = parsed(bytes, bytes.size());
    require(atOnce == parsed(bytes, std::max<qsizetype>(1, data[0] % 64)), "pieces do not change what is understood");
    for (const auto &[name, text] : atOnce.events)
        require(!name.isEmpty() && !name.contains('\n') && !text.contains('\r'), "an event has a name and lines");
    return 0;
}
