// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/usage/usagecontext.h"

namespace usage
{
/// Reporting what was consumed, and every view of it. `context` outlives the routes' use.
QList<api::Route> usageRoutes(UsageContext &context);

// The parts of it, each in its own file.
QList<api::Route> ownUsageRoutes(UsageContext &context);
QList<api::Route> adminUsageRoutes(UsageContext &context);
}
