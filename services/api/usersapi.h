// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/userdirectory.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v2/admin/users. `client` outlives it.
class UsersApi : public UserDirectory
{
public:
    explicit UsersApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<User>>> fetch(const PageQuery &query) override;
    QFuture<Result<Tagged<User>>> get(const QString &id) override;
    QFuture<Result<Tagged<User>>> update(const QString &id, const UserChange &change, const QByteArray &etag) override;
    QFuture<Result<Tagged<User>>> updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                               const QByteArray &etag) override;
    QFuture<Result<Tagged<User>>> setActive(const QString &id, bool active) override;
    QFuture<Result<Done>> remove(const QString &id) override;
    QFuture<Result<QMap<QString, Error>>> setManyActive(const QStringList &ids, bool active) override;
    QFuture<Result<QList<UserSession>>> sessions(const QString &id) override;
    QFuture<Result<Done>> signOutEverywhere(const QString &id) override;

    /// For ApiClient::asCurl().
    static ApiRequest listRequest(const PageQuery &query);
    static ApiRequest getRequest(const QString &id);

private:
    ApiClient &m_client;
};
