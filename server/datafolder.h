// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QLockFile>

/// Makes the folder, for its owner alone, where there is none. One that is there stays as it is.
Result<Done> makeDataFolder(const QString &path);
/// Whether a first start could leave its keys in the folder, which is there; a later one finds them, and writes none.
Result<Done> takesKeys(const QString &path);
/// The folder that makeDataFolder() would begin in: `path`, or the nearest above it that is there. What is found may be
/// a file.
QString nearestExisting(const QString &path);
/// What to do where others than the owner may look into the folder or change it, a sentence; empty: nobody else may.
QString opennessOf(const QString &dataFolder);

/// Held by the one server that writes a SQLite database: two would remember what the other has changed. Ends with the
/// process, however that ends. ResourceConflict names the process that holds it. Null: the database needs no lock.
Result<std::unique_ptr<QLockFile>> lockDatabase(const store::Database &database);
