// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identitysettings.h"
#include "server/identity/secretbox.h"

#include <QDateTime>
#include <QStringList>

namespace identity
{
struct TwoFactorState {
    bool enabled = false;
    QDateTime enabledAt = {}; ///< UTC; invalid: not enabled
    int recoveryCodesLeft = 0;
};

/// What became of a code. Not an Error when it was refused, since a refusal is written down, too.
struct FactorCheck {
    bool accepted = false;
    int lockedSeconds = 0; ///< refused unseen: too many wrong codes of this account
    bool justLocked = false; ///< by this one
};

/// For people, of a code that was not accepted.
extern const QString WrongCode;

/// The rows of `two_factor` and `recovery_codes`. Changes belong on the writer's connection.
///
/// A code of the authenticator is good once: its time step is written down in the transaction that accepts it. Ten
/// wrong ones of an account within a quarter of an hour, from wherever they come, and none is looked at for the next
/// quarter: a guesser who knows the password has 960 tries a day at one of 333 333. The account's owner gets in all the
/// same, with a recovery code, which nobody guesses.
class TwoFactorStore
{
public:
    TwoFactorStore(store::Connection &connection, const IdentitySettings &settings, const SecretBox &secrets,
                   qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_secrets(secrets)
        , m_now(nowMs)
    {
    }

    static constexpr int RecoveryCodes = 10;

    Result<TwoFactorState> state(const QString &userId);
    Result<bool> isEnabled(const QString &userId);

    /// Makes a secret, in the place of one that was never confirmed. ResourceConflict: it is enabled.
    Result<QByteArray> enroll(const QString &organizationId, const QString &userId);
    /// Whether the code is one of the enrolled secret, which then counts from now on. ResourceConflict: it is enabled
    /// already, or nothing was enrolled.
    Result<FactorCheck> confirm(const QString &userId, const QString &code);
    /// Takes the place of all earlier ones. Told once; "abcd-efgh-jkmn-pqrs".
    Result<QStringList> newRecoveryCodes(const QString &userId);

    /// Accepts a code of the authenticator or a recovery code, and uses it up. Blanks and dashes do not matter.
    Result<FactorCheck> check(const QString &userId, const QString &code);
    Result<bool> remove(const QString &userId); ///< false: there was none, or it was not confirmed

private:
    struct Row;
    Result<std::optional<Row>> load(const QString &userId);
    Result<FactorCheck> checkStep(const QString &userId, const Row &row, const QString &code);
    Result<bool> useRecoveryCode(const QString &userId, const QString &code);
    Result<FactorCheck> wrong(const QString &userId);

    store::Connection &m_connection;
    const IdentitySettings &m_settings;
    const SecretBox &m_secrets;
    qint64 m_now;
};
}
