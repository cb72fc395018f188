// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

Result<Done> makeDataFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Done{};
    if (!QDir().mkpath(path))
        return Error{.code = ErrorCode::ServiceUnavailable,
                     .message = u"The data folder %1 cannot be made. Name another with --data."_s.arg(path)};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return Done{};
}

Result<Done> takesKeys(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.isWritable() || QFileInfo(path + u"/keys"_s).isDir())
        return Done{};
    return Error{.code = ErrorCode::ServiceUnavailable,
                 .message = u"The data folder %1 cannot be written by this user. Change its owner, or name another "
                            "with --data."_s.arg(path)};
}

QString nearestExisting(const QString &path)
{
    QString found = path;
    while (!QFileInfo::exists(found) && !QDir(found).isRoot())
        found = QFileInfo(found).absolutePath();
    return found;
}

QString opennessOf(const QString &dataFolder)
{
#ifndef Q_OS_WIN
    constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFile::permissions(dataFolder) & Others)
        return u"Others can look into the data folder %1; run chmod 700 on it if it is Voxdesk's alone."_s.arg(
            dataFolder);
#endif
    return {};
}

Result<std::unique_ptr<QLockFile>> lockDatabase(const store::Database &database)
{
    if (database.engine != store::Engine::Sqlite)
        return std::unique_ptr<QLockFile>();
    auto lock = std::make_unique<QLockFile>(database.name + u".lock"_s);
    lock->setStaleLockTime(0); // a running server's is never stale
    // A file may be left whose process number means somebody else by now, or this very process in a new container: what
    // counts is the system's own lock on it, without which it can be removed.
    if (lock->tryLock() || (lock->removeStaleLockFile() && lock->tryLock()))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return Error{.code = ErrorCode::ServiceUnavailable,
                     .message = u"%1 cannot be written."_s.arg(database.name + u".lock"_s)};
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    return Error{.code = ErrorCode::ResourceConflict,
                 .message = u"Another server, process %1, has the database %2 open. Stop it, or name another folder "
                            "with --data."_s.arg(process)
                                .arg(database.name)};
}
