// SPDX-License-Identifier: GPL-3.0-or-later
// Who calls which version, how often and how well: counted by the workers, summed in the database.
#include "server/versions/countstore.h"
#include "server/versions/versionreport.h"
#include "tests/server/versions/versionworld.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray Metrics = "/api/v2/admin/metrics/versions";
const QByteArray Callers = "/api/v2/admin/metrics/versions/callers";
const QByteArray Profile = "/users/profile";
constexpr qint64 DayMs = 86'400'000;

QJsonObject versionIn(const Reply &metrics, const QString &version)
{
    for (const QJsonValue row : metrics.data()["versions"_L1].toArray()) {
        if (row["version"_L1] == version)
            return row.toObject();
    }
    return {};
}

QJsonObject routeIn(const QJsonObject &version, const QString &method, const QString &route)
{
    for (const QJsonValue row : version["routes"_L1].toArray()) {
        if (row["method"_L1] == method && row["route"_L1] == route)
            return row.toObject();
    }
    return {};
}

api::CountedCall counted(const api::Principal *caller, qint64 timeMs, int status = 200)
{
    static const http::Headers none;
    return {api::Version::V1, 0, status, timeMs, 300, caller, none};
}

api::Principal userOf(const QString &id)
{
    api::Principal principal;
    principal.userId = id;
    principal.organizationId = u"org_of_"_s + id;
    return principal;
}
}

class TestVersionMetrics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init()
    {
        m_made = std::make_unique<VersionWorld>();
        for (const QString &name : {u"ada"_s, u"bob"_s})
            m_ids[name] = world().makeUser(name + u"@x.example"_s);
        m_ada = world().tokenOf(u"ada@x.example"_s);
        m_bob = world().tokenOf(u"bob@x.example"_s);
    }
    void cleanup()
    {
        if (m_made)
            QCOMPARE(world().misfits, QStringList());
        m_made.reset();
    }

    void requestsCountAsTheVersionTheyWereAnsweredIn();
    void whoMovedIsTold();
    void errorsCount();
    void daysAndRoutes();
    void callersAreListed();
    void callersOfARoute();
    void keysAreCallersOfTheirOwn();
    void periodsAreChecked();
    void onlyStaffSeesThem();
    void everyWorkerCounts();
    void twoServersAddUp();
    void whatIsLeftIsWrittenAtTheEnd();
    void memoryIsBounded();
    void aDayEndsAtMidnight();
    void oldCountsGo();
    void everyPeriodCountsEachCallerOnce();
    void percentiles();

private:
    IdentityWorld &world() { return m_made->world(); }
    int status(const QByteArray &path, const QByteArray &token, int worker = 0)
    {
        return world().send({.path = path, .token = token}, worker).status;
    }
    Result<Done> add(const versions::Batch &batch)
    {
        return m_made->writer()
            .submit<Done>([batch](store::Connection &c) { return versions::addCounts(c, batch); })
            .result();
    }
    QJsonArray callers(const QByteArray &query)
    {
        const Reply reply = m_made->get(Callers + query);
        return reply.status == 200 ? reply.json["data"_L1].toArray() : QJsonArray();
    }

    std::unique_ptr<VersionWorld> m_made;
    QMap<QString, QString> m_ids;
    QByteArray m_ada;
    QByteArray m_bob;
};

void TestVersionMetrics::requestsCountAsTheVersionTheyWereAnsweredIn()
{
    QCOMPARE(status("/api/v1" + Profile, m_ada), 200);
    QCOMPARE(status("/api" + Profile, m_ada), 200); // v1
    QCOMPARE(status("/api" + Profile + "?version=v2", m_ada), 200);
    QCOMPARE(status("/api/v2" + Profile, m_ada), 200);
    QCOMPARE(status("/api/v2" + Profile, m_bob), 200);
    QCOMPARE(status("/healthz", {}), 200); // of no version
    const Reply metrics = m_made->get("/api/admin/metrics/versions?version=v2");
    QVERIFY2(metrics.status == 200, metrics.body);
    const auto profile
        = [&](const QString &version) { return routeIn(versionIn(metrics, version), u"GET"_s, u"/users/profile"_s); };
    QCOMPARE(profile(u"v1"_s)["requests"_L1], 2);
    QCOMPARE(profile(u"v1"_s)["callers"_L1], 1);
    QCOMPARE(profile(u"v2"_s)["requests"_L1], 3);
    QCOMPARE(profile(u"v2"_s)["callers"_L1], 2);
    QVERIFY(profile(u"v2"_s)["latency_ms"_L1]["p50"_L1].isDouble());
    QVERIFY(routeIn(versionIn(metrics, u"v1"_s), u"GET"_s, u"/healthz"_s).isEmpty());
    // The same in v1, and without any version, as the document asks for it.
    QCOMPARE(m_made->get("/api/admin/metrics/versions").data()["versions"_L1].toArray().size(), 2);
}

