// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localserver/localserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{
const QString DemoEmail = u"admin@voxdesk.example"_s;

constexpr qsizetype KeptErrors = 8192;
constexpr milliseconds OrphanCheck{50};

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// An empty file.
bool writeMark(const QString &path)
{
    QFile mark(path);
    if (mark.open(QIODevice::WriteOnly))
        return true;
    qWarning("%s cannot be written", qUtf8Printable(path));
    return false;
}

/// Ours without its settings for servers: they would point the local one at another database or address.
QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(u"VOXDESK_"_s))
            environment.remove(name);
    }
    return environment;
}
}

LocalServer::LocalServer(const QString &program, const QString &folder, QObject *parent, LocalServerTiming timing)
    : QObject(parent)
    , m_program(program.isEmpty() ? findProgram() : program)
    , m_folder(folder.isEmpty() ? defaultFolder() : folder)
    , m_timing(timing)
{
    m_limit.setSingleShot(true);
    m_orphanTimer.setInterval(OrphanCheck);
    connect(&m_orphanTimer, &QTimer::timeout, this, &LocalServer::awaitOrphan);
}

LocalServer::~LocalServer()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(int(m_timing.stopLimit.count()))) {
        m_process->kill();
        m_process->waitForFinished(1000);
    }
    if (m_state == State::Preparing)
        removeHalfMadeData();
    ServerRecord::remove(m_folder);
}

QString LocalServer::findProgram()
{
    const QString beside = QStandardPaths::findExecutable(u"voxdeskd"_s, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"voxdeskd"_s) : beside;
}

QString LocalServer::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/local"_s;
}

void LocalServer::place(const QString &folder, quint16 port)
{
    m_folder = folder.isEmpty() ? defaultFolder() : folder;
    m_port = port;
}

bool LocalServer::hasData() const
{
    return QFile::exists(QDir(m_folder).filePath(u"voxdesk.db"_s)) && !QFile::exists(unfinishedMark());
}

void LocalServer::enter(State state, const QString &message)
{
    m_state = state;
    m_message = message;
    if (state != State::Running)
        m_url.clear();
    emit stateChanged(state, message);
}

void LocalServer::fail(ErrorCode code, const QString &message)
{
    m_error = Error{.code = code, .message = message, .log = QString::fromUtf8(m_errors)};
    release();
    enter(State::Failed, message);
}

/// Nothing of ours runs any more.
void LocalServer::release()
{
    m_limit.stop();
    m_orphanTimer.stop();
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process.release()->deleteLater();
        ServerRecord::remove(m_folder);
    }
    m_lock.reset();
}

void LocalServer::start(const std::optional<DemoData> &demo)
{
    if (m_state != State::Stopped && m_state != State::Failed)
        return;
    m_error.reset();
    m_errors.clear();
    m_crashes = 0;
    m_demo = demo;
    if (m_program.isEmpty())
        return fail(ErrorCode::ResourceNotFound, tr("The server voxdeskd is not installed beside this program."));
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::InternalError, tr("The folder %1 cannot be made.").arg(m_folder));
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (!lockFolder())
        return;
    enter(State::Starting, tr("Starting the local server…"));
    m_orphan = ServerRecord::read(m_folder);
    if (!m_orphan || ownership(*m_orphan) != Ownership::Ours)
        return proceed();
    m_orphanAsked.start();
    endProcess(m_orphan->pid, false);
    m_orphanTimer.start();
}

bool LocalServer::lockFolder()
{
    m_lock = std::make_unique<QLockFile>(QDir(m_folder).filePath(u"console.lock"_s));
    m_lock->setStaleLockTime(0); // stale when its process is gone, however old
    if (m_lock->tryLock())
        return true;
    if (m_lock->error() == QLockFile::LockFailedError)
        fail(ErrorCode::ResourceConflict, tr("Another Voxdesk window already runs the local server."));
    else
        failToWrite();
    return false;
}

void LocalServer::failToWrite()
{
    fail(ErrorCode::InternalError, tr("The folder %1 cannot be written.").arg(m_folder));
}

