// SPDX-License-Identifier: GPL-3.0-or-later
// What was consumed is counted once, and every view of it shows what a plain recount of the raw events does.
#include "models/domain/decimal.h"
#include "server/usage/quota.h"
#include "server/usage/rollups.h"
#include "server/usage/usagerecorder.h"
#include "server/usage/usageroutes.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 DayMs = 86'400'000;
const QStringList Providers{u"groq"_s, u"deepgram"_s, u"twilio"_s};

/// A dollar for a million tokens and a cent for a minute, whoever sells them.
class FixedPrices : public usage::Prices
{
public:
    bool knows(const QString &provider) const override { return Providers.contains(provider); }
    Money cost(const QString &, const QString &, const usage::Amounts &amounts) const override
    {
        return Money::fromNanos(Money::PerDollar).times(amounts.tokens, 1'000'000)
            + Money::fromNanos(Money::PerDollar / 100).times(amounts.microMinutes, 1'000'000);
    }
};

MoreRoutes usageRoutes()
{
    auto contexts = std::make_shared<std::vector<std::unique_ptr<usage::UsageContext>>>();
    return {.routes = [contexts](const WorldParts &parts) {
        contexts->push_back(std::make_unique<usage::UsageContext>(usage::UsageContext{
            parts.reads, parts.writer, parts.settings, std::make_shared<FixedPrices>(), parts.clock}));
        return usage::usageRoutes(*contexts->back());
    }};
}

QString iso(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs); }
QString day(qint64 ms) { return iso(ms).left(10); }

/// A number of an answer in millionths or nano-dollars, as exactly as it was written.
qint64 scaled(const QJsonValue &value, int digits)
{
    const QByteArray text = QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return decimal::parse(text, digits).value_or(-1);
}
qint64 nanos(const QJsonValue &value) { return scaled(value, Money::Digits); }
qint64 micro(const QJsonValue &value) { return scaled(value, usage::MinuteDigits); }
}

class TestUsage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init();
    void cleanup()
    {
        if (m_world)
            QCOMPARE(m_world->misfits, QStringList());
        m_world.reset();
    }

    void eventsAreCountedOnce();
    void badEventsAreNamed();
    void anotherTenantsAgentIsUnknown();
    void sameIdInTwoOrganizationsCountsTwice();
    void costsAreExact();
    void nobodyFillsTheSumsOfAll();
    void overTheQuotaIsFlaggedAndSaidOnce();
    void aBatchCountsAsItsEventsOneByOne_data();
    void aBatchCountsAsItsEventsOneByOne();
    void quotaIsWhatIsShown();
    void periodsAreChecked_data();
    void periodsAreChecked();
    void everyViewIsARecount();
    void concurrentBatchesLoseNothing();
    void rowsAndTotalsAreOfOneMoment();
    void aFileAddsUpWhateverIsUsedMeanwhile();
    void exportsAreSafeCsv();
    void adminViewsAreForStaff();

private:
    QJsonObject usageEvent(const QString &id, const QString &provider, qint64 at, const QJsonObject &more = {}) const
    {
        QJsonObject all{{u"event_id"_s, id}, {u"provider"_s, provider}, {u"occurred_at"_s, iso(at)}};
        for (auto it = more.begin(); it != more.end(); ++it)
            all.insert(it.key(), it.value());
        return all;
    }
    Reply report(const QJsonArray &events, const QByteArray &token)
    {
        return m_world->post("/api/v1/usage/events", {{u"events"_s, events}}, token);
    }
    Reply report(const QJsonArray &events) { return report(events, m_token); }
    Reply get(const QByteArray &path) { return m_world->get(path, m_token); }
    void addAgent(const QString &id, const QString &user)
    {
        m_world->execute(
            u"INSERT INTO agents (id, organization_id, user_id, name, sort_name, llm_provider, search_text, "
            "created_at, updated_at) SELECT ?, organization_id, id, 'A', 'a', 'groq', 'a', 1, 1 FROM users "
            "WHERE id = ?"_s,
            {id, user});
    }
    QByteArray wholePeriod() const
    {
        return "start_date=" + day(m_world->now() - 300 * DayMs).toLatin1()
            + "&end_date=" + day(m_world->now()).toLatin1();
    }
    void compareWithRecount(const QString &userId, const QByteArray &token);
    void compareAdminWithRecount();

    std::unique_ptr<IdentityWorld> m_world;
    QString m_user;
    QByteArray m_token;
    QByteArray m_root;
};

