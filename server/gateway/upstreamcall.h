// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/wire.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;

namespace gateway
{
class SentOnce;

struct UpstreamLimits {
    std::chrono::milliseconds connect{10'000}; ///< until the request is with the provider
    std::chrono::milliseconds idle{120'000}; ///< without a byte
    std::chrono::milliseconds total{
        280'000}; ///< from the first attempt on; less than the transport waits, so that its end is told
    int retries = 2; ///< after 429 or 503, or a connection that failed before all of the request was sent
    std::chrono::milliseconds pause{250}; ///< before the first retry; twice as long before the next
    std::chrono::milliseconds longestPause{10'000}; ///< a Retry-After beyond it is passed on instead of waited for
    qint64 largestAnswer = 8 * 1024 * 1024; ///< bytes of one that is not streamed
};

/// One request to a provider and its answer, on the thread of its network manager, without ever blocking it. Destroying
/// it gives the request up. Errors: ServiceUnavailable; ValidationError where the provider refused what was asked;
/// ResourceConflict where the key can be none. The details of the first two name provider_status and, unless it is
/// about the key, provider_message. No error holds the key.
class UpstreamCall : public QObject
{
    Q_OBJECT
public:
    UpstreamCall(QNetworkAccessManager &network, const UpstreamLimits &limits, QObject *parent);
    ~UpstreamCall() override;

    /// Once. `streamed`: pieces are told as they come.
    void start(const Wire &wire, WireRequest request, bool streamed);
    /// While paused nothing more is read, and the provider is held up once the buffers are full.
    void setPaused(bool paused);

    /// What a streamed answer has said up to now, without its text.
    ChatReply soFar() const { return m_stream ? m_stream->reply() : ChatReply(); }

    /// The provider may have the whole request, and has not refused it: it may be at work, and what it does is paid
    /// for.
    bool isServed() const;

signals:
    void opened(); ///< a streamed answer has begun; nothing is tried again from here on
    void piece(const QString &text);
    void finished(const Result<gateway::ChatReply> &reply); ///< the last one; may come from within a slot of piece()

private:
    void send();
    void onMetaData();
    void onReadable();
    void onFinished();
    void readEvents();
    void retryOrFail(const Error &error, std::chrono::milliseconds wanted);
    void end(const Result<ChatReply> &result);
    void drop();
    Error refusal(int status, const QByteArray &body) const;
    std::chrono::milliseconds retryAfter() const; ///< negative: not said

    QNetworkAccessManager &m_network;
    const UpstreamLimits m_limits;
    const Wire *m_wire = nullptr;
    WireRequest m_request;
    std::unique_ptr<WireStream> m_stream; ///< of a streamed answer
    SseParser m_events;
    QNetworkReply *m_reply = nullptr;
    SentOnce *m_body = nullptr; ///< of the reply
    QTimer m_connecting;
    QTimer m_idle;
    QTimer m_total;
    QTimer m_pause;
    int m_attempts = 0;
    bool m_served = false; ///< by the attempt that is over
    bool m_opened = false;
    bool m_paused = false;
    bool m_ended = false;
};
}
