// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/versions/callcounts.h"

namespace versions
{
/// Days that are kept: the longest period that can be asked for, and a month to look back from.
constexpr qint64 KeptDays = 400;

/// Adds what was counted to the rows, in the caller's transaction. Servers over the same database add to the same rows.
Result<Done> addCounts(store::Connection &connection, const Batch &batch);

/// Drops what is older than KeptDays.
Result<Done> dropOldCounts(store::Connection &connection, qint64 nowMs);
}
