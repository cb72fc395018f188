// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace store
{
enum class Engine { Sqlite, PostgreSql };

/// Where a database is. From "sqlite:///abs/path.db" (or a bare path) or "postgresql://user:password@host:port/name".
struct Database {
    Engine engine = Engine::Sqlite;
    QString name; ///< file path or database name
    QString host = {};
    int port = 0;
    QString user = {};
    QString password = {}; ///< never logged
    bool readOnly = false;

    static Result<Database> parse(const QString &url);
    QString display() const; ///< for logs: without the password
};

/// A forward-only cursor over one run of a kept prepared statement. Ends the run when it dies; one at a time a statement.
class Rows
{
    Q_DISABLE_COPY(Rows)
public:
    explicit Rows(QSqlQuery *query)
        : m_query(query)
    {
    }
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next() { return m_query->next(); }
    QVariant value(int column) const { return m_query->value(column); }
    QString text(int column) const { return m_query->value(column).toString(); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    bool flag(int column) const { return m_query->value(column).toLongLong() != 0; }
    bool isNull(int column) const { return m_query->isNull(column); }
    QDateTime time(int column) const; ///< stored as milliseconds since the epoch, UTC; null when NULL

private:
    QSqlQuery *m_query;
};

/// One SQL connection, opened, used and closed on one thread. Prepared statements are kept by their text.
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)
public:
    static Result<std::unique_ptr<Connection>> open(const Database &database);
    ~Connection();

    Engine engine() const { return m_engine; }

    /// Runs a SELECT (or INSERT … RETURNING) with positional '?' bindings. Times bind as milliseconds since the epoch.
    Result<Rows> query(const QString &sql, const QVariantList &bindings = {});
    /// Runs a change; answers the number of rows it touched. A broken UNIQUE gives ErrorCode::ResourceConflict,
    /// a lost database ErrorCode::ServiceUnavailable.
    Result<qint64> execute(const QString &sql, const QVariantList &bindings = {});
    /// Runs a statement that is not worth keeping (DDL, PRAGMA).
    Result<Done> executeOnce(const QString &sql);

private:
    Connection(Engine engine, QString name);
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &bindings);

    Engine m_engine;
    QString m_name;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

/// Rolls back unless commit() was called. On SQLite it takes the write lock at once (BEGIN IMMEDIATE).
class Transaction
{
    Q_DISABLE_COPY_MOVE(Transaction)
public:
    explicit Transaction(Connection &connection);
    ~Transaction();

    bool isOpen() const { return m_open; }
    Result<Done> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};
}
