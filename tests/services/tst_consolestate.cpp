// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csvrowexport.h"
#include "models/domain/async.h"
#include "services/export/csvexporter.h"
#include "services/polling/pollingschedule.h"
#include "services/settings/settings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
ServerProfile profileNamed(const QString &name)
{
    return {.id = newProfileId(),
            .name = name,
            .url = QUrl(u"https://v.example/base"_s),
            .colour = u"#2f6feb"_s,
            .folder = u"EU"_s,
            .production = true,
            .readOnly = true};
}

/// Hands out numbers, a page at a time.
class FakeNumbers : public PageSource<int>
{
public:
    int total = 0;
    int failAt = -1;
    bool hang = false;
    bool sameCursorForEver = false;
    QList<PageQuery> asked;
    std::shared_ptr<QPromise<Result<Page<int>>>> pending;

    QFuture<Result<Page<int>>> fetch(const PageQuery &query) override
    {
        asked.append(query);
        const int first = query.cursor.toInt();
        if (hang) {
            pending = std::make_shared<QPromise<Result<Page<int>>>>();
            pending->start();
            return pending->future();
        }
        if (failAt >= 0 && first >= failAt)
            return readyFuture(Result<Page<int>>(ErrorCode::Unreachable));
        Page<int> page{.items = {}, .next = {}, .total = total};
        for (int i = first; i < total && page.items.size() < query.limit; ++i)
            page.items.append(i);
        const int next = first + int(page.items.size());
        page.next = sameCursorForEver ? u"0"_s : next < total ? QString::number(next) : QString();
        return readyFuture(Result<Page<int>>(page));
    }
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList row(const int &n) { return {QString::number(n), u"row %1"_s.arg(n)}; }
}

class TestConsoleState : public QObject
{
    Q_OBJECT

private slots:
    void settingsSurviveARestart()
    {
        QTemporaryDir dir;
        const ServerProfile profile = profileNamed(u"Live"_s);
        const QJsonObject state{{u"widths"_s, QJsonArray{1, 2}}, {u"sort"_s, u"-email"_s}};
        {
            Settings settings(dir.path());
            QVERIFY(settings.set(Settings::Key::Theme, u"dark"_s));
            QVERIFY(settings.set(Settings::Key::TimesInUtc, true));
            QVERIFY(settings.set(Settings::Key::WindowGeometry, QByteArray("\0\xff\n\x01", 4)));
            QVERIFY(bool(settings.saveProfile(profile)));
            settings.setPaneState(u"users/pane ö"_s, profile.id, state);
            settings.saveView(u"users"_s, u"My view / 1"_s, state);
            QVERIFY(bool(settings.status()));
        }
        Settings settings(dir.path());
        QCOMPARE(settings.value(Settings::Key::Theme), QVariant(u"dark"_s));
        QCOMPARE(settings.value(Settings::Key::TimesInUtc), QVariant(true));
        QCOMPARE(settings.value(Settings::Key::WindowGeometry), QVariant(QByteArray("\0\xff\n\x01", 4)));
        QCOMPARE(settings.profiles(), QList{profile});
        QCOMPARE(settings.paneState(u"users/pane ö"_s, profile.id), state);
        QCOMPARE(settings.savedViews(u"users"_s), (QMap<QString, QJsonObject>{{u"My view / 1"_s, state}}));
        settings.removeView(u"users"_s, u"My view / 1"_s);
        QVERIFY(settings.savedViews(u"users"_s).isEmpty());
        settings.resetToDefaults();
        QCOMPARE(settings.value(Settings::Key::Theme), QVariant(u"system"_s));
        QCOMPARE(settings.profiles(), QList{profile});
    }

