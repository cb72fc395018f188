// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/auth/session.h"

#include "models/domain/async.h"
#include "services/api/apiclient.h"
#include "services/api/decode.h"
#include "services/api/whenover.h"
#include "services/auth/savedsignin.h"
#include "services/secrets/secretstore.h"

#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace
{
ApiRequest post(const QString &path, const QJsonObject &body)
{
    return {.method = ApiRequest::Method::Post, .path = path, .body = body, .credentials = false};
}

/// Whether the server has refused the session for good, rather than being busy or away.
bool isFinal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthInvalid:
    case ErrorCode::AuthExpired:
    case ErrorCode::InvalidCredentials:
    case ErrorCode::AccountDisabled:
    case ErrorCode::Forbidden:
    case ErrorCode::BadRequest:
    case ErrorCode::ValidationError:
    case ErrorCode::ResourceNotFound:
        return true;
    default:
        return false;
    }
}

QString endedBecause(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AuthExpired:
        return Session::tr("Your session has run out. Sign in again.");
    case ErrorCode::AccountDisabled:
        return Session::tr("This account has been disabled.");
    default:
        return Session::tr("Your session was ended on the server. Sign in again.");
    }
}

QString keyOf(const QString &profileId) { return SecretStore::key(profileId, u"refresh-token"_s); }
QString deviceKeyOf(const QString &profileId) { return SecretStore::key(profileId, u"device-id"_s); }

/// As people type what is shown in groups.
QString withoutBlanks(QString text) { return text.remove(u' '); }

template<typename T>
void settle(const std::shared_ptr<QPromise<Result<T>>> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

template<typename T>
std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}
}

Session::Session(ApiClient &client, SecretStore &secrets, QString profileId, QString server, QObject *parent,
                 SessionTiming timing)
    : QObject(parent)
    , m_client(client)
    , m_secrets(secrets)
    , m_profileId(std::move(profileId))
    , m_server(std::move(server))
    , m_timing(timing)
{
    m_client.setTokenSource(this);
    m_renewTimer.setSingleShot(true);
    connect(&m_renewTimer, &QTimer::timeout, this, [this] { renew(); });
}

Session::~Session()
{
    m_client.setTokenSource(nullptr);
    forgetTokens();
}

QDateTime Session::accessExpiresAt() const
{
    if (m_access.isEmpty())
        return {};
    return QDateTime::currentDateTimeUtc().addMSecs(
        duration_cast<milliseconds>(m_expires - steady_clock::now()).count());
}

bool Session::isExpiring() const
{
    return !m_access.isEmpty() && steady_clock::now() >= m_expires - std::min(m_timing.renewBefore, m_lifetime / 2);
}

QString Session::secretKey() const { return keyOf(m_profileId); }

QString Session::deviceKey() const { return deviceKeyOf(m_profileId); }

void Session::forgetSaved(SecretStore &secrets, const QString &profileId)
{
    secrets.remove(keyOf(profileId));
    secrets.remove(deviceKeyOf(profileId));
}

void Session::enter(SessionState state, const QString &reason)
{
    const bool same = m_state == state && m_reason == reason;
    m_state = state;
    m_reason = reason;
    if (!same)
        emit stateChanged(state, reason);
}

QFuture<Result<User>> Session::signIn(const QString &email, const QString &password, bool remember)
{
    const auto promise = startedPromise<User>();
    const QJsonObject body{{u"email"_s, email.trimmed()},
                           {u"password"_s, password},
                           {u"preferences"_s, QJsonObject{{u"rememberMe"_s, remember}}}};
    m_challenge.clear();
    whenOver(m_secrets.read(deviceKey()), this, [this, promise, body, remember](const Result<QByteArray> &saved) {
        QByteArray id = saved ? *saved : QByteArray();
        if (id.isEmpty()) {
            id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
            m_secrets.write(deviceKey(), id);
        }
        if (!promise->isCanceled())
            sendSignIn(promise, body, id, remember);
    });
    return promise->future();
}

void Session::sendSignIn(const UserPromise &promise, QJsonObject body, const QByteArray &deviceId, bool remember)
{
    body.insert(u"deviceInfo"_s,
                QJsonObject{{u"deviceId"_s, QString::fromLatin1(deviceId)},
                            {u"deviceName"_s, QSysInfo::machineHostName().left(200)},
                            {u"deviceType"_s, u"desktop"_s},
                            {u"userAgent"_s, u"voxdesk/" VOXDESK_VERSION ""_s}});
    whenOver(m_client.send(post(u"/api/v2/auth/login"_s, body)), this,
             [this, promise, remember](const Result<ApiAnswer> &answer) {
                 m_remember = remember;
                 taken(promise, answer);
             });
}

