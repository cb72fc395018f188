// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/transaction.h"

#include "server/store/connection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace store
{
Transaction::Transaction(Connection &connection, Mode mode)
    : m_connection(connection)
    , m_level(connection.m_depth)
{
    const bool sqlite = connection.engine() == Engine::Sqlite;
    const QString begin = m_level > 0 ? QString(u"SAVEPOINT "_s % savepoint())
        : mode == Mode::Write         ? (sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s)
                                      : (sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
    if (const auto begun = connection.control(begin); !begun) {
        m_error = begun.error();
        return;
    }
    m_open = true;
    m_before = connection.m_beforeCommit.size();
    connection.countBusy(1);
    ++connection.m_depth;
}

Transaction::~Transaction()
{
    if (m_open)
        rollback();
}

Result<Done> Transaction::commit()
{
    if (!m_open)
        return m_error;
    if (const auto done = runWhatIsLast(); !done) {
        rollback();
        return done;
    }
    // PostgreSQL answers COMMIT of a failed transaction with success although it rolls back.
    if (m_connection.m_poison) {
        const Error why = m_connection.poisoned();
        rollback();
        return why;
    }
    const auto done = m_connection.control(m_level > 0 ? QString(u"RELEASE SAVEPOINT "_s % savepoint()) : u"COMMIT"_s);
    if (!done) {
        rollback();
        return done.error();
    }
    m_open = false;
    --m_connection.m_depth;
    m_connection.countBusy(-1);
    return Done{};
}

Result<Done> Transaction::runWhatIsLast()
{
    if (m_level > 0 || m_connection.m_poison)
        return Done{};
    while (!m_connection.m_beforeCommit.empty()) { // one may ask for more
        for (const auto &work : std::exchange(m_connection.m_beforeCommit, {})) {
            if (const auto done = work(m_connection); !done)
                return done;
        }
    }
    return Done{};
}

QString Transaction::savepoint() const { return u"level"_s % QString::number(m_level); }

void Transaction::rollback()
{
    m_open = false;
    --m_connection.m_depth;
    m_connection.countBusy(-1);
    const std::optional<Error> poison = std::exchange(m_connection.m_poison, std::nullopt);
    if (m_connection.m_beforeCommit.size() > m_before)
        m_connection.m_beforeCommit.resize(m_before);
    if (m_connection.m_lost)
        return; // the server has undone it
    if (m_level == 0) {
        // SQLite has rolled back by itself after a full disk or an I/O error; that this fails then does not matter.
        static_cast<void>(m_connection.control(u"ROLLBACK"_s));
        return;
    }
    if (const auto undone = m_connection.control(u"ROLLBACK TO SAVEPOINT "_s % savepoint()); !undone)
        m_connection.m_poison = poison ? *poison : undone.error(); // the outer one must not commit, and says why
    else
        static_cast<void>(m_connection.control(u"RELEASE SAVEPOINT "_s % savepoint()));
}
}
