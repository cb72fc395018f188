// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionreport.h"

#include "models/domain/day.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
const QString Newest = u"v2"_s;

QVariantList bounds(const usage::Period &period) { return {dayNumber(period.first), dayNumber(period.last)}; }

/// Whether a row of version_callers called in a period. Only of those that called again after it the days are looked
/// up.
QString calledIn(const QString &alias)
{
    return u"%1.last_seen_at >= ? AND (%1.last_seen_at < ? OR EXISTS (SELECT 1 FROM version_caller_daily d "
           "WHERE d.caller = %1.seq AND d.day BETWEEN ? AND ?))"_s.arg(alias);
}

QVariantList calledBounds(const usage::Period &period)
{
    return QVariantList{dayNumber(period.first) * DayMs, (dayNumber(period.last) + 1) * DayMs} + bounds(period);
}

/// "SUM(r.latency_0), …"; sums of whole numbers are decimals in PostgreSQL.
QString sums(const QString &alias)
{
    QStringList columns;
    for (const QString &name : {u"requests"_s, u"errors"_s})
        columns << u"CAST(SUM(%1.%2) AS BIGINT)"_s.arg(alias, name);
    for (std::size_t i = 0; i < Latency::Buckets; ++i)
        columns << u"CAST(SUM(%1.latency_%2) AS BIGINT)"_s.arg(alias).arg(i);
    return columns.join(u", "_s);
}

SeriesCounts countsIn(const store::Rows &row, int first)
{
    SeriesCounts counts{.requests = row.integer(first), .errors = row.integer(first + 1)};
    for (std::size_t i = 0; i < Latency::Buckets; ++i)
        counts.latency.counts[i] = row.integer(first + 2 + int(i));
    return counts;
}

VersionFigures emptyFigures(const QString &version, const usage::Period &period)
{
    VersionFigures figures{version};
    for (QDate date = period.first; date <= period.last; date = date.addDays(1))
        figures.days << DayFigures{date};
    return figures;
}

VersionFigures &of(Figures &figures, const QString &version, const usage::Period &period)
{
    const auto known = std::ranges::find(figures.versions, version, &VersionFigures::version);
    return known != figures.versions.end() ? *known : figures.versions.emplace_back(emptyFigures(version, period));
}

