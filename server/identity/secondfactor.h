// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/identitycontext.h"
#include "server/identity/twofactorstore.h"

#include <QHostAddress>
#include <QObject>

namespace identity
{
/// What an authenticator needs, until a code of it confirms that it has it.
struct Enrollment {
    QString secret; ///< base32
    QString uri; ///< otpauth://…
};

/// A user's second factor: on, off, and given again. Wrong codes are InvalidCredentials, too many AccountLocked. One a
/// worker, on its thread; the futures finish there.
class SecondFactor
{
public:
    explicit SecondFactor(IdentityContext &context)
        : m_context(context)
    {
    }

    Result<TwoFactorState> state(const QString &userId);
    /// ResourceConflict: it is on.
    QFuture<Result<Enrollment>> enroll(const audit::Actor &actor);
    /// Turns it on; answers the recovery codes. ResourceConflict: it is on, or nothing was enrolled.
    QFuture<Result<QStringList>> confirm(const QString &code, const audit::Actor &actor);
    QFuture<Result<QStringList>> renewRecoveryCodes(const QString &code, const audit::Actor &actor);
    QFuture<Result<Done>> disable(const QString &code, const audit::Actor &actor);
    /// Given again, for what asks for it; answers until when it counts, ms UTC.
    QFuture<Result<qint64>> stepUp(const QString &code, const audit::Actor &actor);
    /// By an administrator, for somebody who lost it: the user's sessions end, too; answers how many. ResourceNotFound.
    QFuture<Result<qint64>> reset(const QString &userId, const audit::Actor &actor);

private:
    struct Piece;
    template<typename T>
    QFuture<Result<T>> withCode(const QString &code, const audit::Actor &actor, bool confirms,
                                std::function<Result<T>(Piece &)> work);

    IdentityContext &m_context;
    QObject m_scope; // what waits for futures dies with it
};

/// For `voxdeskd user reset-2fa`: the same at once, in one transaction. Nothing: there was none. A server that runs
/// over the same database lets access tokens go on that it has seen already, until they expire. ResourceNotFound.
Result<std::optional<qint64>> resetTwoFactor(store::Connection &connection, const IdentitySettings &settings,
                                             const QString &email, const audit::Actor &actor, qint64 nowMs);
}
