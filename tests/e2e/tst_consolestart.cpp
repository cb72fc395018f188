// SPDX-License-Identifier: GPL-3.0-or-later
// What voxdesk says when it is started wrongly, or where there is no display; and what it leaves when it is ended.
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConsoleStart : public QObject
{
    Q_OBJECT

private:
    struct Ended {
        int status = -1; ///< -1: it did not end by itself
        QByteArray output;
        QByteArray errors;
    };

    using Variables = QList<std::pair<QString, QString>>;

    /// `variables`: what the environment says about displays.
    static void start(QProcess &process, const QStringList &arguments, const Variables &variables)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(VOXDESK_BINARY_DIR "/voxdesk"), arguments);
    }
    static Ended run(const QStringList &arguments, const Variables &variables)
    {
        QProcess process;
        start(process, arguments, variables);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static bool isOneLine(const QByteArray &errors)
    {
        return errors.startsWith("voxdesk: ") && errors.trimmed().count('\n') == 0;
    }

private slots:
    void aMissingDisplayIsSaid_data()
    {
        QTest::addColumn<QString>("display");
        QTest::newRow("none") << QString();
        QTest::newRow("nobody answers") << u":4711"_s;
    }
    void aMissingDisplayIsSaid()
    {
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
        QFETCH(QString, display);
        const Ended ended = run({}, {{ u"DISPLAY"_s, display }});
        QVERIFY2(ended.status == 1, ended.errors);
        QVERIFY2(isOneLine(ended.errors) && ended.errors.contains("display"), ended.errors);
#else
        QSKIP("There is always a display here.");
#endif
    }
    void theSelfTestNeedsNoDisplay()
    {
        const Ended ended = run({u"--self-test"_s}, {});
        QVERIFY2(ended.status == 0, ended.output + ended.errors);
        QVERIFY2(ended.output.contains("ok      icons: "), ended.output);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no server's address")
            << QStringList{u"--server"_s, u"ftp://voxdesk.example"_s} << QByteArray("ftp://voxdesk.example");
        QTest::newRow("two servers") << QStringList{u"--try"_s, u"--server"_s, u"https://voxdesk.example"_s}
                                     << QByteArray("--server");
        QTest::newRow("two servers, one of them saved")
            << QStringList{u"--try"_s, u"--profile"_s, u"Live"_s} << QByteArray("--profile");
        QTest::newRow("two servers of others")
            << QStringList{u"--server"_s, u"https://voxdesk.example"_s, u"--profile"_s, u"Live"_s}
            << QByteArray("--profile");
        QTest::newRow("port") << QStringList{u"--try"_s, u"--port"_s, u"many"_s} << QByteArray("many");
        QTest::newRow("a port of no server") << QStringList{u"--port"_s, u"8080"_s} << QByteArray("--port");
        QTest::newRow("a folder of no server") << QStringList{u"--data"_s, u"/tmp"_s} << QByteArray("--data");
        QTest::newRow("data of no server") << QStringList{u"--no-demo"_s} << QByteArray("--no-demo");
        QTest::newRow("no option") << QStringList{u"--bogus"_s} << QByteArray("bogus");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const Ended ended = run(arguments, {}); // with or without a display
        QVERIFY2(ended.status == 2, ended.errors);
        QVERIFY2(isOneLine(ended.errors) && ended.errors.contains(named), ended.errors);
    }
    void optionsOfQtAreQts()
    {
        const Ended ended = run({u"-platform"_s, u"offscreen"_s, u"--style"_s, u"Fusion"_s, u"--self-test"_s}, {});
        QVERIFY2(ended.status == 0, ended.output + ended.errors);
    }
    void aSignalEndsTheServerOfATrial()
    {
#ifdef Q_OS_UNIX
        QTemporaryDir folder;
        QTcpServer finder;
        QVERIFY(finder.listen(QHostAddress::LocalHost));
        const quint16 port = finder.serverPort();
        finder.close();
        QProcess process;
        start(process,
              {u"--try"_s, u"--no-demo"_s, u"--new-instance"_s, u"--port"_s, QString::number(port), u"--data"_s,
               folder.filePath(u"data"_s)},
              {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s},
               {u"HOME"_s, folder.path()},
               {u"XDG_CONFIG_HOME"_s, folder.path()},
               {u"XDG_DATA_HOME"_s, folder.path()},
               { u"DBUS_SESSION_BUS_ADDRESS"_s,
                 u"unix:path=/nonexistent"_s }});
        const auto answers = [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            return socket.waitForConnected(1000);
        };
        QTRY_VERIFY_WITH_TIMEOUT(answers(), 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAllStandardError());
        QVERIFY(!answers());
#else
        QSKIP("There are no signals here.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestConsoleStart)
#include "tst_consolestart.moc"
