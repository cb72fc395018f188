// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/apicall.h"

#include "services/api/wireerror.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 MaxJson = 64 * 1024 * 1024;
constexpr qint64 DownloadBuffer = 256 * 1024;

QNetworkRequest networkRequest(const QUrl &base, const ApiRequest &request, const QString &language)
{
    QNetworkRequest out(requestUrl(base, request));
    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("Accept-Language", language.isEmpty() ? QLocale().bcp47Name().toLatin1() : language.toLatin1());
    out.setRawHeader("X-Request-ID", "req_" + QUuid::createUuid().toByteArray(QUuid::Id128));
    out.setHeader(QNetworkRequest::UserAgentHeader, u"voxdesk/" VOXDESK_VERSION ""_s);
    if (request.body)
        out.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!request.ifMatch.isEmpty())
        out.setRawHeader("If-Match", request.ifMatch);
    if (!request.idempotencyKey.isEmpty())
        out.setRawHeader("Idempotency-Key", request.idempotencyKey);
    if (request.fresh)
        out.setRawHeader("Cache-Control", "no-cache");
    // Without an explicit policy Qt follows redirects, and the Authorization header would go along.
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setTransferTimeout(int(request.timeout.count()));
    return out;
}

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Unreachable || code == ErrorCode::TimedOut || code == ErrorCode::ServiceUnavailable
        || code == ErrorCode::InternalError || code == ErrorCode::RateLimited;
}

bool isOwnAccount(const ApiRequest &request)
{
    return request.path.startsWith("/api/v1/auth/"_L1) || request.path.startsWith("/api/v2/auth/"_L1);
}

/// POSTs that change nothing, or answer with what was said in a conversation, which a server would keep for a day.
bool isOnlyAsked(const ApiRequest &request)
{
    constexpr std::array Ends{"/check"_L1, "/preview"_L1, "/messages"_L1};
    return std::ranges::any_of(Ends, [&](QLatin1StringView end) { return request.path.endsWith(end); });
}

/// Qt sends a request again by itself, once and also a POST, when the connection ends before any answer. The server may
/// have done the work by then; under a key it does not do it twice.
bool mustRunOnce(const ApiRequest &request)
{
    return request.method == ApiRequest::Method::Post && request.credentials && request.idempotencyKey.isEmpty()
        && !isOnlyAsked(request);
}

int statusOf(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

// Errors from 1 to 199 are the network's and the proxy's; the others repeat the HTTP status, if there is one.
bool brokeOnTheWay(const QNetworkReply &reply)
{
    const int error = reply.error();
    return (error > 0 && error < 200) || error == QNetworkReply::ProtocolFailure
        || (error != 0 && statusOf(reply) == 0);
}
}

ApiCall::ApiCall(ApiClient &client, ApiRequest request, ApiClient::Finish finish, QIODevice *target,
                 ApiClient::Progress progress)
    : QObject(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_finish(std::move(finish))
    , m_target(target)
    , m_hasTarget(target != nullptr)
    , m_progress(std::move(progress))
{
    m_rateTimer.setSingleShot(true);
    connect(&m_rateTimer, &QTimer::timeout, this, [this] {
        m_waitingForRate = false;
        m_client.waitingChanged(-1);
        begin();
    });
}

ApiCall::~ApiCall() { dropReply(); }

void ApiCall::begin()
{
    if (!m_finish)
        return;
    if (m_client.m_readOnly && m_request.method != ApiRequest::Method::Get && !isOwnAccount(m_request)) {
        fail({.code = ErrorCode::Forbidden, .message = tr("This server is set to read-only in this console.")});
        return;
    }
    TokenSource *tokens = m_client.m_tokens;
    if (m_request.credentials && tokens && (m_client.m_renewing || tokens->isExpiring()))
        m_client.waitForToken(this);
    else
        sendNow();
}

void ApiCall::cancel()
{
    m_finish = nullptr;
    m_progress = nullptr;
    if (std::exchange(m_waitingForRate, false))
        m_client.waitingChanged(-1);
    m_rateTimer.stop();
    dropReply();
    deleteLater();
}

void ApiCall::resume(const Result<Done> &renewal)
{
    if (!m_finish)
        return;
    // The old token may still be good for a while; the server decides.
    if (renewal || (isPassing(renewal.error().code) && !m_renewed))
        sendNow();
    else
        fail(renewal.error());
}

void ApiCall::sendNow()
{
    QNetworkRequest request = networkRequest(m_client.m_baseUrl, m_request, m_client.m_language);
    m_tokenUsed = m_request.credentials && m_client.m_tokens ? m_client.m_tokens->accessToken() : QByteArray();
    const QByteArray &token = m_request.token.isEmpty() ? m_tokenUsed : m_request.token;
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (mustRunOnce(m_request))
        request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const QByteArray body
        = m_request.body ? QJsonDocument(*m_request.body).toJson(QJsonDocument::Compact) : QByteArray();
    m_body.clear();
    m_ownError.reset();
    m_clock.start();
    m_reply = m_request.method == ApiRequest::Method::Get
        ? m_client.m_network.get(request)
        : m_client.m_network.sendCustomRequest(request, toText(m_request.method), body);
    m_reply->setParent(this);
    if (m_hasTarget)
        m_reply->setReadBufferSize(DownloadBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &ApiCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &ApiCall::replied);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64, qint64 total) { m_total = total; });
}

