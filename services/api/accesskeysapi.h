// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "services/api/apirequest.h"

#include <functional>

class ApiClient;

/// Read from /api/v2/admin/organizations/:id/access-keys, which support and administrators may read whoever owns the
/// organisation; changed through the owner's /api/v2/access-keys. `client` outlives it.
class AccessKeysApi : public AccessKeyRing
{
public:
    /// `ownOrganization`: the id of who is signed in; without it, /api/v2/access-keys is read.
    explicit AccessKeysApi(ApiClient &client, std::function<QString()> ownOrganization = {})
        : m_client(client)
        , m_ownOrganization(std::move(ownOrganization))
    {
    }

    QFuture<Result<Page<AccessKey>>> fetch(const PageQuery &query) override;
    QFuture<Result<FreshAccessKey>> create(const AccessKeyDraft &draft) override;
    QFuture<Result<AccessKey>> update(const QString &id, const AccessKeyChange &change) override;
    QFuture<Result<FreshAccessKey>> rotate(const QString &id, qint64 overlapSeconds) override;
    QFuture<Result<Done>> revoke(const QString &id) override;

    ApiRequest listRequest(const PageQuery &query) const;

private:
    ApiClient &m_client;
    std::function<QString()> m_ownOrganization;
};
