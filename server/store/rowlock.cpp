// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace store
{
QString forUpdate(const Connection &connection)
{
    return connection.engine() == Engine::PostgreSql ? u" FOR UPDATE"_s : QString();
}

Result<Done> lockRow(Connection &connection, QLatin1StringView table, const QString &id)
{
    if (connection.engine() == Engine::Sqlite)
        return Done{};
    const auto rows = connection.query(u"SELECT 1 FROM %1 WHERE id = ? FOR UPDATE"_s.arg(table), {id});
    return rows ? Result<Done>(Done{}) : rows.error();
}
}
