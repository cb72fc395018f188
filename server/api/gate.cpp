// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/gate.h"

using namespace Qt::StringLiterals;

namespace
{
constexpr int Hour = 3600;
constexpr int Minute = 60;

Result<Done> keyMayCall(const api::Route &route, http::Method method, const api::Principal &principal)
{
    if (!api::acceptsKeys(route))
        return Error{ErrorCode::Forbidden, u"An access key cannot be used here."_s};
    // A key does nothing that its creator may not do.
    const bool ownerGone = route.access == api::Access::Owner && principal.organizationRole != OrganizationRole::Owner;
    if (ownerGone || principal.keyPermission < api::permissionNeeded(route, method))
        return Error{ErrorCode::Forbidden, u"This access key's permission does not allow this."_s};
    return Done{};
}
}

namespace api
{
bool acceptsKeys(const Route &route)
{
    return route.keys == Keys::Allowed && (route.access == Access::User || route.access == Access::Owner);
}

KeyPermission permissionNeeded(const Route &route, http::Method method)
{
    if (route.keyNeeds)
        return *route.keyNeeds;
    if (route.access == Access::Owner)
        return KeyPermission::Admin;
    return isRead(method) ? KeyPermission::Read : KeyPermission::Write;
}

Result<Done> mayCall(const Route &route, http::Method method, const Principal &principal)
{
    if (!principal.keyId.isEmpty())
        return keyMayCall(route, method, principal);
    switch (route.access) {
    case Access::Public:
    case Access::User:
        return Done{};
    case Access::Owner:
        if (principal.organizationRole == OrganizationRole::Owner)
            return Done{};
        return Error{ErrorCode::Forbidden, u"Only an owner of the organization may do this."_s};
    case Access::Support:
        if (principal.role == Role::Admin || (principal.role == Role::Support && isRead(method)))
            return Done{};
        break;
    }
    return ErrorCode::Forbidden;
}

Result<Done> requireStepUp(const Principal &principal, qint64 nowMs)
{
    if (principal.hasTwoFactor && nowMs - principal.secondFactorMs >= StepUpMs)
        return ErrorCode::StepUpRequired;
    return Done{};
}

Gate::Gate(const Settings &settings, Shared &shared, Authenticator *authenticator)
    : m_anonymousPerHour(settings.anonymousPerHour)
    , m_bulkPerMinute(settings.bulkPerMinute)
    , m_shared(shared)
    , m_authenticator(authenticator)
{
}

Result<Done> Gate::admit(Exchange &exchange) const
{
    const Route &route = exchange.endpoint->route;
    const bool isPublic = route.access == Access::Public;
    std::optional<Error> unknown;
    // On a public route a credential only decides whose budget is used; a bad one is no obstacle there.
    if (!isPublic || (route.rate != RateClass::None && exchange.facts.credential && !exchange.endpoint->signIn)) {
        auto principal = m_authenticator->authenticate(exchange.request());
        if (principal)
            exchange.caller = std::move(*principal);
        else if (!isPublic)
            unknown = principal.error();
    }
    // What ran out was genuine, so nobody guesses: also behind a busy address its client must hear that it is to be
    // renewed.
    if (unknown && unknown->code == ErrorCode::AuthExpired) {
        if (route.rate != RateClass::None) {
            const Budget budget = budgetOf(exchange, false);
            exchange.rate = m_shared.rates().peek(budget.key, budget.limit, Hour, exchange.nowMs);
        }
        return *unknown;
    }
    // Also counts failed attempts, against the address: guessing tokens is anonymous traffic.
    const auto counted = count(exchange, route.rate, exchange.endpoint->signIn);
    if (!counted)
        return counted;
    if (unknown)
        return *unknown;
    if (isPublic)
        return Done{};
    exchange.call->principal = exchange.caller;
    const auto allowed = mayCall(route, exchange.request().method, *exchange.caller);
    return allowed && route.stepUp ? requireStepUp(*exchange.caller, exchange.nowMs) : allowed;
}

bool Gate::mayPass(const http::Request &head, const Route &route) const
{
    if (route.access == Access::Public)
        return true;
    const auto who = m_authenticator->authenticate(head);
    return who && mayCall(route, head.method, *who);
}

Result<Done> Gate::countUnrouted(Exchange &exchange) const
{
    if (exchange.facts.credential && m_authenticator) {
        if (auto principal = m_authenticator->authenticate(exchange.request()))
            exchange.caller = std::move(*principal);
    }
    return count(exchange, RateClass::Standard, false);
}

Result<Done> Gate::count(Exchange &exchange, RateClass rateClass, bool signIn) const
{
    if (rateClass == RateClass::None)
        return Done{};
    exchange.rate = take(exchange, rateClass, signIn);
    if (exchange.rate.allowed)
        return Done{};
    Error error{.code = ErrorCode::RateLimited};
    error.retryAfterSeconds = std::max(1, exchange.rate.waitSeconds);
    return error;
}

Gate::Budget Gate::budgetOf(const Exchange &exchange, bool signIn) const
{
    using Kind = RateKey::Kind;
    if (exchange.caller) {
        const Principal &who = *exchange.caller;
        return {who.keyId.isEmpty() ? RateKey{Kind::User, who.userId} : RateKey{Kind::Key, who.keyId},
                who.requestsPerHour > 0 ? who.requestsPerHour : defaultLimits(who.tier).requestsPerHour};
    }
    if (exchange.endpoint && exchange.endpoint->route.provenSession) {
        const QString session = exchange.endpoint->route.provenSession(exchange.request());
        if (!session.isEmpty())
            return {{Kind::Session, session}, m_anonymousPerHour};
    }
    // Signing in has a budget of its own, so that other anonymous traffic from an address locks nobody out of it.
    const Kind kind = signIn ? Kind::SignIn : Kind::Address;
    return {RateKey::address(kind, exchange.request().client), m_anonymousPerHour};
}

RateVerdict Gate::take(const Exchange &exchange, RateClass rateClass, bool signIn) const
{
    RateLimiter &rates = m_shared.rates();
    const auto [key, limit] = budgetOf(exchange, signIn);
    if (rateClass == RateClass::Bulk) {
        const RateKey bulkKey{RateKey::Kind::Bulk, QChar(u'0' + int(key.kind)) + key.id};
        const RateVerdict bulk = rates.take(bulkKey, m_bulkPerMinute, Minute, exchange.nowMs);
        if (!bulk.allowed)
            return bulk;
        const RateVerdict hourly = rates.take(key, limit, Hour, exchange.nowMs);
        return hourly.allowed && bulk.remaining < hourly.remaining ? bulk : hourly;
    }
    return rates.take(key, limit, Hour, exchange.nowMs);
}
}
