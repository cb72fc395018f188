// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/signin.h"

#include "server/identity/ids.h"
#include "server/identity/later.h"
#include "server/identity/userstore.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace identity
{
/// One look at one password.
struct SignIn::Attempt {
    SignInRequest request;
    QString account; ///< the e-mail address failures count for
    QString address; ///< addressKey()
    QString userId; ///< empty: nobody has that address
    QString hash; ///< what the password is compared with
};

/// What the writer did. Not an Error when it refused, since a refusal is written down, too.
struct SignIn::Verdict {
    std::optional<Error> refusal = {};
    std::optional<UserRow> row = {};
    Grant grant = {};
    SeenDevice device = {};
    int recentFailures = 0;
};

namespace
{
Error locked(int seconds) { return {.code = ErrorCode::AccountLocked, .retryAfterSeconds = seconds}; }

Risk riskOf(const SeenDevice &device, int recentFailures)
{
    if (recentFailures >= 5 && (device.isNew || device.addressChanged))
        return Risk::High;
    if (recentFailures >= 3 || (device.isNew && device.hasOthers))
        return Risk::Medium;
    return Risk::Low;
}

QFuture<Result<Done>> waitFor(std::chrono::milliseconds delay, QObject *context)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    auto future = promise->future();
    const auto finish = [promise] {
        promise->addResult(Done{});
        promise->finish();
    };
    if (delay.count() == 0)
        finish();
    else
        QTimer::singleShot(delay, context, finish);
    return future;
}
}

SignIn::SignIn(IdentityContext &context)
    : m_context(context)
    , m_tokens(context.keys)
{
}

QFuture<Result<SignedIn>> SignIn::signIn(const SignInRequest &request)
{
    const qint64 now = m_context.now();
    Attempt attempt{
        .request = request, .account = request.email, .address = addressKey(request.address), .userId = {}, .hash = {}};
    const auto standing
        = LoginFailures(m_context.reads, *m_context.settings, now).standing(attempt.account, attempt.address);
    if (!standing)
        return readyFuture<Result<SignedIn>>(standing.error());
    if (standing->lockedSeconds > 0)
        return readyFuture<Result<SignedIn>>(locked(standing->lockedSeconds));
    UserStore users(m_context.reads, *m_context.settings, now);
    const auto user = users.byEmail(request.email);
    if (!user && user.error().code != ErrorCode::ResourceNotFound)
        return readyFuture<Result<SignedIn>>(user.error());
    if (user) {
        const auto hash = users.passwordHash(user->user.id);
        attempt.userId = user->user.id;
        attempt.hash = hash ? *hash : QString();
    }
    return later<Result<SignedIn>>(waitFor(standing->delay, &m_scope), &m_scope, [this, attempt](const Result<Done> &) {
        return later<Result<SignedIn>>(
            m_context.hasher.check(attempt.request.password, attempt.hash), &m_scope,
            [this, attempt](const Result<PasswordCheck> &check) { return decide(attempt, check); });
    });
}

QFuture<Result<SignedIn>> SignIn::decide(const Attempt &attempt, const Result<PasswordCheck> &check)
{
    if (!check)
        return readyFuture<Result<SignedIn>>(check.error());
    const auto written = check->matches ? open(attempt, check->rehashed) : refuse(attempt);
    return later<Result<SignedIn>>(written, &m_scope, [this](const Result<Verdict> &verdict) -> Result<SignedIn> {
        if (!verdict)
            return verdict.error();
        if (verdict->refusal)
            return *verdict->refusal;
        return granted(*verdict);
    });
}

QFuture<Result<SignIn::Verdict>> SignIn::refuse(const Attempt &attempt)
{
    const qint64 now = m_context.now();
    return m_context.writer.submit<Verdict>(
        [attempt, now, settings = m_context.settings](store::Connection &c) -> Result<Verdict> {
            LoginFailures failures(c, *settings, now);
            const auto standing = failures.standing(attempt.account, attempt.address);
            if (!standing)
                return standing.error();
            if (standing->lockedSeconds > 0)
                return Verdict{.refusal = locked(standing->lockedSeconds)};
            if (auto recorded = failures.record(attempt.account, attempt.address); !recorded)
                return recorded.error();
            return Verdict{.refusal = Error{.code = ErrorCode::InvalidCredentials}};
        });
}

