// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/entry.h"

#include <memory>

namespace audit
{
/// One end of the chain.
struct Link {
    qint64 sequence = 0; ///< 0: nothing yet
    QString hash = {};
};

enum class End {
    Head, ///< the newest entry
    Anchor, ///< the newest one that retention removed: what the oldest that is left follows
};
/// ResourceNotFound: somebody removed it.
Result<Link> end(store::Connection &connection, End which);

/// Entry of what an actor did, without its place in the chain. Text is made such that both engines give it back as it
/// was: no NUL, no half surrogates.
Entry entryOf(const Actor &actor, const Change &change, qint64 nowMs);

/// The head, kept from others until the commit: whatever writes the log takes it first. InternalError: it is gone.
Result<Link> lockedHead(store::Connection &connection);

/// Gives the entry its place and writes it. Inside a transaction, as late as possible: on PostgreSQL the head's row
/// stays locked until the commit.
Result<Done> append(store::Connection &connection, Entry entry);

/// Gives many entries their places without asking the database each time: for filling an empty log (the demo). Under a
/// store::BulkLoad that names "audit_entries"; whoever runs it fills audit_entries_search as that of other tables.
class Backfill
{
public:
    explicit Backfill(store::Connection &connection);
    ~Backfill();

    /// In the order of their times. `id`: of the entry, where it must be the same each time; empty: made here.
    Result<Done> add(const Actor &actor, const Change &change, qint64 atMs, const QString &id = {});
    Result<Done> finish(); ///< writes what waits, and the head

private:
    struct Private;
    std::unique_ptr<Private> d;
};
}
