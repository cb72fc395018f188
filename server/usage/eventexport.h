// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/usage/csvtext.h"
#include "server/usage/usagestore.h"

#include <memory>

namespace usage
{
/// A user's raw events of a period as CSV, oldest first, read a few hundred at a time: nothing is held in the database
/// between two reads. `connection` outlives it; its thread.
std::shared_ptr<CsvStream> exportEvents(store::Connection &connection, const QString &organizationId,
                                        const QString &userId, const Period &period, const UsageFilter &filter);
}
