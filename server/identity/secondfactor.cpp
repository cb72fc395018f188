// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/secondfactor.h"

#include "server/api/gate.h"
#include "server/identity/accountmail.h"
#include "server/identity/later.h"
#include "server/identity/sessionstore.h"
#include "server/identity/signinwork.h"
#include "server/identity/totp.h"
#include "server/identity/userrecord.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
/// A change to somebody's second factor: told to the audit and to its owner.
Result<Done> tell(store::Connection &c, const audit::Actor &actor, const User &user, const QString &action,
                  Notice notice, qint64 now)
{
    if (auto recorded = audit::record(c, actor, changeOf(action, user), now); !recorded)
        return recorded;
    return mail::enqueue(c, noticeMail(notice, user.email, now), now);
}

/// Of a user who lost it; answers how many sessions ended with it. Nothing: there was none.
Result<std::optional<qint64>> removeFactor(store::Connection &c, const IdentitySettings &settings, const User &user,
                                           const audit::Actor &actor, qint64 now)
{
    const SecretBox none; // what is removed needs not be opened
    const auto removed = TwoFactorStore(c, settings, none, now).remove(user.id);
    if (!removed)
        return removed.error();
    if (!*removed)
        return std::optional<qint64>();
    const auto ended = SessionStore(c, settings, now).revokeAllOf(user.id, u"second factor reset"_s);
    if (!ended)
        return ended.error();
    if (auto told = tell(c, actor, user, u"two_factor.reset"_s, Notice::TwoFactorReset, now); !told)
        return told.error();
    return std::optional(*ended);
}

/// What a code that was not accepted answers; it is written down already.
Error refusalOf(const FactorCheck &check)
{
    if (check.lockedSeconds > 0)
        return locked(check.lockedSeconds);
    return {.code = ErrorCode::InvalidCredentials, .message = u"Wrong code"_s, .details = {{u"code"_s, WrongCode}}};
}
}

/// One piece of the writer's work.
struct SecondFactor::Piece {
    store::Connection &connection;
    const IdentitySettings &settings;
    TwoFactorStore &factors;
    const User &user;
    const audit::Actor &actor;
    qint64 now;
};

Result<TwoFactorState> SecondFactor::state(const QString &userId)
{
    return TwoFactorStore(m_context.reads, *m_context.settings, m_context.secrets, m_context.now()).state(userId);
}

QFuture<Result<Enrollment>> SecondFactor::enroll(const audit::Actor &actor)
{
    if (!m_context.secrets.put)
        return readyFuture<Result<Enrollment>>(ErrorCode::ServiceUnavailable);
    return m_context.writer.submit<Enrollment>(
        [actor, now = m_context.now(), settings = m_context.settings,
         secrets = m_context.secrets](store::Connection &c) -> Result<Enrollment> {
            const auto secret = TwoFactorStore(c, *settings, secrets, now).enroll(actor.organizationId, actor.userId);
            if (!secret)
                return secret.error();
            return Enrollment{.secret = base32(*secret), .uri = otpauthUri(*secret, actor.email)};
        });
}

/// Runs `work` in the transaction in which the code was accepted and used up. A refusal is kept, too: failures count.
template<typename T>
QFuture<Result<T>> SecondFactor::withCode(const QString &code, const audit::Actor &actor, bool confirms,
                                          std::function<Result<T>(Piece &)> work)
{
    /// What the piece did. Not an Error when it refused, since a refusal is written down, too.
    struct Given {
        std::optional<Error> refusal;
        std::optional<T> value;
    };
    const auto submitted
        = [code, actor, confirms, work = std::move(work), now = m_context.now(), settings = m_context.settings,
           secrets = m_context.secrets](store::Connection &c) -> Result<Given> {
        // Another server may be signing somebody in by the password alone: that session is waited for, and ended.
        if (const auto held = store::lockRow(c, "users"_L1, actor.userId); !held)
            return held.error();
        const auto row = UserStore(c, *settings, now).byId(actor.userId);
        if (!row)
            return row.error();
        TwoFactorStore factors(c, *settings, secrets, now);
        const auto checked = confirms ? factors.confirm(actor.userId, code) : factors.check(actor.userId, code);
        if (!checked)
            return checked.error();
        if (checked->justLocked) {
            auto told = mail::enqueue(c, noticeMail(Notice::CodesGuessed, row->user.email, now), now);
            if (!told)
                return told.error();
        }
        if (!checked->accepted) {
            const QString reason = checked->lockedSeconds > 0 ? u"account_locked"_s : u"two_factor"_s;
            if (auto told = audit::recordFailedSignIn(c, actor, row->user.email, reason, now); !told)
                return told.error();
            return Given{refusalOf(*checked), {}};
        }
        Piece piece{c, *settings, factors, row->user, actor, now};
        if (auto kept = SessionStore(c, *settings, now).giveSecondFactor(actor.sessionId); !kept)
            return kept.error();
        auto value = work(piece);
        return value ? Result<Given>(Given{{}, *std::move(value)}) : Result<Given>(value.error());
    };
    return later<Result<T>>(m_context.writer.submit<Given>(submitted), &m_scope,
                            [this, id = actor.userId](const Result<Given> &done) -> Result<T> {
                                if (!done)
                                    return done.error();
                                if (done->refusal)
                                    return *done->refusal;
                                m_context.cache.evictUser(id);
                                return *done->value;
                            });
}

