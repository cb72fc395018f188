// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/entry.h"

#include <functional>

namespace audit
{
/// How one capability takes back changes to its kind of row. Any thread, but for `forget`.
struct Reverter {
    QString targetType; ///< "user"
    /// Whether the change can be taken back at all, by the entry alone.
    std::function<bool(const Entry &)> handles;
    /// Puts back what `before` says, in the writer's transaction; answers the change that this is, which is then
    /// recorded. ResourceConflict: the row no longer is as `after` says, or is gone. What the row's own rules refuse.
    std::function<Result<Change>(store::Connection &, const Entry &, qint64 nowMs)> revert;
    /// After the commit, before the answer leaves: caches forget the row. On a worker's thread. Empty: nothing to do.
    std::function<void(const Entry &)> forget = {};
};

/// What can be taken back on this server. Constant once the server runs.
class Reverters
{
public:
    void add(Reverter reverter) { m_reverters.push_back(std::move(reverter)); }
    /// Null: it cannot be taken back. Entries of failures and changes that left no before never can.
    const Reverter *find(const Entry &entry) const;

private:
    std::vector<Reverter> m_reverters;
};

/// What a Reverter asks first: whether the fields that `after` names have these values now. `now` may hold more.
bool isStill(const QJsonObject &now, const QJsonObject &after);
Error changedSince(); ///< ResourceConflict
}
