// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"
#include "server/usage/period.h"
#include "server/usage/sums.h"

#include <QMap>

namespace usage
{
/// Narrows a view; what is empty does not.
struct UsageFilter {
    QString provider = {};
    QString agentId = {};
};

/// One user's usage as it is summed up. On the connection's thread.
class UsageStore
{
public:
    explicit UsageStore(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// Provider → what was consumed of it in the period.
    Result<QMap<QString, Sums>> byProvider(const QString &organizationId, const QString &userId, const Period &period);
    /// Day → provider → sums; only days with usage.
    Result<QMap<QDate, QMap<QString, Sums>>> byDay(const QString &organizationId, const QString &userId,
                                                   const Period &period, const UsageFilter &filter);

private:
    store::Connection &m_connection;
};
}
