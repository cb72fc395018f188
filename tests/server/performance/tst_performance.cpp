// SPDX-License-Identifier: GPL-3.0-or-later
// The database's own figures and what is made of them.
#include "server/performance/healthscore.h"
#include "server/performance/performanceroutes.h"
#include "tests/server/identity/identityworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using performance::DatabaseFigures;

namespace
{
QJsonObject example(const QString &name)
{
    QFile file(
        QStringLiteral(VOXDESK_SOURCE_DIR "/tests/contract/examples/voxflow-performance-%1.response.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()["data"_L1].toObject()
                                          : QJsonObject();
}
}

class TestPerformance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("the engine is not here");
        m_world = std::make_unique<IdentityWorld>(
            identity::IdentitySettings(),
            MoreRoutes{.routes =
                           [this](const WorldParts &parts) {
                               m_context.reset(new performance::PerformanceContext{parts.reads, parts.writer});
                               return performance::performanceRoutes(*m_context);
                           },
                       .components = performance::performanceComponents()});
        m_world->makeUser(u"root@example.com"_s, Role::Admin);
        m_world->makeUser(u"help@example.com"_s, Role::Support);
        m_world->makeUser(u"ada@example.com"_s);
        m_admin = m_world->tokenOf(u"root@example.com"_s);
    }
    void cleanup() { QCOMPARE(m_world ? m_world->misfits.join(u'\n') : QString(), QString()); }

    void answersAsTheDocumentDoes()
    {
        for (const QString &name : {u"health"_s, u"metrics"_s}) {
            const Reply reply = m_world->get("/api/v1/performance/" + name.toLatin1(), m_admin);
            QCOMPARE(reply.status, 200);
            const QJsonObject sample = example(name);
            QVERIFY(!sample.isEmpty());
            QCOMPARE(reply.data().keys(), sample.keys());
            for (auto it = sample.begin(); it != sample.end(); ++it) {
                const QJsonValue shown = reply.data()[it.key()];
                QCOMPARE(shown.type(), it->type());
                if (it->isObject())
                    QCOMPARE(shown.toObject().keys(), it->toObject().keys());
            }
        }
        const QJsonArray tables
            = m_world->get("/api/v1/performance/metrics", m_admin).data()["table_stats"_L1].toArray();
        QCOMPARE(tables.first().toObject().keys(), example(u"metrics"_s)["table_stats"_L1][0].toObject().keys());
    }

    void tellsWhatIsTrue()
    {
        const QJsonObject summary
            = m_world->get("/api/v1/performance/health", m_admin).data()["metrics_summary"_L1].toObject();
        static const QRegularExpression size(u"^[0-9]+(\\.[0-9])?(B|KB|MB|GB)$"_s);
        QVERIFY2(size.match(summary["database_size"_L1].toString()).hasMatch(),
                 qPrintable(summary["database_size"_L1].toString()));
        const bool sqlite = m_world->database().engine == store::Engine::Sqlite;
        // PostgreSQL counts at least the one that asks; SQLite has no connections but ours, and all but that one rest.
        QVERIFY(summary["active_connections"_L1].toInt() >= 1);
        const QJsonObject figures = m_world->get("/api/v1/performance/metrics", m_admin).data();
        if (sqlite) {
            QCOMPARE(summary["active_connections"_L1], 1);
            QCOMPARE(figures["connection_stats"_L1]["active_connections"_L1], 1);
            QCOMPARE(figures["connection_stats"_L1]["idle_connections"_L1], 1); // the writer's
            QVERIFY(figures["connection_stats"_L1]["longest_query_seconds"_L1].isNull()); // it does not say
            QVERIFY(figures["cache_hit_ratio"_L1]["cache_hit_ratio"_L1].isNull());
        }
        QCOMPARE(summary["lock_waits"_L1].toInt(-1), 0);
        QStringList names;
        for (const QJsonValue table :
             m_world->get("/api/v1/performance/metrics", m_admin).data()["table_stats"_L1].toArray()) {
            names << table["tablename"_L1].toString();
            if (sqlite && names.last() == "users"_L1)
                QCOMPARE(table["live_tuples"_L1].toInt(-1), 3);
        }
        QVERIFY(names.contains(u"users"_s) && names.contains(u"calls"_s));
    }

    void isForStaff()
    {
        const QByteArray help = m_world->tokenOf(u"help@example.com"_s);
        const QByteArray ada = m_world->tokenOf(u"ada@example.com"_s);
        for (const QByteArray &path : {"/api/v1/performance/health"_ba, "/api/v2/performance/metrics"_ba}) {
            QCOMPARE(m_world->get(path, help).status, 200);
            QCOMPARE(m_world->get(path, ada).status, 403);
            QCOMPARE(m_world->get(path).status, 401);
        }
    }

    void scores_data()
    {
        QTest::addColumn<DatabaseFigures>("figures");
        QTest::addColumn<int>("score");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("issues");
        QTest::newRow("nothing known") << DatabaseFigures{} << 100 << u"excellent"_s << 0;
        QTest::newRow("warm") << DatabaseFigures{.cacheHitPercent = 96.5} << 100 << u"excellent"_s << 0;
        QTest::newRow("cool") << DatabaseFigures{.cacheHitPercent = 89.9} << 90 << u"excellent"_s << 1;
        QTest::newRow("cold") << DatabaseFigures{.cacheHitPercent = 40, .indexHitPercent = 40} << 60 << u"fair"_s << 2;
        QTest::newRow("waiting") << DatabaseFigures{.lockWaits = 100} << 80 << u"good"_s << 1;
        QTest::newRow("slow") << DatabaseFigures{.longestQuerySeconds = 5} << 90 << u"excellent"_s << 1;
        QTest::newRow("full") << DatabaseFigures{.activeConnections = 60, .idleConnections = 36, .mostConnections = 100}
                              << 80 << u"good"_s << 1;
        QTest::newRow("bloated") << DatabaseFigures{.tables = {{u"calls"_s, {}, 8000, 2000}}} << 95 << u"excellent"_s
                                 << 1;
        QTest::newRow("everything") << DatabaseFigures{.activeConnections = 99,
                                                       .idleConnections = 1,
                                                       .mostConnections = 100,
                                                       .longestQuerySeconds = 100,
                                                       .cacheHitPercent = 1,
                                                       .indexHitPercent = 1,
                                                       .lockWaits = 500}
                                    << 0 << u"poor"_s << 5;
    }
    void scores()
    {
        QFETCH(DatabaseFigures, figures);
        const performance::Health health = performance::healthOf(figures);
        QTEST(health.score, "score");
        QTEST(QString(health.status()), "status");
        QTEST(int(health.issues.size()), "issues");
    }

    void saysSizesInWords()
    {
        QCOMPARE(performance::sizeInWords(0), u"0B"_s);
        QCOMPARE(performance::sizeInWords(1023), u"1023B"_s);
        QCOMPARE(performance::sizeInWords(1024), u"1KB"_s);
        QCOMPARE(performance::sizeInWords(10 * 1024 * 1024), u"10MB"_s);
        QCOMPARE(performance::sizeInWords(2'684'354'560), u"2.5GB"_s);
        QCOMPARE(performance::sizeInWords(1024 * 1024 - 1), u"1MB"_s);
    }

private:
    std::unique_ptr<performance::PerformanceContext> m_context; // outlives the world's engine
    std::unique_ptr<IdentityWorld> m_world;
    QByteArray m_admin;
};

QTEST_GUILESS_MAIN(TestPerformance)
#include "tst_performance.moc"