Result<Done> ended(const store::Rows &rows)
{
    return rows.failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> readDays(store::Connection &connection, const usage::Period &period, Figures &figures)
{
    static const QString sql = u"SELECT d.version, d.day, CAST(SUM(d.callers) AS BIGINT), "_s % sums(u"d"_s)
        % u" FROM version_daily d WHERE d.day BETWEEN ? AND ? "
          "GROUP BY d.version, d.day";
    auto rows = connection.query(sql, bounds(period));
    if (!rows)
        return rows.error();
    while (rows->next()) {
        VersionFigures &version = of(figures, rows->text(0), period);
        const SeriesCounts counts = countsIn(*rows, 3);
        version.counts += counts;
        DayFigures &day = version.days[rows->integer(1) - dayNumber(period.first)];
        day.requests = counts.requests;
        day.errors = counts.errors;
        day.callers = rows->integer(2);
    }
    return ended(*rows);
}

Result<Done> readRoutes(store::Connection &connection, const usage::Period &period, Figures &figures)
{
    static const QString sql = u"SELECT s.version, s.method, s.route, s.id, "_s % sums(u"r"_s)
        % u" FROM version_route_daily r JOIN version_series s ON s.id = r.series WHERE r.day BETWEEN ? AND ? "
          "GROUP BY s.version, s.method, s.route, s.id";
    QMap<qint64, qint64> callers;
    {
        auto rows = connection.query(
            u"SELECT l.series, COUNT(*) FROM version_route_seen l WHERE l.last_day >= ? AND (l.last_day <= ? OR EXISTS "
            "(SELECT 1 FROM version_route_callers c WHERE c.series = l.series AND c.caller = l.caller "
            "AND c.day BETWEEN ? AND ?)) GROUP BY l.series"_s,
            bounds(period) + bounds(period));
        if (!rows)
            return rows.error();
        while (rows->next())
            callers.insert(rows->integer(0), rows->integer(1));
        if (rows->failed())
            return ErrorCode::ServiceUnavailable;
    }
    auto rows = connection.query(sql, bounds(period));
    if (!rows)
        return rows.error();
    while (rows->next())
        of(figures, rows->text(0), period).routes << RouteFigures{.method = rows->text(1),
                                                                  .route = rows->text(2),
                                                                  .counts = countsIn(*rows, 4),
                                                                  .callers = callers.value(rows->integer(3))};
    return ended(*rows);
}

Result<QMap<QString, qint64>> readCallers(store::Connection &connection, const usage::Period &period)
{
    auto rows = connection.query(QString(u"SELECT u.version, COUNT(*) FROM version_callers u WHERE "_s
                                         % calledIn(u"u"_s) % u" GROUP BY u.version"),
                                 calledBounds(period));
    if (!rows)
        return rows.error();
    QMap<QString, qint64> callers;
    while (rows->next())
        callers.insert(rows->text(0), rows->integer(1));
    return rows->failed() ? Result<QMap<QString, qint64>>(ErrorCode::ServiceUnavailable) : callers;
}

/// Who called a version other than the newest, and not that one; each once, by the newest of what they called.
Result<qint64> readStayed(store::Connection &connection, const usage::Period &period)
{
    auto rows = connection.query(
        QString(u"SELECT COUNT(*) FROM version_callers u WHERE u.version <> ? AND "_s % calledIn(u"u"_s)
                % u" AND NOT EXISTS (SELECT 1 FROM version_callers n WHERE n.kind = u.kind "
                  "AND n.caller_id = u.caller_id AND n.version > u.version AND "
                % calledIn(u"n"_s) % u')'),
        QVariantList{Newest} + calledBounds(period) + calledBounds(period));
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

Result<Done> readCallerFigures(store::Connection &connection, const usage::Period &period, Figures &figures)
{
    const auto callers = readCallers(connection, period);
    if (!callers)
        return callers.error();
    const auto stayed = readStayed(connection, period);
    if (!stayed)
        return stayed.error();
    for (const auto &[version, count] : callers->asKeyValueRange())
        of(figures, version, period).callers = count;
    const qint64 moved = callers->value(Newest);
    if (moved + *stayed > 0)
        figures.migrationRate = double(moved) / double(moved + *stayed);
    return Done{};
}

}

Result<Figures> readFigures(store::Connection &connection, const usage::Period &period)
{
    const store::Transaction moment(connection, store::Transaction::Mode::Read);
    if (!moment.isOpen())
        return moment.error();
    Figures figures{.versions = {emptyFigures(u"v1"_s, period), emptyFigures(Newest, period)}};
    for (const auto read : {readDays, readRoutes, readCallerFigures}) {
        if (const auto done = read(connection, period, figures); !done)
            return done.error();
    }
    for (VersionFigures &version : figures.versions) {
        std::ranges::stable_sort(version.routes, std::ranges::greater{},
                                 [](const RouteFigures &route) { return route.counts.requests; });
    }
    return figures;
}

Result<QMap<QString, Traffic>> readTraffic(store::Connection &connection, const usage::Period &period)
{
    const auto callers = readCallers(connection, period);
    if (!callers)
        return callers.error();
    QMap<QString, Traffic> traffic;
    for (const auto &[version, count] : callers->asKeyValueRange())
        traffic[version].callers = count;
    auto rows = connection.query(u"SELECT d.version, CAST(SUM(d.requests) AS BIGINT) FROM version_daily d "
                                 "WHERE d.day BETWEEN ? AND ? GROUP BY d.version"_s,
                                 bounds(period));
    if (!rows)
        return rows.error();
    while (rows->next())
        traffic[rows->text(0)].requests = rows->integer(1);
    return rows->failed() ? Result<QMap<QString, Traffic>>(ErrorCode::ServiceUnavailable) : traffic;
}
}
