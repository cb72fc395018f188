// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What a console notes about the server that it runs, so that the next console knows it after a crash. Lies in the
/// server's folder, readable by its owner only.
struct ServerRecord {
    qint64 pid = 0;
    QByteArray token = {}; ///< random; the server has it in its environment as VOXDESK_INSTANCE
    quint16 port = 0; ///< 0: it did not listen yet

    static QString path(const QString &folder);
    static std::optional<ServerRecord> read(const QString &folder);
    bool write(const QString &folder) const;
    static void remove(const QString &folder);
};

enum class Ownership {
    Gone, ///< no such process, or another one has its number now
    Ours,
    Unknown, ///< a process of that number lives, but this system does not tell whose it is
};

/// Whether the recorded server is alive. By its environment (Linux); elsewhere a living process is Unknown.
Ownership ownership(const ServerRecord &record);

/// Asks the process to end (SIGTERM), or ends it (SIGKILL, TerminateProcess).
void endProcess(qint64 pid, bool force);
