// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/database.h"
#include "server/store/rows.h"
#include "server/store/transaction.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QSqlDatabase;
class QSqlError;

namespace store
{
/// One SQL connection, opened, used and closed on one thread. Prepared statements are kept by their text (the last
/// 256).
///
/// Bindings are positional '?'. A QString or QByteArray binds as text or bytes even when it is null; a bool as 0 or 1;
/// a QDateTime as milliseconds since the epoch, UTC, an invalid one as NULL; QVariant() as NULL. `qint64`, `int`,
/// `double` as they are; other types are a programming error (InternalError).
///
/// Errors: a broken UNIQUE or PRIMARY KEY is ResourceConflict; a busy, full, read-only, broken or lost database is
/// ServiceUnavailable; the rest InternalError. Error::log names what happened and the statement, never a bound value.
///
/// A PostgreSQL connection that was lost is opened again at the next statement outside a transaction. Where that fails,
/// statements are refused for as long as the attempt took, and for a second at least, before there is another.
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)
public:
    /// SQLite: WAL, foreign keys, synchronous=FULL, waits up to 5 s for a lock; makes the file when it is missing
    /// unless `readOnly`. ServiceUnavailable with one sentence when the database cannot be opened, or not be written.
    static Result<std::unique_ptr<Connection>> open(const Database &database);
    ~Connection(); ///< every Rows must be gone

    Engine engine() const { return m_database.engine; }
    /// Null: nobody counts.
    const ConnectionCounts *counts() const { return m_database.counts.get(); }

    /// Runs a SELECT (or INSERT … RETURNING). SQLite answers rows as they are found, PostgreSQL holds them all: bound
    /// the result with LIMIT. Name the columns: QSQLITE breaks on a kept "SELECT *" when another connection adds one.
    /// Running a text whose Rows are still alive is allowed and costs preparing it again.
    Result<Rows> query(const QString &sql, const QVariantList &bindings = {});
    /// Reads one row by its key: `columns` (text and whole numbers, no blobs) of what `from` ("users u WHERE u.id = ?")
    /// finds. QSQLITE describes every column anew at each run, which costs more than the row; so the row travels as
    /// one: 29 columns in half the instructions.
    Result<Rows> queryRow(const QString &columns, const QString &from, const QVariantList &bindings);
    /// Runs a change; answers the number of rows it touched.
    Result<qint64> execute(const QString &sql, const QVariantList &bindings = {});
    /// Runs a statement that is not worth keeping (DDL, PRAGMA). It must hold no user's value: its errors are logged.
    Result<Done> executeOnce(const QString &sql);

    /// Runs `work` as the last thing of the transaction that is open, however deep in savepoints this call is: for rows
    /// that everybody writes and that should be locked as late and as shortly as possible. A rollback around the call
    /// takes it back; its Error undoes the whole transaction. Without a transaction it runs now, in one of its own.
    Result<Done> beforeCommit(std::function<Result<Done>(Connection &)> work);

    /// Whether a statement since the last takeYielded() had to give way to another transaction (PostgreSQL's 40P01, a
    /// deadlock, and 40001): rolled back and run again from its start, the transaction may succeed.
    bool hasYielded() const { return m_yielded; }
    bool takeYielded() { return std::exchange(m_yielded, false); }

private:
    friend class Transaction;

    explicit Connection(Database database);
    QSqlDatabase handle() const;
    Result<Done> connect();
    Result<Done> configure();
    Result<Done> ready();
    Result<Done> reconnect();
    Error poisoned() const; ///< what whoever goes on in a poisoned transaction is answered
    Result<std::shared_ptr<Statement>> statement(const QString &sql);
    Result<std::shared_ptr<Statement>> run(const QString &sql, const QVariantList &bindings);
    Result<Done> control(const QString &sql); ///< BEGIN and its kind
    Error failed(const QSqlError &error, const QString &sql, bool values);
    void dropOldest();
    void countBusy(int difference);

    const Database m_database;
    const QString m_name;
    QHash<QString, std::shared_ptr<Statement>> m_statements;
    quint64 m_uses = 0;
    std::vector<std::function<Result<Done>(Connection &)>> m_beforeCommit;
    int m_depth = 0; ///< open transactions and savepoints
    std::optional<Error> m_poison; ///< of a statement that failed so that nothing may follow but a rollback
    bool m_lost = false;
    QDeadlineTimer m_nextTry; ///< of a lost connection
    bool m_yielded = false;
};
}
