// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/chain.h"

namespace audit
{
Result<QString> recordEntry(store::Connection &connection, const Actor &actor, const Change &change, qint64 nowMs)
{
    const Entry entry = entryOf(actor, change, nowMs);
    const auto done = connection.beforeCommit([entry](store::Connection &c) { return append(c, entry); });
    return done ? Result<QString>(entry.id) : done.error();
}

Result<Done> record(store::Connection &connection, const Actor &actor, const Change &change, qint64 nowMs)
{
    const auto id = recordEntry(connection, actor, change, nowMs);
    return id ? Result<Done>(Done{}) : id.error();
}
}
