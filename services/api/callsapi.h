// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/call.h"
#include "services/api/apirequest.h"

#include <functional>

class ApiClient;

/// /api/v2/admin/calls. `client` outlives it.
class CallsApi : public CallLog
{
public:
    /// `now` in UTC: what "today" is.
    explicit CallsApi(ApiClient &client, std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc)
        : m_client(client)
        , m_now(std::move(now))
    {
    }

    QFuture<Result<Page<Call>>> fetch(const PageQuery &query) override;
    QFuture<Result<Call>> get(const QString &id) override;

    static ApiRequest listRequest(const PageQuery &query, const QDate &today);
    static ApiRequest getRequest(const QString &id);

private:
    ApiClient &m_client;
    std::function<QDateTime()> m_now;
};