void TestVersionMetrics::whoMovedIsTold()
{
    QCOMPARE(m_made->get("/api/v1/admin/metrics/versions").data()["migration_rate"_L1], QJsonValue());
    status("/api/v1" + Profile, m_ada);
    status("/api/v1" + Profile, m_bob);
    status("/api/v2" + Profile, m_bob);
    // The administrator's own question before this one was the first call; all three called, bob alone called v2.
    const Reply metrics = m_made->get("/api/v1/admin/metrics/versions");
    QCOMPARE(metrics.data()["migration_rate"_L1].toDouble(), 0.3333);
    QCOMPARE(versionIn(metrics, u"v1"_s)["callers"_L1], 3);
    QCOMPARE(versionIn(metrics, u"v2"_s)["callers"_L1], 1);
}

void TestVersionMetrics::errorsCount()
{
    QCOMPARE(status("/api/v1" + Profile, "forged"), 401);
    QCOMPARE(status("/api/v1/no/such/path", m_ada), 404);
    QCOMPARE(status("/api/v1/admin/users", m_ada), 403);
    const QJsonObject v1 = versionIn(m_made->get(Metrics), u"v1"_s);
    QCOMPARE(routeIn(v1, u"GET"_s, u"/users/profile"_s)["errors"_L1], 1);
    QCOMPARE(routeIn(v1, u"GET"_s, u"/users/profile"_s)["callers"_L1], 0);
    QCOMPARE(routeIn(v1, {}, {})["errors"_L1], 1);
    QCOMPARE(routeIn(v1, u"GET"_s, u"/admin/users"_s)["callers"_L1], 1);
    QCOMPARE(v1["errors"_L1], 3);
}

void TestVersionMetrics::daysAndRoutes()
{
    status("/api/v2" + Profile, m_ada);
    world().pass(24h);
    m_ada = world().tokenOf(u"ada@x.example"_s);
    status("/api/v2" + Profile, m_ada);
    status("/api/v2" + Profile, m_ada);
    const QDate today = QDateTime::fromMSecsSinceEpoch(world().now(), Qt::UTC).date();
    const QByteArray query = "?start_date=" + today.addDays(-2).toString(Qt::ISODate).toLatin1()
        + "&end_date=" + today.toString(Qt::ISODate).toLatin1();
    const QByteArray admin = world().tokenOf(u"root@x.example"_s);
    const Reply metrics = world().get("/api/v1/admin/metrics/versions" + query, admin);
    const QJsonObject v2 = versionIn(metrics, u"v2"_s);
    const QJsonArray days = v2["days"_L1].toArray();
    QCOMPARE(days.size(), 3);
    QCOMPARE(days[0].toObject(),
             (QJsonObject{{u"date"_s, today.addDays(-2).toString(Qt::ISODate)},
                          {u"requests"_s, 0},
                          {u"errors"_s, 0},
                          {u"callers"_s, 0}}));
    QCOMPARE(days[1]["requests"_L1], 1);
    QCOMPARE(days[2]["requests"_L1], 2);
    QCOMPARE(days[2]["callers"_L1], 1);
    QCOMPARE(v2["requests"_L1], 3);
    QCOMPARE(v2["callers"_L1], 1); // the same on both days
    QCOMPARE(v2["routes"_L1].toArray().size(), 1);
}

