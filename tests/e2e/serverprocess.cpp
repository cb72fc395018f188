// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/serverprocess.h"

#include <QDeadlineTimer>

#ifdef Q_OS_UNIX
#include <csignal>
#include <grp.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
const QString Program = QStringLiteral(VOXDESK_BINARY_DIR "/voxdeskd");
}

bool isOneSentence(const QByteArray &errors)
{
    const QByteArrayList lines = errors.trimmed().split('\n');
    return lines.size() == 1 && lines[0].startsWith("voxdeskd: ") && lines[0].size() > 30
        && (lines[0].endsWith('.') || lines[0].endsWith('?')) && !lines[0].endsWith("..");
}

QByteArray sqlite(const QString &database, const QString &sql)
{
    QProcess process;
    process.start(u"sqlite3"_s, {database, sql});
    process.waitForFinished(30'000);
    return process.readAllStandardOutput().trimmed();
}

ServerProcess::ServerProcess() { m_process.setStandardErrorFile(m_dir.filePath(u"errors.log"_s)); }

ServerProcess::~ServerProcess() { kill(); }

QUrl ServerProcess::url(const QString &path) const { return m_url.resolved(QUrl(path)); }

int ServerProcess::run(const QStringList &arguments, const QByteArray &input)
{
    return runBare(arguments.contains(u"--data"_s) ? arguments : arguments + QStringList{u"--data"_s, data()}, input);
}

int ServerProcess::runBare(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
#ifdef Q_OS_UNIX
    if (m_unprivileged) {
        process.setChildProcessModifier([] {
            constexpr unsigned Nobody = 65534;
            if (::setgroups(0, nullptr) != 0 || ::setgid(Nobody) != 0 || ::setuid(Nobody) != 0)
                ::_exit(111);
        });
    }
#endif
    process.setEnvironment(QProcess::systemEnvironment() + m_runEnvironment);
    process.setWorkingDirectory(data()); // what lands there by mistake goes with it
    process.start(Program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

bool ServerProcess::start(const QStringList &more, const QStringList &environment)
{
    if (!environment.isEmpty()) {
        m_process.setEnvironment(QProcess::systemEnvironment() + environment);
    }
    m_process.start(Program, QStringList{u"serve"_s, u"--port"_s, u"0"_s, u"--data"_s, data()} + more);
    const QDeadlineTimer deadline(60'000);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(100);
    const QByteArray line = m_process.readLine().trimmed();
    constexpr QByteArrayView Start = "voxdeskd listening on ";
    if (!line.startsWith(Start)) {
        kill();
        m_errors = log();
        return false;
    }
    m_url = QUrl(QString::fromUtf8(line.mid(Start.size())));
    return true;
}

QByteArray ServerProcess::log() const
{
    QFile file(m_dir.filePath(u"errors.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#ifdef Q_OS_UNIX
bool ServerProcess::hangUp() { return m_process.processId() > 0 && ::kill(pid_t(m_process.processId()), SIGHUP) == 0; }
#endif

qint64 ServerProcess::residentKiB() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

int ServerProcess::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(30'000))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

bool ServerProcess::makeAdmin(const QString &email, const QByteArray &password)
{
    return run({u"user"_s, u"create"_s, u"--email"_s, email, u"--role"_s, u"admin"_s, u"--password-stdin"_s},
               password + '\n')
        == 0;
}
