// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "services/localserver/serverrecord.h"

#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

/// Demo data to fill a new folder with.
struct DemoData {
    int users = 500;
    int days = 60; ///< of history
    quint32 seed = 1; ///< the same seed gives the same data
};

/// Waiting times, so that tests need not wait.
struct LocalServerTiming {
    std::chrono::milliseconds startLimit{30'000}; ///< to say where it listens
    std::chrono::milliseconds stopLimit{5000}; ///< to end after being asked; then it is killed
    std::chrono::milliseconds restartFirst{1000}; ///< doubled after each crash
    std::chrono::milliseconds steadyAfter{60'000}; ///< having run so long, its earlier crashes are forgotten
    int restarts = 5; ///< crashes in a row before giving up
};

/// The bundled voxdeskd on a private loopback port over SQLite in one folder. GUI thread.
/// One console owns the folder at a time (lock file). What a crashed console left running is recognised by a random
/// token and ended, because only one server may write the folder; a process that is not proven to be ours is never
/// touched.
class LocalServer : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Stopped,
        Preparing, ///< writes demo data
        Starting,
        Running,
        Restarting, ///< it crashed; starts again after a pause
        Stopping,
        Failed, ///< error() says why
    };
    Q_ENUM(State)

    /// `program` empty: findProgram(). `folder` empty: defaultFolder().
    explicit LocalServer(const QString &program = {}, const QString &folder = {}, QObject *parent = nullptr,
                         LocalServerTiming timing = {});
    ~LocalServer() override; ///< ends the server; may block for stopLimit

    /// Another folder (empty: defaultFolder()) and port (0: any free one). Only while Stopped or Failed.
    void place(const QString &folder, quint16 port);

    static QString findProgram(); ///< next to this program, else on PATH; empty: not installed
    static QString defaultFolder(); ///< AppDataLocation/local
    bool hasData() const; ///< the folder holds a database already, and not one of demo data that was never finished

    State state() const { return m_state; }
    QString message() const { return m_message; } ///< the state as a sentence
    std::optional<Error> error() const { return m_error; }
    QUrl url() const { return m_url; } ///< empty unless Running
    QString setupToken() const { return m_setupToken; } ///< of a server without an administrator; empty: it has one
    void forgetSetupToken() { m_setupToken.clear(); } ///< it was used
    /// The administrator of demo data, with a password generated anew at each start, so that nobody needs a keychain to
    /// come back to it; empty without demo data. Never stored.
    QString demoEmail() const { return m_demoEmail; }
    QString demoPassword() const { return m_demoPassword; }

    /// Nothing happens unless Stopped or Failed. `demo` is ignored when the folder holds data; demo data that an
    /// earlier console did not finish is removed first.
    void start(const std::optional<DemoData> &demo = {});
    void stop();

signals:
    void stateChanged(LocalServer::State state, const QString &message);
    void ready(const QUrl &url); ///< also after a restart: the port may be another one
    void setupNeeded(const QString &setupToken); ///< there is no administrator yet; may come after ready()
    void crashed(int restartsInMilliseconds);

private:
    void enter(State state, const QString &message);
    void fail(ErrorCode code, const QString &message);
    void failToWrite();
    bool lockFolder();
    void awaitOrphan();
    void proceed();
    void prepare();
    void launch();
    void run(const QStringList &arguments, void (LocalServer::*ended)(bool clean));
    void prepared(bool clean);
    void renewDemoPassword();
    void demoPasswordRenewed(bool clean);
    QString demoMark() const;
    QString unfinishedMark() const;
    void served(bool clean);
    void readOutput();
    void readErrors();
    void release();
    bool removeHalfMadeData(); ///< false: some of it is still there
    QString lastWords() const;

    QString m_program;
    QString m_folder;
    quint16 m_port = 0;
    LocalServerTiming m_timing;
    State m_state = State::Stopped;
    QString m_message;
    std::optional<Error> m_error;
    QUrl m_url;
    QString m_setupToken;
    QString m_demoEmail;
    QString m_demoPassword;
    std::optional<DemoData> m_demo;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QProcess> m_process;
    std::optional<ServerRecord> m_orphan;
    ServerRecord m_record;
    QByteArray m_errors; // the end of what the process said on standard error
    QElapsedTimer m_running;
    QElapsedTimer m_orphanAsked;
    QTimer m_limit; // of the state
    QTimer m_orphanTimer;
    int m_crashes = 0;
};
