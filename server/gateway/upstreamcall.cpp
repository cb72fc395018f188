// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamcall.h"

#include "server/providers/outgoing.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gateway
{
namespace
{
constexpr qint64 BufferBytes = 256 * 1024; // of a streamed answer that nobody reads
constexpr auto NotSaid = -1ms;

Error unreachable(const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The provider cannot be reached: %1."_s.arg(why)};
}

Error brokenOff()
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The provider broke its answer off."_s};
}

/// Whether the connection failed in a way that another attempt may not.
bool isPassing(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::RemoteHostClosedError
        || error == QNetworkReply::HostNotFoundError || error == QNetworkReply::TimeoutError
        || error == QNetworkReply::TemporaryNetworkFailureError || error == QNetworkReply::NetworkSessionFailedError
        || error == QNetworkReply::UnknownNetworkError || error == QNetworkReply::ContentReSendError;
}
}

/// A request's body, which is sent at most once. Qt sends a request anew when its connection closes without an answer,
/// though the provider may be at work on it; not if the body cannot be rewound. (A QBuffer would be, whatever it says.)
class SentOnce : public QIODevice
{
public:
    SentOnce(QByteArray bytes, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }
    bool isTaken() const { return m_taken == m_bytes.size(); } ///< the provider may have all of it
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_taken);
        std::memcpy(to, m_bytes.constData() + m_taken, std::size_t(count));
        m_taken += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_taken = 0;
};

UpstreamCall::UpstreamCall(QNetworkAccessManager &network, const UpstreamLimits &limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_limits(limits)
{
    for (QTimer *timer : {&m_connecting, &m_idle, &m_total, &m_pause})
        timer->setSingleShot(true);
    m_connecting.setInterval(limits.connect);
    m_idle.setInterval(limits.idle);
    connect(&m_connecting, &QTimer::timeout, this, [this] {
        drop();
        retryOrFail(unreachable(u"no connection in time"_s), NotSaid);
    });
    connect(&m_idle, &QTimer::timeout, this, [this] {
        drop();
        end(unreachable(u"no answer in time"_s));
    });
    connect(&m_total, &QTimer::timeout, this, [this] {
        drop();
        end(unreachable(u"no whole answer in time"_s));
    });
    connect(&m_pause, &QTimer::timeout, this, &UpstreamCall::send);
}

UpstreamCall::~UpstreamCall() { drop(); }

void UpstreamCall::start(const Wire &wire, WireRequest request, bool streamed)
{
    m_wire = &wire;
    m_request = std::move(request);
    if (streamed)
        m_stream = wire.stream();
    m_total.start(m_limits.total);
    send();
}

void UpstreamCall::send()
{
    ++m_attempts;
    auto request = providers::outgoing(m_request.url, m_request.headers);
    if (!request)
        return end(request.error());
    request->setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request->setRawHeader("Accept", m_stream ? "text/event-stream" : "application/json");
    request->setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_connecting.start();
    m_idle.start();
    m_body = new SentOnce(m_request.body);
    m_reply = m_network.post(*request, m_body);
    m_body->setParent(m_reply);
    if (m_stream)
        m_reply->setReadBufferSize(BufferBytes);
    connect(m_reply, &QNetworkReply::requestSent, &m_connecting, &QTimer::stop);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &UpstreamCall::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &UpstreamCall::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &UpstreamCall::onFinished);
}

void UpstreamCall::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        m_idle.stop(); // it is not the provider who is slow
    else if (!m_ended && m_reply) {
        m_idle.start();
        QMetaObject::invokeMethod(this, &UpstreamCall::onReadable, Qt::QueuedConnection);
    }
}

void UpstreamCall::onMetaData()
{
    m_connecting.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_stream && status != 200)
        m_reply->setReadBufferSize(0); // a refusal is read whole, up to largestAnswer
    if (m_stream && status == 200 && !std::exchange(m_opened, true))
        emit opened();
}

void UpstreamCall::onReadable()
{
    if (!m_reply || m_ended)
        return;
    if (!m_paused)
        m_idle.start();
    if (m_opened) {
        if (!m_paused)
            readEvents();
        if (m_reply && m_reply->isFinished() && !m_ended && !m_paused)
            onFinished();
    } else if (m_reply->bytesAvailable() > m_limits.largestAnswer) {
        drop();
        end(Error{.code = ErrorCode::ServiceUnavailable, .message = u"The provider's answer is too long."_s});
    }
}

