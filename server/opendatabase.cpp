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

Result<std::unique_ptr<store::Connection>> migrated(Result<std::unique_ptr<store::Connection>> connection)
{
    if (!connection)
        return connection;
    if (const auto done = store::Migrator(**connection).migrate(); !done)
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
    return migrated(store::Connection::open(*database));
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
    return migrated(store::Connection::open(*database));
}
