// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/opendatabase.h"

#include "server/datafolder.h"
#include "server/shellwords.h"
#include "server/store/migrator.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{
Error noDatabase(const Config &config, const store::Database &database)
{
    return {.code = ErrorCode::ResourceNotFound,
            .message = config.databaseUrl.isEmpty()
                ? u"There is no database in %1; is --data right?"_s.arg(config.data)
                : u"There is no database at %1; is --database right?"_s.arg(database.display())};
}

/// Held while an older schema changes, under which a server of that version must not run. Null: nothing to hold.
Result<std::unique_ptr<QLockFile>> holdForMigration(store::Migrator &migrator, const store::Database &database)
{
    const auto installed = migrator.installedVersion();
    if (!installed)
        return installed.error();
    if (*installed == 0 || *installed >= migrator.newestVersion())
        return std::unique_ptr<QLockFile>();
    auto lock = lockDatabase(database);
    if (!lock && lock.error() == ErrorCode::ResourceConflict)
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"A server of an older version has the database %1 open; stop it first: this program "
                                "brings the schema from version %2 to %3."_s.arg(database.name)
                                    .arg(*installed)
                                    .arg(migrator.newestVersion())};
    return lock;
}

Result<std::unique_ptr<store::Connection>> migrated(const store::Database &database)
{
    auto connection = store::Connection::open(database);
    if (!connection)
        return connection;
    store::Migrator migrator(**connection);
    const auto held = holdForMigration(migrator, database);
    if (!held)
        return held.error();
    if (const auto done = migrator.migrate(); !done)
        return done.error();
    return connection;
}
}

Result<std::unique_ptr<store::Connection>> openMigrated(const Config &config)
{
    const auto database = config.database();
    if (!database)
        return database.error();
    if (const auto made = makeDataFolder(config.data); !made)
        return made.error();
    return migrated(*database);
}

Result<std::unique_ptr<store::Connection>> openExisting(const Config &config, Existing wanted)
{
    auto database = config.database();
    if (!database)
        return database.error();
    if (database->engine == store::Engine::Sqlite && !QFileInfo::exists(database->name))
        return noDatabase(config, *database);
    database->readOnly = true; // opening it to write changes what may be another program's
    auto connection = store::Connection::open(*database);
    if (!connection)
        return connection;
    store::Migrator migrator(**connection);
    const auto version = migrator.installedVersion();
    if (!version)
        return version.error();
    if (*version == 0)
        return noDatabase(config, *database);
    if (wanted == Existing::Current && *version != migrator.newestVersion())
        return Error{
            .code = ErrorCode::ServiceUnavailable,
            .message
            = u"The database has schema version %1 and this program reads version %2. %3"_s.arg(*version)
                  .arg(migrator.newestVersion())
                  .arg(*version < migrator.newestVersion()
                           ? u"Serving brings it up to date; back it up before with %1 FILE."_s.arg(makeBackup(config))
                           : u"Install the newer voxdeskd."_s)};
    if (wanted != Existing::Migrated)
        return connection;
    connection->reset();
    database->readOnly = false;
    return migrated(*database);
}
