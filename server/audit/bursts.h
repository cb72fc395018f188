// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"

namespace audit
{
/// How many failed sign-ins of a minute have an entry each.
constexpr int EntriesOfPair = 5; ///< of an account from an address
constexpr int EntriesOfAll = 600; ///< of all accounts from all addresses

/// Writes one entry for what was only counted in minutes that are over; `after` then has "attempts". On the writer's
/// connection, in a transaction. recordFailedSignIn() calls it, and Upkeep for when nobody fails any more.
Result<Done> sumUp(store::Connection &connection, qint64 nowMs);
}
