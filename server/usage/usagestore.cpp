// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/usagestore.h"

using namespace Qt::StringLiterals;

namespace usage
{
Result<QMap<QString, Sums>> UsageStore::byProvider(const QString &organizationId, const QString &userId,
                                                   const Period &period)
{
    auto rows = m_connection.query(
        u"SELECT provider, "_s % SumColumns
            % u" FROM usage_daily WHERE organization_id = ? AND user_id = ? AND day BETWEEN ? AND ? GROUP BY provider",
        {organizationId, userId, dayOf(period.first), dayOf(period.last)});
    if (!rows)
        return rows.error();
    QMap<QString, Sums> sums;
    while (rows->next())
        sums.insert(rows->text(0), readSums(*rows, 1));
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return sums;
}

Result<QMap<QDate, QMap<QString, Sums>>> UsageStore::byDay(const QString &organizationId, const QString &userId,
                                                           const Period &period, const UsageFilter &filter)
{
    QString sql = u"SELECT day, provider, "_s % SumColumns
        % u" FROM usage_daily WHERE organization_id = ? AND user_id = ? AND day BETWEEN ? AND ?";
    QVariantList bindings{organizationId, userId, dayOf(period.first), dayOf(period.last)};
    if (!filter.provider.isEmpty()) {
        sql += u" AND provider = ?"_s;
        bindings << filter.provider;
    }
    if (!filter.agentId.isEmpty()) {
        sql += u" AND agent_id = ?"_s;
        bindings << filter.agentId;
    }
    sql += u" GROUP BY day, provider"_s;
    auto rows = m_connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    QMap<QDate, QMap<QString, Sums>> days;
    while (rows->next())
        days[dateOf(rows->integer(0))].insert(rows->text(1), readSums(*rows, 2));
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return days;
}
}
