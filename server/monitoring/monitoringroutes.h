// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/metrics.h"
#include "server/api/principal.h"
#include "server/api/route.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"

#include <functional>

namespace monitoring
{
/// What monitoring needs of the server. One a worker; it outlives the worker's engine.
struct MonitoringContext {
    store::Connection &reads; ///< this worker's own
    api::Metrics &metrics; ///< shared
    api::Authenticator &authenticator; ///< this worker's; /metrics also takes an administrator's credential
    const identity::IdentitySettings &settings;
    api::Clock clock;
    qint64 startedMs = 0; ///< when the server started, UTC
    QByteArray metricsToken = {}; ///< a Bearer token for /metrics; empty: none
    std::function<std::optional<int>()> healthScore = {}; ///< of the database, 0 to 100; empty: not known
    std::function<bool()> isStopping = {}; ///< nobody new should be sent here; empty: never
};

/// /healthz, /readyz, /metrics, /monitoring/health and /admin/overview. `context` outlives the routes' use.
QList<api::Route> monitoringRoutes(MonitoringContext &context);
QList<api::Component> monitoringComponents();
}
