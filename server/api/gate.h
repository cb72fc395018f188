// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/exchange.h"
#include "server/api/shared.h"

namespace api
{
/// Who may pass: authentication, budgets, permissions. One a worker.
class Gate
{
public:
    Gate(const Settings &settings, Shared &shared, Authenticator *authenticator);

    /// Recognises the caller and counts the request; sets `caller`, `rate` and the call's principal.
    Result<Done> admit(Exchange &exchange) const;
    /// The same count for a request that no route answers: probing for paths is traffic, too.
    Result<Done> countUnrouted(Exchange &exchange) const;

    /// Whether the sender of this head may call the route; counts nothing.
    bool mayPass(const http::Request &head, const Route &route) const;

private:
    struct Budget {
        RateKey key;
        int limit = 0; ///< an hour
    };
    Budget budgetOf(const Exchange &exchange, bool signIn) const;
    Result<Done> count(Exchange &exchange, RateClass rateClass, bool signIn) const;
    RateVerdict take(const Exchange &exchange, RateClass rateClass, bool signIn) const;

    int m_anonymousPerHour;
    int m_bulkPerMinute;
    Shared &m_shared;
    Authenticator *m_authenticator;
};

/// Whether access keys may call it at all.
bool acceptsKeys(const Route &route);
/// What an access key must have at least to call the route with this method.
KeyPermission permissionNeeded(const Route &route, http::Method method);

/// How long a second factor counts as just given, in ms.
constexpr qint64 StepUpMs = 10 * 60 * 1000;
/// StepUpRequired when the account has a second factor and this session has not given it in the last StepUpMs. For
/// handlers of which only some bodies are grave; else set Route::stepUp.
Result<Done> requireStepUp(const Principal &principal, qint64 nowMs);

/// Forbidden unless the principal may call the route with this method.
Result<Done> mayCall(const Route &route, http::Method method, const Principal &principal);
}
