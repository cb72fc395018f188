// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usagereport.h"
#include "models/domain/valuesource.h"
#include "services/api/apirequest.h"

class ApiClient;

/// GET /api/v2/admin/usage and …/export. `client` outlives it.
class UsageApi : public UsageSource
{
public:
    explicit UsageApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<UsageReport>> fetch(const UsageQuery &query) override;
    QFuture<Result<qint64>> exportTo(const UsageQuery &query, const QString &path) override;

    static ApiRequest request(const UsageQuery &query); ///< for ApiClient::asCurl()

private:
    ApiClient &m_client;
};

/// GET /api/v2/usage/current: what the person signed in has used of the month's tokens. `client` outlives it.
class OwnQuotaApi : public ValueSource<QuotaUse>
{
public:
    explicit OwnQuotaApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<QuotaUse>> fetch() override;

private:
    ApiClient &m_client;
};