void UpstreamCall::readEvents()
{
    const QByteArray bytes = m_reply->readAll();
    for (const SseEvent &event : m_events.feed(bytes)) {
        const auto text = m_stream->take(event);
        if (!text) {
            drop();
            return end(text.error());
        }
        if (!text->isEmpty())
            emit piece(*text);
        if (m_ended || !m_reply) // given up from within
            return;
    }
    if (m_events.failed()) {
        drop();
        end(notUnderstood());
    }
}

void UpstreamCall::onFinished()
{
    if (!m_reply || m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_opened) {
        if (m_paused && m_reply->bytesAvailable() > 0)
            return; // goes on when there is room
        readEvents();
        if (m_ended)
            return;
        drop();
        return end(m_stream->isComplete() ? Result<ChatReply>(m_stream->reply()) : brokenOff());
    }
    if (status == 0) {
        const auto error = m_reply->error();
        const QString why = error == QNetworkReply::SslHandshakeFailedError ? u"its certificate is not trusted"_s
            : error == QNetworkReply::HostNotFoundError                     ? u"its address is not known"_s
                                                                            : u"the connection failed"_s;
        drop();
        if (m_served) // asked again, it would work twice and be paid twice
            return end(brokenOff());
        return isPassing(error) ? retryOrFail(unreachable(why), NotSaid) : end(unreachable(why));
    }
    const bool whole = m_reply->error() == QNetworkReply::NoError;
    const QByteArray body = m_reply->readAll();
    const auto after = retryAfter();
    drop();
    m_served = status == 200;
    if (status == 429 || status == 503)
        return retryOrFail(refusal(status, body), after);
    if (status != 200)
        return end(refusal(status, body));
    end(whole ? m_wire->decode(body) : brokenOff());
}

void UpstreamCall::retryOrFail(const Error &error, std::chrono::milliseconds wanted)
{
    const auto own = m_limits.pause * (1 << std::min(m_attempts - 1, 10));
    const auto pause = std::max(wanted, own);
    if (m_attempts <= m_limits.retries && pause <= m_limits.longestPause && m_total.remainingTimeAsDuration() > pause) {
        m_pause.start(pause);
        return;
    }
    Error final = error;
    if (wanted > 0ms)
        final.retryAfterSeconds = int(std::chrono::ceil<std::chrono::seconds>(wanted).count());
    end(final);
}

Error UpstreamCall::refusal(int status, const QByteArray &body) const
{
    Error error{.code = ErrorCode::ServiceUnavailable, .message = u"The provider cannot answer right now."_s};
    if (status == 400 || status == 413 || status == 422) {
        error.code = ErrorCode::ValidationError;
        error.message = u"The provider refused the request."_s;
    } else if (status == 404) {
        error.code = ErrorCode::ValidationError; // as it will be the next time, so that nobody tries again
        error.message = u"The provider does not know this model or address."_s;
    } else if (status == 401 || status == 403) {
        // What it says may quote the key.
        return {.code = ErrorCode::ServiceUnavailable,
                .message = u"The provider refused the key."_s,
                .details = {{u"provider_status"_s, QString::number(status)}}};
    }
    error.details.insert(u"provider_status"_s, QString::number(status));
    QString message = providerMessage(body);
    for (const auto &[name, value] : m_request.headers) {
        for (const QByteArray &part : value.split(' ')) {
            if (part.size() >= 8)
                message.replace(QString::fromUtf8(part), u"…"_s);
        }
    }
    if (!message.isEmpty())
        error.details.insert(u"provider_message"_s, message);
    return error;
}

std::chrono::milliseconds UpstreamCall::retryAfter() const
{
    const QByteArray value = m_reply->rawHeader("Retry-After").trimmed();
    bool ok = false;
    const double seconds = value.toDouble(&ok);
    if (ok && seconds >= 0)
        return std::chrono::milliseconds(qint64(std::min(seconds, 86400.0) * 1000));
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    if (!at.isValid())
        return NotSaid;
    return std::chrono::milliseconds(std::clamp<qint64>(QDateTime::currentDateTimeUtc().msecsTo(at), 0, 86'400'000));
}

bool UpstreamCall::isServed() const { return m_body ? m_body->isTaken() : m_served; }

void UpstreamCall::drop()
{
    m_connecting.stop();
    m_idle.stop();
    if (!m_reply)
        return;
    m_served = isServed();
    m_body = nullptr; // the reply's
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->disconnect(&m_connecting);
    reply->abort();
    reply->deleteLater();
}

void UpstreamCall::end(const Result<ChatReply> &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_total.stop();
    m_pause.stop();
    emit finished(result);
}
}
