// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/organization.h"
#include "models/domain/page.h"
#include "models/domain/tagged.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v2/admin/organizations. Filters: "search", "subscription_tier", "is_active". `client` outlives it.
class OrganizationsApi : public PageSource<Organization>
{
public:
    explicit OrganizationsApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<Organization>>> fetch(const PageQuery &query) override;
    QFuture<Result<Tagged<Organization>>> get(const QString &id);

    static ApiRequest listRequest(const PageQuery &query);
    static ApiRequest getRequest(const QString &id);

private:
    ApiClient &m_client;
};
