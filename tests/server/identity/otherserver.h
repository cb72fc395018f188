// SPDX-License-Identifier: GPL-3.0-or-later
// Another server over the same PostgreSQL database, at work while this one is.
#pragma once

#include "server/store/transaction.h"

#include <QDeadlineTimer>
#include <QThread>

#include <functional>
#include <memory>

class OtherServer
{
public:
    /// Runs `work` in a transaction, on a thread and a connection of its own. It is undone when `work` answers false.
    OtherServer(const store::Database &database, const std::function<bool(store::Connection &)> &work)
        : m_thread(QThread::create([this, database, work] {
            const auto connection = store::Connection::open(database);
            store::Transaction transaction(**connection);
            m_written = work(**connection) && transaction.commit();
        }))
    {
        m_thread->start();
    }
    ~OtherServer() { m_thread->wait(); }

    /// Once it waits for a row that this server holds; false: it ended without.
    bool waits(store::Connection &connection) const
    {
        while (m_thread->isRunning()) {
            if (somebodyWaits(connection))
                return true;
        }
        return false;
    }
    bool hasWritten()
    {
        m_thread->wait();
        return m_written;
    }

    /// For `work` that holds a row: once somebody waits for it.
    static bool isAwaited(store::Connection &connection)
    {
        const QDeadlineTimer patience(60'000);
        while (!patience.hasExpired()) {
            if (somebodyWaits(connection))
                return true;
        }
        return false;
    }

private:
    static bool somebodyWaits(store::Connection &connection)
    {
        auto rows = connection.query(QStringLiteral("SELECT count(*) FROM pg_locks WHERE NOT granted"));
        return rows && rows->next() && rows->integer(0) > 0;
    }

    bool m_written = false;
    std::unique_ptr<QThread> m_thread;
};
