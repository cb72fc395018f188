// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/accesstoken.h"
#include "server/identity/devicestore.h"
#include "server/identity/identitycontext.h"
#include "server/identity/loginfailures.h"
#include "server/identity/sessionstore.h"

#include <QObject>

namespace identity
{
struct SignInRequest {
    QString email; ///< normalized
    QString password;
    DeviceInfo device;
    Surface surface = Surface::V1;
    QHostAddress address;
};

enum class Risk { Low, Medium, High };

struct SignedIn {
    UserRow row;
    Grant grant;
    QByteArray accessToken;
    qint64 issuedAtMs = 0; ///< UTC
    bool isNewDevice = false;
    Risk risk = Risk::Low;
};

/// Sign in, stay signed in, sign out, change the password. One a worker, on its thread; the futures finish there.
class SignIn
{
public:
    explicit SignIn(IdentityContext &context);

    /// InvalidCredentials, the same and as slow for an unknown address as for a wrong password; AccountLocked with the
    /// seconds to wait; AccountDisabled, only to who knows the password.
    QFuture<Result<SignedIn>> signIn(const SignInRequest &request);
    /// AuthInvalid, AuthExpired.
    QFuture<Result<SignedIn>> refresh(const QByteArray &refreshToken, Surface surface);
    QFuture<Result<Done>> signOut(const QString &sessionId);
    /// Ends every other session of the user; answers how many those were. InvalidCredentials, AccountLocked.
    QFuture<Result<qint64>> changePassword(const api::Principal &principal, const QString &current, const QString &next,
                                           const QHostAddress &address);

private:
    struct Attempt;
    struct Verdict;

    QFuture<Result<SignedIn>> decide(const Attempt &attempt, const Result<PasswordCheck> &check);
    QFuture<Result<Verdict>> refuse(const Attempt &attempt);
    QFuture<Result<Verdict>> open(const Attempt &attempt, const QString &rehashed);
    QFuture<Result<qint64>> storePassword(const Attempt &attempt, const QString &keepSession, const QString &hash);
    SignedIn granted(Verdict verdict);

    IdentityContext &m_context;
    AccessTokens m_tokens;
    QObject m_scope; // what waits for futures dies with it
};
}
