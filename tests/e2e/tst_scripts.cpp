// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts of packaging/, with stand-ins for what they call.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class ScriptsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void brokenOffDemoDataIsMadeAgain();
    void whatIsPrintedCanBePasted();
    void whatIsInUseStays();
    void demoDataIsMadeOnce();
    void withoutRootItSaysWhatToDo();

private:
    struct Ran {
        int status = 0;
        QString out;
    };
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    }
    void begin(QProcess &process, const QString &script, const QStringList &arguments, const QString &programs) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.insert(u"PATH"_s, programs);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"bash"_s, QStringList{path(u"a b/packaging/"_s + script)} + arguments);
        QVERIFY(process.waitForStarted());
    }
    Ran run(const QString &script, const QStringList &arguments, const QString &programs) const
    {
        QProcess process;
        begin(process, script, arguments, programs);
        Ran ran;
        while (process.waitForReadyRead()) {
            ran.out += QString::fromUtf8(process.readAll());
            if (ran.out.contains("Stop: "_L1)) { // the server runs now
                process.kill();
                process.waitForFinished();
                return ran;
            }
        }
        process.waitForFinished();
        return {process.exitCode(), ran.out};
    }
    Ran start() const { return run(u"start.sh"_s, {u"--data"_s, path(m_data)}, programs()); }
    QString programs() const { return path(u"bin"_s) + u':' + qEnvironmentVariable("PATH"); }

    const QString m_data = u"it's data"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ScriptsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(path(u"a b/packaging"_s)));
    for (const QString &script : {u"start.sh"_s, u"dependencies.sh"_s})
        QVERIFY(
            QFile::copy(QStringLiteral(VOXDESK_SOURCE_DIR "/packaging/") + script, path(u"a b/packaging/"_s + script)));
    write(u"bin/cmake"_s, "#!/bin/sh\n");
    write(u"a b/build/release/bin/voxdesk"_s, "#!/bin/sh\n");
    // With a file "slow" beside the data it never comes to an end, with "full" it refuses.
    write(u"a b/build/release/bin/voxdeskd"_s, R"(#!/bin/sh
case $1 in
demo)
    [ ! -e "$3/../full" ] || exit 1
    echo half >"$3/voxdesk.db"
    echo $$ >"$3/../pid"
    [ ! -e "$3/../slow" ] || exec sleep 60
    echo whole >"$3/voxdesk.db" ;;
serve)
    echo "voxdeskd listening on http://127.0.0.1:8080"
    exec sleep 60 ;;
esac
)");
}

void ScriptsTest::cleanup() { m_folder.reset(); }

void ScriptsTest::brokenOffDemoDataIsMadeAgain()
{
    write(u"a b/packaging/dependencies.sh"_s, "");
    write(u"slow"_s, "");
    QProcess process;
    begin(process, u"start.sh"_s, {u"--data"_s, path(m_data)}, programs());
    QTRY_VERIFY(!read(u"pid"_s).isEmpty());
    process.kill();
    QVERIFY(process.waitForFinished());
    ::kill(pid_t(read(u"pid"_s).trimmed().toLongLong()), SIGKILL);
    QCOMPARE(read(m_data + u"/voxdesk.db"_s), "half\n");

    const Ran without = run(u"start.sh"_s, {u"--no-demo"_s, u"--data"_s, path(m_data)}, programs());
    QVERIFY2(!without.out.contains("Sign in: "_L1), qPrintable(without.out)); // there is nobody yet
    QVERIFY(QFile::remove(path(u"slow"_s)));
    const Ran again = start();
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("Sign in: "_L1), qPrintable(again.out));
    QCOMPARE(read(m_data + u"/voxdesk.db"_s), "whole\n");
    QVERIFY(!read(m_data + u"/demo-password"_s).isEmpty());
    QVERIFY(!QFile::exists(path(m_data + u"/demo-begun"_s)));
}

/// Somebody went on by hand after the demo data broke off.
void ScriptsTest::whatIsInUseStays()
{
    write(u"a b/packaging/dependencies.sh"_s, "");
    write(m_data + u"/voxdesk.db"_s, "mine\n");
    write(m_data + u"/demo-begun"_s, "");
    write(u"full"_s, "");
    QVERIFY(start().out.contains("voxdeskd listening"_L1));
    QCOMPARE(read(m_data + u"/voxdesk.db"_s), "mine\n");
    QVERIFY(!QFile::exists(path(m_data + u"/demo-begun"_s)));
}

/// In a shell, though the folders have blanks and quotes in their names.
void ScriptsTest::whatIsPrintedCanBePasted()
{
    write(u"a b/packaging/dependencies.sh"_s, "");
    const Ran started = start();
    const qsizetype from = started.out.indexOf("$(cat "_L1);
    QVERIFY2(from > 0, qPrintable(started.out));
    const QString substitution = started.out.mid(from, started.out.indexOf("\\\"}"_L1, from) - from);
    QProcess shell;
    shell.start(u"bash"_s, {u"-c"_s, u"echo "_s + substitution});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), read(m_data + u"/demo-password"_s));

    const Ran empty = run(u"start.sh"_s, {u"--no-demo"_s, u"--data"_s, path(m_data + u'2')}, programs());
    const qsizetype command = empty.out.indexOf("echo PASSWORD | "_L1);
    QVERIFY2(command > 0, qPrintable(empty.out));
    const QString line = empty.out.mid(command, empty.out.indexOf(u'\n', command) - command);
    write(u"a b/build/release/bin/voxdeskd"_s, "#!/bin/sh\nprintf '%s|' \"$@\"\n");
    shell.start(u"bash"_s, {u"-c"_s, line});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(
        QString::fromUtf8(shell.readAllStandardOutput()),
        u"user|create|--data|%1|--email|you@example.com|--role|admin|--password-stdin|"_s.arg(path(m_data + u'2')));
}

void ScriptsTest::demoDataIsMadeOnce()
{
    write(u"a b/packaging/dependencies.sh"_s, "");
    QCOMPARE(start().status, 0);
    const QByteArray password = read(m_data + u"/demo-password"_s);
    write(m_data + u"/voxdesk.db"_s, "mine\n");
    QCOMPARE(start().status, 0);
    QCOMPARE(read(m_data + u"/voxdesk.db"_s), "mine\n");
    QCOMPARE(read(m_data + u"/demo-password"_s), password);
}

void ScriptsTest::withoutRootItSaysWhatToDo()
{
    QVERIFY(QDir().mkpath(path(u"few"_s)));
    for (const QString &program : {u"bash"_s, u"dirname"_s, u"grep"_s, u"mkdir"_s, u"tail"_s, u"env"_s})
        QVERIFY(QFile::link(QStandardPaths::findExecutable(program), path(u"few/"_s + program)));
    write(u"few/id"_s, "#!/bin/sh\necho 1000\n");
    write(u"few/dpkg-query"_s, "#!/bin/sh\nexit 1\n");
    write(u"few/apt-get"_s, "#!/bin/sh\nexit 100\n");
    const Ran ran = run(u"dependencies.sh"_s, {}, path(u"few"_s));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.out.contains("as root, or install sudo"_L1), qPrintable(ran.out));
    QVERIFY2(ran.out.contains("cmake"_L1), qPrintable(ran.out));
}

QTEST_GUILESS_MAIN(ScriptsTest)
#include "tst_scripts.moc"
