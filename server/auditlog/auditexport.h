// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auditlog/auditlist.h"
#include "server/usage/csvtext.h"

#include <memory>

namespace auditlog
{
/// The entries that fit as CSV, newest first, read some hundreds at a time: nothing is held in the database between two
/// reads. `connection` outlives it; its thread.
std::shared_ptr<usage::CsvStream> exportEntries(store::Connection &connection, const EntryFilter &filter);
}