QFuture<Result<User>> Session::giveCode(const QString &code)
{
    if (m_challenge.isEmpty())
        return readyFuture(Result<User>(ErrorCode::AuthExpired));
    const auto promise = startedPromise<User>();
    const QJsonObject body{{u"challenge"_s, m_challenge}, {u"code"_s, withoutBlanks(code)}};
    whenOver(m_client.send(post(u"/api/v2/auth/2fa/verify"_s, body)), this,
             [this, promise](const Result<ApiAnswer> &answer) { taken(promise, answer); });
    return promise->future();
}

/// The answer to a sign-in or to its code: tokens, or the question for the code.
void Session::taken(const UserPromise &promise, const Result<ApiAnswer> &answer)
{
    if (!answer)
        return settle<User>(promise, answer.error());
    const QJsonObject security = decode::data(*answer).value("security"_L1).toObject();
    m_challenge = security.value("challenge"_L1).toString();
    if (security.value("requiresTwoFactor"_L1).toBool() && !m_challenge.isEmpty())
        return settle<User>(promise, Error{.code = ErrorCode::CodeRequired});
    if (const Result<Done> tokens = take(*answer); !tokens)
        return settle<User>(promise, tokens.error());
    loadUserThen(promise);
}

/// The end of every way in: the tokens are there, the person's role is not known yet.
void Session::loadUserThen(const UserPromise &promise)
{
    whenOver(m_client.fetch({.path = u"/api/v2/auth/profile"_s, .fresh = true},
                            [](const ApiAnswer &answer) { return decode::user(decode::data(answer)); }),
             this, [this, promise](const Result<User> &user) {
                 if (!user || promise->isCanceled()) {
                     const QString reason = user ? QString() : user.error().message;
                     forgetTokens();
                     enter(SessionState::SignedOut, reason);
                     return settle<User>(promise, user);
                 }
                 if (!m_user.id.isEmpty() && m_user.id != user->id)
                     m_client.cancelAll(); // what still waits is the person's before
                 m_user = *user;
                 saveRefreshToken();
                 emit userChanged(m_user);
                 enter(SessionState::SignedIn);
                 settle<User>(promise, user);
             });
}

QFuture<Result<User>> Session::restore()
{
    const auto promise = startedPromise<User>();
    enter(SessionState::Restoring);
    whenOver(m_secrets.read(secretKey()), this, [this, promise](const Result<QByteArray> &secret) {
        const auto saved = secret ? SavedSignIn::fromBytes(*secret) : std::nullopt;
        if (!saved || saved->server != m_server) {
            enter(SessionState::SignedOut);
            return settle<User>(promise, secret ? Error{ErrorCode::ResourceNotFound} : secret.error());
        }
        m_refresh = saved->refreshToken;
        m_remember = true;
        whenOver(renew(), this, [this, promise](const Result<Done> &renewed) {
            if (renewed)
                return loadUserThen(promise);
            m_renewTimer.stop();
            forgetTokens(); // the saved one stays, unless the server refused it
            if (m_state == SessionState::Restoring)
                enter(SessionState::SignedOut, renewed.error().message);
            settle<User>(promise, renewed.error());
        });
    });
    return promise->future();
}

QFuture<Result<Done>> Session::signOut()
{
    m_client.cancelAll();
    ApiRequest request = post(u"/api/v2/auth/logout"_s, {});
    request.body.reset();
    request.token = m_access;
    request.timeout = milliseconds(5000);
    const bool known = !m_access.isEmpty();
    m_secrets.remove(secretKey());
    forgetTokens();
    m_user = {};
    enter(SessionState::SignedOut);
    if (!known)
        return readyFuture(Result<Done>(Done{}));
    return m_client.fetch(request, [](const ApiAnswer &) { return Result<Done>(Done{}); });
}

QFuture<Result<User>> Session::setup(const QString &setupToken, const QString &email, const QString &password,
                                     bool remember)
{
    const auto promise = startedPromise<User>();
    const QJsonObject body{
        {u"token"_s, setupToken.trimmed()}, {u"email"_s, email.trimmed()}, {u"password"_s, password}};
    whenOver(m_client.send(post(u"/api/v2/auth/setup"_s, body)), this,
             [this, promise, email, password, remember](const Result<ApiAnswer> &answer) {
                 if (!answer)
                     return settle<User>(promise, answer.error());
                 whenOver(signIn(email, password, remember), this,
                          [promise](const Result<User> &user) { settle<User>(promise, user); });
             });
    return promise->future();
}

QFuture<Result<bool>> Session::needsSetup()
{
    return m_client.fetch(
        {.path = u"/api/v2/auth/setup"_s, .credentials = false, .fresh = true},
        [](const ApiAnswer &a) { return Result<bool>(decode::data(a).value("required"_L1).toBool()); });
}

