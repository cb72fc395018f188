// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

#include <QStringList>

#include <memory>

namespace store
{
/// Fills empty tables with many rows as one transaction: without their triggers and secondary indexes, which come back
/// before the commit, built in one go. What triggers would have done is the caller's to do. Unless commit() was called,
/// nothing happened; a program that dies midway leaves the database as it was.
///
/// On SQLite the write-ahead log is off meanwhile where nobody else has the database open, so that each page is written
/// once.
class BulkLoad
{
    Q_DISABLE_COPY_MOVE(BulkLoad)
public:
    /// The connection is the caller's and must not be inside a transaction.
    static Result<std::unique_ptr<BulkLoad>> begin(Connection &connection, const QStringList &tables);
    ~BulkLoad();

    /// Builds indexes and triggers again and commits.
    Result<Done> commit();

private:
    BulkLoad(Connection &connection, QStringList tables);
    Result<Done> start();
    Result<Done> dropSqlite();
    Result<Done> dropPostgreSql();
    Result<Done> each(const QStringList &statements);

    Connection &m_connection;
    const QStringList m_tables;
    QStringList m_rebuild; ///< statements
    std::unique_ptr<Transaction> m_transaction;
};

/// INSERTs that carry several rows each. The rows of add() must all have `columns` values. One that fails may have
/// written some of its rows: the caller undoes the transaction.
class BulkInsert
{
    Q_DISABLE_COPY_MOVE(BulkInsert)
public:
    /// `conflict`: " ON CONFLICT …", for a table that may hold some of the rows.
    BulkInsert(Connection &connection, const QString &table, const QStringList &columns, const QString &conflict = {});

    Result<Done> add(QVariantList row);
    Result<Done> flush(); ///< what add() has not written yet

private:
    QString statement(qsizetype rows) const;

    Connection &m_connection;
    const QString m_head;
    const QString m_row; ///< "(?,?,?)"
    const QString m_tail;
    const qsizetype m_width;
    QString m_full;
    QVariantList m_waiting;
};
}