void TestUsage::init()
{
    m_world = std::make_unique<IdentityWorld>(identity::IdentitySettings(), usageRoutes());
    m_user = m_world->makeUser(u"ada@x.example"_s);
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    m_token = m_world->tokenOf(u"ada@x.example"_s);
    m_root = m_world->tokenOf(u"root@x.example"_s);
}

void TestUsage::eventsAreCountedOnce()
{
    const qint64 now = m_world->now();
    const QJsonArray events{usageEvent(u"a"_s, u"groq"_s, now, {{u"tokens"_s, 400}, {u"calls"_s, 5}}),
                            usageEvent(u"b"_s, u"deepgram"_s, now, {{u"minutes"_s, 2}}),
                            usageEvent(u"a"_s, u"groq"_s, now, {{u"tokens"_s, 9999}})};
    const Reply first = report(events);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.data(), (QJsonObject{{u"accepted"_s, 2}, {u"duplicates"_s, 1}, {u"flagged"_s, 0}}));
    const Reply again = report(events);
    QCOMPARE(again.data(), (QJsonObject{{u"accepted"_s, 0}, {u"duplicates"_s, 3}, {u"flagged"_s, 0}}));

    const QJsonObject current = get("/api/v1/usage/current").data();
    const QJsonObject period = current["current_period"_L1].toObject();
    QCOMPARE(period["start_date"_L1], u"2023-11-01"_s);
    QCOMPARE(period["end_date"_L1], u"2023-11-30"_s);
    QCOMPARE(period["total_tokens"_L1], 400);
    QCOMPARE(period["total_calls"_L1], 5);
    QCOMPARE(nanos(period["api_costs"_L1]), 400'000 + 20'000'000);
    QCOMPARE(current["limits"_L1].toObject(), (QJsonObject{{u"max_agents"_s, 2}, {u"monthly_token_quota"_s, 10'000}}));
    const QJsonObject providers = current["usage_by_provider"_L1].toObject();
    QCOMPARE(providers["groq"_L1].toObject().keys(), (QStringList{u"cost"_s, u"tokens"_s}));
    QCOMPARE(providers["deepgram"_L1].toObject().keys(), (QStringList{u"cost"_s, u"minutes"_s}));

    const QJsonArray days
        = get("/api/v1/usage/history?start_date=2023-11-14&end_date=2023-11-14").json["data"_L1].toArray();
    QCOMPARE(days.size(), 1);
    QCOMPARE(days[0]["date"_L1], u"2023-11-14"_s);
    QCOMPARE(days[0]["breakdown"_L1].toObject(), (QJsonObject{{u"groq_tokens"_s, 400}, {u"deepgram_minutes"_s, 2}}));
}

void TestUsage::badEventsAreNamed()
{
    const qint64 now = m_world->now();
    const Reply wrong
        = report({usageEvent(u"a"_s, u"groq"_s, now), usageEvent(u"b"_s, u"nobody"_s, now),
                  usageEvent(u"c"_s, u"groq"_s, now + 3'600'000), usageEvent(u"d"_s, u"groq"_s, 0),
                  usageEvent(u"e"_s, u"groq"_s, now, {{u"cost"_s, u"1,5"_s}}),
                  usageEvent(u"f"_s, u"groq"_s, now, {{u"agent_id"_s, u"agent_none"_s}}),
                  usageEvent(u"gateway:chatcmpl_1"_s, u"groq"_s, now), usageEvent(u"call:call_1"_s, u"groq"_s, now)});
    QCOMPARE(wrong.status, 422);
    const QJsonObject details = wrong.json["error"_L1].toObject()["details"_L1].toObject();
    QCOMPARE(details.keys(),
             (QStringList{u"events.1.provider"_s, u"events.2.occurred_at"_s, u"events.3.occurred_at"_s,
                          u"events.4.cost"_s, u"events.5.agent_id"_s, u"events.6.event_id"_s, u"events.7.event_id"_s}));
    for (const QJsonObject &more :
         {QJsonObject{{u"tokens"_s, -1}}, QJsonObject{{u"tokens"_s, 1.5}}, QJsonObject{{u"minutes"_s, u"2"_s}},
          QJsonObject{{u"cost"_s, -0.1}}, QJsonObject{{u"user_id"_s, m_user}}, QJsonObject{{u"cost"_s, 1e6}}})
        QCOMPARE(report({usageEvent(u"x"_s, u"groq"_s, now, more)}).status, 422);
    QJsonArray many;
    for (int i = 0; i <= 1000; ++i)
        many << usageEvent(QString::number(i), u"groq"_s, now);
    QCOMPARE(report(many).status, 422);
    QCOMPARE(report({}).status, 422);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM usage_events"_s), 0);
    QCOMPARE(m_world->post("/api/v1/usage/events", {}, {}).status, 401);
}

void TestUsage::anotherTenantsAgentIsUnknown()
{
    addAgent(u"agent_theirs"_s, m_world->makeUser(u"eve@y.example"_s));
    const QJsonArray events{usageEvent(u"a"_s, u"groq"_s, m_world->now(), {{u"agent_id"_s, u"agent_theirs"_s}})};
    QCOMPARE(report(events).status, 422);
    QCOMPARE(report(events, m_world->tokenOf(u"eve@y.example"_s)).status, 200);
}

void TestUsage::sameIdInTwoOrganizationsCountsTwice()
{
    m_world->makeUser(u"eve@y.example"_s);
    const QJsonArray events{usageEvent(u"a"_s, u"groq"_s, m_world->now(), {{u"tokens"_s, 7}})};
    QCOMPARE(report(events).data()["accepted"_L1], 1);
    const QByteArray eve = m_world->tokenOf(u"eve@y.example"_s);
    QCOMPARE(report(events, eve).data()["accepted"_L1], 1);
    const auto tokens = [this](const QByteArray &token) -> QJsonValue {
        return m_world->get("/api/v1/usage/current", token).data()["current_period"_L1].toObject()["total_tokens"_L1];
    };
    QCOMPARE(tokens(m_token), 7);
    QCOMPARE(tokens(eve), 7);
}

void TestUsage::costsAreExact()
{
    QJsonArray events;
    for (int i = 0; i < 10; ++i)
        events << usageEvent(QString::number(i), u"groq"_s, m_world->now(), {{u"cost"_s, 0.1}});
    events << usageEvent(u"text"_s, u"groq"_s, m_world->now(), {{u"cost"_s, u"0.000000001"_s}});
    events << usageEvent(u"large"_s, u"groq"_s, m_world->now(), {{u"cost"_s, 123456.123456789}});
    QCOMPARE(report(events).status, 200);
    const Reply current = get("/api/v1/usage/current");
    QVERIFY2(current.body.contains("\"api_costs\":123457.12345679"), current.body);
}

void TestUsage::nobodyFillsTheSumsOfAll()
{
    for (int batch = 0; batch < 10; ++batch) { // as much as one may report: ten thousand million dollars
        QJsonArray events;
        for (int i = 0; i < 1000; ++i)
            events << usageEvent(u"%1-%2"_s.arg(batch).arg(i), u"groq"_s, m_world->now(),
                                 {{u"cost"_s, 999'999.99}, {u"minutes"_s, 1'000'000}, {u"tokens"_s, 1'000'000'000}});
        QCOMPARE(report(events).status, 200);
    }
    const auto sums = [this](const QString &scope, int span) {
        QList<qint64> all;
        for (const QString &column : {u"cost"_s, u"minutes"_s, u"tokens"_s, u"events"_s})
            all << m_world->number(
                u"SELECT %1 FROM usage_totals WHERE scope = ? AND provider = '' AND span = ?"_s.arg(column),
                {scope, span});
        return all;
    };
    const QList<qint64> most{1'000'000 * Money::PerDollar, 10'000'000LL * 1'000'000, 1'000'000'000'000, 10'000};
    QCOMPARE(sums(u"organization"_s, 1), most);
    QCOMPARE(sums(u"user"_s, 1), most);
    QCOMPARE(sums(u"agent"_s, 1), most); // of none
    QCOMPARE(sums(u"platform"_s, 1), most);
    m_world->makeUser(u"eve@y.example"_s);
    QCOMPARE(
        report({usageEvent(u"a"_s, u"twilio"_s, m_world->now(), {{u"cost"_s, 5}, {u"minutes"_s, 2}, {u"tokens"_s, 3}})},
               m_world->tokenOf(u"eve@y.example"_s))
            .status,
        200);
    const QList<qint64> more{most[0] + 5 * Money::PerDollar, most[1] + 2'000'000, most[2] + 3, most[3] + 1};
    QCOMPARE(sums(u"platform"_s, 1), more);
    QCOMPARE(sums(u"platform"_s, int(usage::BlockDays)), more);
}

void TestUsage::overTheQuotaIsFlaggedAndSaidOnce()
{
    const auto send = [this](const QString &id, int tokens) {
        return report({usageEvent(id, u"groq"_s, m_world->now(), {{u"tokens"_s, tokens}})})
            .data()["flagged"_L1]
            .toInt();
    };
    const auto crossings = [this] { return m_world->number(u"SELECT COUNT(*) FROM quota_events"_s); };
    QCOMPARE(send(u"a"_s, 7'999), 0);
    QCOMPARE(crossings(), 0);
    QCOMPARE(send(u"b"_s, 1), 0);
    QCOMPARE(m_world->number(u"SELECT threshold FROM quota_events"_s), 80);
    QCOMPARE(send(u"c"_s, 2'000), 0); // the last one that fits
    QCOMPARE(crossings(), 2);
    QCOMPARE(send(u"d"_s, 1), 1);
    QCOMPARE(send(u"e"_s, 0), 1);
    QCOMPARE(crossings(), 2);
    const auto state = usage::requireQuota(
        m_world->connection(), m_world->settings(),
        m_world->get("/api/v1/auth/profile", m_token).data()["organization_id"_L1].toString(), m_user, m_world->now());
    QVERIFY(!state);
    QCOMPARE(state.error().code, ErrorCode::QuotaExceeded);
    // Another month has its own quota.
    const Reply last = report({usageEvent(u"f"_s, u"groq"_s, m_world->now() - 40 * DayMs, {{u"tokens"_s, 9'000}})});
    QCOMPARE(last.data()["flagged"_L1], 0);
    QCOMPARE(crossings(), 3);
}

void TestUsage::aBatchCountsAsItsEventsOneByOne_data()
{
    QTest::addColumn<int>("known");
    QTest::newRow("all new") << 0;
    QTest::newRow("some known") << 20;
    QTest::newRow("all known") << 60;
}

void TestUsage::aBatchCountsAsItsEventsOneByOne()
{
    QFETCH(int, known);
    const QString other = m_world->makeUser(u"eve@y.example"_s);
    const QByteArray eve = m_world->tokenOf(u"eve@y.example"_s);
    QJsonArray events;
    QJsonArray before;
    for (int i = 0; i < 60; ++i) { // over two months and the quota of both
        events << usageEvent(QString::number(i), Providers[i % 3], m_world->now() - (i % 5 == 0 ? 20 : 0) * DayMs,
                             {{u"tokens"_s, i * 37 % 200 + (i % 5 == 0 ? 1000 : 250)}, {u"calls"_s, 1}});
        if (known == 60 || (known > 0 && i % 3 == 0))
            before << events.last();
    }
    int accepted = 0;
    int flagged = 0;
    const auto oneByOne = [&](const QJsonArray &several) {
        for (const auto &one : several) {
            const Reply reply = report({one}, eve);
            accepted += reply.data()["accepted"_L1].toInt();
            flagged += reply.data()["flagged"_L1].toInt();
        }
    };
    if (known > 0) {
        QCOMPARE(report(before).data()["accepted"_L1], known);
        oneByOne(before);
        accepted = flagged = 0;
    }
    oneByOne(events);
    const Reply batch = report(events);
    QCOMPARE(batch.data(),
             (QJsonObject{{u"accepted"_s, accepted}, {u"duplicates"_s, 60 - accepted}, {u"flagged"_s, flagged}}));
    QCOMPARE(accepted, 60 - known);
    const auto differing = [&](const QString &columns, const QString &table) {
        const QString rows = u"SELECT %1 FROM %2 WHERE user_id = ?"_s.arg(columns, table);
        return m_world->number(u"SELECT COUNT(*) FROM (%1 EXCEPT %1) AS d"_s.arg(rows), {m_user, other})
            + m_world->number(u"SELECT COUNT(*) FROM (%1 EXCEPT %1) AS d"_s.arg(rows), {other, m_user});
    };
    QCOMPARE(differing(u"event_id, tokens, cost, flagged"_s, u"usage_events"_s), 0);
    QCOMPARE(differing(u"month, tokens, minutes, calls, cost, events, flagged"_s, u"usage_monthly"_s), 0);
    QCOMPARE(differing(u"day, provider, tokens, calls, cost, events, flagged"_s, u"usage_daily"_s), 0);
    QCOMPARE(differing(u"month, threshold"_s, u"quota_events"_s), 0);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM quota_events"_s), 8);
    QVERIFY(m_world->number(u"SELECT COUNT(*) FROM usage_events WHERE flagged = 1"_s) > 10);
    compareWithRecount(m_user, m_token);
    compareAdminWithRecount();
}

void TestUsage::quotaIsWhatIsShown()
{
    report({usageEvent(u"a"_s, u"groq"_s, m_world->now(), {{u"tokens"_s, 4'000}, {u"calls"_s, 3}})});
    const QString organization = m_world->get("/api/v1/auth/profile", m_token).data()["organization_id"_L1].toString();
    const auto state = usage::quotaOf(m_world->connection(), m_world->settings(), organization, m_user, m_world->now());
    QVERIFY(state);
    QCOMPARE(state->used, 4'000);
    QCOMPARE(state->remaining(), 6'000);
    const Reply listed = m_world->get("/api/v2/admin/users?search=ada", m_root);
    QCOMPARE(listed.json["data"_L1][0]["current_usage"_L1].toObject(),
             (QJsonObject{{u"tokens"_s, 4'000}, {u"calls"_s, 3}}));
    QVERIFY(!usage::quotaOf(m_world->connection(), m_world->settings(), u"org_other"_s, m_user, m_world->now()));
    m_world->pass(std::chrono::hours(24 * 30)); // the next month starts from nothing
    QCOMPARE(usage::quotaOf(m_world->connection(), m_world->settings(), organization, m_user, m_world->now())->used, 0);
}

void TestUsage::periodsAreChecked_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray("") << 200;
    QTest::newRow("a day") << QByteArray("?start_date=2024-02-29&end_date=2024-02-29") << 200;
    QTest::newRow("366 days") << QByteArray("?start_date=2024-01-01&end_date=2024-12-31") << 200;
    QTest::newRow("367 days") << QByteArray("?start_date=2024-01-01&end_date=2025-01-01") << 400;
    QTest::newRow("backwards") << QByteArray("?start_date=2024-01-02&end_date=2024-01-01") << 400;
    QTest::newRow("no such day") << QByteArray("?start_date=2023-02-29&end_date=2023-03-01") << 400;
    QTest::newRow("one end") << QByteArray("?start_date=2024-01-01") << 400;
    QTest::newRow("no date") << QByteArray("?start_date=yesterday&end_date=today") << 400;
    QTest::newRow("unknown parameter") << QByteArray("?from=2024-01-01") << 400;
}

void TestUsage::periodsAreChecked()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    for (const char *path : {"/api/v1/usage/history", "/api/v1/usage/export"})
        QCOMPARE(get(path + query).status, status);
    if (status == 400)
        QVERIFY(get("/api/v1/usage/history" + query).json["message"_L1].toString().contains(u"query parameter"));
    for (const char *path : {"/api/v1/admin/usage", "/api/v2/admin/usage/export"})
        QCOMPARE(m_world->get(path + query, m_root).status, status);
}

void TestUsage::compareWithRecount(const QString &userId, const QByteArray &token)
{
    auto rows = m_world->query(
        u"SELECT occurred_at / 86400000, provider, SUM(tokens), SUM(minutes), SUM(calls), SUM(cost) FROM usage_events "
        "WHERE user_id = ? GROUP BY 1, 2 ORDER BY 1, 2"_s,
        {userId});
    QVERIFY(rows);
    struct Day {
        qint64 tokens = 0, calls = 0, cost = 0;
        QMap<QString, qint64> breakdown;
    };
    QMap<QString, Day> expected;
    while (rows->next()) {
        Day &one = expected[day(rows->integer(0) * DayMs)];
        const QString provider = rows->text(1);
        one.tokens += rows->integer(2);
        one.calls += rows->integer(4);
        one.cost += rows->integer(5);
        if (rows->integer(2) > 0)
            one.breakdown.insert(QString(provider + u"_tokens"_s), rows->integer(2) * 1'000'000);
        if (rows->integer(3) > 0)
            one.breakdown.insert(QString(provider + u"_minutes"_s), rows->integer(3));
    }
    const QJsonArray shown = m_world->get("/api/v1/usage/history?" + wholePeriod(), token).json["data"_L1].toArray();
    QCOMPARE(shown.size(), expected.size());
    qint64 monthTokens = 0;
    for (const QJsonValue row : shown) {
        const QString date = row["date"_L1].toString();
        const Day &one = expected[date];
        QCOMPARE(row["total_tokens"_L1].toInteger(), one.tokens);
        QCOMPARE(row["total_calls"_L1].toInteger(), one.calls);
        QCOMPARE(nanos(row["api_costs"_L1]), one.cost);
        const QJsonObject breakdown = row["breakdown"_L1].toObject();
        QCOMPARE(breakdown.size(), one.breakdown.size());
        for (const auto &[name, value] : one.breakdown.asKeyValueRange())
            QCOMPARE(micro(breakdown[name]), value);
        if (date.startsWith(day(m_world->now()).left(7)))
            monthTokens += one.tokens;
    }
    const QJsonObject current = m_world->get("/api/v1/usage/current", token).data()["current_period"_L1].toObject();
    QCOMPARE(current["total_tokens"_L1].toInteger(), monthTokens);
    QCOMPARE(m_world->number(u"SELECT used_tokens FROM users WHERE id = ? AND usage_month = 202311"_s, {userId}),
             monthTokens);
}

void TestUsage::compareAdminWithRecount()
{
    const QMap<QByteArray, QString> columns{{"day", u"occurred_at / 86400000"_s},
                                            {"organization", u"organization_id"_s},
                                            {"user", u"user_id"_s},
                                            {"agent", u"agent_id"_s},
                                            {"provider", u"provider"_s}};
    const QList<std::pair<QByteArray, QString>> filters{
        {"", u"1 = 1"_s},
        {"&provider=groq", u"provider = 'groq'"_s},
        {"&user_id=" + m_user.toLatin1(), u"user_id = '%1'"_s.arg(m_user)}};
    const QByteArray period = "start_date=" + day(m_world->now() - 89 * DayMs).toLatin1()
        + "&end_date=" + day(m_world->now() - 3 * DayMs).toLatin1();
    const QString within = u" AND occurred_at / 86400000 BETWEEN %1 AND %2"_s.arg(m_world->now() / DayMs - 89)
                               .arg(m_world->now() / DayMs - 3);
    for (const auto &[by, column] : columns.asKeyValueRange()) {
        for (const auto &[filter, where] : filters) {
            const QJsonObject shown
                = m_world->get("/api/v1/admin/usage?limit=100&group_by=" + by + filter + '&' + period, m_root).data();
            auto rows = m_world->query(
                QString(u"SELECT "_s + column
                        + u", SUM(tokens), SUM(minutes), SUM(calls), SUM(cost), SUM(flagged) FROM usage_events WHERE "_s
                        + where + within + u" GROUP BY 1"_s));
            QVERIFY(rows);
            QMap<QString, QList<qint64>> expected;
            qint64 cost = 0;
            qint64 flagged = 0;
            while (rows->next()) {
                const QString key = by == "day" ? day(rows->integer(0) * DayMs) : rows->text(0);
                expected.insert(key, {rows->integer(1), rows->integer(2), rows->integer(3), rows->integer(4)});
                cost += rows->integer(4);
                flagged += rows->integer(5);
            }
            const QJsonArray lines = shown["rows"_L1].toArray();
            QCOMPARE(lines.size(), expected.size());
            for (const QJsonValue line : lines) {
                const QList<qint64> got{line["tokens"_L1].toInteger(), micro(line["minutes"_L1]),
                                        line["calls"_L1].toInteger(), nanos(line["cost"_L1])};
                QCOMPARE(got, expected.value(line["key"_L1].toString()));
            }
            QCOMPARE(nanos(shown["totals"_L1].toObject()["cost"_L1]), cost);
            QCOMPARE(shown["totals"_L1].toObject()["flagged"_L1].toInteger(), flagged);

            // The few dearest and the rest, day by day, add up to the same.
            const QJsonObject few
                = m_world
                      ->get("/api/v1/admin/usage?limit=1&interval=day&group_by=" + by + filter + '&' + period, m_root)
                      .data();
            qint64 sum = 0;
            for (const QJsonValue line : few["rows"_L1].toArray()) {
                QVERIFY(line["date"_L1].isString());
                sum += nanos(line["cost"_L1]);
            }
            QCOMPARE(sum, cost);
        }
    }
}

void TestUsage::everyViewIsARecount()
{
    QRandomGenerator random(20231114);
    QList<std::pair<QString, QByteArray>> users{{m_user, m_token}};
    for (int i = 0; i < 4; ++i) {
        const QString email = u"user%1@y.example"_s.arg(i);
        const QString id = m_world->makeUser(email);
        users << std::pair(id, m_world->tokenOf(email));
    }
    addAgent(u"agent_ada"_s, m_user);
    QStringList sent;
    for (int batch = 0; batch < 30; ++batch) {
        const auto &[id, token] = users[random.bounded(int(users.size()))];
        QJsonArray events;
        for (int n = random.bounded(1, 90); n > 0; --n) {
            const bool repeated = !sent.isEmpty() && random.bounded(4) == 0;
            const QString name = repeated ? sent[random.bounded(int(sent.size()))] : QString::number(random.generate());
            sent << name;
            // Often the last days, sometimes long ago: several months, several blocks of days.
            const qint64 at = m_world->now() - qint64(random.bounded(random.bounded(3) == 0 ? 200 : 20)) * DayMs
                - random.bounded(int(DayMs));
            QJsonObject more{{u"tokens"_s, random.bounded(300)},
                             {u"minutes"_s, random.bounded(50'000) / 1000.0},
                             {u"calls"_s, random.bounded(3)}};
            if (id == m_user && n % 2 == 0)
                more.insert(u"agent_id"_s, u"agent_ada"_s);
            events << usageEvent(name, Providers[random.bounded(3)], at, more);
        }
        QCOMPARE(report(events, token).status, 200);
    }
    for (const auto &[id, token] : std::as_const(users))
        compareWithRecount(id, token);
    compareAdminWithRecount();
    QVERIFY(m_world->number(u"SELECT COUNT(*) FROM usage_events WHERE flagged = 1"_s) > 0);

    // Making the sums anew changes nothing: what is added up bit by bit is what is there.
    const QStringList tables{u"usage_daily"_s, u"usage_monthly"_s, u"usage_totals"_s};
    const auto sums = [&] {
        QList<qint64> all;
        for (const QString &table : tables) {
            for (const QString &column : {u"COUNT(*)"_s, u"SUM(tokens)"_s, u"SUM(minutes)"_s, u"SUM(calls)"_s,
                                          u"SUM(cost)"_s, u"SUM(events)"_s, u"SUM(flagged)"_s})
                all << m_world->number(QString(u"SELECT CAST("_s + column + u" AS BIGINT) FROM "_s + table));
        }
        return all;
    };
    const auto before = sums();
    store::Transaction transaction(m_world->connection());
    QVERIFY(transaction.isOpen());
    QVERIFY(usage::rebuildRollups(m_world->connection(), identity::usageMonth(m_world->now())));
    QVERIFY(transaction.commit());
    QCOMPARE(sums(), before);
    for (const auto &[id, token] : std::as_const(users))
        compareWithRecount(id, token);
    compareAdminWithRecount();
}

void TestUsage::concurrentBatchesLoseNothing()
{
    m_world->addWorker();
    m_world->addWorker();
    QList<Ask> asks;
    for (int batch = 0; batch < 24; ++batch) {
        QJsonArray events;
        for (int i = 0; i < 40; ++i) // every event is in two batches
            events << usageEvent(u"%1-%2"_s.arg(batch / 2).arg(i), u"groq"_s, m_world->now(), {{u"tokens"_s, 3}});
        asks << Ask{.method = http::Method::Post,
                    .path = "/api/v1/usage/events",
                    .body = {{u"events"_s, events}},
                    .token = m_token};
    }
    int accepted = 0;
    for (const Reply &reply : m_world->sendAll(asks)) {
        QCOMPARE(reply.status, 200);
        accepted += reply.data()["accepted"_L1].toInt();
    }
    QCOMPARE(accepted, 12 * 40);
    compareWithRecount(m_user, m_token);
    compareAdminWithRecount();
}

void TestUsage::rowsAndTotalsAreOfOneMoment()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QByteArray path = "/api/v1/admin/usage?group_by=organization&interval=day";
    QCOMPARE(report({usageEvent(u"a"_s, u"groq"_s, m_world->now(), {{u"tokens"_s, 10}})}).status, 200);
    QCOMPARE(m_world->get(path, m_root).status, 200); // from here on the caller is known by heart
    const QString organization = get("/api/v1/auth/profile").data()["organization_id"_L1].toString();
    std::atomic<bool> held = false;
    // The names are asked for between the figures.
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto locked = c.executeOnce(u"LOCK TABLE organizations IN ACCESS EXCLUSIVE MODE"_s);
        held = true;
        if (!locked || !OtherServer::isAwaited(c))
            return false;
        const usage::Event event{
            .id = u"b"_s, .provider = u"groq"_s, .occurredAt = m_world->now(), .amounts = {.tokens = 5}};
        return bool(usage::UsageRecorder(c, m_world->settings(), FixedPrices(), m_world->now())
                        .record(organization, m_user, {event}));
    });
    QTRY_VERIFY(held);
    const QJsonObject shown = m_world->get(path, m_root).data();
    QVERIFY(other.hasWritten());
    QCOMPARE(shown["totals"_L1]["tokens"_L1], 10);
    QCOMPARE(shown["rows"_L1][0]["tokens"_L1], 10);
    QCOMPARE(m_world->get(path, m_root).data()["totals"_L1]["tokens"_L1], 15);
}

void TestUsage::aFileAddsUpWhateverIsUsedMeanwhile()
{
    m_world->makeUser(u"eve@y.example"_s);
    const auto use = [this](const QString &id, int tokens, const QByteArray &token) {
        return report({usageEvent(id, u"groq"_s, m_world->now(), {{u"tokens"_s, tokens}})}, token).status;
    };
    QCOMPARE(use(u"a"_s, 100, m_token), 200);
    QCOMPARE(use(u"b"_s, 5, m_world->tokenOf(u"eve@y.example"_s)), 200);
    const QByteArray head = "key,label,date,tokens,calls,minutes,cost\r\n";
    const auto file = m_world->stream(
        {.path = "/api/v1/admin/usage/export?group_by=user&interval=day&limit=1&" + wholePeriod(), .token = m_root});
    QVERIFY(file);
    QCOMPARE(file->read(head.size()), head);
    QCOMPARE(use(u"c"_s, 50, m_token), 200);
    const QByteArray rows = m_world->read(*file);
    QVERIFY2(rows.contains(",ada@x.example,2023-11-14,150,"), rows);
    QVERIFY2(rows.contains("other,other,2023-11-14,5,"), rows);
}

void TestUsage::exportsAreSafeCsv()
{
    QJsonArray events;
    for (int i = 0; i < 900; ++i)
        events << usageEvent(u"=%1"_s.arg(i, 4), u"groq"_s, m_world->now() - i, {{u"tokens"_s, i}});
    QCOMPARE(report(events).status, 200);
    const Ask ask{.path = "/api/v1/usage/export?start_date=2023-11-14&end_date=2023-11-14", .token = m_token};
    const Reply answer = m_world->send(ask);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("Content-Type"), "text/csv; charset=utf-8");
    QVERIFY(answer.headers.value("Content-Disposition").contains("usage-2023-11-14-2023-11-14.csv"));
    const QByteArrayList lines = answer.body.split('\n');
    QCOMPARE(lines.size(), 902); // the header, the rows, nothing after the last line's end
    QCOMPARE(lines[0], "occurred_at,event_id,provider,model,agent_id,tokens,minutes,calls,cost,flagged\r");
    QVERIFY2(lines[1].contains(",'= 899,groq,,,899,0,0,0.000899,"), lines[1]);
    const Reply platform
        = m_world->get("/api/v1/admin/usage/export?group_by=user&start_date=2023-11-14&end_date=2023-11-14", m_root);
    const QByteArray head
        = "key,label,date,tokens,calls,minutes,cost\r\n" + m_user.toLatin1() + ",ada@x.example,,404550,0,0,0.40455\r\n";
    QVERIFY2(platform.body.startsWith(head), platform.body);
    const Reply daily = m_world->get(
        "/api/v1/admin/usage/export?group_by=user&interval=day&start_date=2023-11-14&end_date=2023-11-14", m_root);
    QVERIFY2(daily.body.contains(",2023-11-14,404550,"), daily.body);
    // By the console's rule, whatever a spreadsheet splits at.
    m_world->execute(u"UPDATE organizations SET name = 'x;=1+1;y'"_s);
    const Reply named = m_world->get("/api/v1/admin/usage/export?group_by=organization", m_root);
    QVERIFY2(named.body.contains(",\"x;'=1+1;y\",,404550,"), named.body);
    m_world->execute(u"UPDATE organizations SET name = '  |cmd'"_s);
    const Reply called = m_world->get("/api/v2/admin/usage/export?group_by=organization&limit=1", m_root);
    QVERIFY2(called.body.contains(",'  |cmd,,404550,"), called.body);
}

void TestUsage::adminViewsAreForStaff()
{
    m_world->makeUser(u"help@x.example"_s, Role::Support);
    for (const char *path : {"/api/v1/admin/usage", "/api/v1/admin/usage/export"}) {
        QCOMPARE(get(path).status, 403);
        QCOMPARE(m_world->get(path, m_world->tokenOf(u"help@x.example"_s)).status, 200);
        QCOMPARE(m_world->get(path + QByteArray("?group_by=colour"), m_root).status, 400);
        QCOMPARE(m_world->get(path + QByteArray("?limit=0"), m_root).status, 400);
    }
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
