// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

/// What a command said is one line that starts with the program's name and ends like a sentence.
bool isOneSentence(const QByteArray &errors);
/// What the sqlite3 program answers.
QByteArray sqlite(const QString &database, const QString &sql);

/// A real voxdeskd on a free port over a database of its own. Ends with the object.
class ServerProcess
{
    Q_DISABLE_COPY_MOVE(ServerProcess)
public:
    ServerProcess();
    ~ServerProcess();

    QString data() const { return m_dir.path(); }
    QUrl url(const QString &path = {}) const;
    QProcess &process() { return m_process; }

    /// Runs a subcommand to its end, with --data unless `arguments` name it; answers its exit status.
    int run(const QStringList &arguments, const QByteArray &input = {});
    int runBare(const QStringList &arguments, const QByteArray &input = {}); ///< without --data
    void setRunEnvironment(const QStringList &more) { m_runEnvironment = more; } ///< "NAME=value", for run()
    QByteArray errors() const { return m_errors; } ///< standard error of the last run() or start()
    QByteArray output() const { return m_output; }
    QByteArray log() const; ///< what `serve` has written to standard error so far
#ifdef Q_OS_UNIX
    void setUnprivileged() { m_unprivileged = true; } ///< run() as nobody; only root may ask for it
    bool hangUp(); ///< SIGHUP
#endif
    qint64 residentKiB() const; ///< memory of the server now; 0 where the system does not tell

    /// Starts `serve` and waits until it can answer.
    bool start(const QStringList &more = {}, const QStringList &environment = {});
    void kill(); ///< as kill -9 does
    /// SIGTERM; answers the exit status, -1 when it did not end by itself.
    int terminate();

    /// Makes an administrator; call before or after start().
    bool makeAdmin(const QString &email, const QByteArray &password);

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
    QUrl m_url;
    QStringList m_runEnvironment;
    bool m_unprivileged = false;
};
