// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callfilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
/// Where figures come from: a table expression with the columns of call_days under the alias `u`, and its bindings.
struct Source {
    QString from;
    QVariantList bindings;
};

Source sourceOf(const QString &organizationId, const CallFilter &filter, store::Engine engine)
{
    if (isCounted(filter)) {
        const Where where = ofCounters(organizationId, filter, true);
        return {u"call_days u"_s % where.text(), where.bindings};
    }
    Where where = ofRows(organizationId, filter);
    addTexts(where, filter, engine);
    return {u"(SELECT u.agent_id AS agent_id, u.began_at / 86400000 AS day, u.status AS status, 1 AS n, "
            "u.duration_seconds AS duration_seconds, COALESCE(u.cost, 0) AS cost, "
            "CASE WHEN u.outcome = 'converted' THEN 1 ELSE 0 END AS converted FROM calls u"_s
                % where.text() % u") u"_s,
            where.bindings};
}

/// In the order in which sumsIn() reads them.
const QString &sums()
{
    static const QString columns
        = u"CAST(SUM(u.n) AS BIGINT) AS calls, "
          "CAST(SUM(CASE WHEN u.status = 'completed' THEN u.n ELSE 0 END) AS BIGINT) AS completed, "
          "CAST(SUM(CASE WHEN u.status IN ('completed', 'failed', 'no_answer', 'busy') THEN u.n ELSE 0 END) AS BIGINT) "
          "AS ended, "
          "CAST(SUM(CASE WHEN u.status = 'completed' THEN u.duration_seconds ELSE 0 END) AS BIGINT) AS seconds, "
          "CAST(SUM(u.cost) AS BIGINT) AS costs, "
          "CAST(SUM(CASE WHEN u.status = 'completed' THEN u.converted ELSE 0 END) AS BIGINT) AS conversions"_s;
    return columns;
}

CallSums sumsIn(const store::Rows &rows, int first)
{
    return {.calls = rows.integer(first),
            .completed = rows.integer(first + 1),
            .ended = rows.integer(first + 2),
            .durationSeconds = rows.integer(first + 3),
            .cost = rows.integer(first + 4),
            .converted = rows.integer(first + 5)};
}

/// Groups that counters once had and that are empty now are left out.
QString grouped(const QString &by, const Source &source)
{
    return u"SELECT "_s % by % u", "_s % sums() % u" FROM "_s % source.from % u" GROUP BY "_s % by
        % u" HAVING SUM(u.n) > 0"_s;
}

Result<Done> addStatuses(store::Connection &connection, const Source &source, CallStats &stats)
{
    stats.byStatus.fill(0, callStatuses().size());
    auto rows = connection.query(grouped(u"u.status"_s, source), source.bindings);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const CallSums of = sumsIn(*rows, 1);
        if (const auto status = callStatusFromWire(rows->text(0)))
            stats.byStatus[qsizetype(*status)] = of.calls;
        stats.all.calls += of.calls;
        stats.all.completed += of.completed;
        stats.all.ended += of.ended;
        stats.all.durationSeconds += of.durationSeconds;
        stats.all.cost += of.cost;
        stats.all.converted += of.converted;
    }
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> addAgents(store::Connection &connection, const QString &organizationId, const Source &source,
                       CallStats &stats)
{
    const QString sql = u"SELECT g.id, a.name, g.calls, g.completed, g.ended, g.seconds, g.costs, g.conversions FROM "
                        "(SELECT u.agent_id AS id, %1 FROM %2 GROUP BY u.agent_id HAVING SUM(u.n) > 0) g "
                        "LEFT JOIN agents a ON a.organization_id = ? AND a.id = g.id "
                        "ORDER BY g.calls DESC, g.id LIMIT %3"_s;
    auto rows = connection.query(sql.arg(sums(), source.from).arg(CallStats::MostAgents),
                                 source.bindings + QVariantList{organizationId});
    if (!rows)
        return rows.error();
    while (rows->next())
        stats.byAgent << CallStats::OfAgent{rows->text(0), rows->text(1), sumsIn(*rows, 2)};
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> addDays(store::Connection &connection, const Source &source, CallStats &stats)
{
    auto rows = connection.query(
        grouped(u"u.day"_s, source) % u" ORDER BY u.day DESC LIMIT %1"_s.arg(CallStats::MostDays), source.bindings);
    if (!rows)
        return rows.error();
    while (rows->next())
        stats.byDay << CallStats::OfDay{QDate(1970, 1, 1).addDays(rows->integer(0)), sumsIn(*rows, 1)};
    std::ranges::reverse(stats.byDay);
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}
}

Result<CallStats> callStats(store::Connection &connection, const QString &organizationId, const CallFilter &filter)
{
    CallStats stats;
    // Three looks at one moment, so that they add up.
    store::Transaction moment(connection, store::Transaction::Mode::Read);
    if (!moment.isOpen())
        return moment.error();
    const Source source = sourceOf(organizationId, filter, connection.engine());
    if (const auto done = addStatuses(connection, source, stats); !done)
        return done.error();
    if (const auto done = addAgents(connection, organizationId, source, stats); !done)
        return done.error();
    if (const auto done = addDays(connection, source, stats); !done)
        return done.error();
    return stats;
}
}