void LocalServer::awaitOrphan()
{
    if (ownership(*m_orphan) == Ownership::Ours) {
        if (m_orphanAsked.hasExpired(m_timing.stopLimit.count()))
            endProcess(m_orphan->pid, true);
        return;
    }
    m_orphanTimer.stop();
    proceed();
}

void LocalServer::proceed()
{
    ServerRecord::remove(m_folder);
    if (QFile::exists(unfinishedMark()) && !removeHalfMadeData())
        return failToWrite();
    if (m_demo && !hasData())
        prepare();
    else if (QFile::exists(demoMark()))
        renewDemoPassword();
    else
        launch();
}

void LocalServer::run(const QStringList &arguments, void (LocalServer::*ended)(bool clean))
{
    m_errors.clear();
    m_record = {.token = randomText(24)};
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(u"VOXDESK_INSTANCE"_s, QString::fromLatin1(m_record.token));
    m_process->setProcessEnvironment(environment);
    m_process->setProgram(m_program);
    m_process->setArguments(arguments);
    connect(m_process.get(), &QProcess::started, this, [this] {
        m_record.pid = m_process->processId();
        m_record.write(m_folder);
    });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LocalServer::readOutput);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &LocalServer::readErrors);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        if (m_state == State::Preparing)
            removeHalfMadeData();
        fail(ErrorCode::InternalError, tr("%1 cannot be started: %2").arg(m_program, m_process->errorString()));
    });
    connect(m_process.get(), &QProcess::finished, this, [this, ended](int code, QProcess::ExitStatus status) {
        readErrors();
        m_limit.stop();
        m_limit.disconnect(this);
        m_process.release()->deleteLater(); // we are inside its signal
        ServerRecord::remove(m_folder);
        if (m_state == State::Stopping) {
            if (ended == &LocalServer::prepared)
                removeHalfMadeData();
            m_lock.reset();
            enter(State::Stopped, tr("The local server has ended."));
            return;
        }
        (this->*ended)(status == QProcess::NormalExit && code == 0);
    });
    m_process->start();
}

void LocalServer::prepare()
{
    enter(State::Preparing, tr("Preparing demo data for %n user(s)…", nullptr, m_demo->users));
    m_demoEmail = DemoEmail;
    m_demoPassword = QString::fromLatin1(randomText(18));
    if (!writeMark(unfinishedMark()))
        return failToWrite();
    run({u"demo"_s, u"--data"_s, m_folder, u"--users"_s, QString::number(m_demo->users), u"--days"_s,
         QString::number(m_demo->days), u"--seed"_s, QString::number(m_demo->seed), u"--password-stdin"_s},
        &LocalServer::prepared);
    if (!m_process)
        return; // it did not start
    m_process->write(m_demoPassword.toUtf8() + '\n');
    m_process->closeWriteChannel();
}

/// Stands in the folder while its database is demo data.
QString LocalServer::demoMark() const { return QDir(m_folder).filePath(u"demo-data"_s); }

/// Stands in the folder while demo data is made. When a start finds it, a console died over that: what is in the
/// database then is no person's.
QString LocalServer::unfinishedMark() const { return QDir(m_folder).filePath(u"demo-unfinished"_s); }

void LocalServer::renewDemoPassword()
{
    enter(State::Starting, tr("Starting the local server…"));
    m_demoEmail = DemoEmail;
    m_demoPassword = QString::fromLatin1(randomText(18));
    run({u"user"_s, u"password"_s, u"--data"_s, m_folder, u"--email"_s, m_demoEmail, u"--password-stdin"_s},
        &LocalServer::demoPasswordRenewed);
    if (!m_process)
        return; // it did not start
    m_process->write(m_demoPassword.toUtf8() + '\n');
    m_process->closeWriteChannel();
}

void LocalServer::demoPasswordRenewed(bool clean)
{
    if (!clean) { // that administrator was renamed or deleted: the person knows another sign-in
        m_demoEmail.clear();
        m_demoPassword.clear();
    }
    launch();
}

void LocalServer::prepared(bool clean)
{
    if (clean) {
        writeMark(demoMark());
        if (!QFile::remove(unfinishedMark())) // what people add to the data now would be taken for half-made
            return failToWrite();
        enter(State::Starting, tr("Starting the local server…"));
        return launch();
    }
    removeHalfMadeData();
    fail(ErrorCode::InternalError, tr("The demo data could not be made: %1").arg(lastWords()));
}

