// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localserver/localserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LocalServer::State;

namespace
{
constexpr LocalServerTiming Quick{
    .startLimit = 20s, .stopLimit = 10s, .restartFirst = 5ms, .steadyAfter = 1h, .restarts = 2};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.write(text);
}

// This program is its own fake voxdeskd: "behaviour" in the data folder says what it does.

int fakeDemo(const QString &folder)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 3;
    const QByteArray password = input.readLine().trimmed();
    if (!QFile::exists(folder + u"/demo-unfinished"_s))
        return 4; // a console that dies now would leave data that nobody can tell from a person's
    append(folder + u"/voxdesk.db"_s, "demo");
    append(folder + u"/calls"_s, "demo " + password + '\n');
    if (contents(folder + u"/behaviour"_s).contains("bad demo")) {
        std::fputs("voxdeskd: no room\n", stderr);
        return 1;
    }
    return 0;
}

int fakePassword(const QString &folder)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 3;
    append(folder + u"/calls"_s, "user password " + input.readLine().trimmed() + '\n');
    return contents(folder + u"/behaviour"_s).contains("no administrator") ? 1 : 0;
}

int fakeServe(const QString &folder)
{
    const QByteArray behaviour = contents(folder + u"/behaviour"_s);
    append(folder + u"/calls"_s, "serve\n");
    if (behaviour.contains("refuse")) {
        std::fputs("voxdeskd: the database is newer than this program\n", stderr);
        return 2;
    }
    if (behaviour.contains("stubborn"))
        std::signal(SIGTERM, SIG_IGN);
    if (behaviour.contains("setup"))
        std::fputs("voxdeskd: no administrator yet, setup token: tok-123\n", stderr);
    if (qEnvironmentVariableIsSet("VOXDESK_DATABASE"))
        return 4; // must not be inherited
    append(folder + u"/voxdesk.db"_s, "db");
    if (!behaviour.contains("mute"))
        std::puts("voxdeskd listening on http://127.0.0.1:4711");
    std::fflush(stdout);
    if (behaviour.contains("crash"))
        std::_Exit(9);
    std::this_thread::sleep_for(60s); // SIGTERM ends it
    return 0;
}
}

class TestLocalServer : public QObject
{
    Q_OBJECT

private:
    static QString self() { return QCoreApplication::applicationFilePath(); }

private slots:
    void cleanup() { qunsetenv("VOXDESK_DATABASE"); }

    void startsAndStops()
    {
        qputenv("VOXDESK_DATABASE", "postgresql://elsewhere");
        QTemporaryDir dir;
        LocalServer server(self(), dir.path(), nullptr, Quick);
        QSignalSpy ready(&server, &LocalServer::ready);
        QVERIFY(!server.hasData());
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(server.url(), QUrl(u"http://127.0.0.1:4711"_s));
        QCOMPARE(ready.size(), 1);
        QVERIFY(server.hasData());
        const auto record = ServerRecord::read(dir.path());
        QVERIFY(record.has_value());
        QCOMPARE(record->port, quint16(4711));
#ifdef Q_OS_LINUX
        QCOMPARE(ownership(*record), Ownership::Ours);
        ServerRecord other = *record;
        other.token = "another token, just as long";
        QCOMPARE(ownership(other), Ownership::Gone); // the number alone proves nothing
#endif
        const auto readable = QFile::permissions(ServerRecord::path(dir.path()));
        QVERIFY(!(readable & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Stopped, 20000);
        QVERIFY(server.url().isEmpty());
        QVERIFY(!ServerRecord::read(dir.path()));
    }

    void demoDataComesFirstAndOnce()
    {
        QTemporaryDir dir;
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start(DemoData{.users = 7, .days = 3, .seed = 5});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(server.demoEmail(), u"admin@voxdesk.example"_s);
        QVERIFY(server.demoPassword().size() >= 20);
        QCOMPARE(contents(dir.filePath(u"calls"_s)), "demo " + server.demoPassword().toUtf8() + "\nserve\n");
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Stopped, 20000);
        server.start(DemoData{});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        const QByteArray renewed = "user password " + server.demoPassword().toUtf8();
        QVERIFY(contents(dir.filePath(u"calls"_s)).endsWith(QByteArray("\nserve\n" + renewed + "\nserve\n")));
    }