void TestVersionMetrics::callersAreListed()
{
    http::Headers agent;
    agent.add("User-Agent", "acme-sync/1.4");
    world().send({.path = "/api/v1" + Profile, .token = m_ada, .headers = agent});
    status("/api/v1/admin/users", m_ada);
    world().pass(1s);
    status("/api/v1" + Profile, m_bob);
    const QJsonArray all = callers("?version=v1");
    QCOMPARE(all.size(), 2);
    const QJsonObject ada = all[1].toObject(); // last seen first
    QCOMPARE(ada["caller"_L1].toObject(),
             (QJsonObject{{u"type"_s, u"user"_s}, {u"id"_s, m_ids[u"ada"_s]}, {u"label"_s, u"ada@x.example"_s}}));
    QVERIFY(!ada["organization_id"_L1].toString().isEmpty());
    QCOMPARE(ada["requests"_L1], 2);
    QCOMPARE(ada["errors"_L1], 1);
    QCOMPARE(ada["last_seen_at"_L1], wireTime(world().now() - 1000));
    QCOMPARE(ada["user_agent"_L1], u"acme-sync/1.4"_s);
    const Reply page = m_made->get(Callers + "?version=v1&limit=1");
    QCOMPARE(page.json["meta"_L1]["pagination"_L1]["total"_L1], 2);
    const QString cursor = page.json["meta"_L1]["pagination"_L1]["nextCursor"_L1].toString();
    const QJsonArray second = callers("?version=v1&limit=1&cursor=" + cursor.toLatin1());
    QCOMPARE(second.size(), 1);
    QCOMPARE(second[0].toObject(), ada);
    QCOMPARE(callers("?version=v2").size(), 1); // the administrator
}

void TestVersionMetrics::callersOfARoute()
{
    status("/api/v1" + Profile, m_ada);
    status("/api/v1/auth/profile", m_bob);
    const QJsonArray of = callers("?version=v1&route=/users/profile&method=GET");
    QCOMPARE(of.size(), 1);
    QCOMPARE(of[0]["caller"_L1]["label"_L1], u"ada@x.example"_s);
    QCOMPARE(callers("?version=v1&route=/users/profile&method=PUT").size(), 0);
    QCOMPARE(callers("?version=v1&route=/users/profile").size(), 1);
}

void TestVersionMetrics::keysAreCallersOfTheirOwn()
{
    const Reply made
        = world().post("/api/v2/access-keys", {{u"name"_s, u"nightly sync"_s}, {u"permissions"_s, u"read"_s}}, m_ada);
    const QByteArray key = made.data()["key"_L1].toString().toLatin1();
    QCOMPARE(status("/api/v1" + Profile, key), 403); // recognised all the same
    const QJsonArray all = callers("?version=v1");
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0]["caller"_L1]["type"_L1], u"access_key"_s);
    QCOMPARE(all[0]["caller"_L1]["label"_L1], u"nightly sync"_s);
    // Whoever is gone keeps what was called.
    world().execute(u"DELETE FROM access_keys"_s);
    QCOMPARE(callers("?version=v1")[0]["caller"_L1]["label"_L1], all[0]["caller"_L1]["id"_L1]);
}

void TestVersionMetrics::periodsAreChecked()
{
    for (const char *query : {"?start_date=2024-01-01", "?start_date=2024-02-01&end_date=2024-01-01",
                              "?start_date=2022-01-01&end_date=2024-01-01", "?start_date=x&end_date=2024-01-01"})
        QCOMPARE(m_made->get(Metrics + query).status, 400);
    QCOMPARE(m_made->get(Callers).status, 400); // of which version?
    QCOMPARE(m_made->get(Callers + "?version=v0").status, 400);
    QCOMPARE(m_made->get(Callers + "?version=v1&sort=requests").status, 400);
}

void TestVersionMetrics::onlyStaffSeesThem()
{
    world().makeUser(u"help@x.example"_s, Role::Support);
    const QByteArray support = world().tokenOf(u"help@x.example"_s);
    for (const QByteArray &path : {Metrics, QByteArray(Callers + "?version=v1")}) {
        QCOMPARE(status(path, support), 200);
        QCOMPARE(status(path, m_ada), 403);
        QCOMPARE(status(path, {}), 401);
        QVERIFY(!world().get(path, support).headers.contains("X-Cache"));
    }
}

void TestVersionMetrics::everyWorkerCounts()
{
    const int second = world().addWorker();
    for (const int worker : {0, second, second})
        status("/api/v1" + Profile, m_ada, worker);
    QCOMPARE(versionIn(m_made->get(Metrics), u"v1"_s)["callers"_L1], 1);
    QCOMPARE(callers("?version=v1")[0]["requests"_L1], 3);
}

