// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/countstore.h"

#include "models/domain/day.h"
#include "server/usage/manyrows.h"

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
using usage::inChunks;
using usage::placeholders;

/// "latency_0, latency_1, …", each in `form`.
QString latencies(const QString &form)
{
    QStringList columns;
    for (std::size_t i = 0; i < Latency::Buckets; ++i)
        columns << QString(form).replace(u"%"_s, u"latency_"_s + QString::number(i));
    return columns.join(u", "_s);
}

QString upsertText(const QString &head, const QList<QVariantList> &rows, const QString &tail)
{
    return head % u" VALUES " % placeholders(rows.size(), int(rows.first().size())) % u' ' % tail;
}

QVariantList flat(const QList<QVariantList> &rows)
{
    QVariantList bindings;
    for (const QVariantList &row : rows)
        bindings << row;
    return bindings;
}

/// Rows of one length into a table.
Result<Done> upsert(store::Connection &connection, const QString &head, const QList<QVariantList> &rows,
                    const QString &tail)
{
    return inChunks(rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        const QList<QVariantList> some = rows.sliced(first, size);
        auto written = connection.execute(upsertText(head, some, tail), flat(some));
        return written ? Result<Done>(Done{}) : Result<Done>(written.error());
    });
}

/// The same; `tail` ends with RETURNING, and `take` gets what that says.
template<typename Take>
Result<Done> upsertAndRead(store::Connection &connection, const QString &head, const QList<QVariantList> &rows,
                           const QString &tail, Take take)
{
    return inChunks(rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        const QList<QVariantList> some = rows.sliced(first, size);
        auto returned = connection.query(upsertText(head, some, tail), flat(some));
        if (!returned)
            return returned.error();
        while (returned->next())
            take(*returned);
        return returned->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
}

/// A table of sums by day and something.
Result<Done> addSums(store::Connection &connection, const QString &table, const QString &name,
                     const QList<QVariantList> &rows)
{
    const QString head
        = u"INSERT INTO "_s % table % u" (day, " % name % u", requests, errors, " % latencies(u"%"_s) % u')';
    const QString tail = u"ON CONFLICT (day, "_s % name % u") DO UPDATE SET requests = " % table
        % u".requests + excluded.requests, errors = " % table % u".errors + excluded.errors, "
        % latencies(u"% = "_s % table % u".% + excluded.%");
    return upsert(connection, head, rows, tail);
}

QVariantList sumRow(qint64 day, const QVariant &name, const SeriesCounts &counts)
{
    QVariantList row{day, name, counts.requests, counts.errors};
    for (const qint64 count : counts.latency.counts)
        row << count;
    return row;
}

using SeriesIds = QMap<SeriesName, qint64>;

SeriesName nameIn(const store::Rows &row)
{
    return {row.text(1).toLatin1(), row.text(2).toLatin1(), row.text(3).toUtf8()};
}

/// They are as few as the routes.
Result<SeriesIds> knownSeries(store::Connection &connection)
{
    auto rows = connection.query(u"SELECT id, version, method, route FROM version_series"_s);
    if (!rows)
        return rows.error();
    SeriesIds ids;
    while (rows->next())
        ids.insert(nameIn(*rows), rows->integer(0));
    return rows->failed() ? Result<SeriesIds>(ErrorCode::ServiceUnavailable) : ids;
}

Result<SeriesIds> seriesIds(store::Connection &connection, const DayCounts &counts)
{
    auto ids = knownSeries(connection);
    if (!ids)
        return ids;
    for (const SeriesName &name : counts.series.keys()) {
        if (ids->contains(name))
            continue;
        // Another server may have added it meanwhile: the update does nothing but answer its id.
        auto made = connection.query(
            u"INSERT INTO version_series (version, method, route) VALUES (?, ?, ?) "
            "ON CONFLICT (version, method, route) DO UPDATE SET route = excluded.route "
            "RETURNING id, version, method, route"_s,
            {QString::fromLatin1(name.version), QString::fromLatin1(name.method), QString::fromUtf8(name.route)});
        if (!made)
            return made.error();
        if (!made->next())
            return ErrorCode::ServiceUnavailable;
        ids->insert(name, made->integer(0));
    }
    return ids;
}

using CallerIds = QMap<CallerName, qint64>;

/// Notes that they were seen. In the order of their names, as every server does: so that two never wait for each other
/// in a circle.
Result<CallerIds> callerIds(store::Connection &connection, const DayCounts &counts)
{
    static const QString head
        = u"INSERT INTO version_callers (version, kind, caller_id, organization_id, user_agent, last_seen_at)"_s;
    static const QString tail
        = u"ON CONFLICT (version, kind, caller_id) DO UPDATE SET organization_id = excluded.organization_id, "
          "user_agent = CASE WHEN excluded.user_agent = '' THEN version_callers.user_agent ELSE excluded.user_agent "
          "END, "
          "last_seen_at = CASE WHEN excluded.last_seen_at > version_callers.last_seen_at THEN excluded.last_seen_at "
          "ELSE version_callers.last_seen_at END RETURNING seq, version, kind, caller_id"_s;
    QMap<std::tuple<QString, QString, QString>, qint64> found;
    QList<QVariantList> rows;
    for (const auto &[name, caller] : counts.callers.asKeyValueRange())
        rows << QVariantList{QString::fromLatin1(name.version),
                             QString(toText(name.kind)),
                             name.id,
                             caller.organizationId,
                             caller.userAgent,
                             caller.lastSeenMs};
    const auto done = upsertAndRead(connection, head, rows, tail, [&](const store::Rows &row) {
        found.insert({row.text(1), row.text(2), row.text(3)}, row.integer(0));
    });
    if (!done)
        return done.error();
    CallerIds ids;
    for (const CallerName &name : counts.callers.keys())
        ids.insert(name, found.value({QString::fromLatin1(name.version), QString(toText(name.kind)), name.id}));
    return ids;
}

Result<Done> addSeries(store::Connection &connection, qint64 day, const DayCounts &counts, const SeriesIds &ids)
{
    QList<QVariantList> routes;
    QMap<QByteArray, SeriesCounts> versions;
    for (const auto &[name, sums] : counts.series.asKeyValueRange()) {
        routes << sumRow(day, ids.value(name), sums);
        versions[name.version] += sums;
    }
    QList<QVariantList> totals;
    for (const auto &[version, sums] : versions.asKeyValueRange())
        totals << sumRow(day, QString::fromLatin1(version), sums);
    if (auto done = addSums(connection, u"version_route_daily"_s, u"series"_s, routes); !done)
        return done;
    return addSums(connection, u"version_daily"_s, u"version"_s, totals);
}

/// Who called it for the first time on that day also gets it as the last day of theirs.
Result<Done> addRouteCallers(store::Connection &connection, qint64 day, const QList<QVariantList> &called)
{
    QList<QVariantList> fresh;
    const auto take = [&](const store::Rows &row) { fresh << QVariantList{row.integer(0), row.integer(1), day}; };
    auto done = upsertAndRead(connection, u"INSERT INTO version_route_callers (day, series, caller)"_s, called,
                              u"ON CONFLICT (day, series, caller) DO NOTHING RETURNING series, caller"_s, take);
    if (!done)
        return done;
    return upsert(connection, u"INSERT INTO version_route_seen (series, caller, last_day)"_s, fresh,
                  u"ON CONFLICT (series, caller) DO UPDATE SET last_day = CASE "
                  "WHEN excluded.last_day > version_route_seen.last_day THEN excluded.last_day "
                  "ELSE version_route_seen.last_day END"_s);
}

/// The rows of the day's callers; those that are new there are counted in the day.
Result<Done> addDailyCallers(store::Connection &connection, qint64 day, const DayCounts &counts, const CallerIds &ids)
{
    QList<QVariantList> sums;
    QHash<qint64, std::pair<QString, qint64>> given; // version and requests of a caller
    for (const auto &[name, caller] : counts.callers.asKeyValueRange()) {
        const qint64 id = ids.value(name);
        const QString version = QString::fromLatin1(name.version);
        sums << QVariantList{id, day, version, caller.requests, caller.errors};
        given.insert(id, {version, caller.requests});
    }
    QMap<QString, qint64> fresh;
    const auto take = [&](const store::Rows &row) {
        const auto &[version, requests] = given[row.integer(0)];
        if (row.integer(1) == requests) // nobody has less than one: these are all
            ++fresh[version];
    };
    auto done = upsertAndRead(
        connection, u"INSERT INTO version_caller_daily (caller, day, version, requests, errors)"_s, sums,
        u"ON CONFLICT (caller, day) DO UPDATE SET requests = version_caller_daily.requests + excluded.requests, "
        "errors = version_caller_daily.errors + excluded.errors RETURNING caller, requests"_s,
        take);
    if (!done)
        return done;
    for (const auto &[version, count] : fresh.asKeyValueRange()) {
        auto added = connection.execute(
            u"UPDATE version_daily SET callers = callers + ? WHERE day = ? AND version = ?"_s, {count, day, version});
        if (!added)
            return added.error();
    }
    return Done{};
}

Result<Done> addCallers(store::Connection &connection, qint64 day, const DayCounts &counts, const SeriesIds &series)
{
    const auto ids = callerIds(connection, counts);
    if (!ids)
        return ids.error();
    if (auto done = addDailyCallers(connection, day, counts, *ids); !done)
        return done;
    QList<QVariantList> called;
    for (const auto &[name, caller] : counts.callers.asKeyValueRange()) {
        for (const SeriesName &one : caller.called)
            called << QVariantList{day, series.value(one), ids->value(name)};
    }
    return addRouteCallers(connection, day, called);
}
}

Result<Done> addCounts(store::Connection &connection, const Batch &batch)
{
    for (const auto &[day, counts] : batch.asKeyValueRange()) {
        const auto series = seriesIds(connection, counts);
        if (!series)
            return series.error();
        if (auto done = addSeries(connection, day, counts, *series); !done)
            return done;
        if (auto done = addCallers(connection, day, counts, *series); !done)
            return done;
    }
    return Done{};
}

Result<Done> dropOldCounts(store::Connection &connection, qint64 nowMs)
{
    const qint64 day = nowMs / DayMs - KeptDays;
    for (const QString &table :
         {u"version_route_daily"_s, u"version_daily"_s, u"version_caller_daily"_s, u"version_route_callers"_s}) {
        if (auto dropped = connection.execute(QString(u"DELETE FROM "_s % table % u" WHERE day < ?"), {day}); !dropped)
            return dropped.error();
    }
    if (auto dropped = connection.execute(u"DELETE FROM version_route_seen WHERE last_day < ?"_s, {day}); !dropped)
        return dropped.error();
    auto dropped = connection.execute(u"DELETE FROM version_callers WHERE last_seen_at < ?"_s, {day * DayMs});
    return dropped ? Result<Done>(Done{}) : Result<Done>(dropped.error());
}
}
