// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/auditentry.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v2/admin/audit. `client` outlives it.
class AuditApi : public AuditLog
{
public:
    explicit AuditApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<AuditEntry>>> fetch(const PageQuery &query) override;
    QFuture<Result<AuditCheck>> verify() override;
    QFuture<Result<AuditEntry>> revert(const QString &id) override;
    QFuture<Result<qint64>> exportTo(const PageQuery &query, const QString &path) override;

    /// For ApiClient::asCurl().
    static ApiRequest getRequest(const QString &id);

private:
    ApiClient &m_client;
};

/// /api/v2/auth/audit: what happened to the own account. `client` outlives it.
class OwnAuditApi : public PageSource<AuditEntry>
{
public:
    explicit OwnAuditApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<AuditEntry>>> fetch(const PageQuery &query) override;

private:
    ApiClient &m_client;
};