bool ApiCall::isToTarget() const
{
    const int status = statusOf(*m_reply);
    return m_hasTarget && status >= 200 && status < 300;
}

void ApiCall::read()
{
    const QByteArray bytes = m_reply->readAll();
    if (m_ownError || bytes.isEmpty())
        return;
    if (!isToTarget()) {
        m_body += bytes;
        if (m_body.size() > MaxJson)
            m_ownError = Error{.code = ErrorCode::InvalidAnswer, .log = u"more than 64 MiB of JSON"_s};
    } else if (!m_target || m_target->write(bytes) != bytes.size()) {
        const QString why = m_target ? m_target->errorString() : QString();
        m_ownError = Error{.code = ErrorCode::InternalError, .message = tr("The file cannot be written: %1").arg(why)};
    } else if (m_progress) {
        m_written += bytes.size();
        m_progress(m_written, m_total);
    }
    if (m_ownError)
        m_reply->abort();
}

void ApiCall::replied()
{
    if (!m_finish)
        return;
    const int status = statusOf(*m_reply);
    if (m_reply->isOpen() && !m_ownError)
        read();
    if (!m_reply) // read() may have aborted, which comes back here
        return;
    emit m_client.requestFinished(QString::fromLatin1(toText(m_request.method)), m_request.path, status,
                                  m_clock.elapsed());
    if (m_ownError) {
        fail(*m_ownError);
    } else if (brokeOnTheWay(*m_reply)) {
        const Error error = errorFromNetwork(*m_reply);
        m_client.connectionFailed(error);
        fail(error);
    } else {
        m_client.observe(*m_reply);
        answered(status);
    }
}

void ApiCall::answered(int status)
{
    const QByteArray requestId = m_reply->rawHeader("X-Request-Id");
    if (status >= 200 && status < 300) {
        ApiAnswer answer{.status = status, .etag = m_reply->rawHeader("ETag"), .requestId = requestId};
        answer.serverTime = httpDate(m_reply->rawHeader("Date"));
        answer.cached = m_reply->rawHeader("X-Cache") == "HIT";
        const QJsonDocument document = QJsonDocument::fromJson(m_body);
        if (!m_body.isEmpty() && !document.isObject()) {
            fail({.code = ErrorCode::InvalidAnswer, .requestId = QString::fromLatin1(requestId)});
            return;
        }
        answer.json = document.object();
        finish(answer);
        return;
    }
    Error error;
    if (status >= 300 && status < 400) {
        const QString target = m_reply->url()
                                   .resolved(QUrl(QString::fromLatin1(m_reply->rawHeader("Location"))))
                                   .toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        error = {.code = ErrorCode::InvalidAnswer,
                 .message = tr("The server points to another address: %1. Enter that one in its profile.").arg(target)};
    } else {
        error = errorFromBody(status, m_body);
    }
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(requestId);
    error.retryAfterSeconds = retryAfterSeconds(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    if (!waitForRate(error) && !renewAfter(error) && !stepUpAfter(error))
        fail(error);
}

bool ApiCall::waitForRate(const Error &error)
{
    const bool limited = error == ErrorCode::RateLimited || error == ErrorCode::RateLimitExceeded;
    // Without Retry-After: 1, 2, … seconds.
    const int seconds = error.retryAfterSeconds > 0 ? error.retryAfterSeconds : 1 << (m_attempt - 1);
    if (!limited || m_attempt >= m_client.m_timing.attempts || seconds > m_client.m_timing.longestWait)
        return false;
    dropReply();
    ++m_attempt;
    m_waitingForRate = true;
    m_client.waitingChanged(1);
    m_rateTimer.start(seconds * m_client.m_timing.retryAfterUnit);
    emit m_client.rateLimited(seconds, m_attempt);
    return true;
}

bool ApiCall::renewAfter(const Error &error)
{
    const bool refused = error == ErrorCode::AuthExpired || error == ErrorCode::AuthInvalid;
    if (!refused || m_renewed || m_tokenUsed.isEmpty() || !m_client.m_tokens)
        return false;
    m_renewed = true;
    dropReply();
    // Another request may have had the token renewed while this one was under way.
    const QByteArray current = m_client.m_tokens->accessToken();
    if (!current.isEmpty() && current != m_tokenUsed && !m_client.m_renewing)
        sendNow();
    else
        m_client.waitForToken(this);
    return true;
}

bool ApiCall::stepUpAfter(const Error &error)
{
    if (!(error == ErrorCode::StepUpRequired) || m_refusal || !m_client.m_stepUp)
        return false;
    m_refusal = error;
    dropReply();
    m_client.waitForStepUp(this);
    return true;
}

void ApiCall::proven(const Result<Done> &proof)
{
    if (!m_finish)
        return;
    if (proof)
        begin(); // the token may have run out meanwhile
    else
        fail(*m_refusal);
}

void ApiCall::fail(Error error) { finish(Result<ApiAnswer>(std::move(error))); }

void ApiCall::finish(const Result<ApiAnswer> &result)
{
    dropReply();
    deleteLater();
    // The receiver may delete the client, and this with it.
    if (const auto done = std::exchange(m_finish, nullptr))
        done(result);
}

void ApiCall::dropReply()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}
