// SPDX-License-Identifier: GPL-3.0-or-later
// The database as commands want it.
#pragma once

#include "server/config.h"

#include <memory>

/// Makes the data folder and the database where there are none, and brings the schema up to date.
Result<std::unique_ptr<store::Connection>> openMigrated(const Config &config);

enum class Existing {
    AsItIs, ///< of any version, to read only
    Current, ///< of this program's version, to read only
    Migrated, ///< brought up to date
};

/// ResourceNotFound, with a sentence, where there is no database: whoever mistyped --data gets no new one.
Result<std::unique_ptr<store::Connection>> openExisting(const Config &config, Existing wanted);
