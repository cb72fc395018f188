// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstate.h"
#include "models/domain/user.h"
#include "services/api/tokensource.h"

#include <QJsonObject>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>

class ApiClient;
class SecretStore;
struct ApiAnswer;

/// Waiting times, so that tests need not wait.
struct SessionTiming {
    std::chrono::milliseconds renewBefore{
        60'000}; ///< this long before the access token runs out (at most half its life)
    std::chrono::milliseconds retry{30'000}; ///< after a renewal that failed for a passing reason
};

/// Who is signed in to one server. The access token lives in memory only; the refresh token goes to the secret store if
/// the person wants to be remembered, and so does what tells this device from others. Renews before the token runs out;
/// when another console renewed the saved sign-in meanwhile, this one goes on with what that one got. GUI thread.
class Session : public QObject, public TokenSource
{
    Q_OBJECT
public:
    /// Becomes the client's token source; only one at a time does. `client` and `secrets` outlive it. `server` names
    /// where the profile leads: what was saved for another one is never sent.
    Session(ApiClient &client, SecretStore &secrets, QString profileId, QString server, QObject *parent = nullptr,
            SessionTiming timing = {});
    ~Session() override;

    /// Removes what is kept for a profile that is no more.
    static void forgetSaved(SecretStore &secrets, const QString &profileId);

    SessionState state() const { return m_state; }
    QString reason() const { return m_reason; } ///< why it is SignedOut or Expired, as a sentence; may be empty
    const User &user() const { return m_user; } ///< means something while SignedIn or Expired
    QDateTime accessExpiresAt() const; ///< UTC by this computer's clock; null: not signed in

    /// InvalidCredentials, AccountLocked (retryAfterSeconds), AccountDisabled, or what the pipeline says. CodeRequired:
    /// the password was right, and giveCode() goes on.
    QFuture<Result<User>> signIn(const QString &email, const QString &password, bool remember);
    /// The second step: a code of the authenticator, or a recovery code. InvalidCredentials or ValidationError: a wrong
    /// one, another may be tried. AuthInvalid, AuthExpired: signIn() has to come first, again.
    QFuture<Result<User>> giveCode(const QString &code);
    /// Tries the saved session. ResourceNotFound: there is none of this server. When the server cannot be reached the
    /// saved session stays.
    QFuture<Result<User>> restore();
    /// Ends the session here in any case, and on the server if it answers.
    QFuture<Result<Done>> signOut();
    /// Makes the first administrator with the server's one-time setup token, and signs in.
    QFuture<Result<User>> setup(const QString &setupToken, const QString &email, const QString &password,
                                bool remember);
    QFuture<Result<bool>> needsSetup(); ///< whether the server still lacks an administrator
    QFuture<Result<User>> reloadUser();

    QByteArray accessToken() const override { return m_access; }
    bool isExpiring() const override;
    QFuture<Result<Done>> renew() override;

signals:
    void stateChanged(SessionState state, const QString &reason);
    void userChanged(const User &user);

private:
    using UserPromise = std::shared_ptr<QPromise<Result<User>>>;

    void enter(SessionState state, const QString &reason = {});
    void sendSignIn(const UserPromise &promise, QJsonObject body, const QByteArray &deviceId, bool remember);
    void taken(const UserPromise &promise, const Result<ApiAnswer> &answer);
    Result<Done> take(const ApiAnswer &answer);
    void loadUserThen(const UserPromise &promise);
    using DonePromise = std::shared_ptr<QPromise<Result<Done>>>;
    void adopt(const Result<QByteArray> &secret);
    void sendRenewal(const DonePromise &promise);
    void renewFailed(const Error &error);
    void saveRefreshToken();
    void removeSaved(const QByteArray &refreshToken);
    void forgetTokens();
    QString secretKey() const;
    QString deviceKey() const;

    ApiClient &m_client;
    SecretStore &m_secrets;
    QString m_profileId;
    QString m_server;
    SessionTiming m_timing;
    SessionState m_state = SessionState::SignedOut;
    QString m_reason;
    User m_user;
    QByteArray m_access;
    QByteArray m_refresh;
    QString m_challenge; // of a sign-in whose code is missing
    bool m_remember = false;
    std::chrono::steady_clock::time_point m_expires; // the server's clock may differ from ours
    std::chrono::milliseconds m_lifetime{0};
    QTimer m_renewTimer;
    QFuture<Result<Done>> m_renewal;
};
