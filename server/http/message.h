// SPDX-License-Identifier: GPL-3.0-or-later
// What the transport hands up and takes back. Nothing here knows which library parses.
#pragma once

#include "server/http/headers.h"

#include <QFuture>
#include <QHostAddress>
#include <QIODevice>
#include <QPointer>

#include <chrono>
#include <limits>
#include <memory>
#include <variant>

namespace http
{
enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

QByteArrayView toText(Method method); ///< "GET"; "" for Other
inline bool isRead(Method method) { return method == Method::Get || method == Method::Head; }

/// What a request's client is until it is known: one for a thread, as each QHostAddress() of its own takes memory.
inline const QHostAddress &noAddress()
{
    static thread_local const QHostAddress none;
    return none;
}

struct Request {
    Method method = Method::Get;
    QByteArray methodName; ///< as sent
    QByteArray path; ///< as sent, still percent-encoded, without the query; starts with '/'
    QByteArray query; ///< as sent, still percent-encoded, without '?'
    Headers headers;
    QByteArray body; ///< inflated; empty while `spooled` is set
    std::shared_ptr<QIODevice> spooled; ///< a temporary file, open for reading, for bodies over the spool threshold
    QHostAddress client = noAddress(); ///< who asks: the peer, or what a trusted proxy says of it
    bool secure = false; ///< came over TLS, here or at a trusted proxy
    std::chrono::steady_clock::time_point received; ///< when its first byte was read
    bool damaged = false; ///< of a refusal: the body is not what its Content-Encoding says
    /// Lives on the worker's thread until the client is gone, or has ended its half of the connection before its answer
    /// began, as one that is gone has; null: none to be seen.
    QPointer<QObject> connection;
};

struct Response {
    int status = 200;
    Headers headers; ///< without Content-Length, Date, Connection: the transport writes those
    QByteArray body;
    /// Instead of `body`: sent chunked as it becomes readable, with back-pressure. Open for reading and used on the
    /// worker's thread only. A sequential device ends when read() answers -1 or by readChannelFinished(); a read() of 0
    /// means "later, after readyRead()". A file's error(), or a true dynamic property "failed", breaks the connection
    /// off instead of ending the answer.
    std::shared_ptr<QIODevice> stream;
    bool close = false; ///< close the connection afterwards
};

using Reply = std::variant<Response, QFuture<Response>>;

/// What to do with the body of a request whose headers are known.
struct BodyPolicy {
    qint64 maxBytes = 2 * 1024 * 1024; ///< more: 413
    qint64 spoolAbove = 1024 * 1024; ///< more: into a temporary file
    qint64 maxInflated = std::numeric_limits<qint64>::max(); ///< of a gzip body, below the transport's own bound
};

/// What answers requests. One instance a worker, made, used and destroyed on that worker's thread.
class Handler
{
public:
    virtual ~Handler() = default;
    virtual BodyPolicy bodyPolicy(const Request &head) const = 0;
    /// May throw: the transport answers 500 and lives. The request's connection may be gone when a future finishes.
    virtual Reply handle(Request request) = 0;
    /// The transport's own refusals (400, 408, 413, 414, 415 for a coding that is not known, 431, 501, 503, 505, 500
    /// for an exception) pass through here, so that their bodies are the API's. `partial` holds what was understood of
    /// the request.
    virtual Response refuse(int status, const Request &partial) const = 0;
};
}
