// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v1/access-keys; those of another organisation from /api/v1/admin/organizations/:id/access-keys. `client`
/// outlives it.
class AccessKeysApi : public AccessKeyRing
{
public:
    explicit AccessKeysApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<AccessKey>>> fetch(const PageQuery &query) override;
    QFuture<Result<FreshAccessKey>> create(const AccessKeyDraft &draft) override;
    QFuture<Result<AccessKey>> update(const QString &id, const AccessKeyDraft &draft) override;
    QFuture<Result<FreshAccessKey>> rotate(const QString &id, int overlapHours) override;
    QFuture<Result<Done>> revoke(const QString &id) override;

    static ApiRequest listRequest(const PageQuery &query);

private:
    ApiClient &m_client;
};
