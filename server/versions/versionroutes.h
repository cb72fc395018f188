// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/audit/reverter.h"
#include "server/store/readpool.h"
#include "server/store/writer.h"
#include "server/versions/versionkeeper.h"

namespace versions
{
/// What the versions need of the server. One a worker; it outlives the worker's engine.
struct VersionContext {
    store::Connection &reads; ///< this worker's own
    store::Writer &writer; ///< shared
    store::ReadPool &longReads; ///< shared
    VersionKeeper &keeper; ///< shared
    api::Clock clock;

    qint64 now() const { return clock(); } ///< ms UTC
};

/// /admin/versions and /admin/metrics/versions. `context` outlives the routes' use.
QList<api::Route> versionRoutes(VersionContext &context);
QList<api::Component> versionComponents();

// The parts of it, each in its own file.
QList<api::Route> lifecycleRoutes(VersionContext &context);
QList<api::Route> versionMetricsRoutes(VersionContext &context);

/// Takes back "version.updated". `keeper` outlives it.
audit::Reverter lifecycleReverter(VersionKeeper &keeper);

constexpr QLatin1StringView AuditedType{"api_version"}; ///< of the log's targets
}
