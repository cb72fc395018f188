// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/passwords.h"

#include "server/identity/accountmail.h"
#include "server/identity/accountstore.h"
#include "server/identity/later.h"
#include "server/identity/signinwork.h"
#include "server/identity/userrecord.h"
#include "server/store/rowlock.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Q_LOGGING_CATEGORY(lcPasswords, "voxdesk.identity.passwords")

Error badToken()
{
    return {.code = ErrorCode::ValidationError,
            .message = u"This code is not good"_s,
            .details = {{u"token"_s, u"It is not a code that was mailed, or it was used, or its time is over"_s}}};
}

/// AccountLocked: too many guesses were wrong lately.
Result<Done> notLocked(store::Connection &c, const IdentitySettings &settings, const Attempt &attempt, qint64 now)
{
    const auto standing = LoginFailures(c, settings, now).standing(attempt.account, attempt.addressKey);
    if (!standing)
        return standing.error();
    return standing->lockedSeconds > 0 ? Result<Done>(locked(standing->lockedSeconds)) : Result<Done>(Done{});
}

/// The user's tokens are used up, this one with them; who comes second finds nothing.
Result<Done> useUp(store::Connection &c, TokenKind kind, const QString &userId, qint64 now)
{
    const auto dropped = OneTimeTokens(c, kind, now).dropOf(userId);
    if (!dropped)
        return dropped.error();
    return *dropped > 0 ? Result<Done>(Done{}) : badToken();
}

/// Whoever a token was mailed to, unless the account has another address by now. Nobody resets the password of an
/// account that is shut.
Result<UserRow> ownerOf(store::Connection &c, TokenKind kind, const QString &token, const IdentitySettings &settings,
                        qint64 now)
{
    const auto owner = OneTimeTokens(c, kind, now).find(token);
    if (!owner)
        return owner.error();
    if (!*owner)
        return badToken();
    auto row = UserStore(c, settings, now).byId((*owner)->userId);
    if (row && (row->user.email != (*owner)->email || (kind == TokenKind::ResetPassword && !row->user.active)))
        return badToken();
    return row;
}

/// The same, who stays as found until the transaction ends: another server may be giving the account another address.
Result<UserRow> heldOwnerOf(store::Connection &c, TokenKind kind, const QString &token,
                            const IdentitySettings &settings, qint64 now)
{
    const auto found = ownerOf(c, kind, token, settings, now);
    if (!found)
        return found;
    const auto held = store::lockRow(c, "users"_L1, found->user.id);
    return held ? ownerOf(c, kind, token, settings, now) : Result<UserRow>(held.error());
}

Result<Done> confirmEmail(store::Connection &c, const UserRow &row, const audit::Actor &actor, qint64 now)
{
    if (row.user.emailVerified)
        return Done{};
    if (auto confirmed = AccountStore(c, now).confirmEmail(row.user.id); !confirmed)
        return confirmed;
    audit::Change change = changeOf(u"email.verified"_s, row.user);
    change.before = {{u"email_verified"_s, false}};
    change.after = {{u"email_verified"_s, true}};
    return audit::record(c, actor, change, now);
}
}

QFuture<Result<Attempt>> Passwords::look(const QString &password, const QHostAddress &address,
                                         const audit::Actor &actor)
{
    const qint64 now = m_context.now();
    UserStore users(m_context.reads, *m_context.settings, now);
    const auto user = users.byId(actor.userId);
    const auto hash = users.passwordHash(actor.userId);
    if (!user || !hash)
        return readyFuture<Result<Attempt>>(user ? hash.error() : user.error());
    const Attempt attempt{.account = user->user.email,
                          .addressKey = addressKey(address),
                          .userId = actor.userId,
                          .hash = *hash,
                          .actor = actor};
    if (auto open = notLocked(m_context.reads, *m_context.settings, attempt, now); !open)
        return readyFuture<Result<Attempt>>(open.error());
    return later<Result<Attempt>>(
        m_context.hasher.check(password, *hash), &m_scope,
        [this, attempt](const Result<PasswordCheck> &check) -> QFuture<Result<Attempt>> {
            if (!check || check->matches)
                return readyFuture<Result<Attempt>>(check ? Result<Attempt>(attempt) : Result<Attempt>(check.error()));
            const auto refuse = [attempt, now = m_context.now(), settings = m_context.settings, keys = m_context.keys,
                                 secrets = m_context.secrets](store::Connection &c) {
                return SignInWork(c, *settings, *keys, secrets, now).refuse(attempt);
            };
            return later<Result<Attempt>>(m_context.writer.submit<Verdict>(refuse), &m_scope,
                                          [](const Result<Verdict> &verdict) -> Result<Attempt> {
                                              return verdict ? *verdict->refusal : verdict.error();
                                          });
        });
}