void TestVersionMetrics::twoServersAddUp()
{
    const auto other = std::make_shared<api::Shared>(api::Settings(), [this] { return world().now(); });
    versions::VersionKeeper second(m_made->writer(), other, 1h, 1h);
    const auto counter
        = second.makeCounter({api::Route{http::Method::Get, "/users/profile", api::Access::User, {}, {}}});
    api::Principal ada = userOf(m_ids[u"ada"_s]);
    counter->count(counted(&ada, world().now()));
    status("/api/v1" + Profile, m_ada);
    QVERIFY(second.flush().result());
    const QJsonObject v1 = versionIn(m_made->get(Metrics), u"v1"_s);
    QCOMPARE(routeIn(v1, u"GET"_s, u"/users/profile"_s)["requests"_L1], 2);
    QCOMPARE(v1["callers"_L1], 1);
}

void TestVersionMetrics::whatIsLeftIsWrittenAtTheEnd()
{
    status("/api/v1" + Profile, m_ada);
    QCOMPARE(world().number(u"SELECT COUNT(*) FROM version_caller_daily"_s), 0);
    m_made->stopKeeper();
    world().execute(u"DELETE FROM idempotency_keys"_s); // the writer keeps the order
    QCOMPARE(world().number(u"SELECT SUM(requests) FROM version_caller_daily"_s), 1);
}

void TestVersionMetrics::memoryIsBounded()
{
    versions::WorkerCounts counts({api::Route{http::Method::Get, "/x", api::Access::User, {}, {}}}, 2);
    for (int i = 0; i < 5; ++i) {
        const api::Principal caller = userOf(u"user_%1"_s.arg(i));
        counts.count(counted(&caller, world().now(), i == 4 ? 500 : 200));
        counts.count(counted(&caller, world().now()));
    }
    QVERIFY(add(counts.take()));
    QVERIFY(counts.take().isEmpty());
    const QJsonArray all = callers("?version=v1");
    QCOMPARE(all.size(), 3);
    QJsonObject rest;
    for (const QJsonValue row : all) {
        if (row["caller"_L1]["type"_L1] == u"other"_s)
            rest = row.toObject();
    }
    QCOMPARE(rest["requests"_L1], 6); // nothing is lost
    QCOMPARE(rest["errors"_L1], 1);
    QCOMPARE(rest["organization_id"_L1], QString());
    QCOMPARE(routeIn(versionIn(m_made->get(Metrics), u"v1"_s), u"GET"_s, u"/x"_s)["requests"_L1], 10);
    // The same where the workers' counts meet.
    versions::DayCounts day;
    versions::CallerCounts one;
    one.requests = 1;
    for (qsizetype i = 0; i < versions::DayCounts::MostCallers + 10; ++i)
        day.add({"v1", versions::CallerKind::User, QString::number(i)}, one);
    QCOMPARE(day.callers.size(), versions::DayCounts::MostCallers + 1);
    QCOMPARE(day.callers.last().requests, 10);
}

void TestVersionMetrics::aDayEndsAtMidnight()
{
    versions::WorkerCounts counts({});
    const qint64 midnight = 19'700 * DayMs;
    const api::Principal caller = userOf(u"user_a"_s);
    auto call = counted(&caller, midnight - 1);
    call.route = -1;
    counts.count(call);
    call.timeMs = midnight;
    counts.count(call);
    counts.count(call);
    const versions::Batch batch = counts.take();
    QCOMPARE(batch.keys(), (QList<qint64>{19'699, 19'700}));
    QCOMPARE(batch.first().series.first().requests, 1);
    QCOMPARE(batch.last().callers.first().requests, 2);
}

void TestVersionMetrics::oldCountsGo()
{
    const qint64 now = world().now();
    const auto dayOf = [&](qint64 back) { return now / DayMs - back; };
    versions::Batch batch;
    for (const qint64 back : {versions::KeptDays + 1, versions::KeptDays - 1}) {
        const versions::SeriesName name{"v1", "GET", "/x"};
        batch[dayOf(back)].series[name].requests = 1;
        batch[dayOf(back)].add(
            {"v1", versions::CallerKind::User, QString::number(back)},
            {.organizationId = {}, .userAgent = {}, .lastSeenMs = now - back * DayMs, .requests = 1, .called = {name}});
    }
    QVERIFY(add(batch));
    QVERIFY(m_made->writer()
                .submit<Done>([now](store::Connection &c) { return versions::dropOldCounts(c, now); })
                .result());
    for (const QString &table : {u"version_daily"_s, u"version_route_daily"_s, u"version_caller_daily"_s,
                                 u"version_route_callers"_s, u"version_callers"_s, u"version_route_seen"_s})
        QCOMPARE(world().number(u"SELECT COUNT(*) FROM "_s + table), 1);
}

