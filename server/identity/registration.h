// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/identitycontext.h"
#include "server/identity/userstore.h"

#include <QObject>

namespace identity
{
/// How people get in for the first time. One a worker, on its thread; the futures finish there.
class Registration
{
public:
    explicit Registration(IdentityContext &context)
        : m_context(context)
    {
    }

    /// ValidationError (address, tier not offered here, invitation not good), ResourceConflict (address taken). With an
    /// invitation's token (else empty) the user joins that organisation, on its tier.
    QFuture<Result<UserRow>> signUp(NewUser user, const QString &password, const QString &invitation,
                                    const audit::Actor &actor);
    /// The first administrator, with the token from issueSetupToken(). Forbidden: not that token; ResourceConflict:
    /// there is an administrator already, or the address is taken.
    QFuture<Result<UserRow>> setUp(const QString &token, NewUser user, const QString &password,
                                   const audit::Actor &actor);
    Result<bool> needsSetup();

private:
    /// What comes with a sign-up that not everybody may do.
    struct Tokens {
        QString setup = {};
        QString invitation = {};
    };
    QFuture<Result<UserRow>> insert(const NewUser &user, const QString &password, const Tokens &tokens,
                                    const audit::Actor &actor);

    IdentityContext &m_context;
    QObject m_scope; // what waits for futures dies with it
};

/// For `serve`: a fresh one-time token while there is no active administrator, to be printed; else empty. What the
/// database keeps is its hash. An older token is void from then on.
Result<QString> issueSetupToken(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs);

/// ValidationError (details "email", "password") unless somebody new may have this address and this password.
Result<Done> checkNewUser(const NewUser &user, const QString &password);

/// Of whoever gets a role without choosing a tier, from the setup page as from the command line: only plain users begin
/// with the free one.
constexpr Tier tierOf(Role role) { return role == Role::User ? Tier::Free : Tier::Enterprise; }

/// For `voxdeskd user create`: any role and tier, at once, in one transaction. `user.passwordHash` is ignored.
/// ValidationError (details "email", "password"), ResourceConflict.
Result<User> createUser(store::Connection &connection, PasswordHasher &hasher, const IdentitySettings &settings,
                        NewUser user, const QString &password, qint64 nowMs);

/// For `voxdeskd user password`: a new password at once, in one transaction; every session of that user ends. A server
/// that runs over the same database lets access tokens go on that it has seen already, until they expire.
/// ValidationError (details "password"), ResourceNotFound.
Result<Done> resetPassword(store::Connection &connection, PasswordHasher &hasher, const IdentitySettings &settings,
                           const QString &email, const QString &password, qint64 nowMs);
}
