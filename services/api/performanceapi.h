// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/performancereport.h"
#include "models/domain/valuesource.h"

class ApiClient;

/// GET /api/v2/performance/health and /api/v2/performance/metrics as one report: two requests. What one of them lacks
/// the other may have. `client` outlives it.
class PerformanceApi : public ValueSource<PerformanceReport>
{
public:
    explicit PerformanceApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<PerformanceReport>> fetch() override;

private:
    ApiClient &m_client;
};
