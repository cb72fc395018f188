// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platformpanes.h"
#include "services/api/accountapi.h"
#include "services/api/apiclient.h"
#include "services/api/auditapi.h"
#include "services/api/securityapi.h"
#include "services/api/versionsapi.h"

/// The audit log's export, which the server writes.
class AuditExport : public RowExport
{
public:
    explicit AuditExport(AuditLog &log)
        : m_log(log)
    {
    }
    bool countsBytes() const override { return true; }
    QFuture<Result<qint64>> run(const PageQuery &query, const QStringList &, const QString &path) override
    {
        return m_log.exportTo(query, path);
    }

private:
    AuditLog &m_log;
};

/// What the panes about versions, the audit log and the own account need of a server. `client` outlives it.
struct PlatformServices {
    explicit PlatformServices(ApiClient &api)
        : client(api)
        , versions(api)
        , audit(api)
        , security(api)
        , account(api)
        , auditExport(audit)
    {
    }
    PlatformPaneSources sources()
    {
        return {.versions = versions,
                .audit = audit,
                .security = security,
                .account = account,
                .now = [] { return QDateTime::currentDateTimeUtc(); },
                .auditExport = &auditExport,
                .auditCurl = [this](const QString &id) { return client.asCurl(AuditApi::getRequest(id)); }};
    }

    ApiClient &client;
    VersionsApi versions;
    AuditApi audit;
    SecurityApi security;
    AccountApi account;
    AuditExport auditExport;
};
