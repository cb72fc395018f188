// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localserver/serverrecord.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cerrno>
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace
{
#ifdef Q_OS_WIN
bool isAlive(qint64 pid)
{
    HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, DWORD(pid));
    if (!process)
        return false;
    const bool running = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return running;
}
#elif !defined(Q_OS_LINUX)
bool isAlive(qint64 pid) { return ::kill(pid_t(pid), 0) == 0 || errno == EPERM; }
#endif
}

QString ServerRecord::path(const QString &folder) { return QDir(folder).filePath(u"console-server.json"_s); }

std::optional<ServerRecord> ServerRecord::read(const QString &folder)
{
    QFile file(path(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    const ServerRecord record{.pid = object.value("pid"_L1).toInteger(),
                              .token = object.value("token"_L1).toString().toLatin1(),
                              .port = quint16(object.value("port"_L1).toInt())};
    if (record.pid <= 1 || record.token.size() < 16)
        return {};
    return record;
}

bool ServerRecord::write(const QString &folder) const
{
    QSaveFile file(path(folder));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QJsonObject object{{u"pid"_s, pid}, {u"token"_s, QString::fromLatin1(token)}, {u"port"_s, port}};
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return file.commit();
}

void ServerRecord::remove(const QString &folder) { QFile::remove(path(folder)); }

Ownership ownership(const ServerRecord &record)
{
#ifdef Q_OS_LINUX
    // Unreadable: another user's process. Empty: a zombie. Neither is a server of ours that still runs.
    QFile environment(u"/proc/%1/environ"_s.arg(record.pid));
    if (!environment.open(QIODevice::ReadOnly))
        return Ownership::Gone;
    const QList<QByteArray> variables = environment.readAll().split('\0');
    return variables.contains("VOXDESK_INSTANCE=" + record.token) ? Ownership::Ours : Ownership::Gone;
#else
    return isAlive(record.pid) ? Ownership::Unknown : Ownership::Gone;
#endif
}

void endProcess(qint64 pid, bool force)
{
#ifdef Q_OS_WIN
    Q_UNUSED(force) // a console program has no window to send WM_CLOSE to
    if (HANDLE process = OpenProcess(PROCESS_TERMINATE, FALSE, DWORD(pid))) {
        TerminateProcess(process, 1);
        CloseHandle(process);
    }
#else
    ::kill(pid_t(pid), force ? SIGKILL : SIGTERM);
#endif
}
