// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/route.h"
#include "server/legacy/legacyimport.h"
#include "server/store/readpool.h"
#include "server/store/writer.h"

namespace legacy
{
/// What the import needs of the server. One a worker, used on its thread, which needs an event loop; it outlives the
/// worker's engine.
struct LegacyContext {
    store::ReadPool &longReads; ///< shared
    store::Writer &writer; ///< shared
    std::shared_ptr<const identity::IdentitySettings> settings; ///< shared
    AgentWork agents; ///< not used on the worker's thread
    api::Clock clock;
};

/// POST /admin/migrations/check and /admin/migrations/run. `context` outlives the routes' use.
QList<api::Route> legacyRoutes(LegacyContext &context);
QList<api::Component> legacyComponents();

// The same for voxdeskd migrate-legacy: component LegacyCheck and LegacyRun.
QByteArray checkJson(const CheckReport &report);
QByteArray runJson(const RunReport &report);
}
