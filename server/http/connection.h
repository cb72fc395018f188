// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/answers.h"
#include "server/http/channel.h"
#include "server/http/requestbody.h"
#include "server/http/requestparser.h"

#include <QObject>

#include <memory>

namespace http
{
class Worker;

/// One client: reads, parses, has requests answered, watches the clock. Lives on its worker's thread and is that one's
/// child.
class Connection final : public QObject, private Answers::Owner, public Channel::Owner
{
    Q_OBJECT
public:
    struct Peer {
        QHostAddress address;
        bool trusted = false; ///< a proxy whose X-Forwarded-* count
        bool entered = false; ///< counts in the address ledger
        bool refused = false; ///< its first request is answered 503
    };

    explicit Connection(Worker &worker);
    ~Connection() override;

    /// False: it cannot be served and is to be deleted.
    bool start(std::unique_ptr<Channel> channel, const Peer &peer);
    void flush(); ///< what is answered goes to the socket, all at once
    void sweep(Clock::time_point now); ///< acts on what has taken too long
    void drain(); ///< closes when nothing runs, otherwise after it
    void abort();

    const Peer &peer() const { return m_peer; }
    std::size_t slot() const { return m_slot; }
    void setSlot(std::size_t slot) { m_slot = slot; }

private:
    enum class Phase {
        Handshake,
        Open,
        Finishing, ///< what is asked for is answered and sent; nothing is parsed any more
        Lingering, ///< sent; what the client still sends is thrown away so that no reset destroys the answer
        Closing, ///< TLS says goodbye
        Closed
    };
    struct Held {
        Request request;
        ExchangeTraits traits;
    };

    void onReadable() override { readSome(); }
    void onRoom() override { m_answers.onRoom(); }
    void onGone() override { retire(); }
    void onEncrypted() override;
    void onAnswersMoved() override;
    void onOutput() override;
    void onBroken() override { abort(); }

    void readSome();
    void onPeerDone();
    void consume(QByteArrayView octets);
    qsizetype parse(QByteArrayView octets);
    bool onHead(bool moreIsHere);
    bool acceptBody(bool moreIsHere);
    void onMessage();
    void dispatch(Request request, const ExchangeTraits &traits);
    void refuse(int status);
    void dropInput();
    ExchangeTraits traits() const;
    bool isPaused() const;
    bool isQuiet() const;
    void readLater();
    void resume();
    void settle();
    void close();
    void linger();
    void retire();

    Worker &m_worker;
    Peer m_peer;
    std::unique_ptr<Channel> m_channel;
    Answers m_answers;
    std::unique_ptr<RequestParser> m_parser; ///< while a message is on its way
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QObject> m_presence; ///< by which handlers see that the client is there
    std::unique_ptr<Held> m_held; ///< a request that must not run beside the ones before it
    QByteArray m_input; ///< read, not parsed
    Clock::time_point m_progress; ///< when something last came or a phase began
    Clock::time_point m_began; ///< when the message on its way began
    std::size_t m_slot = 0;
    Phase m_phase = Phase::Open;
    bool m_dirty = false;
    bool m_busy = false; ///< reading or parsing
    bool m_readScheduled = false;
    bool m_resumable = false; ///< parsing stopped before its input did
    bool m_starved = false; ///< something may wait to be read or parsed, but nothing will announce it
    bool m_continueDue = false; ///< the client waits for 100 Continue
    bool m_unread = false; ///< the client may still be sending what nobody will read
};
}
