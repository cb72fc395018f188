// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/overview.h"
#include "models/domain/valuesource.h"

class ApiClient;

/// GET /api/v2/admin/overview: the members of Overview in snake case ("active_users", "tokens_today", "users_by_tier",
/// …); what the server leaves out stays unknown. `client` outlives it.
class OverviewApi : public ValueSource<Overview>
{
public:
    explicit OverviewApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<Overview>> fetch() override;

private:
    ApiClient &m_client;
};
