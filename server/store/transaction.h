// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <cstddef>

namespace store
{
class Connection;

/// Rolls back unless commit() was called. Inside another one it is a savepoint of it. Same thread as its connection.
class Transaction
{
    Q_DISABLE_COPY_MOVE(Transaction)
public:
    enum class Mode {
        Write, ///< SQLite takes the write lock at once (BEGIN IMMEDIATE), so that it cannot fail half-way
        Read, ///< all reads see one moment; takes no lock
    };
    explicit Transaction(Connection &connection, Mode mode = Mode::Write);
    ~Transaction();

    bool isOpen() const { return m_open; }
    const Error &error() const { return m_error; } ///< why it is not open
    /// If it fails, everything is undone.
    Result<Done> commit();

private:
    QString savepoint() const;
    Result<Done> runWhatIsLast();
    void rollback();

    Connection &m_connection;
    int m_level;
    std::size_t m_before = 0; ///< how much of Connection::m_beforeCommit is older than this
    bool m_open = false;
    Error m_error;
};
}
