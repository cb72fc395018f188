// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/retention.h"

#include "models/domain/day.h"
#include "server/api/isotime.h"

using namespace Qt::StringLiterals;

namespace audit
{
namespace
{

struct Stretch {
    qint64 entries = 0;
    Link last = {};
};

/// The oldest entries up to the first that is to stay.
Result<Stretch> oldest(store::Connection &connection, const Link &anchor, qint64 cutoffMs, qint64 most)
{
    auto rows = connection.query(u"SELECT seq, at, hash FROM audit_entries WHERE seq > ? ORDER BY seq LIMIT ?"_s,
                                 {anchor.sequence, most});
    if (!rows)
        return rows.error();
    Stretch stretch;
    while (rows->next() && rows->integer(1) < cutoffMs) {
        ++stretch.entries;
        stretch.last = {rows->integer(0), rows->text(2)};
    }
    return rows->failed() ? Result<Stretch>(ErrorCode::ServiceUnavailable) : stretch;
}
}

Result<qint64> prune(store::Connection &connection, qint64 cutoffMs, qint64 most, qint64 nowMs)
{
    const auto due = [&]() -> Result<Stretch> {
        const auto anchor = end(connection, End::Anchor);
        return anchor ? oldest(connection, *anchor, cutoffMs, most) : anchor.error();
    };
    // Most times there is nothing, and the head, which all changes need at their commit, is left alone.
    if (const auto seen = due(); !seen || seen->entries == 0)
        return seen ? Result<qint64>(0) : seen.error();
    // Also keeps two processes from pruning at once.
    if (const auto head = lockedHead(connection); !head)
        return head.error();
    const auto stretch = due();
    if (!stretch || stretch->entries == 0)
        return stretch ? Result<qint64>(0) : stretch.error();
    auto done = connection.execute(u"DELETE FROM audit_entries WHERE seq <= ?"_s, {stretch->last.sequence});
    if (done)
        done = connection.execute(u"UPDATE audit_chain SET seq = ?, hash = ? WHERE name = 'anchor'"_s,
                                  {stretch->last.sequence, stretch->last.hash});
    if (!done)
        return done.error();
    const Change change{.action = u"audit.pruned"_s,
                        .targetType = u"audit"_s,
                        .targetId = {},
                        .after = {{u"entries"_s, stretch->entries},
                                  {u"until_sequence"_s, stretch->last.sequence},
                                  {u"before"_s, QString::fromLatin1(api::isoTime(cutoffMs))}}};
    if (const auto told = record(connection, Actor::system(u"retention"_s), change, nowMs); !told)
        return told.error();
    return stretch->entries;
}

qint64 keptFrom(int days, qint64 nowMs) { return nowMs / DayMs * DayMs - days * DayMs; }
}
