// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/errorbody.h"
#include "server/api/ratelimiter.h"
#include "server/api/requestfacts.h"
#include "server/api/router.h"

namespace api
{
/// One request and what the engine has found out about it so far. Lives until its response has left the engine.
struct Exchange {
    std::shared_ptr<Call> call; ///< holds the request that views below point into
    RequestFacts facts;
    VersionChoice choice; ///< of a path below /api
    bool isApi = false; ///< a path below /api: version headers belong on the answer
    bool isVersioned = false; ///< … and its routes exist in versions
    const Router::Place *place = nullptr; ///< also of a path that was asked for in a version that is none
    const Endpoint *endpoint = nullptr;
    ErrorStyle style = ErrorStyle::Platform;
    qint64 nowMs = 0;

    std::optional<Principal> caller; ///< who was recognised, also on public routes
    RateVerdict rate;

    QByteArray cacheKey; ///< set when the answer may be stored
    quint64 generation = 0; ///< of the route's tags, before the handler ran
    QByteArray idempotencyScope; ///< set while this exchange holds a claim
    QByteArray idempotencyKey;

    const http::Request &request() const { return call->request; }
};
using ExchangePtr = std::shared_ptr<Exchange>;
}
