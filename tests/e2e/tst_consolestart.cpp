// SPDX-License-Identifier: GPL-3.0-or-later
// What voxdesk says when it is started wrongly, or where there is no display.
#include <QProcess>
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

    /// `variables`: what the environment says about displays.
    static Ended run(const QStringList &arguments, const QList<std::pair<QString, QString>> &variables)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(VOXDESK_BINARY_DIR "/voxdesk"), arguments);
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
        QTest::newRow("port") << QStringList{u"--try"_s, u"--port"_s, u"many"_s} << QByteArray("many");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const Ended ended = run(arguments, {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}});
        QVERIFY2(ended.status == 2, ended.errors);
        QVERIFY2(isOneLine(ended.errors) && ended.errors.contains(named), ended.errors);
    }
};

QTEST_GUILESS_MAIN(TestConsoleStart)
#include "tst_consolestart.moc"
