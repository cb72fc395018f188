// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/agentlookup.h"

#include "server/usage/manyrows.h"

using namespace Qt::StringLiterals;

namespace usage
{
Result<QSet<QString>> agentsOf(store::Connection &connection, const QString &organizationId, const QStringList &ids)
{
    QSet<QString> known;
    const auto done = inChunks(ids.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings{organizationId};
        for (const QString &id : ids.sliced(first, size))
            bindings << id;
        auto rows = connection.query(
            QString(u"SELECT id FROM agents WHERE organization_id = ? AND id IN "_s % placeholders(1, int(size))),
            bindings);
        if (!rows)
            return rows.error();
        while (rows->next())
            known.insert(rows->text(0));
        return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
    if (!done)
        return done.error();
    return known;
}
}
