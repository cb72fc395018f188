// SPDX-License-Identifier: GPL-3.0-or-later
// Usage, health and legacy migration over fake sources.
#include "tests/ui/fakes.h"
#include "tests/ui/fakeusage.h"
#include "ui/charts/axisscale.h"
#include "ui/charts/gauge.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/usagetable.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/legacypane.h"
#include "ui/panes/usagepane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/stattile.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace
{
const QDate Today(2026, 9, 14);

struct UsageDesk : Desk {
    UsageDesk()
        : pane(context, usage, users, [] { return Today; })
    {
        pane.resize(1100, 760);
        pane.show();
        pane.activate();
        if (!QTest::qWaitFor([this] { return pane.loadedAt().isValid(); }))
            qFatal("no report");
    }
    UsageTable &table() { return *child<UsageTable>(pane, u"usageTable"_s); }
    QString cell(int row, UsageTableModel::Column column)
    {
        return table().model()->index(row, column).data().toString();
    }
    void choose(const QString &combo, int value)
    {
        auto *box = child<QComboBox>(pane, combo);
        box->setCurrentIndex(box->findData(value));
    }
    FakeUsage usage;
    FakeUsers users;
    UsagePane pane;
};

}

class TestUsagePanes : public QObject
{
    Q_OBJECT

private slots:
    void oneLoadIsOneRequestAndTheTableAddsUp()
    {
        UsageDesk desk;
        QCOMPARE(desk.usage.asked.size(), 1);
        QCOMPARE(desk.usage.asked.first().from, Today.addDays(-29));
        QCOMPARE(desk.usage.asked.first().to, Today);
        QVERIFY(desk.usage.asked.first().daily);
        QAbstractItemModelTester tester(desk.table().model());
        QCOMPARE(desk.table().model()->rowCount(), 3); // the sum and two organisations
        QCOMPARE(desk.cell(0, UsageTableModel::Cost), u"90.00$"_s);
        QCOMPARE(desk.cell(1, UsageTableModel::Name), u"Large"_s);
        QCOMPARE(desk.cell(1, UsageTableModel::Cost), u"60.00$"_s);
        QCOMPARE(desk.cell(1, UsageTableModel::Share), u"67 %"_s);
        QCOMPARE(child<StatTile>(desk.pane, u"costUsageTile"_s)->figure(), u"90.00$"_s);
        const ChartData &chart = child<SeriesChart>(desk.pane, u"usageChart"_s)->shownData();
        QCOMPARE(chart.buckets.size(), 30);
        QCOMPARE(chart.series.size(), 2);
        double sum = 0;
        for (const ChartSeries &series : chart.series) {
            for (const auto &value : series.values)
                sum += value.value_or(0);
        }
        QCOMPARE(sum, 90.0); // what the chart shows is what the table says
    }
    void anotherMeasureOrStyleNeedsNoRequest()
    {
        UsageDesk desk;
        desk.choose(u"usageMeasureCombo"_s, int(UsageMeasure::Tokens));
        desk.choose(u"usageStyleCombo"_s, int(UsageStyle::Lines));
        QCOMPARE(desk.usage.asked.size(), 1);
        const ChartData &chart = child<SeriesChart>(desk.pane, u"usageChart"_s)->shownData();
        QCOMPARE(chart.series.first().values.first(), std::optional(200.0));
        QVERIFY(chart.style == ChartStyle::Lines);
        desk.choose(u"usageGroupCombo"_s, int(UsageGroup::Provider));
        QCOMPARE(desk.usage.asked.size(), 2);
        QVERIFY(desk.usage.asked.last().group == UsageGroup::Provider);
    }
    void comparingAsksForThePeriodBefore()
    {
        UsageDesk desk;
        child<QCheckBox>(desk.pane, u"usageCompareCheck"_s)->setChecked(true);
        QTRY_COMPARE(desk.usage.asked.size(), 3);
        QCOMPARE(desk.usage.asked.at(1).to, Today.addDays(-30));
        QTRY_COMPARE(desk.cell(1, UsageTableModel::Before), u"60.00$"_s);
        QCOMPARE(desk.cell(1, UsageTableModel::Change), u"0 %"_s);
        QVERIFY(!desk.table().isColumnHidden(UsageTableModel::Change));
        QCOMPARE(child<SeriesChart>(desk.pane, u"usageChart"_s)->shownData().before.size(), 30);
    }
    void aLineOfAllIsComparedWithALineOfAll()
    {
        UsageDesk desk;
        desk.choose(u"usageStyleCombo"_s, int(UsageStyle::Lines));
        const auto shown
            = [&desk]() -> const ChartData & { return child<SeriesChart>(desk.pane, u"usageChart"_s)->shownData(); };
        QVERIFY(shown().sumName.isEmpty()); // there is nothing to hold it against
        child<QCheckBox>(desk.pane, u"usageCompareCheck"_s)->setChecked(true);
        QTRY_VERIFY(!shown().before.isEmpty());
        QCOMPARE(shown().sumName, u"Sum"_s);
        QCOMPARE(shown().sumOf(0), shown().before.first());
        desk.choose(u"usageStyleCombo"_s, int(UsageStyle::Bars));
        QVERIFY(shown().sumName.isEmpty()); // the bars are the sum
    }
    void tilesAndTableSayTheSame()
    {
        UsageDesk desk;
        QCOMPARE(child<StatTile>(desk.pane, u"minutesUsageTile"_s)->figure(), desk.cell(0, UsageTableModel::Minutes));
    }
    void rowsLeadToWhatTheyConsistOf()
    {
        UsageDesk desk;
        desk.table().selectRow(1);
        QTest::keyClick(&desk.table(), Qt::Key_Return);
        QCOMPARE(desk.usage.asked.last().organizationId, u"large"_s);
        QVERIFY(desk.usage.asked.last().group == UsageGroup::User);
        QVERIFY(child<FilterBar>(desk.pane, u"filterBar"_s)->isVisible());
        emit child<SeriesChart>(desk.pane, u"usageChart"_s)->activated(1, 3); // the second user on the fourth day
        QCOMPARE(desk.usage.asked.last().userId, u"small"_s);
        QCOMPARE(desk.usage.asked.last().from, Today.addDays(-26));
        QCOMPARE(desk.usage.asked.last().to, Today.addDays(-26));
        child<QAction>(desk.pane, u"usageBackAction"_s)->trigger();
        QCOMPARE(desk.usage.asked.last().userId, QString());
        QCOMPARE(desk.usage.asked.last().organizationId, u"large"_s);
        child<QAction>(desk.pane, u"usageBackAction"_s)->trigger();
        QCOMPARE(desk.usage.asked.last().organizationId, QString());
        QVERIFY(!child<QAction>(desk.pane, u"usageBackAction"_s)->isEnabled());
    }
    void aUserIsShownAgainstTheQuota()
    {
        UsageDesk desk;
        desk.users.rows[1].usedTokens = 9000;
        desk.users.rows[1].limits.monthlyTokenQuota = 10'000;
        desk.pane.showFiltered({{u"user_id"_s, u"u1"_s}}, {{u"user_id"_s, u"user1@example.com"_s}});
        QCOMPARE(desk.usage.asked.last().userId, u"u1"_s);
        QCOMPARE(desk.usage.asked.last().from, QDate(2026, 9, 1));
        auto *tile = child<StatTile>(desk.pane, u"quotaUsageTile"_s);
        QTRY_COMPARE(tile->figure(), u"90 %"_s);
        const ChartData &chart = child<SeriesChart>(desk.pane, u"usageChart"_s)->shownData();
        QCOMPARE(chart.marks.size(), 2);
        QCOMPARE(chart.marks.at(0).value, 8000.0);
        QCOMPARE(chart.marks.at(1).value, 10'000.0);
        QCOMPARE(chart.series.first().values.at(1), std::optional(600.0)); // two days of 300
    }
    void theForecastIsShownWhereItCanBeMade()
    {
        UsageDesk desk;
        auto *tile = child<StatTile>(desk.pane, u"forecastUsageTile"_s);
        QVERIFY(tile->isVisible()); // 30 days reach back to the first
        QCOMPARE(tile->figure(), u"90.00$"_s); // 30 days of September at $3
        QVERIFY(tile->toolTip().contains(u"last seven whole days"_s));
        desk.choose(u"usagePeriodCombo"_s, int(UsagePeriod::Last7Days));
        QTRY_VERIFY(!tile->isVisible());
    }
    void aYearIsDrawnByWeekAndSaysSo()
    {
        UsageDesk desk;
        auto *period = child<QLabel>(desk.pane, u"usagePeriodLabel"_s);
        QVERIFY(!period->text().contains(u"week"_s));
        UsageView year = desk.pane.view();
        year.period = UsagePeriod::Custom;
        year.custom = {Today.addYears(-1), Today};
        desk.pane.setView(year);
        QTRY_VERIFY(period->text().endsWith(u"drawn by week"_s));
        desk.choose(u"usagePeriodCombo"_s, int(UsagePeriod::Last7Days));
        QTRY_VERIFY(!period->text().contains(u"week"_s));
    }
    void tipsGiveExactFigures()
    {
        UsageDesk desk;
        const QString tip = child<SeriesChart>(desk.pane, u"usageChart"_s)->toolTipOf(0, 0);
        QVERIFY2(tip.contains(u"2.00$"_s) && tip.contains(u"3.00$"_s) && tip.contains(u"Large"_s), qPrintable(tip));
        QVERIFY2(!tip.contains(u'<') && !tip.contains(u'&'), qPrintable(tip)); // tips are plain text
    }
    void anErrorKeepsWhatWasRead()
    {
        UsageDesk desk;
        desk.usage.fail = Error{.code = ErrorCode::TimedOut};
        desk.pane.refresh();
        QTRY_VERIFY(child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
        QCOMPARE(desk.table().model()->rowCount(), 3);
        desk.choose(u"usageGroupCombo"_s, int(UsageGroup::Provider)); // what is there would answer the wrong question
        QTRY_VERIFY(!desk.table().isVisible());
        desk.choose(u"usageGroupCombo"_s, int(UsageGroup::Organization));
        desk.usage.fail.reset();
        desk.usage.empty = true;
        desk.pane.refresh();
        QTRY_VERIFY(child<QWidget>(desk.pane, u"emptyTitleLabel"_s)->isVisible());
        QVERIFY(!child<QAction>(desk.pane, u"exportAction"_s)->isEnabled());
    }
    void whatIsComparedWithIsNoAnswerByItself()
    {
        UsageDesk desk;
        child<QCheckBox>(desk.pane, u"usageCompareCheck"_s)->setChecked(true);
        QTRY_COMPARE(desk.cell(1, UsageTableModel::Change), u"0 %"_s);
        const QDateTime fresh = desk.pane.loadedAt();
        QSignalSpy loaded(&desk.pane, &Pane::loaded);
        desk.usage.holdTo = Today.addDays(-30);
        desk.usage.fail = Error{.code = ErrorCode::TimedOut};
        desk.choose(u"usageGroupCombo"_s, int(UsageGroup::Provider));
        QTRY_VERIFY(child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
        desk.usage.release(desk.usage.reportOf(desk.pane.view().queryBefore(Today)));
        auto *empty = child<QWidget>(desk.pane, u"emptyTitleLabel"_s);
        QTRY_VERIFY(empty->isVisible()); // nothing is under way any more
        QCOMPARE(loaded.size(), 0);
        QCOMPARE(desk.pane.loadedAt(), fresh);

        desk.usage.fail.reset();
        desk.pane.refresh();
        desk.usage.release(Error{.code = ErrorCode::TimedOut}); // the other way round: the figures are there
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(desk.table().isVisible());
        QVERIFY(child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
    }
    void theViewSurvivesARestart()
    {
        UsageDesk desk;
        desk.choose(u"usageMeasureCombo"_s, int(UsageMeasure::Calls));
        desk.choose(u"usagePeriodCombo"_s, int(UsagePeriod::LastMonth));
        UsagePane again(desk.context, desk.usage, desk.users, [] { return Today; });
        QVERIFY(again.view().measure == UsageMeasure::Calls);
        QVERIFY(again.view().period == UsagePeriod::LastMonth);
    }
    void csvIsStreamedAndPicturesAreWritten()
    {
        UsageDesk desk;
        QSignalSpy noticed(&desk.pane, &Pane::noticed);
        desk.pane.exportCsv(u"/tmp/x.csv"_s);
        QCOMPARE(desk.usage.asked.last().from, Today.addDays(-29));
        QTRY_VERIFY(child<QWidget>(desk.pane, u"exportBar"_s)->isVisible());
        child<QPushButton>(desk.pane, u"cancelExportButton"_s)->click();
        QVERIFY(desk.usage.exporting->isCanceled());
        desk.usage.exporting->finish();
        QTRY_COMPARE(noticed.size(), 1);
        QTemporaryDir folder;
        for (const auto &[name, start] :
             {std::pair{u"c.png"_s, QByteArray("\x89PNG")}, std::pair{u"c.pdf"_s, QByteArray("%PDF")}}) {
            const QString path = folder.filePath(name);
            desk.pane.exportPicture(path);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.read(4), start);
            QVERIFY(file.size() > 4000);
        }
        desk.pane.exportPicture(u"/nonexistent/x.png"_s);
        QVERIFY(child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
        QSignalSpy loaded(&desk.pane, &Pane::loaded);
        desk.pane.refresh(); // as a poll does
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
        desk.pane.exportPicture(folder.filePath(u"again.png"_s));
        QVERIFY(!child<QWidget>(desk.pane, u"errorBanner"_s)->isVisible());
    }
    void axesAreRound()
    {
        QCOMPARE(roundTicks(0, true), (QList<double>{0, 1}));
        QCOMPARE(roundTicks(3, true), (QList<double>{0, 1, 2, 3}));
        QCOMPARE(roundTicks(97, false).constLast(), 100.0);
        for (const double most : {0.003, 0.7, 12.0, 1234.0, 9.9e7}) {
            const QList<double> ticks = roundTicks(most, false);
            QVERIFY(ticks.constLast() >= most);
            QVERIFY(ticks.size() >= 4 && ticks.size() <= 6);
            QVERIFY2(ticks.constLast() <= most * 1.34, qPrintable(QString::number(most)));
        }
        QCOMPARE(roundTicks(45, true).constLast(), 50.0); // no quarter of the plot is left empty
        QCOMPARE(roundTicks(101'000, true).constLast(), 120'000.0);
        QCOMPARE(roundTicks(100, false), (QList<double>{0, 25, 50, 75, 100}));
        QCOMPARE(roundTicks(2, true), (QList<double>{0, 1, 2}));
        QCOMPARE(briefNumber(QLocale::c(), 1500), u"1.5k"_s);
        QCOMPARE(briefNumber(QLocale::c(), 2'000'000), u"2M"_s);
        QCOMPARE(briefNumber(QLocale::c(), 0.05), u"0.05"_s);
    }
    void labelsStandAtRoundMinutes()
    {
        Theme theme{QFont()};
        SeriesChart chart(theme);
        ChartData data;
        const QDateTime first({2026, 9, 14}, {18, 11}, Qt::UTC);
        for (int i = 0; i < 60; ++i) {
            data.times << first.addSecs(i * 30);
            data.buckets << data.times.constLast().toString(u"HH:mm"_s);
        }
        chart.setData(data);
        QCOMPARE(chart.labelled(9), (QList<qsizetype>{8, 18, 28, 38, 48, 58})); // 18:15, 18:20, ...
        QCOMPARE(chart.labelled(2).first(), 0); // every minute
        data.times = {first.addSecs(20)};
        data.buckets = {u"18:11"_s};
        chart.setData(data);
        QCOMPARE(chart.labelled(1), QList<qsizetype>{0});
    }
    void unknownHealthIsNotZero()
    {
        Desk desk;
        FakeValue<PerformanceReport> source;
        PerformanceReport report;
        report.score = 70;
        report.issues = {{u"slow disk"_s, 30}};
        report.activeConnections = 0;
        report.at = QDateTime({2026, 9, 14}, {9, 0}, Qt::UTC);
        source.answer = report;
        HealthPane pane(desk.context, source);
        pane.resize(1100, 760);
        pane.show();
        pane.activate();
        QTRY_COMPARE(child<Gauge>(pane, u"scoreGauge"_s)->figure(), u"70"_s);
        QCOMPARE(child<Gauge>(pane, u"pageCacheGauge"_s)->figure(), u"not known"_s);
        QStringList texts;
        for (const auto *label : pane.findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"−30: slow disk"_s));
        auto *connections = child<SeriesChart>(pane, u"connectionsChart"_s);
        QVERIFY(connections->isVisibleTo(&pane));
        QCOMPARE(connections->shownData().buckets, QStringList{u"09:00"_s});
        auto *errors = child<SeriesChart>(pane, u"errorsChart"_s);
        QVERIFY(!errors->isVisibleTo(&pane));
        QCOMPARE(connections->shownData().series.size(), 1); // idle connections are not known
        QVERIFY(!child<SeriesChart>(pane, u"latencyChart"_s)->isVisibleTo(&pane));
        report.activeConnections.reset();
        report.memoryPercent = 40;
        source.answer = report;
        pane.refresh();
        QTRY_VERIFY(errors->isVisibleTo(&pane));
        QCOMPARE(errors->shownData().onAxis(40), u"40 %"_s);
        QTRY_COMPARE(connections->shownData().buckets.size(), 2);
        QCOMPARE(connections->shownData().series.first().values, (QList<std::optional<double>>{0.0, std::nullopt}));
        source.answer = Error{.code = ErrorCode::TimedOut};
        pane.refresh();
        QTRY_VERIFY(child<QWidget>(pane, u"errorBanner"_s)->isVisible());
        QCOMPARE(child<Gauge>(pane, u"scoreGauge"_s)->figure(), u"70"_s);
    }
    void aLegacyExportIsCheckedBeforeItIsImported()
    {
        Desk desk;
        FakeLegacy legacy;
        legacy.report.issues = {{u"agents[3]"_s, u"warning"_s, u"OWNERLESS"_s, u"no owner"_s}};
        LegacyPane pane(desk.context, legacy);
        pane.resize(1000, 600);
        pane.show();
        auto *go = child<QPushButton>(pane, u"runLegacyButton"_s);
        QVERIFY(!go->isVisible());
        pane.openFile(u"/tmp/export.json"_s);
        QTRY_VERIFY(go->isVisible() && go->isEnabled());
        QCOMPARE(legacy.runs, 0);
        auto *issues = child<QTableWidget>(pane, u"legacyIssueTable"_s);
        QCOMPARE(issues->item(0, 1)->text(), u"Agent 4"_s);
        QCOMPARE(issues->item(0, 1)->toolTip(), u"agents[3]"_s);
        QVERIFY(child<QLabel>(pane, u"legacySummaryLabel"_s)->text().contains(u"2 user(s)"_s));
        child<QPushButton>(pane, u"startOverButton"_s)->click(); // canceled before it ran
        QVERIFY(!go->isVisible());
        QCOMPARE(legacy.runs, 0);
        pane.openFile(u"/tmp/export.json"_s);
        QTRY_VERIFY(go->isVisible());
        go->click();
        auto *ask = pane.findChild<QDialog *>(u"confirmDialog"_s);
        QVERIFY(ask);
        QCOMPARE(legacy.runs, 0);
        QSignalSpy noticed(&pane, &Pane::noticed);
        child<QPushButton>(*ask, u"submitButton"_s)->click();
        QTRY_COMPARE(legacy.runs, 1);
        QTRY_VERIFY(child<QLabel>(pane, u"legacySummaryLabel"_s)->text().contains(u"Imported"_s));
        QVERIFY(!go->isVisible());
        QVERIFY(noticed.isEmpty()); // the pane itself says it
        pane.openFile(u"/tmp/export.json"_s);
        QTRY_VERIFY(go->isVisible());
        go->click();
        child<QPushButton>(*pane.findChild<QDialog *>(u"confirmDialog"_s), u"submitButton"_s)->click();
        pane.hide(); // another pane was opened
        QTRY_COMPARE(noticed.size(), 1);
    }
    void aBadFileAndAnErrorStopTheImport()
    {
        Desk desk;
        FakeLegacy legacy;
        legacy.content = Error{.code = ErrorCode::BadRequest, .message = u"line 2"_s};
        LegacyPane pane(desk.context, legacy);
        pane.show();
        pane.openFile(u"/tmp/export.json"_s);
        QTRY_VERIFY(child<QWidget>(pane, u"legacyFileProblem"_s)->isVisible());
        QCOMPARE(legacy.checks, 0);
        legacy.content = QJsonObject();
        legacy.report.importable = false;
        pane.openFile(u"/tmp/export.json"_s);
        auto *go = child<QPushButton>(pane, u"runLegacyButton"_s);
        QTRY_VERIFY(go->isVisible());
        QVERIFY(!go->isEnabled());
        QVERIFY(!go->toolTip().isEmpty());
        legacy.report.importable = true;
        desk.setRole(Role::Support);
        pane.openFile(u"/tmp/export.json"_s);
        QTRY_VERIFY(go->isVisible());
        QVERIFY(!go->isEnabled()); // support changes nothing
    }
    void whatCouldNotBeCheckedIsNotUnderWay()
    {
        Desk desk;
        FakeLegacy legacy;
        legacy.failCheck = Error{.code = ErrorCode::TimedOut};
        LegacyPane pane(desk.context, legacy);
        pane.show();
        pane.openFile(u"/tmp/export.json"_s);
        auto *banner = child<QWidget>(pane, u"errorBanner"_s);
        auto *summary = child<QLabel>(pane, u"legacySummaryLabel"_s);
        const auto waits = [&pane] {
            return child<QWidget>(pane, u"legacyProgressBar"_s)->isVisible()
                || child<QLabel>(pane, u"emptyTitleLabel"_s)->text() == u"Under way…"_s;
        };
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!waits());
        QVERIFY(summary->text().isEmpty());
        child<QToolButton>(pane, u"dismissErrorButton"_s)->click();
        desk.setRole(Role::Support);
        desk.setRole(Role::Admin);
        QVERIFY(!waits());
        legacy.failCheck.reset();
        child<QPushButton>(pane, u"emptyActionButton"_s)->click();
        auto *go = child<QPushButton>(pane, u"runLegacyButton"_s);
        QTRY_VERIFY(go->isVisible());
        QCOMPARE(legacy.checks, 2);
        const QString report = summary->text();
        legacy.failRun = Error{.code = ErrorCode::TimedOut};
        pane.run();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!waits());
        QCOMPARE(summary->text(), report); // and not that it imports
    }
};

QTEST_MAIN(TestUsagePanes)
#include "tst_usagepanes.moc"
