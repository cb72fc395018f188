// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QLockFile>
#include <QNetworkAccessManager>
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
    std::chrono::milliseconds steadyAfter{60'000}; ///< running so long, earlier crashes are forgotten
    int restarts = 5; ///< crashes in a row before giving up
};

/// The bundled voxdeskd on a private loopback port over SQLite in one folder. GUI thread.
/// One console owns the folder at a time (lock file). What a crashed console left running is recognised by a random
/// token in a file of the folder and ended; nothing else is ever touched.
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

    /// `program`: empty: findProgram(). `folder`: empty: defaultFolder().
    explicit LocalServer(QString program = {}, QString folder = {}, QObject *parent = nullptr,
                         LocalServerTiming timing = {});
    ~LocalServer() override; ///< ends the server

    static QString findProgram(); ///< next to this program, else on PATH; empty: not installed
    static QString defaultFolder(); ///< AppDataLocation/local
    bool hasData() const; ///< the folder holds a database already

    State state() const { return m_state; }
    QString message() const { return m_message; } ///< the state as a sentence
    std::optional<Error> error() const { return m_error; }
    QUrl url() const { return m_url; } ///< empty unless Running
    QString setupToken() const
    {
        return m_setupToken;
    } ///< printed by a server without an administrator; empty: it has one
    /// The generated sign-in to demo data made in this run; empty else. Never stored by this class.
    QString demoEmail() const { return m_demoEmail; }
    QString demoPassword() const { return m_demoPassword; }

    /// Nothing happens unless Stopped or Failed. `demo` is ignored when the folder holds data.
    void start(const std::optional<DemoData> &demo = {});
    void stop();

signals:
    void stateChanged(LocalServer::State state, const QString &message);
    void ready(const QUrl &url); ///< also after a restart: the port may be another one
    void crashed(int restartInMilliseconds);

private:
    void enter(State state, const QString &message);
    void fail(ErrorCode code, const QString &message, const QString &log = {});
    bool lockFolder();
    void endOrphanThen(void (LocalServer::*next)());
    void prepare();
    void launch();
    void readOutput();
    void processEnded(int exitCode, QProcess::ExitStatus status);

    QString m_program;
    QString m_folder;
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
    QByteArray m_token;
    QByteArray m_lastWords; // end of stderr, for the error
    int m_crashes = 0;
    QTimer m_timer;
};