QFuture<Result<Done>> Passwords::confirm(const QString &password, const QHostAddress &address,
                                         const audit::Actor &actor)
{
    return later<Result<Done>>(look(password, address, actor), &m_scope,
                               [this](const Result<Attempt> &found) -> QFuture<Result<Done>> {
                                   if (!found)
                                       return readyFuture<Result<Done>>(found.error());
                                   // Looked at again: many guesses may have been under way at once.
                                   return m_context.writer.submit<Done>(
                                       [attempt = *found, now = m_context.now(), settings = m_context.settings](
                                           store::Connection &c) { return notLocked(c, *settings, attempt, now); });
                               });
}

QFuture<Result<qint64>> Passwords::change(const QString &current, const QString &next, const QHostAddress &address,
                                          const audit::Actor &actor)
{
    return later<Result<qint64>>(
        look(current, address, actor), &m_scope, [this, next](const Result<Attempt> &found) -> QFuture<Result<qint64>> {
            if (!found)
                return readyFuture<Result<qint64>>(found.error());
            return later<Result<qint64>>(
                m_context.hasher.hash(next), &m_scope, [this, attempt = *found](const Result<QString> &fresh) {
                    return fresh ? keep(attempt, *fresh) : readyFuture<Result<qint64>>(fresh.error());
                });
        });
}

QFuture<Result<qint64>> Passwords::keep(const Attempt &attempt, const QString &hash)
{
    const auto work = [attempt, hash, now = m_context.now(),
                       settings = m_context.settings](store::Connection &c) -> Result<qint64> {
        const audit::Actor &actor = attempt.actor;
        // Two servers may change it at once; and many guesses may have been under way.
        if (const auto held = store::lockRow(c, "users"_L1, attempt.userId); !held)
            return held.error();
        if (auto open = notLocked(c, *settings, attempt, now); !open)
            return open.error();
        UserStore users(c, *settings, now);
        const auto had = users.passwordHash(attempt.userId);
        const auto row = users.byId(attempt.userId);
        if (!row || !had || *had != attempt.hash)
            return ErrorCode::ResourceConflict;
        if (auto done = users.setPassword(attempt.userId, hash); !done)
            return done.error();
        auto ended
            = SessionStore(c, *settings, now).revokeAllOf(attempt.userId, u"password changed"_s, actor.sessionId);
        if (!ended)
            return ended;
        if (auto told = mail::enqueue(c, noticeMail(Notice::PasswordChanged, attempt.account, now), now); !told)
            return told.error();
        audit::Change change = changeOf(u"password.changed"_s, row->user);
        change.after = {{u"password"_s, u"changed"_s}, {u"sessions_ended"_s, *ended}};
        const auto recorded = audit::record(c, actor, change, now);
        return recorded ? ended : Result<qint64>(recorded.error());
    };
    return later<Result<qint64>>(m_context.writer.submit<qint64>(work), &m_scope,
                                 [this, id = attempt.userId](const Result<qint64> &ended) {
                                     m_context.cache.evictUser(id);
                                     return ended;
                                 });
}

void Passwords::forgot(const QString &email) { mailTo(email, TokenKind::ResetPassword); }

void Passwords::resendVerification(const QString &email) { mailTo(email, TokenKind::VerifyEmail); }

