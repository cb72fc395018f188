// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v2/admin/metrics/versions/callers. `client` outlives it.
class VersionCallersApi : public PageSource<VersionCaller>
{
public:
    explicit VersionCallersApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<VersionCaller>>> fetch(const PageQuery &query) override;

private:
    ApiClient &m_client;
};

/// /api/v2/admin/versions and /api/v2/admin/metrics/versions: by the newest version, so that whoever ends an older one
/// can take it back. `client` outlives it.
class VersionsApi : public VersionRegistry
{
public:
    explicit VersionsApi(ApiClient &client)
        : m_client(client)
        , m_callers(client)
    {
    }

    QFuture<Result<Tagged<QList<ApiVersion>>>> versions() override;
    QFuture<Result<QList<ApiVersion>>> save(const QList<ApiVersion> &versions, const QByteArray &etag) override;
    QFuture<Result<QList<VersionPreview>>> preview(const QList<ApiVersion> &versions) override;
    QFuture<Result<VersionReport>> report(const QDate &from, const QDate &to) override;
    QFuture<Result<qint64>> notify(const QString &version, const QString &message) override;
    PageSource<VersionCaller> &callers() override { return m_callers; }

private:
    ApiClient &m_client;
    VersionCallersApi m_callers;
};
