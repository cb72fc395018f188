// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/accesstoken.h"
#include "server/identity/signinwork.h"

#include <QObject>

namespace identity
{
struct SignInRequest {
    QString email; ///< normalized
    QString password;
    DeviceInfo device;
    Surface surface = Surface::V1;
    QHostAddress address;
    audit::Actor actor = {}; ///< as the request says
};

enum class Risk { Low, Medium, High };

struct SignedIn {
    UserRow row;
    std::optional<Challenge> challenge
        = {}; ///< the password was right and the second factor is awaited: no session yet
    Grant grant = {};
    QByteArray accessToken = {};
    bool isNewDevice = false;
    Risk risk = Risk::Low;
};

/// Sign in, stay signed in, sign out. One a worker, on its thread; the futures finish there.
class SignIn
{
public:
    explicit SignIn(IdentityContext &context);

    /// InvalidCredentials, the same and as slow for an unknown address as for a wrong password; AccountLocked with the
    /// seconds to wait. Only to who knows the password: AccountDisabled; Forbidden (the address is not confirmed, where
    /// it must be; the account has a second factor, which only v2 asks for).
    QFuture<Result<SignedIn>> signIn(const SignInRequest &request);
    /// The second half of a sign-in that answered a challenge; `code` of the authenticator or for recovery.
    /// AuthInvalid, AuthExpired: begin again. InvalidCredentials, AccountLocked, AccountDisabled.
    QFuture<Result<SignedIn>> verify(const FactorAttempt &attempt);
    /// AuthInvalid, AuthExpired.
    QFuture<Result<SignedIn>> refresh(const QByteArray &refreshToken, Surface surface, const audit::Actor &actor);
    /// Ends the actor's session.
    QFuture<Result<Done>> signOut(const audit::Actor &actor);

private:
    QFuture<Result<SignedIn>> decide(const Attempt &attempt, const Result<PasswordCheck> &check);
    QFuture<Result<SignedIn>> settle(std::function<Result<Verdict>(SignInWork &)> decision);
    void noteLocked(const Attempt &attempt);
    SignedIn granted(Verdict verdict);

    IdentityContext &m_context;
    AccessTokens m_tokens;
    QObject m_scope; // what waits for futures dies with it
};
}
