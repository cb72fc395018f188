// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/apiclient.h"

#include "services/api/apicall.h"
#include "services/api/curlline.h"
#include "services/api/stepupprompt.h"
#include "services/api/whenover.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ApiClient::ApiClient(QNetworkAccessManager &network, QObject *parent, ApiTiming timing)
    : QObject(parent)
    , m_network(network)
    , m_timing(timing)
{
    m_probeTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, &ApiClient::probe);
}

ApiClient::~ApiClient()
{
    cancelAll();
    dropProbe();
}

void ApiClient::setBaseUrl(const QUrl &url)
{
    cancelAll();
    dropProbe();
    m_baseUrl = url;
    m_hasLast = false;
    m_lastRemaining = -1;
    setConnection(ConnectionState::Unknown);
}

QFuture<Result<ApiAnswer>> ApiClient::send(const ApiRequest &request)
{
    return fetch(request, [](const ApiAnswer &answer) { return Result<ApiAnswer>(answer); });
}

QFuture<Result<qint64>> ApiClient::download(const ApiRequest &request, QIODevice *target)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    auto written = std::make_shared<qint64>(0);
    promise->start();
    const auto future = promise->future();
    auto *watcher = new QFutureWatcher<Result<qint64>>;
    const Finish finish = [promise, written](const Result<ApiAnswer> &answer) {
        promise->addResult(answer ? Result<qint64>(*written) : Result<qint64>(answer.error()));
        promise->finish();
    };
    const Progress progress = [promise, written](qint64 received, qint64 total) {
        *written = received;
        promise->setProgressRange(0, int(std::max<qint64>(total, 0) / 1024));
        promise->setProgressValue(int(received / 1024));
    };
    tie(watcher, start(request, finish, target, progress));
    watcher->setFuture(future);
    return future;
}

ApiCall *ApiClient::start(const ApiRequest &request, Finish finish, QIODevice *target, Progress progress)
{
    if (!request.sensitive && !request.path.contains("/auth/"_L1)) {
        m_last = request;
        m_hasLast = true;
    }
    auto *call = new ApiCall(*this, request, std::move(finish), target, std::move(progress));
    QMetaObject::invokeMethod(call, &ApiCall::begin, Qt::QueuedConnection);
    return call;
}

void ApiClient::tie(QFutureWatcherBase *watcher, ApiCall *call)
{
    watcher->setParent(call);
    connect(watcher, &QFutureWatcherBase::canceled, call, &ApiCall::cancel);
}

void ApiClient::cancelAll()
{
    for (auto *call : findChildren<ApiCall *>(Qt::FindDirectChildrenOnly))
        call->cancel();
    m_waitingForToken.clear();
    m_waitingForStepUp.clear();
    ++m_proofNumber;
    m_proof.cancel(); // nobody waits for an answer
}

void ApiClient::waitForToken(ApiCall *call)
{
    m_waitingForToken.append(call);
    if (std::exchange(m_renewing, true))
        return;
    whenOver(m_tokens->renew(), this, [this](const Result<Done> &result) { renewed(result); });
}

void ApiClient::renewed(const Result<Done> &result)
{
    m_renewing = false;
    const auto calls = std::exchange(m_waitingForToken, {});
    const QPointer<ApiClient> self(this);
    for (const auto &call : calls) {
        if (self && call)
            call->resume(result);
    }
}

void ApiClient::waitForStepUp(ApiCall *call)
{
    m_waitingForStepUp.append(call);
    if (m_waitingForStepUp.size() > 1)
        return;
    m_proof = m_stepUp->prove();
    whenOver(m_proof, this, [this, number = ++m_proofNumber](const Result<Done> &result) {
        if (number != m_proofNumber)
            return;
        const auto calls = std::exchange(m_waitingForStepUp, {});
        const QPointer<ApiClient> self(this);
        for (const auto &waiting : calls) {
            if (self && waiting)
                waiting->proven(result);
        }
    });
}

void ApiClient::observe(const QNetworkReply &reply)
{
    setConnection(ConnectionState::Online);
    bool known = false;
    const int remaining = reply.rawHeader("X-RateLimit-Remaining").toInt(&known);
    if (!known || std::exchange(m_lastRemaining, remaining) == remaining || remaining >= m_timing.lowWater)
        return;
    const qint64 reset = reply.rawHeader("X-RateLimit-Reset").toLongLong();
    emit rateLimitLow(remaining, reset > 0 ? QDateTime::fromSecsSinceEpoch(reset, Qt::UTC) : QDateTime());
}

void ApiClient::connectionFailed(const Error &error)
{
    if (error == ErrorCode::Unreachable)
        setConnection(ConnectionState::Offline, error.message);
    else if (error == ErrorCode::TimedOut && m_connection != ConnectionState::Offline)
        probe(); // one slow answer does not mean that the server is gone
}

void ApiClient::setConnection(ConnectionState state, const QString &reason)
{
    if (state != ConnectionState::Offline)
        m_probeTimer.stop();
    else if (!m_probeTimer.isActive() && !m_probeReply)
        m_probeTimer.start(m_probeDelay = m_timing.probeFirst);
    if (std::exchange(m_connection, state) != state)
        emit connectionChanged(state, reason);
}

void ApiClient::probeNow()
{
    m_probeTimer.stop();
    m_probeDelay = m_timing.probeFirst;
    probe();
}

void ApiClient::probe()
{
    if (m_probeReply || m_baseUrl.isEmpty())
        return;
    QNetworkRequest request(requestUrl(m_baseUrl, {.path = u"/healthz"_s}));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10'000);
    m_probeReply = m_network.get(request);
    connect(m_probeReply, &QNetworkReply::finished, this, [this, reply = m_probeReply.get()] {
        reply->deleteLater();
        m_probeReply = nullptr;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300) {
            setConnection(ConnectionState::Online);
            return;
        }
        m_probeDelay = std::clamp(m_probeDelay * 2, m_timing.probeFirst, m_timing.probeMax);
        m_probeTimer.start(m_probeDelay);
        setConnection(ConnectionState::Offline, tr("The server does not answer."));
    });
}

void ApiClient::dropProbe()
{
    m_probeTimer.stop();
    if (QNetworkReply *reply = m_probeReply) {
        m_probeReply = nullptr;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void ApiClient::waitingChanged(int delta)
{
    m_waitingForRate += delta;
    if (m_waitingForRate == 0)
        emit rateLimitOver();
}

QString ApiClient::asCurl(const ApiRequest &request) const { return curlLine(m_baseUrl, request); }

QString ApiClient::lastRequestAsCurl() const { return m_hasLast ? asCurl(m_last) : QString(); }