QFuture<Result<SignIn::Verdict>> SignIn::open(const Attempt &attempt, const QString &rehashed)
{
    const qint64 now = m_context.now();
    const auto work = [attempt, rehashed, now, settings = m_context.settings,
                       keys = m_context.keys](store::Connection &c) -> Result<Verdict> {
        LoginFailures failures(c, *settings, now);
        UserStore users(c, *settings, now);
        // Looked at again: many guesses may have been under way at once, and the account may have changed meanwhile.
        const auto standing = failures.standing(attempt.account, attempt.address);
        if (!standing)
            return standing.error();
        if (standing->lockedSeconds > 0)
            return Verdict{.refusal = locked(standing->lockedSeconds)};
        const auto hash = users.passwordHash(attempt.userId);
        auto row = users.byId(attempt.userId);
        if (!row || !hash || *hash != attempt.hash)
            return Verdict{.refusal = Error{.code = ErrorCode::InvalidCredentials}};
        if (!row->user.active)
            return Verdict{.refusal = Error{.code = ErrorCode::AccountDisabled}};
        if (auto done = failures.forgive(attempt.account, attempt.address); !done)
            return done.error();
        if (auto done = rehashed.isEmpty() ? Result<Done>(Done{}) : users.setPassword(attempt.userId, rehashed); !done)
            return done.error();
        const SignInRequest &request = attempt.request;
        const QString address = request.address.toString();
        auto device = DeviceStore(c, now).see(attempt.userId, request.device, address);
        if (!device)
            return device.error();
        Hmac refreshKey(keys->refreshSecret());
        SessionStore sessions(c, *settings, now);
        auto grant = sessions.open({.userId = attempt.userId,
                                    .deviceId = device->id,
                                    .surface = request.surface,
                                    .address = address,
                                    .userAgent = request.device.userAgent},
                                   refreshKey);
        if (!grant)
            return grant.error();
        auto noted = c.execute(u"UPDATE users SET last_login_at = ? WHERE id = ?"_s, {now, attempt.userId});
        if (!noted)
            return noted.error();
        if (auto done = countToday(c, "login.succeeded"_L1, now); !done)
            return done.error();
        if (auto done = sessions.sweep(); !done)
            return done.error();
        row->user.lastLoginAt = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
        return Verdict{.row = *row, .grant = *grant, .device = *device, .recentFailures = standing->recentOfPair};
    };
    return m_context.writer.submit<Verdict>(work);
}

SignedIn SignIn::granted(Verdict verdict)
{
    const qint64 now = m_context.now();
    SignedIn in{.row = *std::move(verdict.row),
                .grant = std::move(verdict.grant),
                .accessToken = {},
                .issuedAtMs = now,
                .isNewDevice = verdict.device.isNew,
                .risk = riskOf(verdict.device, verdict.recentFailures)};
    const User &user = in.row.user;
    in.accessToken = m_tokens.write({.userId = user.id,
                                     .sessionId = in.grant.sessionId,
                                     .organizationId = user.organizationId,
                                     .tokenId = newId("jti"_L1, now),
                                     .email = user.email,
                                     .role = user.role,
                                     .tier = user.tier,
                                     .maxAgents = user.limits.maxAgents,
                                     .monthlyTokenQuota = user.limits.monthlyTokenQuota,
                                     .issuedAt = now / 1000,
                                     .expiresAt = in.grant.accessExpiresAt / 1000});
    return in;
}

