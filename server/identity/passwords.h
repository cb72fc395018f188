// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/identitycontext.h"
#include "server/identity/onetimetokens.h"
#include "server/identity/signinwork.h"

#include <QHostAddress>
#include <QObject>

namespace identity
{
/// Changing one's password, or resetting one that is forgotten; and proving that a mailbox is one's own. One a worker,
/// on its thread; the futures finish there.
class Passwords
{
public:
    explicit Passwords(IdentityContext &context)
        : m_context(context)
    {
    }

    /// Whether it is the password of the one who asks. InvalidCredentials, AccountLocked.
    QFuture<Result<Done>> confirm(const QString &password, const QHostAddress &address, const audit::Actor &actor);
    /// Ends every other session of the user; answers how many those were. InvalidCredentials, AccountLocked.
    QFuture<Result<qint64>> change(const QString &current, const QString &next, const QHostAddress &address,
                                   const audit::Actor &actor);

    /// Mails a code to whoever has the address, if somebody has. Nothing is answered, so that nobody learns who has an
    /// account: not by words, and not by the time it takes.
    void forgot(const QString &email);
    void resendVerification(const QString &email);
    /// With a code that forgot() mailed: the password is new, every session ends, the address is confirmed, and what
    /// was guessed wrong from where it is given is forgiven. Answers how many sessions ended. ValidationError
    /// ("token"): it is not good.
    QFuture<Result<qint64>> reset(const QString &token, const QString &next, const QHostAddress &address,
                                  const audit::Actor &actor);
    /// The address is confirmed. ValidationError ("token"): it is not good.
    QFuture<Result<Done>> verifyEmail(const QString &token, const audit::Actor &actor);

private:
    /// Answers what was looked at, when it was right.
    QFuture<Result<Attempt>> look(const QString &password, const QHostAddress &address, const audit::Actor &actor);
    QFuture<Result<qint64>> keep(const Attempt &attempt, const QString &hash);
    /// `from`: addressKey()
    QFuture<Result<qint64>> keepReset(const QString &token, const QString &hash, const QString &from,
                                      const audit::Actor &actor);
    void mailTo(const QString &email, TokenKind kind);

    IdentityContext &m_context;
    QObject m_scope; // what waits for futures dies with it
};
}
