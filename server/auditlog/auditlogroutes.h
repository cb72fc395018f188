// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/route.h"
#include "server/audit/reverter.h"
#include "server/auditlog/chaincheck.h"
#include "server/store/writer.h"

#include <memory>

namespace auditlog
{
/// What the routes need of the server. One a worker, used on its thread, which needs an event loop; it outlives the
/// worker's engine. What is shared outlives all workers.
struct AuditLogContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<const audit::Reverters> reverters; ///< shared
    std::shared_ptr<ChainCheck> check; ///< shared
    api::Clock clock;
};

/// The log, for administrators, and of one's own account. `context` outlives the routes' use.
QList<api::Route> auditLogRoutes(AuditLogContext &context);
QList<api::Component> auditLogComponents();

// The parts of it.
QList<api::Route> adminAuditRoutes(AuditLogContext &context);
QList<api::Route> ownAuditRoutes(AuditLogContext &context);
}
