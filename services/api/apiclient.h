// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstate.h"
#include "models/domain/result.h"
#include "services/api/apirequest.h"
#include "services/api/tokensource.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class ApiCall;
class QIODevice;
class QNetworkAccessManager;
class QNetworkReply;
class StepUpPrompt;

/// Waiting times, so that tests need not wait.
struct ApiTiming {
    std::chrono::milliseconds retryAfterUnit{1000}; ///< what one second of Retry-After lasts
    std::chrono::milliseconds probeFirst{1000}; ///< doubled after each probe that fails
    std::chrono::milliseconds probeMax{30'000};
    int attempts = 3; ///< of a rate-limited request, the first included
    int longestWait = 300; ///< seconds; told to wait longer, a request fails at once with Error::retryAfterSeconds
    int lowWater = 10; ///< warn below so many requests left
};

/// The one way to a server. Every request passes the same pipeline: address, credential, headers, timeout, JSON,
/// errors, rate limits (429: waits as Retry-After says), renewal of the access token (one renewal, the others wait; one
/// retry after 401), the second factor where the server wants it again (one question, the others wait; one retry) and
/// the watch over the connection. Redirects are never followed: they would carry the credential
/// elsewhere. GUI thread. Futures finish on it; cancelling a future aborts its request; when the client dies or changes
/// its server, what is under way is cancelled.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    /// `network` outlives the client.
    explicit ApiClient(QNetworkAccessManager &network, QObject *parent = nullptr, ApiTiming timing = {});
    ~ApiClient() override;

    QUrl baseUrl() const { return m_baseUrl; }
    void setBaseUrl(const QUrl &url); ///< cancels everything under way
    void setTokenSource(TokenSource *source) { m_tokens = source; } ///< outlives the client, or is reset to null
    /// Outlives the client, or is reset to null. Without one StepUpRequired is an error like others.
    void setStepUpPrompt(StepUpPrompt *prompt) { m_stepUp = prompt; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } ///< anything but GET outside /auth/ is Forbidden
    void setLanguage(const QString &bcp47) { m_language = bcp47; }
    ConnectionState connection() const { return m_connection; }

    QFuture<Result<ApiAnswer>> send(const ApiRequest &request);

    /// Like send(); `decode` turns the answer into a Result<T> and is called for 2xx only.
    template<typename Decode>
    auto fetch(const ApiRequest &request, Decode decode) -> QFuture<std::invoke_result_t<Decode, const ApiAnswer &>>;

    /// Streams the body of a 2xx answer into `target` (open, outlives the future) and gives its length in bytes.
    /// The future's progress is in KiB; its maximum is 0 while the length is unknown.
    QFuture<Result<qint64>> download(const ApiRequest &request, QIODevice *target);

    void cancelAll();
    /// Asks the server now whether it answers, instead of at the next probe.
    void probeNow();

    /// A shell line that repeats the request; the token is the variable $VOXDESK_TOKEN, passwords are left out.
    QString asCurl(const ApiRequest &request) const;
    QString lastRequestAsCurl() const; ///< empty before the first

signals:
    void connectionChanged(ConnectionState state, const QString &reason); ///< the reason is empty unless Offline
    /// A request waits because the server said so; `attempt` is the one that comes (2 or 3).
    void rateLimited(int seconds, int attempt);
    void rateLimitOver(); ///< no request waits any longer
    void rateLimitLow(int remaining, const QDateTime &resetAt); ///< fewer than ApiTiming::lowWater left
    void requestFinished(const QString &method, const QString &path, int status, qint64 milliseconds);

private:
    friend class ApiCall;
    using Finish = std::function<void(const Result<ApiAnswer> &)>;
    using Progress = std::function<void(qint64 received, qint64 total)>;

    /// Never finishes before it returns. `finish` is dropped uncalled when the call is cancelled.
    ApiCall *start(const ApiRequest &request, Finish finish, QIODevice *target = nullptr, Progress progress = {});
    static void tie(QFutureWatcherBase *watcher, ApiCall *call); ///< a cancelled future cancels its call
    void waitForToken(ApiCall *call);
    void renewed(const Result<Done> &result);
    void waitForStepUp(ApiCall *call);
    void observe(const QNetworkReply &reply);
    void connectionFailed(const Error &error);
    void setConnection(ConnectionState state, const QString &reason = {});
    void probe();
    void dropProbe();
    void waitingChanged(int delta);

    QNetworkAccessManager &m_network;
    ApiTiming m_timing;
    QUrl m_baseUrl;
    TokenSource *m_tokens = nullptr;
    StepUpPrompt *m_stepUp = nullptr;
    QString m_language;
    bool m_readOnly = false;
    bool m_renewing = false;
    QList<QPointer<ApiCall>> m_waitingForToken;
    QFuture<Result<Done>> m_proof; // that the person is there
    int m_proofNumber = 0; // of the question under way; an answer to an older one is not wanted
    QList<QPointer<ApiCall>> m_waitingForStepUp;
    int m_waitingForRate = 0;
    int m_lastRemaining = -1;
    ConnectionState m_connection = ConnectionState::Unknown;
    QTimer m_probeTimer;
    std::chrono::milliseconds m_probeDelay{0};
    QPointer<QNetworkReply> m_probeReply;
    ApiRequest m_last;
    bool m_hasLast = false;
};

template<typename Decode>
auto ApiClient::fetch(const ApiRequest &request, Decode decode)
    -> QFuture<std::invoke_result_t<Decode, const ApiAnswer &>>
{
    using R = std::invoke_result_t<Decode, const ApiAnswer &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    const auto future = promise->future();
    auto *watcher = new QFutureWatcher<R>;
    tie(watcher, start(request, [promise, decode = std::move(decode)](const Result<ApiAnswer> &answer) {
            promise->addResult(answer ? decode(*answer) : R(answer.error()));
            promise->finish();
        }));
    watcher->setFuture(future);
    return future;
}
