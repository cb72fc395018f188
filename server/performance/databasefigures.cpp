// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/performance/databasefigures.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace performance
{
namespace
{
constexpr int MostTables = 100;

std::optional<qint64> wholeIn(const store::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.integer(column));
}

std::optional<double> realIn(const store::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.real(column));
}

Result<Done> readPostgreSqlActivity(store::Connection &connection, DatabaseFigures &figures)
{
    auto rows = connection.query(
        u"SELECT COUNT(*) FILTER (WHERE state = 'active'), COUNT(*) FILTER (WHERE state LIKE 'idle%'), "
        "CAST(EXTRACT(EPOCH FROM MAX(clock_timestamp() - query_start) FILTER (WHERE state = 'active')) AS "
        "DOUBLE PRECISION), "
        "(SELECT COUNT(*) FROM pg_locks WHERE NOT granted), pg_database_size(current_database()), "
        "CAST(current_setting('max_connections') AS BIGINT) "
        "FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"_s);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    figures.activeConnections = wholeIn(*rows, 0);
    figures.idleConnections = wholeIn(*rows, 1);
    figures.longestQuerySeconds = realIn(*rows, 2);
    figures.lockWaits = wholeIn(*rows, 3);
    figures.bytes = wholeIn(*rows, 4);
    figures.mostConnections = wholeIn(*rows, 5);
    return Done{};
}

Result<Done> readPostgreSqlCache(store::Connection &connection, DatabaseFigures &figures)
{
    // NULL where nothing was read yet.
    auto rows = connection.query(
        u"SELECT CAST(100.0 * SUM(heap_blks_hit) / NULLIF(SUM(heap_blks_hit + heap_blks_read), 0) AS DOUBLE "
        u"PRECISION), "
        "CAST(100.0 * SUM(idx_blks_hit) / NULLIF(SUM(idx_blks_hit + idx_blks_read), 0) AS DOUBLE PRECISION) "
        "FROM pg_statio_user_tables"_s);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    figures.cacheHitPercent = realIn(*rows, 0);
    figures.indexHitPercent = realIn(*rows, 1);
    return Done{};
}

Result<Done> readTables(store::Connection &connection, const QString &sql, DatabaseFigures &figures)
{
    auto rows = connection.query(sql % u" LIMIT %1"_s.arg(MostTables));
    if (!rows)
        return rows.error();
    while (rows->next())
        figures.tables << TableFigures{rows->text(0), wholeIn(*rows, 1), wholeIn(*rows, 2), wholeIn(*rows, 3)};
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<DatabaseFigures> readPostgreSql(store::Connection &connection)
{
    DatabaseFigures figures;
    if (auto done = readPostgreSqlActivity(connection, figures); !done)
        return done.error();
    if (auto done = readPostgreSqlCache(connection, figures); !done)
        return done.error();
    const auto done = readTables(connection,
                                 u"SELECT relname, pg_total_relation_size(relid) AS bytes, n_live_tup, n_dead_tup "
                                 "FROM pg_stat_user_tables WHERE schemaname = current_schema() ORDER BY bytes DESC, "
                                 "relname"_s,
                                 figures);
    return done ? Result<DatabaseFigures>(figures) : done.error();
}

Result<DatabaseFigures> readSqlite(store::Connection &connection, qint64 queuedChanges, Tables tables)
{
    DatabaseFigures figures{.lockWaits = queuedChanges};
    if (const store::ConnectionCounts *counts = connection.counts()) { // SQLite has no others
        figures.activeConnections = counts->busy + 1; // the one that asks, as PostgreSQL counts it
        figures.idleConnections = std::max(0, counts->open - int(*figures.activeConnections));
    }
    {
        auto rows = connection.query(u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s);
        if (!rows)
            return rows.error();
        if (!rows->next())
            return ErrorCode::ServiceUnavailable;
        figures.bytes = rows->integer(0);
    }
    if (tables == Tables::Judged)
        return figures;
    const QString named = u"FROM sqlite_master m %1 WHERE m.type = 'table' AND m.rootpage > 0 "
                          "AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'"_s;
    if (*figures.bytes <= LargestWalked) {
        // A leaf of a table holds a row a cell. Not every build of SQLite has dbstat.
        const QString walked = u"SELECT m.name, s.bytes, s.cells, NULL "_s
            % named.arg(u"JOIN (SELECT name, SUM(pgsize) AS bytes, "
                        "SUM(CASE WHEN pagetype = 'leaf' THEN ncell ELSE 0 END) AS cells FROM dbstat GROUP BY name) s "
                        "ON s.name = m.name"_s)
            % u" ORDER BY s.bytes DESC, m.name"_s;
        if (readTables(connection, walked, figures))
            return figures;
        figures.tables.clear();
    }
    const auto done = readTables(
        connection, u"SELECT m.name, NULL, NULL, NULL "_s % named.arg(QString()) % u" ORDER BY m.name"_s, figures);
    return done ? Result<DatabaseFigures>(figures) : done.error();
}
}

Result<DatabaseFigures> readFigures(store::Connection &connection, qint64 queuedChanges, Tables tables)
{
    return connection.engine() == store::Engine::Sqlite ? readSqlite(connection, queuedChanges, tables)
                                                        : readPostgreSql(connection);
}

QString sizeInWords(qint64 bytes)
{
    constexpr std::array Units{"B"_L1, "KB"_L1, "MB"_L1, "GB"_L1, "TB"_L1};
    double size = double(bytes);
    std::size_t unit = 0;
    // What would round to 1024 of one unit is 1 of the next.
    while (size >= 1023.95 && unit + 1 < Units.size()) {
        size /= 1024;
        ++unit;
    }
    QString number = QString::number(size, 'f', 1);
    if (number.endsWith(".0"_L1))
        number.chop(2);
    return number % Units.at(unit);
}
}
