// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to Request. The only file pair that knows Boost.Beast is this one; the header does not show it.
#pragma once

#include "server/http/message.h"

#include <memory>
#include <optional>

namespace http
{
/// "Not Found" for 404; "" for a status nobody registered.
QByteArrayView reasonPhrase(int status);

/// Takes a request's body as it comes. Answers 0, or the status to refuse the request with.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual int take(QByteArrayView octets) = 0;
};

/// Parses one message after another. What RFC 9112 calls ambiguous or a means of smuggling is refused: folded fields,
/// Transfer-Encoding other than one "chunked", both framings, repeated Content-Length or Host, bare LF (also in
/// a chunk's extension), NUL. One thread.
class RequestParser
{
public:
    enum class Step {
        NeedMore, ///< everything usable was taken; offer the rest again, with more behind it
        Head, ///< the fields are complete (once a message); go on with what was not taken
        Complete, ///< the message is complete; restart() before the next
        Failed, ///< failure() says how
    };

    explicit RequestParser(qsizetype headerBytes);
    ~RequestParser();

    void restart();
    /// Reads from the front of `octets`; `taken` is how many of them were used up.
    Step feed(QByteArrayView octets, qsizetype &taken);
    /// Where the body goes; set it on Step::Head when hasBody(). Without one the body is refused.
    void setSink(BodySink *sink);

    /// What is understood so far; complete from Step::Head on.
    Request &request();
    int failure() const; ///< 400, 414, 431, 501, 505 or what the sink said
    bool headDone() const;
    bool keepAlive() const; ///< from Step::Head on
    bool http10() const;
    bool hasBody() const; ///< a Content-Length above 0, or chunked
    std::optional<quint64> contentLength() const; ///< empty when chunked
    bool expectsContinue() const;
    bool acceptsGzip() const;

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};
}