/// Against a plain recount, of callers that come and go, told in any order.
void TestVersionMetrics::everyPeriodCountsEachCallerOnce()
{
    struct Told {
        qint64 day;
        int caller;
        QByteArray version;
        QByteArray route;
    };
    constexpr int Days = 9;
    const qint64 today = world().now() / DayMs;
    QRandomGenerator random(17);
    QList<Told> all;
    for (int i = 0; i < 160; ++i) {
        const Told told{today - random.bounded(Days), random.bounded(12), random.bounded(3) ? "v1" : "v2",
                        random.bounded(2) ? "/a" : "/b"};
        all << told;
        versions::Batch batch;
        const versions::SeriesName name{told.version, "GET", told.route};
        batch[told.day].series[name].requests = 1;
        batch[told.day].add({told.version, versions::CallerKind::User, QString::number(told.caller)},
                            {.organizationId = {},
                             .userAgent = {},
                             .lastSeenMs = told.day * DayMs + i,
                             .requests = 1,
                             .called = {name}});
        QVERIFY(add(batch));
    }
    const auto dateOf = [](qint64 day) { return QDate(1970, 1, 1).addDays(day); };
    for (qint64 first = today - Days + 1; first <= today; ++first) {
        for (qint64 last = first; last <= today; ++last) {
            QMap<QByteArray, QSet<int>> callers; // by version, by version and route, by version and day
            QSet<int> anybody;
            for (const Told &told : std::as_const(all)) {
                if (told.day < first || told.day > last)
                    continue;
                callers[told.version] << told.caller;
                callers[told.version + told.route] << told.caller;
                callers[told.version + QByteArray::number(told.day)] << told.caller;
                anybody << told.caller;
            }
            const auto figures = versions::readFigures(world().connection(), {dateOf(first), dateOf(last)});
            QVERIFY(figures);
            for (const versions::VersionFigures &version : figures->versions) {
                const QByteArray name = version.version.toLatin1();
                QCOMPARE(version.callers, callers[name].size());
                for (const versions::RouteFigures &route : version.routes)
                    QCOMPARE(route.callers, callers[name + route.route.toUtf8()].size());
                for (qint64 day = first; day <= last; ++day)
                    QCOMPARE(version.days[day - first].callers, callers[name + QByteArray::number(day)].size());
            }
            QCOMPARE(figures->migrationRate.has_value(), !anybody.isEmpty());
            if (!anybody.isEmpty())
                QCOMPARE(*figures->migrationRate, double(callers["v2"].size()) / double(anybody.size()));
        }
    }
}

void TestVersionMetrics::percentiles()
{
    using versions::Latency;
    QCOMPARE(Latency::bucketOf(-5), 0U);
    QCOMPARE(Latency::bucketOf(63), 0U);
    QCOMPARE(Latency::bucketOf(64), 1U);
    QCOMPARE(Latency::bucketOf(127), 1U);
    QCOMPARE(Latency::bucketOf(128), 2U);
    QCOMPARE(Latency::bucketOf(std::numeric_limits<qint64>::max()), Latency::Buckets - 1);
    Latency latency;
    QVERIFY(!latency.percentileMs(0.5));
    latency.counts[1] = 50; // 64 to 128 µs
    latency.counts[4] = 45; // 512 to 1024
    latency.counts[8] = 5; // 8192 to 16384
    QCOMPARE(*latency.percentileMs(0.5), 0.128);
    QCOMPARE(*latency.percentileMs(0.95), 1.024);
    QCOMPARE(*latency.percentileMs(0.25), 0.096);
    QCOMPARE(*latency.percentileMs(0.99), 8.192 + 8.192 * 4 / 5);
    latency.counts[Latency::Buckets - 1] = 1000;
    QCOMPARE(*latency.percentileMs(0.99), double(64 << (Latency::Buckets - 2)) / 1000);
}

QTEST_GUILESS_MAIN(TestVersionMetrics)
#include "tst_versionmetrics.moc"
