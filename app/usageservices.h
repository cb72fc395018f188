// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/usagepanes.h"
#include "services/api/legacyapi.h"
#include "services/api/performanceapi.h"
#include "services/api/usageapi.h"
#include "services/polling/quotawatch.h"

/// What the panes about usage, health and the legacy system need of a server. `client` outlives it.
struct UsageServices {
    explicit UsageServices(ApiClient &client)
        : usage(client)
        , performance(client)
        , legacy(client)
        , ownQuota(client)
    {
    }
    UsagePaneSources sources()
    {
        return {usage, performance, legacy, [] { return QDateTime::currentDateTimeUtc().date(); }};
    }

    UsageApi usage;
    PerformanceApi performance;
    LegacyApi legacy;
    OwnQuotaApi ownQuota;
    QuotaWatch quotaWatch;
};
