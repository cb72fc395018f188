// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/metrics.h"
#include "server/api/route.h"
#include "server/store/writer.h"

namespace performance
{
/// What the figures need of the server. One a worker; it outlives the worker's engine.
struct PerformanceContext {
    store::Connection &reads; ///< this worker's own
    store::Writer &writer; ///< shared
    const api::Metrics *metrics = nullptr; ///< shared; null: what was answered is not known
};

/// VoxFlow's /performance/health and /performance/metrics. `context` outlives the routes' use.
QList<api::Route> performanceRoutes(PerformanceContext &context);
QList<api::Component> performanceComponents();
}
