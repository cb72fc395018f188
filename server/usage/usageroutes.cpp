// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/usageroutes.h"

namespace usage
{
QList<api::Route> usageRoutes(UsageContext &context) { return ownUsageRoutes(context) + adminUsageRoutes(context); }
}
