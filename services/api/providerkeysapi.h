// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/providerkey.h"
#include "services/api/apirequest.h"

class ApiClient;

/// Every tenant's keys from /api/v2/admin/api-keys/status, the own ones changed through /api/v2/api-keys. `client`
/// outlives it.
class ProviderKeysApi : public ProviderKeyVault
{
public:
    explicit ProviderKeysApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<ProviderKeyRow>>> fetch(const PageQuery &query) override;
    QFuture<Result<Done>> save(const QString &provider, const QString &secret, bool active) override;
    QFuture<Result<Done>> remove(const QString &provider) override;
    QFuture<Result<KeyTest>> test(const QString &provider) override;

    static ApiRequest listRequest(const PageQuery &query);

private:
    ApiClient &m_client;
};
