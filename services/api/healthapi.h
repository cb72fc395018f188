// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/health.h"
#include "models/domain/valuesource.h"

class ApiClient;

/// GET /api/v2/monitoring/health; needs no sign-in. `client` outlives it.
class HealthApi : public ValueSource<Health>
{
public:
    explicit HealthApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<Health>> fetch() override;

private:
    ApiClient &m_client;
};
