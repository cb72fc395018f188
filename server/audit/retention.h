// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/chain.h"

namespace audit
{
/// Removes entries of before `cutoffMs` from the start of the chain, at most `most` of them; what the oldest one left
/// follows is kept as the anchor, so that the rest still verifies. Records what it removed. Answers how many. On the
/// writer's connection.
Result<qint64> prune(store::Connection &connection, qint64 cutoffMs, qint64 most, qint64 nowMs);

/// The start of the UTC day from which on entries are kept. `days` > 0.
qint64 keptFrom(int days, qint64 nowMs);
}
