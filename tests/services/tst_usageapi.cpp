// SPDX-License-Identifier: GPL-3.0-or-later
// Usage, performance and legacy imports as the console reads them, and what is computed from them.
#include "models/domain/usageanalysis.h"
#include "services/api/legacyapi.h"
#include "services/api/performanceapi.h"
#include "services/api/usageapi.h"
#include "services/polling/quotawatch.h"
#include "tests/services/apisetup.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace
{
FakeAnswer data(const char *json) { return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, parsed(json)}}); }

constexpr char Report[]
    = R"({"start_date":"2026-09-28","end_date":"2026-10-04","group_by":"organization","interval":"day",
  "totals":{"tokens":1500,"calls":15,"minutes":7.25,"cost":12.500000079,"flagged":2},
  "rows":[{"key":"org_a","label":"Acme","date":"2026-09-28","tokens":1000,"calls":10,"minutes":7,"cost":10.5},
          {"key":"other","label":"other","date":"2026-10-04","tokens":500,"calls":5,"minutes":0.25,"cost":"2.000000079"}]})";

UsageRow dayRow(QDate day, qint64 tokens, const QString &key = u"k"_s)
{
    return {.key = key, .label = key.toUpper(), .date = day, .figures = {.tokens = tokens}};
}
}

class TestUsageApi : public QObject
{
    Q_OBJECT

private slots:
    void aReportIsAskedForAndRead()
    {
        Setup s([](const FakeRequest &) { return data(Report); });
        UsageApi usage(s.client);
        const auto answer = usage.fetch({.group = UsageGroup::Organization,
                                         .from = {2026, 9, 28},
                                         .to = {2026, 10, 4},
                                         .daily = true,
                                         .provider = u"groq"_s});
        QTRY_VERIFY(answer.isFinished());
        const FakeRequest asked = s.server.asked.first();
        QCOMPARE(asked.path, u"/api/v2/admin/usage"_s);
        QCOMPARE(asked.query.queryItemValue(u"start_date"_s), u"2026-09-28"_s);
        QCOMPARE(asked.query.queryItemValue(u"group_by"_s), u"organization"_s);
        QCOMPARE(asked.query.queryItemValue(u"interval"_s), u"day"_s);
        QCOMPARE(asked.query.queryItemValue(u"limit"_s), u"20"_s);
        QCOMPARE(asked.query.queryItemValue(u"provider"_s), u"groq"_s);
        QVERIFY(!asked.query.hasQueryItem(u"user_id"_s));
        const auto report = answer.result();
        QVERIFY(bool(report));
        QCOMPARE(report->totals.cost.toDecimal(), "12.500000079"); // exact
        QCOMPARE(report->totals.microMinutes, 7'250'000);
        QCOMPARE(report->flagged, std::optional<qint64>(2));
        QCOMPARE(report->rows.size(), 2);
        QCOMPARE(report->rows.at(0).label, u"Acme"_s);
        QCOMPARE(report->rows.at(1).date, QDate(2026, 10, 4));
        QCOMPARE(report->rows.at(1).figures.cost.nanos(), 2'000'000'079);
    }
    void anAnswerThatIsNoReportIsRefused()
    {
        Setup s([](const FakeRequest &) { return data(R"({"hello":1})"); });
        UsageApi usage(s.client);
        const auto answer = usage.fetch({.from = {2026, 9, 28}, .to = {2026, 10, 4}});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::InvalidAnswer);
    }
    void theExportIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.csv"_s);
        bool drop = true;
        Setup s([&](const FakeRequest &) {
            return FakeAnswer{
                .body = QByteArray(300'000, 'x'), .headers = {{"Content-Type", "text/csv"}}, .drop = drop};
        });
        UsageApi usage(s.client);
        const UsageQuery query{.from = {2026, 9, 28}, .to = {2026, 10, 4}};
        const auto broken = usage.exportTo(query, path);
        QTRY_VERIFY(broken.isFinished());
        QVERIFY(!broken.result());
        QVERIFY(!QFile::exists(path));
        drop = false;
        const auto whole = usage.exportTo(query, path);
        QTRY_VERIFY(whole.isFinished());
        QCOMPARE(*whole.result(), 300'000);
        QCOMPARE(QFile(path).size(), 300'000);
        QVERIFY(!s.server.asked.last().query.hasQueryItem(u"limit"_s)); // all keys
    }
    void aCanceledExportLeavesNothingBehind()
    {
        QTemporaryDir folder;
        Setup s([](const FakeRequest &) { return FakeAnswer{.hang = true}; });
        UsageApi usage(s.client);
        auto run = usage.exportTo({.from = {2026, 9, 28}, .to = {2026, 10, 4}}, folder.filePath(u"usage.csv"_s));
        QTRY_COMPARE(s.server.asked.size(), 1);
        run.cancel();
        QTRY_VERIFY(run.isFinished());
        QTRY_VERIFY(QDir(folder.path()).isEmpty());
    }
    void ownQuotaIsRead()
    {
        Setup s([](const FakeRequest &) {
            return data(R"({"current_period":{"start_date":"2024-01-01","end_date":"2024-01-31","total_tokens":15000,
                "total_calls":150,"api_costs":12.50},"limits":{"max_agents":10,"monthly_token_quota":100000}})");
        });
        OwnQuotaApi api(s.client);
        const auto answer = api.fetch();
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->used, 15000);
        QCOMPARE(answer.result()->quota, 100000);
    }
    void whatTheServerCannotKnowStaysUnknown()
    {
        Setup s([](const FakeRequest &request) {
            if (request.path.endsWith(u"/health"_s))
                return data(R"({"health_score":95,"health_status":"excellent","issues":[],"metrics_summary":
                    {"cache_hit_ratio":96.5,"active_connections":12,"lock_waits":0,"database_size":"2.5GB"}})");
            return data(R"({"connection_stats":{"active_connections":12,"idle_connections":8,
                "longest_query_seconds":null},"cache_hit_ratio":{"cache_hit_ratio":96.5,"index_hit_ratio":null},
                "table_stats":[{"tablename":"users","total_size":"10MB","live_tuples":1000,"dead_tuples":null}]})");
        });
        PerformanceApi api(s.client);
        const auto answer = api.fetch();
        QTRY_VERIFY(answer.isFinished());
        const auto report = answer.result();
        QVERIFY(bool(report));
        QCOMPARE(s.server.asked.size(), 2);
        QCOMPARE(report->score, std::optional(95));
        QCOMPARE(report->lockWaits, std::optional<qint64>(0)); // known to be none
        QCOMPARE(report->databaseSize, u"2.5GB"_s);
        QCOMPARE(report->idleConnections, std::optional<qint64>(8));
        QVERIFY(!report->longestQuerySeconds);
        QVERIFY(!report->indexHitPercent);
        QVERIFY(!report->memoryPercent);
        QCOMPARE(report->tables.first().rows, std::optional<qint64>(1000));
        QVERIFY(!report->tables.first().deadRows);
    }
    void oneOfBothHealthAnswersIsEnough()
    {
        Setup s([](const FakeRequest &request) {
            return request.path.endsWith(u"/metrics"_s) ? FakeAnswer::json({{u"error"_s, u"INTERNAL_ERROR"_s}}, 500)
                                                        : data(R"({"health_score":70,"issues":["slow disk"]})");
        });
        PerformanceApi api(s.client);
        const auto answer = api.fetch();
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->score, std::optional(70));
        QCOMPARE(answer.result()->issues.first().text, u"slow disk"_s);
    }
    void badJsonIsNamedByItsLine()
    {
        QTemporaryDir folder;
        const auto write = [&](const QByteArray &text) {
            QFile file(folder.filePath(u"export.json"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("cannot write");
            return file.fileName();
        };
        Setup s([](const FakeRequest &) { return data("{}"); });
        LegacyApi api(s.client);
        const auto bad = api.read(write("{\"users\": [],\n \"agents\": [}\n}"));
        QTRY_VERIFY(bad.isFinished());
        QVERIFY2(bad.result().error().message.contains(u"line 2"_s), qPrintable(bad.result().error().message));
        const auto list = api.read(write("[1]"));
        QTRY_VERIFY(list.isFinished());
        QVERIFY(!list.result());
        const auto good = api.read(write("{\"users\": [{\"id\": 1}]}"));
        QTRY_VERIFY(good.isFinished());
        QCOMPARE(good.result()->value(u"users"_s).toArray().size(), 1);
        const auto none = api.read(folder.filePath(u"none"_s));
        QTRY_VERIFY(none.isFinished());
        QVERIFY(!none.result());
    }
    void aLegacyExportIsCheckedAndImported()
    {
        Setup s([](const FakeRequest &request) {
            return request.path.endsWith(u"/check"_s)
                ? data(
                    R"({"issues":[{"row":"agents[3]","severity":"warning","code":"OWNERLESS","message":"no owner"}]})")
                : data(R"({"imported":{"users":2},"skipped":{"agents":1}})");
        });
        LegacyApi api(s.client);
        const QJsonObject exported{{u"users"_s, QJsonArray{1, 2}}};
        const auto check = api.check(exported);
        QTRY_VERIFY(check.isFinished());
        QCOMPARE(check.result()->issues.first().row, u"agents[3]"_s);
        QVERIFY(check.result()->importable);
        QCOMPARE(s.server.asked.last().json(), exported);
        const auto run = api.run(exported);
        QTRY_VERIFY(run.isFinished());
        QCOMPARE(run.result()->imported.value(u"users"_s), 2);
        QCOMPARE(run.result()->skipped.value(u"agents"_s), 1);
        QVERIFY(!s.server.asked.last().headers.value("idempotency-key").isEmpty());
    }
    void periods_data()
    {
        QTest::addColumn<DayRange>("now");
        QTest::addColumn<DayRange>("before");
        const QDate today(2026, 3, 30);
        QTest::newRow("a day") << daysOf(UsagePeriod::Today, today, {}) << DayRange{{2026, 3, 29}, {2026, 3, 29}};
        QTest::newRow("a week") << daysOf(UsagePeriod::Last7Days, today, {}) << DayRange{{2026, 3, 17}, {2026, 3, 23}};
        QTest::newRow("a month so far") << daysOf(UsagePeriod::ThisMonth, today, {})
                                        << DayRange{{2026, 2, 1}, {2026, 2, 28}}; // February has no 30th
        QTest::newRow("last month") << daysOf(UsagePeriod::LastMonth, today, {})
                                    << DayRange{{2026, 1, 1}, {2026, 1, 31}};
        QTest::newRow("the first") << DayRange{{2026, 3, 1}, {2026, 3, 1}} << DayRange{{2026, 2, 1}, {2026, 2, 1}};
    }
    void periods()
    {
        QFETCH(DayRange, now);
        QFETCH(DayRange, before);
        QCOMPARE(previousOf(now), before);
    }
    void weeksReplaceDaysWhereThereAreTooMany()
    {
        UsageReport report{.group = UsageGroup::Provider, .from = {2026, 9, 30}, .to = {2026, 10, 13}}; // Wed to Tue
        for (QDate day = report.from; day <= report.to; day = day.addDays(1))
            report.rows << dayRow(day, 10);
        const UsageGrid days = tabulate(report, UsageMeasure::Tokens, 14, 5);
        QCOMPARE(days.buckets.size(), 14);
        const UsageGrid weeks = tabulate(report, UsageMeasure::Tokens, 13, 5);
        QCOMPARE(weeks.buckets,
                 (QList<DayRange>{{{2026, 9, 30}, {2026, 10, 4}},
                                  {{2026, 10, 5}, {2026, 10, 11}},
                                  {{2026, 10, 12}, {2026, 10, 13}}}));
        QCOMPARE(weeks.series.first().values.at(0).tokens, 50);
        QCOMPARE(weeks.series.first().values.at(1).tokens, 70);
        QCOMPARE(weeks.series.first().values.at(2).tokens, 20);
    }
    void theSmallestKeysJoinTheRest()
    {
        UsageReport report{.group = UsageGroup::User, .from = {2026, 9, 1}, .to = {2026, 9, 1}};
        report.rows << dayRow(report.from, 1, u"a"_s) << dayRow(report.from, 9, u"b"_s)
                    << dayRow(report.from, 100, u"other"_s) << dayRow(report.from, 5, u"c"_s);
        const UsageGrid grid = tabulate(report, UsageMeasure::Tokens, 10, 2);
        QCOMPARE(grid.series.size(), 3);
        QCOMPARE(grid.series.at(0).key, u"b"_s);
        QCOMPARE(grid.series.at(1).key, u"c"_s);
        QCOMPARE(grid.series.at(2).key, u"other"_s);
        QCOMPARE(grid.series.at(2).total.tokens, 101);
    }
    void theForecastGoesOnAtTheLastSevenDaysPace()
    {
        const QDate today(2026, 9, 11);
        UsageReport report{.group = UsageGroup::Day, .from = {2026, 9, 1}, .to = today};
        for (int day = 1; day <= 3; ++day)
            report.rows << dayRow({2026, 9, day}, 1000);
        for (int day = 4; day <= 10; ++day)
            report.rows << dayRow({2026, 9, day}, 100); // seven whole days
        report.rows << dayRow(today, 20); // not over yet
        // 3000 + 700 so far, today as an average day, 19 days left.
        QCOMPARE(forecastMonth(report, UsageMeasure::Tokens, today), std::optional(3700.0 + 100 + 19 * 100));
        report.rows.last().figures.tokens = 500; // today is more than average already
        QCOMPARE(forecastMonth(report, UsageMeasure::Tokens, today), std::optional(3700.0 + 500 + 19 * 100));
        report.from = {2026, 9, 2};
        QVERIFY(!forecastMonth(report, UsageMeasure::Tokens, today)); // the month's beginning is not there
    }
    void aQuotaIsWarnedOfOnceAMonth()
    {
        QuotaWatch watch;
        QSignalSpy reached(&watch, &QuotaWatch::reached);
        const QDate day(2026, 9, 11);
        watch.take({79, 100}, day);
        QCOMPARE(reached.size(), 0);
        watch.take({80, 100}, day);
        watch.take({90, 100}, day);
        QCOMPARE(reached.size(), 1);
        QCOMPARE(reached.last().first().toInt(), 80);
        watch.take({100, 100}, day);
        QCOMPARE(reached.size(), 2);
        QCOMPARE(reached.last().first().toInt(), 100);
        watch.take({85, 100}, day.addMonths(1));
        QCOMPARE(reached.size(), 3);
        watch.take({5, 0}, day); // no quota says nothing
        QCOMPARE(reached.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestUsageApi)
#include "tst_usageapi.moc"