QFuture<Result<QStringList>> SecondFactor::confirm(const QString &code, const audit::Actor &actor)
{
    return withCode<QStringList>(code, actor, true, [](Piece &p) -> Result<QStringList> {
        auto codes = p.factors.newRecoveryCodes(p.user.id);
        if (!codes)
            return codes;
        // Whoever else is signed in by the password alone must give the factor too.
        const auto ended = SessionStore(p.connection, p.settings, p.now)
                               .revokeAllOf(p.user.id, u"second factor enabled"_s, p.actor.sessionId);
        if (!ended)
            return ended.error();
        const auto told = tell(p.connection, p.actor, p.user, u"two_factor.enabled"_s, Notice::TwoFactorOn, p.now);
        return told ? codes : Result<QStringList>(told.error());
    });
}

QFuture<Result<QStringList>> SecondFactor::renewRecoveryCodes(const QString &code, const audit::Actor &actor)
{
    return withCode<QStringList>(code, actor, false, [](Piece &p) -> Result<QStringList> {
        auto codes = p.factors.newRecoveryCodes(p.user.id);
        if (!codes)
            return codes;
        const auto told = tell(p.connection, p.actor, p.user, u"recovery_codes.renewed"_s, Notice::CodesRenewed, p.now);
        return told ? codes : Result<QStringList>(told.error());
    });
}

QFuture<Result<Done>> SecondFactor::disable(const QString &code, const audit::Actor &actor)
{
    return withCode<Done>(code, actor, false, [](Piece &p) -> Result<Done> {
        if (auto removed = p.factors.remove(p.user.id); !removed)
            return removed.error();
        return tell(p.connection, p.actor, p.user, u"two_factor.disabled"_s, Notice::TwoFactorOff, p.now);
    });
}

QFuture<Result<qint64>> SecondFactor::stepUp(const QString &code, const audit::Actor &actor)
{
    return withCode<qint64>(code, actor, false, [](Piece &p) -> Result<qint64> {
        if (auto recorded = audit::record(p.connection, p.actor, changeOf(u"session.stepped_up"_s, p.user), p.now);
            !recorded)
            return recorded.error();
        return p.now + api::StepUpMs;
    });
}

QFuture<Result<qint64>> SecondFactor::reset(const QString &userId, const audit::Actor &actor)
{
    const auto work = [userId, actor, now = m_context.now(),
                       settings = m_context.settings](store::Connection &c) -> Result<qint64> {
        const auto row = UserStore(c, *settings, now).byId(userId);
        if (!row)
            return row.error();
        const auto ended = removeFactor(c, *settings, row->user, actor, now);
        return ended ? Result<qint64>(ended->value_or(0)) : Result<qint64>(ended.error());
    };
    return later<Result<qint64>>(m_context.writer.submit<qint64>(work), &m_scope,
                                 [this, userId](const Result<qint64> &ended) {
                                     m_context.cache.evictUser(userId);
                                     return ended;
                                 });
}

Result<std::optional<qint64>> resetTwoFactor(store::Connection &c, const IdentitySettings &settings,
                                             const QString &email, const audit::Actor &actor, qint64 now)
{
    store::Transaction transaction(c);
    if (!transaction.isOpen())
        return transaction.error();
    const auto row = UserStore(c, settings, now).byEmail(normalizedEmail(email));
    if (!row)
        return row.error();
    const auto ended = removeFactor(c, settings, row->user, actor, now);
    if (!ended)
        return ended;
    if (auto done = transaction.commit(); !done)
        return done.error();
    return ended;
}
}