bool LocalServer::removeHalfMadeData()
{
    m_demoEmail.clear();
    m_demoPassword.clear();
    // There was no database before, so these files are the failed run's. The mark goes last: until then they are known
    // as that.
    for (const QString &path : {QDir(m_folder).filePath(u"voxdesk.db"_s), QDir(m_folder).filePath(u"voxdesk.db-wal"_s),
                                QDir(m_folder).filePath(u"voxdesk.db-shm"_s), demoMark(), unfinishedMark()}) {
        if (QFile::exists(path) && !QFile::remove(path))
            return false;
    }
    return true;
}

void LocalServer::launch()
{
    m_setupToken.clear();
    run({u"serve"_s, u"--data"_s, m_folder, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port)},
        &LocalServer::served);
    if (!m_process)
        return;
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { fail(ErrorCode::TimedOut, tr("The local server did not start in time.")); });
    m_limit.start(m_timing.startLimit);
}

void LocalServer::readOutput()
{
    static const QRegularExpression listening(u"^voxdeskd listening on (http://127\\.0\\.0\\.1:\\d+)/?$"_s);
    while (m_process && m_process->canReadLine()) {
        const auto match = listening.match(QString::fromUtf8(m_process->readLine()).trimmed());
        if (!match.hasMatch() || m_state != State::Starting)
            continue;
        m_limit.stop();
        m_running.start();
        m_record.port = quint16(QUrl(match.captured(1)).port());
        m_record.write(m_folder);
        enter(State::Running, tr("The local server runs."));
        m_url = QUrl(match.captured(1));
        emit ready(m_url);
    }
}

void LocalServer::readErrors()
{
    static const QRegularExpression setup(u"setup token(?: is)?:?\\s+(\\S+)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    m_errors += m_process->readAllStandardError();
    if (m_setupToken.isEmpty() && m_state != State::Preparing) {
        // A line may still be incomplete; only whole ones count.
        const QString whole = QString::fromUtf8(m_errors.first(m_errors.lastIndexOf('\n') + 1));
        if (const auto match = setup.match(whole); match.hasMatch()) {
            m_setupToken = match.captured(1);
            m_errors.clear(); // the token must not end in an error's log
            emit setupNeeded(m_setupToken);
        }
    }
    if (m_errors.size() > KeptErrors)
        m_errors = m_errors.last(KeptErrors);
}

QString LocalServer::lastWords() const
{
    const QStringList lines = QString::fromUtf8(m_errors).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? tr("it ended without a word.") : lines.constLast().trimmed();
}

void LocalServer::served(bool)
{
    if (m_state == State::Running && m_running.hasExpired(m_timing.steadyAfter.count()))
        m_crashes = 0;
    if (m_state == State::Starting && m_crashes == 0)
        return fail(ErrorCode::InternalError, tr("The local server could not start: %1").arg(lastWords()));
    if (++m_crashes > m_timing.restarts)
        return fail(ErrorCode::ServiceUnavailable, tr("The local server keeps crashing: %1").arg(lastWords()));
    const milliseconds pause = m_timing.restartFirst * (1 << (m_crashes - 1));
    m_limit.disconnect(this);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        enter(State::Starting, tr("Starting the local server again…"));
        launch();
    });
    m_limit.start(pause);
    enter(State::Restarting, tr("The local server has crashed and will start again."));
    emit crashed(int(pause.count()));
}

void LocalServer::stop()
{
    switch (m_state) {
    case State::Stopped:
    case State::Failed:
    case State::Stopping:
        return;
    default:
        break;
    }
    m_limit.disconnect(this);
    m_limit.stop();
    if (!m_process) { // between two processes
        release();
        return enter(State::Stopped, tr("The local server has ended."));
    }
    enter(State::Stopping, tr("Ending the local server…"));
    connect(&m_limit, &QTimer::timeout, m_process.get(), &QProcess::kill);
    m_limit.start(m_timing.stopLimit);
    m_process->terminate();
}