void Passwords::mailTo(const QString &email, TokenKind kind)
{
    // Nobody waits for it: what it finds must not be told by the time it takes.
    const auto piece
        = [email, kind, now = m_context.now(), settings = m_context.settings](store::Connection &c) -> Result<Done> {
        const auto row = UserStore(c, *settings, now).byEmail(email);
        if (!row)
            return row.error() == ErrorCode::ResourceNotFound ? Result<Done>(Done{}) : row.error();
        const bool wanted = kind == TokenKind::VerifyEmail ? !row->user.emailVerified : row->user.active;
        return wanted ? mailToken(c, kind, {row->user.id, email}, now) : Result<Done>(Done{});
    };
    whenDone(m_context.writer.submit<Done>(piece), &m_scope, [](const Result<Done> &done) {
        if (!done)
            qCWarning(lcPasswords).noquote() << "a code was not mailed:" << done.error().log;
    });
}

QFuture<Result<qint64>> Passwords::reset(const QString &token, const QString &next, const QHostAddress &address,
                                         const audit::Actor &actor)
{
    // Before the costly hash; the change decides.
    const auto owner = ownerOf(m_context.reads, TokenKind::ResetPassword, token, *m_context.settings, m_context.now());
    if (!owner)
        return readyFuture<Result<qint64>>(owner.error());
    return later<Result<qint64>>(m_context.hasher.hash(next), &m_scope,
                                 [this, token, from = addressKey(address), actor](const Result<QString> &hash) {
                                     return hash ? keepReset(token, *hash, from, actor)
                                                 : readyFuture<Result<qint64>>(hash.error());
                                 });
}

QFuture<Result<qint64>> Passwords::keepReset(const QString &token, const QString &hash, const QString &from,
                                             const audit::Actor &actor)
{
    struct Reset {
        QString userId;
        qint64 ended = 0;
    };
    const auto work = [token, hash, from, actor, now = m_context.now(),
                       settings = m_context.settings](store::Connection &c) -> Result<Reset> {
        const auto row = heldOwnerOf(c, TokenKind::ResetPassword, token, *settings, now);
        if (!row)
            return row.error();
        const User &user = row->user;
        const audit::Actor owner = actor.as(user.id, user.email, user.organizationId);
        if (auto used = useUp(c, TokenKind::ResetPassword, user.id, now); !used)
            return used.error();
        if (auto done = UserStore(c, *settings, now).setPassword(user.id, hash); !done)
            return done.error();
        const auto ended = SessionStore(c, *settings, now).revokeAllOf(user.id, u"password reset"_s);
        if (!ended)
            return ended.error();
        if (auto confirmed = confirmEmail(c, *row, owner, now); !confirmed)
            return confirmed.error();
        // What was guessed wrong was the old one, most likely by who forgot it.
        if (auto forgiven = LoginFailures(c, *settings, now).forgive(user.email, from); !forgiven)
            return forgiven.error();
        if (auto told = mail::enqueue(c, noticeMail(Notice::PasswordReset, user.email, now), now); !told)
            return told.error();
        audit::Change change = changeOf(u"password.reset"_s, user);
        change.after = {{u"password"_s, u"changed"_s}, {u"sessions_ended"_s, *ended}};
        if (auto recorded = audit::record(c, owner, change, now); !recorded)
            return recorded.error();
        return Reset{user.id, *ended};
    };
    return later<Result<qint64>>(m_context.writer.submit<Reset>(work), &m_scope,
                                 [this](const Result<Reset> &reset) -> Result<qint64> {
                                     if (!reset)
                                         return reset.error();
                                     m_context.cache.evictUser(reset->userId);
                                     return reset->ended;
                                 });
}

QFuture<Result<Done>> Passwords::verifyEmail(const QString &token, const audit::Actor &actor)
{
    const auto work
        = [token, actor, now = m_context.now(), settings = m_context.settings](store::Connection &c) -> Result<Done> {
        const auto row = heldOwnerOf(c, TokenKind::VerifyEmail, token, *settings, now);
        if (!row)
            return row.error();
        const User &user = row->user;
        if (auto used = useUp(c, TokenKind::VerifyEmail, user.id, now); !used)
            return used;
        return confirmEmail(c, *row, actor.as(user.id, user.email, user.organizationId), now);
    };
    return m_context.writer.submit<Done>(work);
}
}