QFuture<Result<SignedIn>> SignIn::refresh(const QByteArray &refreshToken, Surface surface)
{
    const qint64 now = m_context.now();
    struct Renewed {
        Rotation rotation;
        std::optional<UserRow> row;
    };
    const auto work = [refreshToken, surface, now, settings = m_context.settings,
                       keys = m_context.keys](store::Connection &c) -> Result<Renewed> {
        Hmac refreshKey(keys->refreshSecret());
        auto rotation = SessionStore(c, *settings, now).rotate(refreshToken, surface, refreshKey);
        if (!rotation)
            return rotation.error();
        if (rotation->refusal)
            return Renewed{*rotation, std::nullopt};
        auto row = UserStore(c, *settings, now).byId(rotation->userId);
        if (!row)
            return row.error();
        return Renewed{*rotation, *row};
    };
    return later<Result<SignedIn>>(m_context.writer.submit<Renewed>(work), &m_scope,
                                   [this](const Result<Renewed> &renewed) -> Result<SignedIn> {
                                       if (!renewed)
                                           return renewed.error();
                                       if (renewed->rotation.revoked)
                                           m_context.cache.evictSession(renewed->rotation.grant.sessionId);
                                       if (renewed->rotation.refusal)
                                           return *renewed->rotation.refusal;
                                       return granted({.row = renewed->row, .grant = renewed->rotation.grant});
                                   });
}

QFuture<Result<Done>> SignIn::signOut(const QString &sessionId)
{
    const qint64 now = m_context.now();
    const auto ended
        = m_context.writer.submit<bool>([sessionId, now, settings = m_context.settings](store::Connection &c) {
              return SessionStore(c, *settings, now).revoke(sessionId, u"signed out"_s);
          });
    return later<Result<Done>>(ended, &m_scope, [this, sessionId](const Result<bool> &done) -> Result<Done> {
        m_context.cache.evictSession(sessionId);
        return done ? Result<Done>(Done{}) : Result<Done>(done.error());
    });
}

QFuture<Result<qint64>> SignIn::changePassword(const api::Principal &principal, const QString &current,
                                               const QString &next, const QHostAddress &address)
{
    const qint64 now = m_context.now();
    UserStore users(m_context.reads, *m_context.settings, now);
    const auto user = users.byId(principal.userId);
    const auto hash = users.passwordHash(principal.userId);
    if (!user || !hash)
        return readyFuture<Result<qint64>>(user ? hash.error() : user.error());
    const Attempt attempt{.request = {},
                          .account = user->user.email,
                          .address = addressKey(address),
                          .userId = principal.userId,
                          .hash = *hash};
    const auto standing
        = LoginFailures(m_context.reads, *m_context.settings, now).standing(attempt.account, attempt.address);
    if (!standing)
        return readyFuture<Result<qint64>>(standing.error());
    if (standing->lockedSeconds > 0)
        return readyFuture<Result<qint64>>(locked(standing->lockedSeconds));
    const auto session = principal.sessionId;
    return later<Result<qint64>>(
        m_context.hasher.check(current, *hash), &m_scope,
        [this, attempt, session, next](const Result<PasswordCheck> &check) -> QFuture<Result<qint64>> {
            if (!check)
                return readyFuture<Result<qint64>>(check.error());
            if (!check->matches) {
                return later<Result<qint64>>(refuse(attempt), &m_scope,
                                             [](const Result<Verdict> &verdict) -> Result<qint64> {
                                                 return verdict ? *verdict->refusal : verdict.error();
                                             });
            }
            return later<Result<qint64>>(
                m_context.hasher.hash(next), &m_scope, [this, attempt, session](const Result<QString> &fresh) {
                    return fresh ? storePassword(attempt, session, *fresh) : readyFuture<Result<qint64>>(fresh.error());
                });
        });
}

QFuture<Result<qint64>> SignIn::storePassword(const Attempt &attempt, const QString &keepSession, const QString &hash)
{
    const qint64 now = m_context.now();
    const auto stored = m_context.writer.submit<qint64>(
        [attempt, keepSession, hash, now, settings = m_context.settings](store::Connection &c) -> Result<qint64> {
            UserStore users(c, *settings, now);
            const auto had = users.passwordHash(attempt.userId);
            if (!had || *had != attempt.hash)
                return ErrorCode::ResourceConflict;
            if (auto done = users.setPassword(attempt.userId, hash); !done)
                return done.error();
            return SessionStore(c, *settings, now).revokeAllOf(attempt.userId, u"password changed"_s, keepSession);
        });
    return later<Result<qint64>>(stored, &m_scope, [this, attempt](const Result<qint64> &ended) {
        m_context.cache.evictUser(attempt.userId);
        return ended;
    });
}
}
