// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/signin.h"

#include "server/identity/ids.h"
#include "server/identity/later.h"
#include "server/identity/userrecord.h"
#include "server/identity/userstore.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
/// What is known of the device, of where it is, and of who tried before.
Risk riskOf(const SeenDevice &device, int recentFailures)
{
    const bool unusual = device.isNew || device.addressIsNew;
    if ((recentFailures >= 5 && unusual) || (recentFailures >= 3 && device.isNew && device.addressIsNew))
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
    Attempt attempt{.account = request.email,
                    .addressKey = addressKey(request.address),
                    .device = request.device,
                    .address = request.address,
                    .surface = request.surface,
                    .actor = request.actor};
    const auto standing
        = LoginFailures(m_context.reads, *m_context.settings, now).standing(attempt.account, attempt.addressKey);
    if (!standing)
        return readyFuture<Result<SignedIn>>(standing.error());
    UserStore users(m_context.reads, *m_context.settings, now);
    const auto user = users.byEmail(request.email);
    if (!user && user.error().code != ErrorCode::ResourceNotFound)
        return readyFuture<Result<SignedIn>>(user.error());
    if (user) {
        const auto hash = users.passwordHash(user->user.id);
        attempt.userId = user->user.id;
        attempt.actor
            = attempt.actor.as(user->user.id, user->user.email, user->user.organizationId); // whom it is about
        attempt.hash = hash ? *hash : QString();
    }
    if (standing->lockedSeconds > 0) {
        noteLocked(attempt);
        return readyFuture<Result<SignedIn>>(locked(standing->lockedSeconds));
    }
    const auto look = [this, attempt, password = request.password](const Result<Done> &) {
        return later<Result<SignedIn>>(
            m_context.hasher.check(password, attempt.hash), &m_scope,
            [this, attempt](const Result<PasswordCheck> &check) { return decide(attempt, check); });
    };
    return later<Result<SignedIn>>(waitFor(standing->delay, &m_scope), &m_scope, look);
}

QFuture<Result<SignedIn>> SignIn::decide(const Attempt &attempt, const Result<PasswordCheck> &check)
{
    if (!check)
        return readyFuture<Result<SignedIn>>(check.error());
    return settle([attempt, check = *check](SignInWork &work) {
        return check.matches ? work.open(attempt, check.rehashed) : work.refuse(attempt);
    });
}

QFuture<Result<SignedIn>> SignIn::settle(std::function<Result<Verdict>(SignInWork &)> decision)
{
    const auto piece = [decision = std::move(decision), now = m_context.now(), settings = m_context.settings,
                        keys = m_context.keys, secrets = m_context.secrets](store::Connection &c) {
        SignInWork work(c, *settings, *keys, secrets, now);
        return decision(work);
    };
    const auto written = m_context.writer.submit<Verdict>(piece);
    return later<Result<SignedIn>>(written, &m_scope, [this](const Result<Verdict> &verdict) -> Result<SignedIn> {
        if (!verdict)
            return verdict.error();
        if (verdict->refusal)
            return *verdict->refusal;
        return granted(*verdict);
    });
}

/// The answer does not wait for it.
void SignIn::noteLocked(const Attempt &attempt)
{
    static_cast<void>(m_context.writer.submit<Done>([attempt, now = m_context.now()](store::Connection &c) {
        return audit::recordFailedSignIn(c, attempt.actor, attempt.shownAccount(), u"account_locked"_s, now);
    }));
}

QFuture<Result<SignedIn>> SignIn::verify(const FactorAttempt &attempt)
{
    return settle([attempt](SignInWork &work) { return work.verify(attempt); });
}

SignedIn SignIn::granted(Verdict verdict)
{
    const qint64 now = m_context.now();
    SignedIn in{.row = *std::move(verdict.row),
                .challenge = std::move(verdict.challenge),
                .grant = std::move(verdict.grant),
                .isNewDevice = verdict.device.isNew,
                .risk = riskOf(verdict.device, verdict.recentFailures)};
    if (in.challenge)
        return in;
    if (verdict.device.endedSessions)
        m_context.cache.evictUser(in.row.user.id);
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
                                     .issuedAt = in.grant.accessIssuedAt / 1000,
                                     .expiresAt = in.grant.accessExpiresAt / 1000});
    return in;
}

QFuture<Result<SignedIn>> SignIn::refresh(const QByteArray &refreshToken, Surface surface, const audit::Actor &actor)
{
    const qint64 now = m_context.now();
    struct Renewed {
        Rotation rotation;
        std::optional<UserRow> row;
    };
    const auto work = [refreshToken, surface, actor, now, settings = m_context.settings,
                       keys = m_context.keys](store::Connection &c) -> Result<Renewed> {
        Hmac refreshKey(keys->refreshSecret());
        auto rotation = SessionStore(c, *settings, now).rotate(refreshToken, surface, refreshKey);
        if (!rotation)
            return rotation.error();
        if (rotation->refusal && !rotation->revoked)
            return Renewed{*rotation, std::nullopt};
        auto row = UserStore(c, *settings, now).byId(rotation->userId);
        if (!row)
            return row.error();
        if (rotation->revoked) {
            // Of the user: whose session it was is to see it.
            audit::Change change = changeOf(u"session.revoked"_s, row->user);
            change.after
                = {{u"reason"_s, u"a used refresh token came again"_s}, {u"session_id"_s, rotation->grant.sessionId}};
            if (auto recorded = audit::record(c, actor, change, now); !recorded)
                return recorded.error();
        }
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

QFuture<Result<Done>> SignIn::signOut(const audit::Actor &actor)
{
    const auto work
        = [actor, now = m_context.now(), settings = m_context.settings](store::Connection &c) -> Result<Done> {
        const auto ended = SessionStore(c, *settings, now).revoke(actor.sessionId, u"signed out"_s);
        if (!ended)
            return ended.error();
        return audit::record(c, actor,
                             {.action = u"session.ended"_s,
                              .targetType = u"session"_s,
                              .targetId = actor.sessionId,
                              .targetLabel = actor.email,
                              .organizationId = actor.organizationId},
                             now);
    };
    return later<Result<Done>>(m_context.writer.submit<Done>(work), &m_scope,
                               [this, id = actor.sessionId](const Result<Done> &done) {
                                   m_context.cache.evictSession(id);
                                   return done;
                               });
}
}
