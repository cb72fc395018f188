// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

namespace store
{
/// " FOR UPDATE" on PostgreSQL, which several servers may share; nothing on SQLite, where the one who writes holds the
/// whole database.
QString forUpdate(const Connection &connection);

/// Holds a row until the transaction ends, so that what is read next is what will be overwritten. No row: nothing to
/// hold. `table` has a column `id`.
Result<Done> lockRow(Connection &connection, QLatin1StringView table, const QString &id);
}
