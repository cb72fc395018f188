// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"
#include "server/shellwords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
Error cannotWrite(const QString &file, const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The backup %1 cannot be written: %2"_s.arg(file, why)};
}

/// SQLite leaves it to the system when a copy reaches the disk.
bool reachesDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
#else
    QFile file(path);
    return QFileInfo(path).isDir() || (file.open(QIODevice::ReadWrite) && ::_commit(file.handle()) == 0);
#endif
}

/// An empty file of nobody else beside `file`, and its name: two backups at once do not write into one.
Result<QString> makePart(const QString &file)
{
    QTemporaryFile part(file + u".XXXXXX.part"_s);
    part.setAutoRemove(false); // SQLite writes it, which Windows would not allow while it is open here
    return part.open() ? Result<QString>(part.fileName()) : cannotWrite(file, part.errorString());
}

/// The file has its name only once it is whole.
Result<Done> copy(store::Connection &connection, const QString &file)
{
    const auto made = makePart(file);
    if (!made)
        return made.error();
    const QString part = *made;
    const auto written = connection.execute(u"VACUUM INTO ?"_s, {part});
    Result<Done> result = Done{};
    if (!written)
        result = cannotWrite(file, written.error().log.section(": "_L1, 0, 1));
    else if (!QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner) || !reachesDisk(part))
        result = cannotWrite(file, u"it does not reach the disk"_s);
    else if (!QFile::rename(part, file))
        result = cannotWrite(file, u"it cannot be given its name"_s);
    else if (!reachesDisk(QFileInfo(file).absolutePath()))
        result = cannotWrite(file, u"its folder does not reach the disk"_s);
    QFile::remove(part);
    return result;
}
}

int runBackup(const Config &config, const QHash<QString, QString> &options)
{
    const QString file = QDir::current().absoluteFilePath(options.value(u"FILE"_s));
    const auto database = config.database();
    if (!database)
        return refuse(database.error());
    if (database->engine == store::Engine::PostgreSql)
        return refuse(u"Run pg_dump --format=custom --file=%1 %2 instead: PostgreSQL copies its own databases."_s.arg(
            shellWord(file), shellWord(database->address())));
    if (QFileInfo::exists(file))
        return refuse(u"%1 is there already; name a new file."_s.arg(file));
    if (const QString folder = QFileInfo(file).absolutePath(); !QFileInfo(folder).isDir())
        return refuse(u"There is no folder %1."_s.arg(folder));
    const auto connection = openExisting(config, Existing::AsItIs);
    if (!connection)
        return refuse(connection.error());
    if (const auto done = copy(**connection, file); !done)
        return refuse(done.error());
    QTextStream(stdout) << "The database is in " << file << " (" << QFileInfo(file).size() << " bytes). Keep a copy of "
                        << QDir(config.data).filePath(u"keys"_s)
                        << " too, in another place: neither opens stored secrets without the other.\n";
    return 0;
}
