// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/callerlist.h"

#include "models/domain/day.h"
#include "server/usage/manyrows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{

CallerRow callerIn(const store::Rows &row)
{
    return {.seq = row.integer(0),
            .kind = row.text(1),
            .id = row.text(2),
            .label = row.text(3),
            .organizationId = row.text(4),
            .organizationName = row.text(5),
            .lastSeenAt = row.time(6),
            .userAgent = row.text(7)};
}

identity::ListFilter conditionsOf(const CallerFilter &filter)
{
    const qint64 first = dayNumber(filter.period.first);
    const qint64 last = dayNumber(filter.period.last);
    identity::ListFilter list{
        .conditions
        = {u"u.version = ?"_s, u"u.last_seen_at >= ?"_s,
           u"EXISTS (SELECT 1 FROM version_caller_daily d WHERE d.caller = u.seq AND d.day BETWEEN ? AND ?)"_s},
        .bindings = {filter.version, first * DayMs, first, last}};
    if (!filter.route.isEmpty()) {
        list.conditions << u"u.seq IN (SELECT c.caller FROM version_route_callers c JOIN version_series s "
                           "ON s.id = c.series WHERE c.day BETWEEN ? AND ? AND s.version = ? AND s.route = ? "
                           "AND (? = '' OR s.method = ?))"_s;
        list.bindings << first << last << filter.version << filter.route << filter.method << filter.method;
    }
    return list;
}

Result<Done> addSums(store::Connection &connection, const usage::Period &period, QList<CallerRow> &rows)
{
    return usage::inChunks(rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings{dayNumber(period.first), dayNumber(period.last)};
        for (const CallerRow &row : rows.sliced(first, size))
            bindings << row.seq;
        auto sums = connection.query(QString(u"SELECT d.caller, CAST(SUM(d.requests) AS BIGINT), "
                                             "CAST(SUM(d.errors) AS BIGINT) FROM version_caller_daily d "
                                             "WHERE d.day BETWEEN ? AND ? AND d.caller IN "
                                             % usage::placeholders(1, int(size)) % u" GROUP BY d.caller"),
                                     bindings);
        if (!sums)
            return sums.error();
        while (sums->next()) {
            for (CallerRow &row : rows) {
                if (row.seq != sums->integer(0))
                    continue;
                row.requests = sums->integer(1);
                row.errors = sums->integer(2);
            }
        }
        return sums->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
}
}

const identity::ListTable &callerTable()
{
    static const identity::ListTable table{
        .name = "version_callers"_L1,
        .columns = u"u.seq, u.kind, u.caller_id, COALESCE(p.email, k.name, u.caller_id), u.organization_id, "
                   "COALESCE(o.name, ''), u.last_seen_at, u.user_agent"_s,
        .columnCount = 8,
        .sorts = {{"last_seen_at"_L1, "last_seen_at"_L1}},
        .prefixes = {},
        .joins = "LEFT JOIN users p ON u.kind = 'user' AND p.id = u.caller_id "
                 "LEFT JOIN access_keys k ON u.kind = 'access_key' AND k.id = u.caller_id "
                 "LEFT JOIN organizations o ON o.id = u.organization_id"_L1,
        .searchIndex = false};
    return table;
}

Result<CallerPage> listCallers(store::Connection &connection, const CallerFilter &filter, const QString &sort,
                               const api::PageRequest &page)
{
    CallerPage shown;
    auto pagination
        = identity::KeysetList(connection, callerTable())
              .read(conditionsOf(filter), sort, page, [&](const store::Rows &row) { shown.rows << callerIn(row); });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    if (auto done = addSums(connection, filter.period, shown.rows); !done)
        return done.error();
    return shown;
}

Result<QStringList> ownersOfCallers(store::Connection &connection, const QString &version, const usage::Period &period)
{
    auto rows = connection.query(u"SELECT DISTINCT p.email, p.preferences FROM version_callers u "
                                 "JOIN organizations o ON o.id = u.organization_id JOIN users p ON p.id = o.owner_id "
                                 "WHERE u.version = ? AND o.is_active = 1 AND p.is_active = 1 AND EXISTS (SELECT 1 "
                                 "FROM version_caller_daily d WHERE d.caller = u.seq AND d.day BETWEEN ? AND ?) "
                                 "ORDER BY p.email"_s,
                                 {version, dayNumber(period.first), dayNumber(period.last)});
    if (!rows)
        return rows.error();
    QStringList addresses;
    while (rows->next()) {
        if (QJsonDocument::fromJson(rows->text(1).toUtf8())["notifications"_L1].toBool(true))
            addresses << rows->text(0);
    }
    return rows->failed() ? Result<QStringList>(ErrorCode::ServiceUnavailable) : addresses;
}
}
