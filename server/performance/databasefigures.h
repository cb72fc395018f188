// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

#include <optional>

namespace performance
{
struct TableFigures {
    QString name;
    std::optional<qint64> bytes = {}; ///< with its indexes where the database counts them in
    std::optional<qint64> liveRows = {};
    std::optional<qint64> deadRows = {}; ///< not yet reclaimed
};

/// What the database in use says of itself; empty where it cannot say.
struct DatabaseFigures {
    std::optional<qint64> activeConnections = {}; ///< that run a statement
    std::optional<qint64> idleConnections = {};
    std::optional<qint64> mostConnections = {}; ///< that the database allows
    std::optional<double> longestQuerySeconds = {}; ///< of those that run now
    std::optional<double> cacheHitPercent = {}; ///< of reads of tables
    std::optional<double> indexHitPercent = {}; ///< of reads of indexes
    std::optional<qint64> lockWaits = {}; ///< that wait for somebody else's lock
    std::optional<qint64> bytes = {};
    QList<TableFigures> tables = {}; ///< the largest first
};

enum class Tables {
    All,
    Judged, ///< only where they matter to the health: not SQLite's, whose rows are reclaimed at once
};

/// Sources: PostgreSQL's statistics views (pg_stat_activity, pg_statio_user_tables, pg_stat_user_tables, pg_locks), of
/// this database only; of SQLite, which one process uses at a time, the connections that this one has open, the page
/// counts and dbstat, which reads the whole file and is therefore asked only up to
/// LargestWalked bytes. `queuedChanges`: what waits for SQLite's one write lock. On the connection's thread.
Result<DatabaseFigures> readFigures(store::Connection &connection, qint64 queuedChanges, Tables tables);

constexpr qint64 LargestWalked = 64 * 1024 * 1024;

/// "2.5GB", "10MB", "512B": powers of 1024, one decimal unless it is 0.
QString sizeInWords(qint64 bytes);
}
