// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/legacyimport.h"

class ApiClient;

/// POST /api/v2/admin/migrations/check and …/run. `client` outlives it.
class LegacyApi : public LegacyImporter
{
public:
    explicit LegacyApi(ApiClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<QJsonObject>> read(const QString &path) override;
    QFuture<Result<LegacyReport>> check(const QJsonObject &exported) override;
    QFuture<Result<LegacyResult>> run(const QJsonObject &exported) override;

private:
    ApiClient &m_client;
};
