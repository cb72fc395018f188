// SPDX-License-Identifier: GPL-3.0-or-later
// Inside server/store only: keeps QtSql out of the headers that capabilities include.
#pragma once

#include <QSqlQuery>
#include <QStringList>

namespace store
{
/// A prepared statement and who uses it.
struct Statement {
    explicit Statement(const QSqlDatabase &database)
        : query(database)
    {
    }

    QSqlQuery query;
    QStringList names; ///< of its bindings, where they are bound by name; empty: by position
    quint64 lastUse = 0;
    int bindings = -1; ///< how many it took when it first ran; QSqlQuery would silently reuse a missing one's old value
    bool busy = false; ///< a Rows reads from it
};
}
