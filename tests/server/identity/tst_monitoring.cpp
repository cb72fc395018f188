// SPDX-License-Identifier: GPL-3.0-or-later
// Health, the overview and metrics: that they tell the truth, and to whom.
#include "tests/server/identity/identitytest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMonitoring : public AdministratorTest
{
    Q_OBJECT

private slots:
    void monitoringTellsTheTruth();
    void metricsAreNotForEverybody();
};

void TestMonitoring::monitoringTellsTheTruth()
{
    QCOMPARE(m_world->get("/healthz").body, QByteArray(R"({"status":"ok"})"));
    QCOMPARE(m_world->get("/readyz").status, 200);
    for (const QByteArray path : {"/api/v1/monitoring/health", "/api/v2/monitoring/health", "/api/monitoring/health"}) {
        const Reply health = m_world->get(path);
        QCOMPARE(health.status, 200);
        QCOMPARE(health.json.keys(), (QStringList{u"metrics"_s, u"services"_s, u"status"_s, u"timestamp"_s}));
        QCOMPARE(health.json["status"_L1], u"healthy"_s);
        QCOMPARE(health.json["services"_L1].toObject(),
                 (QJsonObject{{u"database"_s, u"healthy"_s},
                              {u"redis"_s, u"not_configured"_s},
                              {u"twilio"_s, u"not_configured"_s}}));
        QCOMPARE(health.json["metrics"_L1]["uptime"_L1].toDouble(), 5.0);
    }
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    m_world->post("/api/v1/auth/login", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, u"not it"_s}});
    const qint64 today = m_world->now() / 86'400'000;
    m_world->execute(
        u"INSERT INTO usage_totals (scope, provider, span, day, name, tokens, minutes, calls, cost, events, "
        "flagged) VALUES ('platform', '', 1, ?, '', 1500, 0, 3, 12500000, 3, 0)"_s,
        {today});
    m_world->execute(
        u"INSERT INTO quota_events (organization_id, user_id, month, threshold, used_tokens, token_quota, "
        "created_at) VALUES ('org_1', ?, 202311, 80, 8100, 10000, 0), "
        "('org_1', ?, 202310, 80, 8100, 10000, 0), ('org_1', ?, 202311, 100, 10001, 10000, 0)"_s,
        {ada, ada, ada});
    m_world->execute(u"UPDATE users SET usage_month = 202311, used_tokens = 10001, monthly_token_quota = 10000 "
                     "WHERE id = ?"_s,
                     {ada});
    const QString counted
        = u"INSERT INTO version_daily VALUES (?, ?, ?, ?, "_s % QStringList(21, u"0"_s).join(u", "_s) % u')';
    m_world->execute(counted, {today, u"v1"_s, 40, 5});
    m_world->execute(counted, {today, u"v2"_s, 2, 0});
    m_world->execute(counted, {today - 1, u"v1"_s, 100, 100});
    const QJsonObject overview = get("/api/v1/admin/overview").data();
    QCOMPARE(overview["users"_L1], 2);
    QCOMPARE(overview["active_users"_L1], 2);
    QCOMPARE(overview["organizations"_L1], 2);
    QCOMPARE(overview["sessions"_L1], 1);
    QCOMPARE(overview["new_users_today"_L1], 2);
    QCOMPARE(overview["sign_ins_today"_L1], 1);
    QCOMPARE(overview["failed_sign_ins_today"_L1], 1);
    QCOMPARE(overview["agents"_L1], 0);
    QCOMPARE(overview["tokens_today"_L1], 1500);
    QCOMPARE(overview["calls_today"_L1], 3);
    QCOMPARE(overview["cost_today"_L1], 0.0125);
    QCOMPARE(overview["users_at_quota_risk"_L1], 1);
    QVERIFY(!overview.contains("errors_today"_L1)); // v1 answers what it always did
    QCOMPARE(overview["users_by_role"_L1]["admin"_L1], 1);
    QCOMPARE(overview["sign_ups_by_day"_L1].toArray().size(), 30);
    QCOMPARE(overview["sign_ups_by_day"_L1][29].toObject(),
             (QJsonObject{{u"day"_s, u"2023-11-14"_s}, {u"count"_s, 2}}));
    QVERIFY(overview["database"_L1]["size_bytes"_L1].toInteger() > 10'000);
    const QJsonObject newer = get("/api/v2/admin/overview").data();
    QCOMPARE(newer["requests_today"_L1], 42);
    QCOMPARE(newer["errors_today"_L1], 5);

    QVERIFY(m_world->connection().executeOnce(u"DROP TABLE user_counts"_s)); // PostgreSQL prepares no DDL
    QCOMPARE(m_world->get("/readyz").status, 503);
    QCOMPARE(m_world->get("/healthz").status, 200);
    const Reply sick = m_world->get("/api/v1/monitoring/health");
    QCOMPARE(sick.status, 503);
    QCOMPARE(sick.json["services"_L1]["database"_L1], u"unhealthy"_s);
}

void TestMonitoring::metricsAreNotForEverybody()
{
    m_world->makeUser(u"ada@example.com"_s);
    QCOMPARE(m_world->get("/metrics").status, 401);
    QCOMPARE(m_world->get("/metrics", m_world->tokenOf(u"ada@example.com"_s)).status, 403);
    QCOMPARE(m_world->get("/metrics", "scrape it").status, 401);
    const Reply scraped = m_world->get("/metrics", "scrape me");
    QCOMPARE(scraped.status, 200);
    QVERIFY(scraped.headers.value("Content-Type").startsWith("text/plain"));
    QVERIFY(scraped.body.contains("\nvoxdesk_uptime_seconds 5.000\n"));
    QCOMPARE(get("/metrics").status, 200);
    QCOMPARE(m_world->send({.path = "/metrics", .client = QHostAddress(QHostAddress::LocalHost)}).status, 200);
}

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"
