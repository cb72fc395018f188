// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/challengestore.h"
#include "server/identity/identitycontext.h"
#include "server/identity/loginfailures.h"
#include "server/identity/sessionstart.h"

namespace identity
{
/// One look at one password.
struct Attempt {
    QString account; ///< the e-mail address failures count for
    QString addressKey; ///< addressKey()
    QString userId = {}; ///< empty: nobody has that address
    QString hash = {}; ///< what the password is compared with
    DeviceInfo device = {};
    QHostAddress address = {};
    Surface surface = Surface::V1;
    audit::Actor actor = {}; ///< as the request says

    /// For the log, which keeps for good what it is told: people type passwords into the wrong field.
    QString shownAccount() const { return isEmail(account) ? account : QStringLiteral("(no address)"); }
};

/// One look at one code of a second factor.
struct FactorAttempt {
    QByteArray challenge;
    QString code;
    QHostAddress address = {};
    audit::Actor actor = {};
};

/// What the writer did. Not an Error when it refused, since a refusal is written down, too.
struct Verdict {
    std::optional<Error> refusal = {};
    std::optional<UserRow> row = {};
    std::optional<Challenge> challenge = {}; ///< the second factor is awaited; there is no grant yet
    Grant grant = {};
    SeenDevice device = {};
    int recentFailures = 0;
};

/// The part of signing in that runs in the writer's transaction: looks again at what may have changed meanwhile,
/// decides, and writes down what it decided. Made for one piece of work, on its connection.
class SignInWork
{
public:
    SignInWork(store::Connection &connection, const IdentitySettings &settings, const SigningKeys &keys,
               const SecretBox &secrets, qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_keys(keys)
        , m_secrets(secrets)
        , m_now(nowMs)
    {
    }

    Result<Verdict> refuse(const Attempt &attempt); ///< the password was wrong
    /// The password was right; `rehashed` takes the place of its hash unless it is empty.
    Result<Verdict> open(const Attempt &attempt, const QString &rehashed);
    Result<Verdict> verify(const FactorAttempt &attempt);

private:
    Result<std::optional<Error>> obstacle(const User &user);
    Result<Verdict> refused(const Attempt &attempt, const Error &error, const QString &reason);
    Result<Verdict> refused(const FactorAttempt &attempt, const User &user, const Error &error, const QString &reason);
    Result<Done> recordChallenge(const Attempt &attempt, const User &user, const SeenDevice &device);
    Result<Verdict> challenged(const Attempt &attempt, const UserRow &row, int recentFailures);
    Result<Verdict> wrongCode(const FactorAttempt &attempt, const User &user, bool justLocked);
    Result<Verdict> arrived(const QString &email, const Arrival &arrival);

    store::Connection &m_connection;
    const IdentitySettings &m_settings;
    const SigningKeys &m_keys;
    const SecretBox &m_secrets;
    qint64 m_now;
};

Error locked(int seconds); ///< AccountLocked
}