QFuture<Result<User>> Session::reloadUser()
{
    const auto promise = startedPromise<User>();
    whenOver(m_client.fetch({.path = u"/api/v2/auth/profile"_s, .fresh = true},
                            [](const ApiAnswer &answer) { return decode::user(decode::data(answer)); }),
             this, [this, promise](const Result<User> &user) {
                 if (user && m_state == SessionState::SignedIn) {
                     m_user = *user;
                     emit userChanged(m_user);
                 }
                 settle<User>(promise, user);
             });
    return promise->future();
}

QFuture<Result<Done>> Session::renew()
{
    if (m_renewal.isRunning())
        return m_renewal;
    if (m_refresh.isEmpty())
        return readyFuture(Result<Done>(ErrorCode::AuthRequired));
    const auto promise = startedPromise<Done>();
    m_renewal = promise->future();
    if (m_remember) {
        whenOver(m_secrets.read(secretKey()), this, [this, promise](const Result<QByteArray> &secret) {
            adopt(secret);
            sendRenewal(promise);
        });
    } else {
        sendRenewal(promise);
    }
    return m_renewal;
}

/// Another console of this profile may have renewed the same sign-in: then ours is used up, and using it again would
/// end the session.
void Session::adopt(const Result<QByteArray> &secret)
{
    const auto saved = secret ? SavedSignIn::fromBytes(*secret) : std::nullopt;
    if (saved && saved->server == m_server && saved->userId == m_user.id && !m_refresh.isEmpty())
        m_refresh = saved->refreshToken;
}

void Session::sendRenewal(const DonePromise &promise)
{
    if (m_refresh.isEmpty()) // signed out meanwhile
        return settle<Done>(promise, ErrorCode::Canceled);
    const QJsonObject body{{u"refreshToken"_s, QString::fromLatin1(m_refresh)}};
    whenOver(m_client.send(post(u"/api/v2/auth/refresh"_s, body)), this,
             [this, promise](const Result<ApiAnswer> &answer) {
                 const Result<Done> taken = answer ? take(*answer) : Result<Done>(answer.error());
                 if (taken)
                     saveRefreshToken(); // it was rotated: the old one is worth nothing now
                 else
                     renewFailed(taken.error());
                 settle<Done>(promise, taken);
             });
}

void Session::renewFailed(const Error &error)
{
    if (error == ErrorCode::Canceled)
        return;
    if (!isFinal(error)) {
        if (m_state == SessionState::SignedIn)
            m_renewTimer.start(m_timing.retry);
        return;
    }
    const bool ranOut = error == ErrorCode::AuthExpired && m_state == SessionState::SignedIn;
    removeSaved(m_refresh);
    forgetTokens();
    enter(ranOut ? SessionState::Expired : SessionState::SignedOut, endedBecause(error));
}

Result<Done> Session::take(const ApiAnswer &answer)
{
    const QJsonObject tokens = decode::data(answer).value("tokens"_L1).toObject();
    const QByteArray access = tokens.value("accessToken"_L1).toString().toLatin1();
    const QByteArray refresh = tokens.value("refreshToken"_L1).toString().toLatin1();
    const qint64 expiresAt = tokens.value("expiresAt"_L1).toInteger();
    // Measured from the server's own clock, since this computer's may be wrong.
    const QDateTime now = answer.serverTime.isValid() ? answer.serverTime : QDateTime::currentDateTimeUtc();
    const milliseconds lifetime(expiresAt - now.toMSecsSinceEpoch());
    if (access.isEmpty() || refresh.isEmpty() || lifetime.count() <= 0)
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"no tokens in the answer to a sign-in"_s};
    m_access = access;
    m_refresh = refresh;
    m_lifetime = lifetime;
    m_expires = steady_clock::now() + lifetime;
    m_renewTimer.start(std::max(lifetime - std::min(m_timing.renewBefore, lifetime / 2), milliseconds(1)));
    return Done{};
}

void Session::saveRefreshToken()
{
    if (m_remember)
        m_secrets.write(secretKey(), SavedSignIn{m_server, m_user.id, m_refresh}.toBytes());
    else
        m_secrets.remove(secretKey());
}

/// Unless another console has saved a newer one.
void Session::removeSaved(const QByteArray &refreshToken)
{
    whenOver(m_secrets.read(secretKey()), this, [this, refreshToken](const Result<QByteArray> &secret) {
        const auto saved = secret ? SavedSignIn::fromBytes(*secret) : std::nullopt;
        if (!saved || saved->refreshToken == refreshToken)
            m_secrets.remove(secretKey());
    });
}

void Session::forgetTokens()
{
    m_renewTimer.stop();
    m_challenge.clear();
    m_access.fill('\0');
    m_access.clear();
    m_refresh.fill('\0');
    m_refresh.clear();
    m_lifetime = {};
}