    void aDemoWithoutItsAdministratorStillStarts()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "no administrator");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start(DemoData{});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Stopped, 20000);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QVERIFY(server.demoPassword().isEmpty());
    }

    void failedDemoDataLeavesNothing()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "bad demo");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start(DemoData{});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Failed, 20000);
        QVERIFY(server.message().contains(u"no room"_s));
        QVERIFY(!server.hasData());
        QVERIFY(server.demoPassword().isEmpty());
    }

    void demoDataThatWasNotFinishedIsMadeAgain()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"voxdesk.db"_s), "half of it");
        append(dir.filePath(u"voxdesk.db-wal"_s), "the rest");
        append(dir.filePath(u"demo-unfinished"_s), {}); // what a console leaves that was killed over it
        LocalServer server(self(), dir.path(), nullptr, Quick);
        QVERIFY(!server.hasData());
        server.start(DemoData{});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(contents(dir.filePath(u"calls"_s)), "demo " + server.demoPassword().toUtf8() + "\nserve\n");
        QCOMPARE(contents(dir.filePath(u"voxdesk.db"_s)), "demodb");
        QVERIFY(!QFile::exists(dir.filePath(u"voxdesk.db-wal"_s)));
        QVERIFY(!QFile::exists(dir.filePath(u"demo-unfinished"_s)));
        QVERIFY(server.hasData());
    }

    void whoWantsNoDemoIsNotLeftWithHalfOfOne()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"voxdesk.db"_s), "half of it");
        append(dir.filePath(u"demo-data"_s), {});
        append(dir.filePath(u"demo-unfinished"_s), {});
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(contents(dir.filePath(u"calls"_s)), "serve\n");
        QCOMPARE(contents(dir.filePath(u"voxdesk.db"_s)), "db");
        QVERIFY(!QFile::exists(dir.filePath(u"demo-unfinished"_s)));
    }

    void ownDataStays()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"voxdesk.db"_s), "mine ");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start(DemoData{});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(contents(dir.filePath(u"voxdesk.db"_s)), "mine db");
    }

    void theSetupTokenIsHandedOn()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "setup");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        QSignalSpy setup(&server, &LocalServer::setupNeeded);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(setup.size(), 1, 20000);
        QCOMPARE(server.setupToken(), u"tok-123"_s);
    }

    void aServerThatRefusesSaysWhy()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "refuse");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Failed, 20000);
        QVERIFY(server.error()->message.contains(u"newer than this program"_s));
        QCOMPARE(contents(dir.filePath(u"calls"_s)), "serve\n"); // no use in trying again
    }

    void aMissingProgramIsSaid()
    {
        QTemporaryDir dir;
        LocalServer server(u"/nowhere/voxdeskd"_s, dir.path(), nullptr, Quick);
        server.start(DemoData{});
        QTRY_COMPARE(server.state(), State::Failed);
        QVERIFY(server.message().contains(u"/nowhere/voxdeskd"_s));
        QVERIFY(!QFile::exists(dir.filePath(u"demo-unfinished"_s))); // it began nothing
    }

    void aMuteServerIsEnded()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "mute");
        LocalServerTiming timing = Quick;
        timing.startLimit = 50ms;
        LocalServer server(self(), dir.path(), nullptr, timing);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Failed, 20000);
        QVERIFY(*server.error() == ErrorCode::TimedOut);
    }

    void crashesAreRestartedThenGivenUp()
    {
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "crash");
        LocalServer server(self(), dir.path(), nullptr, Quick);
        QSignalSpy crashed(&server, &LocalServer::crashed);
        QSignalSpy ready(&server, &LocalServer::ready);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Failed, 30000);
        QCOMPARE(crashed.size(), 2);
        QCOMPARE(crashed.at(0).first().toInt(), 5);
        QCOMPARE(crashed.at(1).first().toInt(), 10);
        QCOMPARE(ready.size(), 3);
        QVERIFY(*server.error() == ErrorCode::ServiceUnavailable);
    }

    void twoConsolesDoNotShareAFolder()
    {
        QTemporaryDir dir;
        LocalServer first(self(), dir.path(), nullptr, Quick);
        LocalServer second(self(), dir.path(), nullptr, Quick);
        first.start();
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), State::Running, 20000);
        second.start();
        QCOMPARE(second.state(), State::Failed);
        QVERIFY(*second.error() == ErrorCode::ResourceConflict);
        QCOMPARE(first.state(), State::Running);
    }

    void anOrphanIsEndedEvenIfStubborn()
    {
#ifndef Q_OS_LINUX
        QSKIP("Only Linux tells whose a process is.");
#endif
        QTemporaryDir dir;
        append(dir.filePath(u"behaviour"_s), "stubborn");
        // What a console leaves behind that was killed: the server, its record, no living owner of the lock.
        const QByteArray token = "a token of sixteen or more";
        QProcess orphan;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"VOXDESK_INSTANCE"_s, QString::fromLatin1(token));
        orphan.setProcessEnvironment(environment);
        orphan.start(self(), {u"serve"_s, u"--data"_s, dir.path()});
        QTRY_VERIFY_WITH_TIMEOUT(orphan.canReadLine(), 20000); // it ignores SIGTERM by now
        const ServerRecord record{.pid = orphan.processId(), .token = token, .port = 4711};
        QVERIFY(record.write(dir.path()));

        LocalServerTiming timing = Quick;
        timing.stopLimit = 100ms;
        LocalServer server(self(), dir.path(), nullptr, timing);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(orphan.state(), QProcess::NotRunning, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QVERIFY(ServerRecord::read(dir.path())->pid != record.pid);
    }

    void aStrangerWithTheRecordedNumberIsLeftAlone()
    {
        QTemporaryDir dir;
        QProcess stranger;
        stranger.start(self(), {u"serve"_s, u"--data"_s, dir.path()});
        QTRY_VERIFY_WITH_TIMEOUT(stranger.canReadLine(), 20000);
        const ServerRecord record{.pid = stranger.processId(), .token = "a token of sixteen or more", .port = 4711};
        QVERIFY(record.write(dir.path()));
        LocalServer server(self(), dir.path(), nullptr, Quick);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), State::Running, 20000);
        QCOMPARE(stranger.state(), QProcess::Running);
        stranger.kill();
        QVERIFY(stranger.waitForFinished());
    }

    void theServerEndsWithItsConsole()
    {
        QTemporaryDir dir;
        auto server = std::make_unique<LocalServer>(self(), dir.path(), nullptr, Quick);
        server->start();
        QTRY_COMPARE_WITH_TIMEOUT(server->state(), State::Running, 20000);
        const auto record = ServerRecord::read(dir.path());
        server.reset();
        QCOMPARE(ownership(*record), Ownership::Gone);
        QVERIFY(!ServerRecord::read(dir.path()));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(arguments.indexOf(u"--data"_s) + 1);
    if (arguments.value(1) == u"demo")
        return fakeDemo(folder);
    if (arguments.value(1) == u"user")
        return fakePassword(folder);
    if (arguments.value(1) == u"serve")
        return fakeServe(folder);
    TestLocalServer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_localserver.moc"
