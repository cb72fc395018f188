// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <atomic>
#include <memory>

namespace store
{
enum class Engine { Sqlite, PostgreSql };

/// Of the connections of this process to one database. Any thread.
struct ConnectionCounts {
    std::atomic<int> open = 0;
    std::atomic<int> busy = 0; ///< those that run a statement or are in a transaction
};

/// Where a database is.
struct Database {
    Engine engine = Engine::Sqlite;
    QString name; ///< file path or database name
    QString host = {}; ///< empty: libpq's default; a leading '/': the folder of a Unix socket
    int port = 0;
    QString user = {};
    QString password = {}; ///< never logged
    bool readOnly = false;
    QString options = {}; ///< PostgreSQL only: what libpq knows, e.g. "sslmode=require", separated by ';'
    std::shared_ptr<ConnectionCounts> counts = {}; ///< null: nobody counts

    /// "sqlite:///abs/path.db", a bare path, or
    /// "postgresql://user:password@host:port/name[?sslmode=…&host=/socket/folder]". ValidationError with a sentence for
    /// anything else.
    static Result<Database> parse(const QString &url);
    QString display() const; ///< for logs: without the password
    /// What parse() makes this of again, but for the password: for commands that somebody is to run, wherever that is.
    QString address() const;
};
}
