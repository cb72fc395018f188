// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionroutes.h"

namespace versions
{
QList<api::Route> versionRoutes(VersionContext &context)
{
    return lifecycleRoutes(context) + versionMetricsRoutes(context);
}
}
