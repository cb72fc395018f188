// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/responsehead.h"
#include "server/http/responsestream.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace http
{
class Worker;
using Clock = std::chrono::steady_clock;

/// One connection's answers: kept in the order of the requests, written once they are there, never more than a bounded
/// amount ahead of the client. Lives on the connection's thread.
class Answers
{
public:
    class Owner
    {
    public:
        /// An answer that was waited for is written, or there is room again. May be told more often than needed.
        virtual void onAnswersMoved() = 0;
        /// Something waits to be flushed.
        virtual void onOutput() = 0;
        /// The connection cannot be kept: the peer is gone or an answer broke off.
        virtual void onBroken() = 0;

    protected:
        ~Owner() = default;
    };

    /// From here on a connection parses no further before its client has read.
    static constexpr qint64 highWater = 256 * 1024;

    Answers(Worker &worker, QObject &context, Owner &owner);
    /// Where they go; before anything else.
    void setChannel(Channel &channel) { m_channel = &channel; }

    /// `partial` is what a refusal is told if the future fails.
    void deliver(Reply reply, Request partial, const ExchangeTraits &traits, Clock::time_point received);
    /// Drops every answer still waited for and ends with `last`.
    void endWith(Response last, const ExchangeTraits &traits);
    /// Nothing is written any more: who waited for it is gone.
    void giveUp();
    void sendContinue();

    /// Hands what is written to the channel; false when the peer is gone.
    bool flush();
    /// The channel has room again.
    void onRoom();

    qsizetype waiting() const { return qsizetype(m_queue.size()) + (m_stream ? 1 : 0); }
    bool isStreaming() const { return m_stream != nullptr; }
    bool isIdle() const { return m_queue.empty() && !m_stream; }
    /// Whether a request may start while others of this connection are not answered yet: only safe ones beside safe
    /// ones.
    bool mayRunBeside(bool safe) const { return isIdle() || (safe && m_unsafe == 0 && !m_stream); }
    /// Whether the answer written last ends the connection.
    bool isLast() const { return m_last; }
    qint64 unsent() const;
    /// When the oldest request whose answer is not with the client came in.
    Clock::time_point oldest() const { return m_stream || m_queue.empty() ? m_received : m_queue.front().received; }

private:
    struct Exchange {
        quint64 id;
        ExchangeTraits traits;
        Clock::time_point received;
        std::optional<Response> response;
    };

    void await(const QFuture<Response> &future, Request partial, const ExchangeTraits &traits,
               Clock::time_point received);
    void complete(quint64 id, Response response);
    void advance();
    void write(Response &response, ExchangeTraits traits, Clock::time_point received);
    void writeBody(const QByteArray &body, Response &response, const ExchangeTraits &traits);
    void writeStream(std::shared_ptr<QIODevice> device, Response &response, ExchangeTraits traits, qint64 length);
    QByteArray &out();
    void pump();
    void pumpLater();

    Worker &m_worker;
    Channel *m_channel = nullptr;
    QObject &m_context;
    Owner &m_owner;
    QByteArray m_out; ///< written, not handed on
    QByteArray m_tail; ///< a long body that comes after it, shared with whoever made it
    std::deque<Exchange> m_queue; ///< not written yet, oldest first
    std::unique_ptr<ResponseStream> m_stream; ///< the answer being written
    Clock::time_point m_received; ///< of the request answered last
    quint64 m_nextId = 0;
    int m_unsafe = 0; ///< of the queued ones
    bool m_last = false;
    bool m_lastAfterStream = false;
    bool m_pumpScheduled = false;
};
}