    void whatIsLookedForOnOneServerIsNoOthers()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"window.ini"_s);
        const QString users = u"users"_s;
        const QJsonObject looks{{u"columns"_s, QJsonArray{u"email"_s}}, {u"sort"_s, u"-email"_s}};
        QJsonObject state = looks;
        state.insert(u"filters"_s, QJsonObject{{u"organization_id"_s, u"o1"_s}});
        state.insert(u"filterNames"_s, QJsonObject{{u"organization_id"_s, u"Northwind"_s}});
        state.insert(u"search"_s, u"ada"_s);
        const ServerProfile live = profileNamed(u"Live"_s);
        const ServerProfile test = profileNamed(u"Test"_s);
        {
            QSettings before(file, QSettings::IniFormat); // as an earlier version kept it, for all servers
            before.setValue(u"panes/users"_s, QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact)));
        }
        Settings settings(dir.path());
        QVERIFY(bool(settings.saveProfile(live)) && bool(settings.saveProfile(test)));
        QCOMPARE(settings.paneState(users, live.id), looks);
        settings.setPaneState(users, live.id, state);
        QCOMPARE(settings.paneState(users, live.id), state);
        QCOMPARE(settings.paneState(users, test.id), looks);
        settings.setPaneState(users, u"of this run only"_s, state);
        QCOMPARE(settings.paneState(users, u"of this run only"_s), looks);
        QVERIFY(bool(settings.status()));
        QVERIFY(contents(file).contains("Northwind"));
        settings.removeProfile(live.id);
        settings.setPaneState(users, live.id, state); // by a pane that closes later
        QVERIFY(bool(settings.status()));
        QVERIFY(!contents(file).contains("Northwind") && !contents(file).contains("ada"));
        QCOMPARE(settings.paneState(users, test.id), looks);
    }

    void settingsKeepTheirTypes()
    {
        QTemporaryDir dir;
        {
            QSettings file(dir.filePath(u"voxdesk.ini"_s), QSettings::IniFormat);
            file.setValue(u"ui/timesInUtc"_s, u"perhaps"_s);
        }
        Settings settings(dir.path());
        QSignalSpy changed(&settings, &Settings::changed);
        QCOMPARE(settings.value(Settings::Key::TimesInUtc),
                 QVariant(false)); // a value that makes no sense: the default
        QVERIFY(!settings.set(Settings::Key::TimesInUtc, u"yes"_s));
        QVERIFY(settings.set(Settings::Key::TimesInUtc, false)); // as it was
        QCOMPARE(changed.size(), 0);
        QVERIFY(settings.set(Settings::Key::TimesInUtc, true));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Settings::Key>(), Settings::Key::TimesInUtc);
        settings.reset(Settings::Key::TimesInUtc);
        QCOMPARE(changed.size(), 2);
    }

    void settingsSayWhenTheyCannotBeSaved()
    {
        QTemporaryDir dir;
        const QString inTheWay = dir.filePath(u"file"_s);
        QFile file(inTheWay);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Settings settings(inTheWay + u"/folder"_s);
        settings.set(Settings::Key::Theme, u"dark"_s);
        const auto status = settings.status();
        QVERIFY(!status);
        QVERIFY(status.error().message.contains(u"voxdesk.ini"_s));
    }

    void profilesAreChecked()
    {
        QTemporaryDir dir;
        Settings settings(dir.path());
        QSignalSpy changed(&settings, &Settings::profilesChanged);
        ServerProfile live = profileNamed(u"Live"_s);
        QVERIFY(bool(settings.saveProfile(live)));
        QVERIFY(settings.saveProfile(profileNamed(u"live"_s)).error().details.contains(u"name"_s));
        ServerProfile bad = profileNamed({});
        bad.url = QUrl(u"https://user:pass@h"_s);
        bad.colour = u"red"_s;
        QCOMPARE(settings.saveProfile(bad).error().details.keys(), QStringList({u"colour"_s, u"name"_s, u"url"_s}));
        const ServerProfile test = profileNamed(u"Test"_s);
        QVERIFY(bool(settings.saveProfile(test)));
        live.readOnly = false;
        QVERIFY(bool(settings.saveProfile(live)));
        QCOMPARE(settings.profiles(), QList({live, test}));
        settings.moveProfile(test.id, 0);
        QCOMPARE(settings.profiles(), QList({test, live}));
        settings.set(Settings::Key::CurrentProfile, live.id);
        settings.removeProfile(live.id);
        QCOMPARE(settings.value(Settings::Key::CurrentProfile), QVariant(QString()));
        QCOMPARE(changed.size(), 5);
        QVERIFY(!settings.profile(live.id));
    }

    void twoConsolesKeepEachOthersProfilesAndViews()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"real"_s));
        const QString real = dir.filePath(u"real"_s);
        const QString byLink = dir.filePath(u"link"_s);
        // QSettings of one process share what they hold of a file unless they know it by two names.
        if (!QFile::link(real, byLink) || !QFileInfo(byLink).isDir())
            QSKIP("This system has no links to folders.");
        Settings one(real);
        Settings other(byLink);
        const ServerProfile first = profileNamed(u"First"_s);
        const ServerProfile second = profileNamed(u"Second"_s);
        const ServerProfile third = profileNamed(u"Third"_s);
        const auto bothSaved = [&] { return bool(one.status()) && bool(other.status()); };
        // Of two writes of one size within a tick of the file system's clock, QSettings does not see the second.
        const auto clockMoved = [&] {
            QFile now(dir.filePath(u"now"_s));
            const bool written = now.open(QIODevice::WriteOnly) && now.write("x") == 1;
            now.close();
            const QFileInfoList files = QDir(real).entryInfoList(QDir::Files);
            return written && std::ranges::all_of(files, [&](const QFileInfo &file) {
                       return file.lastModified() < QFileInfo(now).lastModified();
                   });
        };

        QVERIFY(bool(one.saveProfile(first)));
        QVERIFY(bothSaved());
        QVERIFY(bool(one.saveProfile(second)));
        QVERIFY(bool(one.status()));
        QVERIFY(!other.saveProfile(profileNamed(u"Second"_s))); // it knows that this name is taken
        QVERIFY(bool(other.saveProfile(third)));
        QVERIFY(bool(other.status()));
        QTRY_VERIFY(clockMoved());
        one.moveProfile(first.id, 1);
        QCOMPARE(one.profiles(), QList({second, first, third}));
        QVERIFY(bool(one.status()));
        other.removeProfile(third.id);
        QVERIFY(bool(other.status()));
        QCOMPARE(other.profiles(), QList({second, first}));
        one.removeProfile(third.id);
        QCOMPARE(one.profiles(), QList({second, first}));

        const QJsonObject state{{u"sort"_s, u"-email"_s}};
        one.saveView(u"users"_s, u"A"_s, state);
        QVERIFY(bool(one.status()));
        other.saveView(u"users"_s, u"B"_s, state);
        QVERIFY(bool(other.status()));
        one.removeView(u"users"_s, u"A"_s);
        QCOMPARE(one.savedViews(u"users"_s).keys(), QStringList{u"B"_s});
    }

    void addressesAreReadAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("inClear");
        QTest::newRow("host") << u" voxdesk.example.com/ "_s << u"https://voxdesk.example.com"_s << false;
        QTest::newRow("local port") << u"localhost:8080"_s << u"http://localhost:8080"_s << false;
        QTest::newRow("loopback") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s << false;
        QTest::newRow("not loopback") << u"127.0.0.1.evil.example"_s << u"https://127.0.0.1.evil.example"_s << false;
        QTest::newRow("plain") << u"http://h/base//"_s << u"http://h/base"_s << true;
    }
    void addressesAreReadAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        QFETCH(bool, inClear);
        QCOMPARE(serverUrlFromInput(typed).toString(), url);
        QCOMPARE(sendsInClear(serverUrlFromInput(typed)), inClear);
    }

    void exportWritesEveryPage()
    {
        QTemporaryDir dir;
        FakeNumbers numbers;
        numbers.total = 250;
        CsvExporter exporter;
        const QString path = dir.filePath(u"out.csv"_s);
        PageQuery query{.filters = {{u"role"_s, u"user"_s}}, .sort = u"-email"_s, .cursor = u"77"_s};
        auto future = exporter.run<int>(numbers, query, {u"n"_s, u"Größe"_s}, row, path, {.byteOrderMark = true});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(*future.result(), 250);
        QCOMPARE(future.progressMaximum(), 250);
        QCOMPARE(numbers.asked.size(), 3);
        QCOMPARE(numbers.asked.first().cursor, QString());
        QCOMPARE(numbers.asked.last().filters, query.filters);
        QCOMPARE(numbers.asked.last().sort, query.sort);
        const QByteArray text = contents(path);
        QVERIFY(text.startsWith("\xEF\xBB\xBFn,Gr\xC3\xB6\xC3\x9F"
                                "e\r\n0,row 0\r\n"));
        QVERIFY(text.endsWith("249,row 249\r\n"));
        QCOMPARE(text.count("\r\n"), 251);
    }

    void exportsForExcelAreChosenOnce()
    {
        QTemporaryDir dir;
        FakeNumbers numbers;
        numbers.total = 1;
        const QString path = dir.filePath(u"out.csv"_s);
        const auto beginning = [&](CsvRowExport<int> &rows) {
            auto future = rows.run({}, {u"n"_s}, path);
            if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
                qFatal("no file");
            return contents(path).first(3);
        };
        const QList<Column<int>> columns{{{u"n"_s, u"Größe"_s}, [](int n) { return QVariant(n); }}};
        {
            Settings settings(dir.path());
            CsvRowExport<int> rows(settings, numbers, columns);
            QCOMPARE(rows.marksEncoding(), std::optional(false));
            QCOMPARE(beginning(rows), "Gr\xC3"_ba);
            rows.setMarksEncoding(true);
            QCOMPARE(beginning(rows), "\xEF\xBB\xBF"_ba);
        }
        Settings settings(dir.path()); // another day
        CsvRowExport<int> rows(settings, numbers, columns);
        QCOMPARE(beginning(rows), "\xEF\xBB\xBF"_ba);
    }

    void aFailedExportLeavesTheOldFile()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"out.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        FakeNumbers numbers;
        numbers.total = 250;
        numbers.failAt = 100;
        CsvExporter exporter;
        auto failed = exporter.run<int>(numbers, {}, {u"n"_s}, row, path);
        QTRY_VERIFY(failed.isFinished());
        QVERIFY(failed.result().error() == ErrorCode::Unreachable);
        QCOMPARE(contents(path), "old");
        numbers.failAt = -1;
        numbers.sameCursorForEver = true;
        auto circular = exporter.run<int>(numbers, {}, {u"n"_s}, row, path);
        QTRY_VERIFY(circular.isFinished());
        QVERIFY(circular.result().error() == ErrorCode::InvalidAnswer);
        auto nowhere = exporter.run<int>(numbers, {}, {u"n"_s}, row, dir.filePath(u"no/folder.csv"_s));
        QTRY_VERIFY(nowhere.isFinished());
        QVERIFY(nowhere.result().error() == ErrorCode::InternalError);
        QTRY_COMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"out.csv"_s});
    }

    void aCancelledExportStopsAsking()
    {
        QTemporaryDir dir;
        FakeNumbers numbers;
        numbers.hang = true;
        auto exporter = std::make_unique<CsvExporter>();
        const QString path = dir.filePath(u"out.csv"_s);
        auto future = exporter->run<int>(numbers, {}, {u"n"_s}, row, path);
        future.cancel();
        QTRY_VERIFY(numbers.pending->isCanceled());
        numbers.pending->finish();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(numbers.asked.size(), 1);
        auto orphan = exporter->run<int>(numbers, {}, {u"n"_s}, row, path);
        exporter.reset();
        QVERIFY(orphan.isFinished());
        QVERIFY(QDir(dir.path()).entryList(QDir::Files).isEmpty());
    }

    void pollingFollowsActivityAndPause()
    {
        PollingSchedule schedule;
        QObject pane;
        int polls = 0;
        Result<Done> answer = Done{};
        schedule.add(u"users"_s, 1h, &pane, [&] {
            ++polls;
            return readyFuture(answer);
        });
        QSignalSpy refreshed(&schedule, &PollingSchedule::refreshed);
        QSignalSpy failed(&schedule, &PollingSchedule::failed);
        schedule.refreshNow(); // nothing is active
        QCOMPARE(polls, 0);
        schedule.setPaused(true);
        schedule.setActive(u"users"_s, true);
        schedule.setPaused(false);
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(polls, 1);
        QVERIFY(schedule.freshAt(u"users"_s).isValid());
        schedule.setActive(u"users"_s, false);
        schedule.setActive(u"users"_s, true); // still fresh: waits for its hour
        answer = ErrorCode::Unreachable;
        const QDateTime fresh = schedule.freshAt(u"users"_s);
        schedule.refreshNow();
        schedule.refreshNow(); // one at a time
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(polls, 2);
        QCOMPARE(schedule.freshAt(u"users"_s), fresh); // a failure does not make it fresh
    }

    void pollingRepeatsAtItsInterval()
    {
        PollingSchedule schedule;
        QObject pane;
        int polls = 0;
        schedule.add(u"health"_s, 1ms, &pane, [&] {
            ++polls;
            return readyFuture(Result<Done>(Done{}));
        });
        schedule.setActive(u"health"_s, true);
        QTRY_VERIFY(polls >= 3);
        schedule.setPaused(true);
        QTRY_VERIFY(!schedule.isBusy(u"health"_s));
        const int before = polls;
        schedule.refreshNow(); // a person asks: also while paused
        QTRY_VERIFY(!schedule.isBusy(u"health"_s));
        QCOMPARE(polls, before + 1);
    }

    void pollingForgetsDeadPanes()
    {
        PollingSchedule schedule;
        auto pane = std::make_unique<QObject>();
        QPromise<Result<Done>> never;
        never.start();
        int polls = 0;
        schedule.add(u"users"_s, 1ms, pane.get(), [&] {
            ++polls;
            return never.future();
        });
        schedule.setActive(u"users"_s, true);
        QTRY_COMPARE(polls, 1);
        QSignalSpy refreshed(&schedule, &PollingSchedule::refreshed);
        pane.reset();
        never.addResult(Done{});
        never.finish();
        schedule.refreshNow(u"users"_s);
        QCoreApplication::processEvents();
        QCOMPARE(polls, 1);
        QCOMPARE(refreshed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConsoleState)
#include "tst_consolestate.moc"
