// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"
#include "server/audit/verification.h"
#include "server/demo/demogenerator.h"
#include "server/demo/demotraffic.h"
#include "tests/server/store/testdatabase.h"

#include <QCryptographicHash>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using demo::DemoGenerator;
using demo::DemoOptions;
using store::Connection;
using store::Engine;

namespace
{
class FlatPrices : public usage::Prices
{
public:
    bool knows(const QString &) const override { return true; }
    Money cost(const QString &, const QString &, const usage::Amounts &amounts) const override
    {
        return Money::fromNanos(amounts.tokens * 150 + amounts.microMinutes * 4);
    }
};
const FlatPrices Prices;

/// What a run ends with that was cut off at its last step.
class BrokenPrices : public FlatPrices
{
public:
    struct Broken {
    };
    Money cost(const QString &, const QString &, const usage::Amounts &) const override { throw Broken(); }
};

DemoOptions options(quint64 seed = 7, int users = 3000, int actors = 30)
{
    return {.seed = seed,
            .users = users,
            .actors = actors,
            .days = 120,
            .nowMs = 1'732'200'000'123,
            .password = u"demo pass"_s};
}

/// Enough to have everything in it once.
DemoOptions few(quint64 seed = 7)
{
    DemoOptions few = options(seed, 400, 4);
    few.days = 21;
    return few;
}
}

class DemoTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();

    void sameSeedSameRows_data() { engines(); }
    void sameSeedSameRows();
    void countsAreWhatTriggersWouldCount_data() { engines(); }
    void countsAreWhatTriggersWouldCount();
    void triggersAndIndexesAreBack_data() { engines(); }
    void triggersAndIndexesAreBack();
    void searchFinds();
    void knownAccountsSignIn();
    void looksLikePeople();
    void growsWithAWeeklyRhythm();
    void todayIsNoWholeDayYet();
    void everySumIsTheSumOfItsRows_data() { engines(); }
    void everySumIsTheSumOfItsRows();
    void theAuditLogIsOneChain_data() { engines(); }
    void theAuditLogIsOneChain();
    void whatTheLogSaysIsSo();
    void callersMoveToTheNewVersion_data() { engines(); }
    void callersMoveToTheNewVersion();
    void logAndTrafficStaySmall();
    void goesOnFromAnEmptyServer_data() { engines(); }
    void goesOnFromAnEmptyServer();
    void refusesForeignData_data() { engines(); }
    void refusesForeignData();
    void refusesNonsense();
    void interruptedLeavesNothing_data() { engines(); }
    void interruptedLeavesNothing();
    void worksBesideAnOpenConnection();

private:
    void engines();
    std::unique_ptr<Connection> fresh();
    void fill(const DemoOptions &options);
    void openFilled();
    QByteArray digest();
    qint64 number(const QString &sql);
    QStringList column(const QString &sql);

    std::unique_ptr<TestDatabases> m_databases;
    QHash<bool, store::Database> m_filled; ///< for what only reads, one of each engine
    store::Database m_database;
    std::unique_ptr<Connection> m_connection;
    int m_hashed = 0;
    QByteArray m_digest;
};

void DemoTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void DemoTest::init()
{
    const bool postgres = QByteArray(QTest::currentDataTag()) == "postgresql";
    m_connection.reset();
    m_database = m_databases->createMigrated(postgres ? Engine::PostgreSql : Engine::Sqlite);
    m_connection = fresh();
    m_hashed = 0;
}

std::unique_ptr<Connection> DemoTest::fresh()
{
    auto connection = Connection::open(m_database);
    if (!connection)
        qFatal("no database");
    return *std::move(connection);
}

void DemoTest::fill(const DemoOptions &how)
{
    DemoGenerator generator(*m_connection, Prices, [this](const QString &password) -> Result<QString> {
        ++m_hashed;
        return QString(u"hash of "_s + password);
    });
    const auto made = generator.generate(how);
    QVERIFY2(made, made ? "" : qUtf8Printable(made.error().message + u' ' + made.error().log));
    QCOMPARE(made->users, how.users);
    QCOMPARE(m_hashed, 1);
}

/// Instead of the empty database the one that was filled with options() before.
void DemoTest::openFilled()
{
    const bool postgres = m_database.engine == Engine::PostgreSql;
    if (!m_filled.contains(postgres)) {
        fill(options());
        m_filled.insert(postgres, m_database);
        return;
    }
    m_connection.reset();
    m_database = m_filled.value(postgres);
    m_connection = fresh();
}

qint64 DemoTest::number(const QString &sql)
{
    auto rows = m_connection->query(sql);
    if (!rows)
        qFatal("%ls", qUtf16Printable(rows.error().log));
    return rows->next() ? rows->integer(0) : -1;
}

QStringList DemoTest::column(const QString &sql)
{
    QStringList out;
    auto rows = m_connection->query(sql);
    if (!rows)
        qFatal("%ls", qUtf16Printable(rows.error().log));
    while (rows->next())
        out << rows->text(0);
    return out;
}

QByteArray DemoTest::digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QList<std::pair<QString, int>> queries{
        {u"SELECT id, organization_id, organization_role, email, password_hash, search_text, phone, timezone, "
         u"language, role, tier, "
         "is_active, used_tokens, max_agents, created_at, last_login_at FROM users ORDER BY seq"_s,
         16},
        {u"SELECT id, name, owner_id, tier, member_count, search_text, created_at FROM organizations ORDER BY seq"_s,
         7},
        {u"SELECT day, what, n FROM daily_counts ORDER BY day, what"_s, 3},
        {u"SELECT id, user_id, name, phone_number, status, llm_provider, llm_provider_config, created_at FROM agents "
         "ORDER BY seq"_s,
         8},
        {u"SELECT id, agent_id, external_id, from_number, status, began_at, cost, outcome, transcript, timeline FROM "
         "calls ORDER BY seq"_s,
         10},
        {u"SELECT id, at, action, actor_id, target_id, before_json, after_json, hash FROM audit_entries ORDER BY seq"_s,
         8},
        {u"SELECT id, organization_id, name, secret_hash, created_at, last_used_at FROM access_keys ORDER BY seq"_s, 6},
        {u"SELECT d.day, s.version, s.route, d.requests, d.errors, d.latency_7 FROM version_route_daily d "
         "JOIN version_series s ON s.id = d.series ORDER BY d.day, s.id"_s,
         6},
        {u"SELECT c.caller_id, c.version, c.last_seen_at, d.day, d.requests FROM version_callers c "
         "JOIN version_caller_daily d ON d.caller = c.seq ORDER BY c.caller_id, c.version, d.day"_s,
         5},
        {u"SELECT event_id, user_id, agent_id, provider, tokens, minutes, cost, flagged FROM usage_events ORDER BY seq"_s,
         8}};
    for (const auto &[sql, columns] : queries) {
        auto rows = m_connection->query(sql);
        if (!rows)
            qFatal("%ls", qUtf16Printable(rows.error().log));
        while (rows->next()) {
            for (int i = 0; i < columns; ++i)
                hash.addData(QByteArray((rows->isNull(i) ? u"NULL"_s : rows->text(i)).toUtf8() + '|'));
        }
    }
    return hash.result().toHex();
}

void DemoTest::sameSeedSameRows()
{
    fill(few());
    const QByteArray first = digest();
    init();
    fill(few());
    QCOMPARE(digest(), first);
    init();
    fill(few(8));
    QVERIFY(digest() != first);
    if (!m_digest.isEmpty())
        QCOMPARE(first, m_digest); // the other engine's
    m_digest = first;
}

void DemoTest::countsAreWhatTriggersWouldCount()
{
    openFilled();
    QCOMPARE(
        number(u"SELECT count(*) FROM (SELECT role, tier, is_active, count(*) AS n FROM users GROUP BY 1, 2, 3) AS u "
               "LEFT JOIN user_counts c ON c.role = u.role AND c.tier = u.tier AND c.is_active = u.is_active AND c.n = "
               "u.n "
               "WHERE c.n IS NULL"_s),
        0);
    QCOMPARE(number(u"SELECT sum(n) FROM user_counts"_s), 3000);
    QCOMPARE(
        number(u"SELECT count(*) FROM (SELECT tier, is_active, count(*) AS n FROM organizations GROUP BY 1, 2) AS o "
               "LEFT JOIN organization_counts c ON c.tier = o.tier AND c.is_active = o.is_active AND c.n = o.n "
               "WHERE c.n IS NULL"_s),
        0);
    QCOMPARE(number(u"SELECT count(*) FROM organizations o WHERE member_count <> "
                    "(SELECT count(*) FROM users u WHERE u.organization_id = o.id)"_s),
             0);
    QCOMPARE(
        number(
            u"SELECT count(*) FROM (SELECT created_at / 86400000 AS day, count(*) AS n FROM users GROUP BY 1) AS u "
            "LEFT JOIN daily_counts c ON c.day = u.day AND c.what = 'user.created' AND c.n = u.n WHERE c.n IS NULL"_s),
        0);
    QCOMPARE(
        number(
            u"SELECT count(*) FROM organizations o LEFT JOIN users u ON u.id = o.owner_id AND u.organization_id = o.id "
            "AND u.organization_role = 'owner' AND u.tier = o.tier WHERE u.id IS NULL"_s),
        0);
}

void DemoTest::triggersAndIndexesAreBack()
{
    const QString schema = m_database.engine == Engine::Sqlite
        ? u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"_s
        : u"SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname"_s;
    const QStringList before = column(schema);
    fill(few());
    QCOMPARE(column(schema), before);
    const qint64 users = number(u"SELECT sum(n) FROM user_counts"_s);
    QVERIFY(m_connection->execute(u"DELETE FROM users WHERE email = ?"_s, {u"support@voxdesk.example"_s}));
    QCOMPARE(number(u"SELECT sum(n) FROM user_counts"_s), users - 1);
    QVERIFY(m_connection->execute(
        u"INSERT INTO users (id, organization_id, email, created_at, updated_at) "
        "SELECT 'user_new', id, 'new@voxdesk.example', 0, 0 FROM organizations WHERE name = 'Voxdesk'"_s));
    QCOMPARE(number(u"SELECT sum(n) FROM user_counts"_s), users);
    if (m_database.engine == Engine::Sqlite) {
        QCOMPARE(column(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
        QCOMPARE(number(u"PRAGMA foreign_keys"_s), 1);
        QCOMPARE(column(u"PRAGMA foreign_key_check"_s), QStringList());
        QCOMPARE(column(u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    }
}

void DemoTest::searchFinds()
{
    openFilled();
    QCOMPARE(number(u"SELECT count(*) FROM users_search"_s), 3000);
    const qint64 scanned = number(u"SELECT count(*) FROM users WHERE search_text LIKE '%logistics%'"_s);
    QVERIFY(scanned > 0);
    QCOMPARE(
        number(
            u"SELECT count(*) FROM users_search WHERE users_search MATCH 'log AND ogi AND gis AND ist AND sti AND tic AND ics'"_s),
        scanned);
    QVERIFY(number(u"SELECT count(*) FROM organizations_search"_s) == number(u"SELECT count(*) FROM organizations"_s));
}

void DemoTest::knownAccountsSignIn()
{
    openFilled();
    QCOMPARE(column(u"SELECT email || ' ' || role || ' ' || organization_role || ' ' || password_hash FROM users "
                    "WHERE password_hash IS NOT NULL ORDER BY email"_s),
             (QStringList{u"admin@voxdesk.example admin owner hash of demo pass"_s,
                          u"owner@northgate.example user owner hash of demo pass"_s,
                          u"support@voxdesk.example support member hash of demo pass"_s}));
    QCOMPARE(number(u"SELECT sum(is_active) FROM users WHERE password_hash IS NOT NULL"_s), 3);
}

void DemoTest::looksLikePeople()
{
    openFilled();
    QCOMPARE(number(u"SELECT count(*) FROM users WHERE email NOT LIKE '%_@_%.example' OR email <> lower(email)"_s), 0);
    QCOMPARE(
        number(
            u"SELECT count(*) FROM users WHERE first_name = '' OR last_name = '' OR timezone = '' OR language = ''"_s),
        0);
    QCOMPARE(number(u"SELECT count(*) FROM users WHERE (tier = 'enterprise' AND role = 'user') "
                    "OR (tier <> 'enterprise' AND role = 'enterprise')"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM users WHERE created_at > updated_at OR (last_login_at <> 0 AND "
                    u"last_login_at < created_at) "
                    "OR updated_at > 1732200000123"_s),
             0);
    QVERIFY(number(u"SELECT count(DISTINCT language) FROM users"_s) >= 10);
    const QStringList zones = column(u"SELECT DISTINCT timezone FROM users"_s);
    QVERIFY(zones.size() >= 15);
    for (const QString &zone : zones)
        QVERIFY2(QTimeZone(zone.toLatin1()).isValid(), qUtf8Printable(zone));
    // Kept for fiction: demowords.cpp names the regulators.
    QCOMPARE(
        number(u"SELECT count(*) FROM users WHERE phone <> '' AND phone NOT LIKE '+141555501__' AND phone NOT LIKE "
               u"'+442079460___' "
               "AND phone NOT LIKE '+493023125___' AND phone NOT LIKE '+3363998____' AND phone NOT LIKE '+4670174069_' "
               "AND phone NOT LIKE '+6125550____'"_s),
        0);
    QVERIFY(number(u"SELECT count(*) FROM users WHERE phone <> ''"_s) > 500);

    const qint64 inactive = number(u"SELECT count(*) FROM users WHERE is_active = 0"_s);
    QVERIFY2(inactive > 60 && inactive < 600, qPrintable(QString::number(inactive)));
    const qint64 noted = number(u"SELECT count(*) FROM users WHERE limit_notes <> '' AND max_agents IS NOT NULL"_s);
    QVERIFY2(noted > 20 && noted < 150, qPrintable(QString::number(noted)));
    const qint64 alone = number(u"SELECT count(*) FROM organizations WHERE member_count = 1"_s);
    const qint64 organizations = number(u"SELECT count(*) FROM organizations"_s);
    QVERIFY(alone * 10 > organizations * 3 && alone * 10 < organizations * 7);
    QVERIFY(number(u"SELECT max(member_count) FROM organizations"_s) >= 20);
    for (const QString &tier : {u"free"_s, u"pro"_s, u"enterprise"_s})
        QVERIFY(number(u"SELECT count(*) FROM users WHERE tier = '%1'"_s.arg(tier)) > 150);
}

void DemoTest::growsWithAWeeklyRhythm()
{
    openFilled();
    const qint64 today = options().nowMs / DayMs;
    QCOMPARE(number(u"SELECT count(*) FROM users WHERE created_at / 86400000 > %1 OR created_at / 86400000 <= %2"_s
                        .arg(today)
                        .arg(today - 120)),
             0);
    const QString between = u"SELECT count(*) FROM users WHERE created_at / 86400000 BETWEEN %1 AND %2"_s;
    QVERIFY(number(between.arg(today - 56).arg(today - 1)) > 2 * number(between.arg(today - 118).arg(today - 63)));
    // Day 0 of the epoch was a Thursday: Saturday and Sunday are 2 and 3.
    const qint64 weekend = number(u"SELECT count(*) FROM users WHERE (created_at / 86400000) % 7 IN (2, 3)"_s);
    QVERIFY2(weekend * 100 > 3000 * 6 && weekend * 100 < 3000 * 20, qPrintable(QString::number(weekend)));
}

void DemoTest::todayIsNoWholeDayYet()
{
    demo::DemoRandom random(7);
    const qint64 midnight = options().nowMs / DayMs * DayMs; // of a Thursday
    const demo::DemoTimeline timeline(midnight + DayMs / 8, 30, random);
    QMap<qint64, int> perDay;
    for (int i = 0; i < 10'000; ++i) {
        const qint64 at = timeline.moment(random, 0);
        QVERIFY(at <= timeline.nowMs());
        ++perDay[at / DayMs];
    }
    const int today = perDay[midnight / DayMs];
    QVERIFY2(today > 0 && today < perDay[midnight / DayMs - 1] / 4, qPrintable(QString::number(today)));
}

void DemoTest::everySumIsTheSumOfItsRows()
{
    openFilled();
    QVERIFY(number(u"SELECT count(*) FROM agents"_s) > 30);
    QVERIFY(number(u"SELECT count(*) FROM calls"_s) > 300);
    QCOMPARE(
        number(u"SELECT count(*) FROM users u WHERE agent_count <> "
               "(SELECT count(*) FROM agents a WHERE a.user_id = u.id AND a.organization_id = u.organization_id)"_s),
        0);
    QCOMPARE(number(u"SELECT count(*) FROM calls c LEFT JOIN agents a ON a.id = c.agent_id AND a.user_id = c.user_id "
                    "AND a.organization_id = c.organization_id WHERE a.id IS NULL OR c.ended_at > 1732200000123"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM calls c JOIN agents a ON a.id = c.agent_id WHERE c.status = 'completed' "
                    "AND c.transcript NOT LIKE '%' || a.first_message || '%'"_s),
             0); // an agent says what it is for
    QCOMPARE(number(u"SELECT sum(n) FROM call_days"_s), number(u"SELECT count(*) FROM calls"_s));
    // What is consumed comes from a call that was completed, and only from those.
    QCOMPARE(number(u"SELECT sum(calls) FROM usage_events"_s),
             number(u"SELECT count(*) FROM calls WHERE status = 'completed'"_s));
    for (const QString &amount : {u"tokens"_s, u"minutes"_s, u"calls"_s, u"cost"_s}) {
        const qint64 sum = number(u"SELECT sum(%1) FROM usage_events"_s.arg(amount));
        QVERIFY(sum > 0);
        QCOMPARE(number(u"SELECT sum(%1) FROM usage_daily"_s.arg(amount)), sum);
    }
    const qint64 month = QDate(2024, 11, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch(); // of options().nowMs
    QCOMPARE(
        number(u"SELECT count(*) FROM users u WHERE used_tokens <> COALESCE((SELECT sum(tokens) FROM usage_events e "
               "WHERE e.user_id = u.id AND e.organization_id = u.organization_id AND e.occurred_at >= %1), 0)"_s.arg(
                   month)),
        0);
    QVERIFY(number(u"SELECT count(*) FROM quota_events"_s) > 0);
}

void DemoTest::theAuditLogIsOneChain()
{
    openFilled();
    const auto verdict = audit::Verification(*m_connection).run();
    QVERIFY(verdict);
    QVERIFY2(!verdict->broken, verdict->broken ? qPrintable(audit::sentenceOf(*verdict->broken)) : "");
    QVERIFY(verdict->checked > 300);
    QCOMPARE(verdict->checked, number(u"SELECT count(*) FROM audit_entries"_s));
    // In the order of time, and nothing of it is still to come.
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries a JOIN audit_entries b ON b.seq = a.seq + 1 "
                    "WHERE b.at < a.at"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries WHERE at > 1732200000123"_s), 0);
    for (const QString &action : {u"session.created"_s, u"session.failed"_s, u"limits.updated"_s, u"user.updated"_s,
                                  u"access_key.created"_s, u"agent.created"_s})
        QVERIFY2(number(u"SELECT count(*) FROM audit_entries WHERE action = '%1'"_s.arg(action)) > 0,
                 qPrintable(action));
    if (m_database.engine == Engine::Sqlite) {
        QCOMPARE(number(u"SELECT count(*) FROM audit_entries_search WHERE audit_entries_search MATCH "
                        "'nor AND ort AND rth AND thg AND hga AND gat AND ate'"_s),
                 number(u"SELECT count(*) FROM audit_entries WHERE search_text LIKE '%northgate%'"_s));
    }
}

/// The rows are as the entries left them, so that a change can be taken back; nobody is told of before they were there.
void DemoTest::whatTheLogSaysIsSo()
{
    openFilled();
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries a LEFT JOIN users u ON u.id = a.target_id "
                    "WHERE a.action = 'limits.updated' AND (u.id IS NULL OR u.created_at > a.at "
                    "OR json_extract(a.after_json, '$.max_agents') <> u.max_agents "
                    "OR json_extract(a.after_json, '$.monthly_token_quota') <> u.monthly_token_quota "
                    "OR json_extract(a.after_json, '$.requests_per_hour') <> u.requests_per_hour "
                    "OR json_extract(a.after_json, '$.notes') <> u.limit_notes)"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries a LEFT JOIN users u ON u.id = a.target_id "
                    "WHERE a.action = 'user.updated' AND (u.id IS NULL OR u.is_active = 1 OR u.created_at > a.at)"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries a LEFT JOIN agents g ON g.id = a.target_id "
                    "WHERE a.action = 'agent.updated' AND (g.id IS NULL OR g.status <> 'inactive')"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM users u WHERE u.last_login_at < (SELECT max(a.at) FROM audit_entries a "
                    "WHERE a.actor_id = u.id AND a.action = 'session.created')"_s),
             0);
    QCOMPARE(number(u"SELECT count(*) FROM access_keys k JOIN users u ON u.id = k.created_by "
                    "WHERE k.organization_id <> u.organization_id OR k.created_at < u.created_at "
                    "OR k.last_used_at < k.created_at OR k.last_used_at > COALESCE(k.revoked_at, 1732200000123)"_s),
             0);
    QVERIFY(number(u"SELECT count(*) FROM access_keys"_s) > 5);
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries WHERE before_json LIKE '%hash%' OR after_json LIKE '%hash%' "
                    "OR after_json LIKE '%vxd_%'"_s),
             0);
}

void DemoTest::callersMoveToTheNewVersion()
{
    openFilled();
    const qint64 today = options().nowMs / DayMs;
    const auto requests = [&](const QString &version, qint64 first, qint64 last) {
        return number(u"SELECT CAST(COALESCE(sum(requests), 0) AS BIGINT) FROM version_daily WHERE version = '%1' "
                      "AND day BETWEEN %2 AND %3"_s.arg(version)
                          .arg(first)
                          .arg(last));
    };
    const qint64 begin = today - demo::DemoTrafficDays + 1;
    const double before
        = double(requests(u"v2"_s, begin, begin + 13)) / double(requests(u"v1"_s, begin, begin + 13) + 1);
    const double after
        = double(requests(u"v2"_s, today - 14, today - 1)) / double(requests(u"v1"_s, today - 14, today - 1));
    QVERIFY2(after > 2 * before, qPrintable(u"%1 %2"_s.arg(before).arg(after)));
    QVERIFY(requests(u"v1"_s, today - 7, today) > 0); // some are left behind
    QCOMPARE(requests(u"v1"_s, 0, begin - 1), 0);
    // Every sum is the sum of its rows.
    QCOMPARE(number(u"SELECT CAST(sum(requests) AS BIGINT) FROM version_daily"_s),
             number(u"SELECT CAST(sum(requests) AS BIGINT) FROM version_route_daily"_s));
    QCOMPARE(number(u"SELECT CAST(sum(requests) AS BIGINT) FROM version_daily"_s),
             number(u"SELECT CAST(sum(requests) AS BIGINT) FROM version_caller_daily"_s));
    QCOMPARE(number(u"SELECT CAST(sum(errors) AS BIGINT) FROM version_daily"_s),
             number(u"SELECT CAST(sum(errors) AS BIGINT) FROM version_caller_daily"_s));
    QCOMPARE(number(u"SELECT count(*) FROM version_daily WHERE errors > requests"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM version_callers c LEFT JOIN users u ON u.id = c.caller_id "
                    "LEFT JOIN access_keys k ON k.id = c.caller_id WHERE (u.id IS NULL AND k.id IS NULL) "
                    "OR c.last_seen_at > 1732200000123"_s),
             0);
}

void DemoTest::logAndTrafficStaySmall()
{
    openFilled();
    const qint64 entries = number(u"SELECT count(*) FROM audit_entries"_s);
    const qint64 counts = number(u"SELECT count(*) FROM version_route_callers"_s);
    init();
    fill(options(7, 9000));
    QVERIFY(number(u"SELECT count(*) FROM audit_entries"_s) < 2 * entries);
    QVERIFY(number(u"SELECT count(*) FROM version_route_callers"_s) < 2 * counts);
}

/// Whoever looked at a new server first has mistyped a password there, and had an account that is gone.
void DemoTest::goesOnFromAnEmptyServer()
{
    const qint64 today = options().nowMs / DayMs;
    const QString failed = u"SELECT n FROM daily_counts WHERE what = 'login.failed' AND day = %1"_s.arg(today);
    fill(few());
    const qint64 usual = number(failed);
    const qint64 entries = number(u"SELECT count(*) FROM audit_entries"_s);
    init();
    QVERIFY(m_connection->execute(u"INSERT INTO daily_counts (day, what, n) VALUES (?, 'login.failed', 3)"_s, {today}));
    QVERIFY(
        m_connection->execute(u"INSERT INTO user_counts (role, tier, is_active, n) VALUES ('user', 'free', 1, 0)"_s));
    QVERIFY(m_connection->execute(u"INSERT INTO organization_counts (tier, is_active, n) VALUES ('free', 1, 0)"_s));
    QVERIFY(audit::record(
        *m_connection, audit::Actor(),
        {.action = u"session.failed"_s, .targetType = u"user"_s, .targetId = {}, .outcome = audit::Outcome::Failure},
        options().nowMs));
    fill(few());
    QCOMPARE(number(failed), usual + 3);
    QCOMPARE(number(u"SELECT CAST(sum(n) AS BIGINT) FROM user_counts"_s), few().users);
    QCOMPARE(number(u"SELECT count(*) FROM audit_entries"_s), entries + 1);
    const auto verdict = audit::Verification(*m_connection).run();
    QVERIFY(verdict && !verdict->broken);
}

void DemoTest::refusesForeignData()
{
    QVERIFY(
        m_connection->execute(u"INSERT INTO organizations (id, name, sort_name, search_text, created_at, updated_at) "
                              "VALUES ('org_real', 'Real', 'real', 'real', 0, 0)"_s));
    const auto refused = DemoGenerator(*m_connection, Prices, [](const QString &) {
                             return Result<QString>(QString());
                         }).generate(options());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ResourceConflict);
    QCOMPARE(number(u"SELECT count(*) FROM organizations"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM users"_s), 0);
}

void DemoTest::refusesNonsense()
{
    DemoGenerator generator(*m_connection, Prices, [](const QString &) { return Result<QString>(QString()); });
    QList<DemoOptions> nonsense(3, options());
    nonsense[0].users = 3;
    nonsense[1].users = 5'000'001;
    nonsense[2].days = 0;
    for (const DemoOptions &wrong : std::as_const(nonsense)) {
        const auto refused = generator.generate(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ValidationError);
    }
}

void DemoTest::interruptedLeavesNothing()
{
    const BrokenPrices broken; // first asked after all users are written
    DemoGenerator generator(*m_connection, broken, [](const QString &) { return Result<QString>(QString()); });
    QVERIFY_THROWS_EXCEPTION(BrokenPrices::Broken, static_cast<void>(generator.generate(few())));
    QCOMPARE(number(u"SELECT count(*) FROM users"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM organizations"_s), 0);
    fill(few()); // and again, on what is left: triggers, indexes and settings are as before
    QCOMPARE(number(u"SELECT count(*) FROM users"_s), 400);
}

void DemoTest::worksBesideAnOpenConnection()
{
    const auto other = fresh();
    auto held = other->query(u"SELECT count(*) FROM users"_s);
    QVERIFY(held && held->next());
    fill(few());
    QCOMPARE(number(u"SELECT count(*) FROM users"_s), 400);
    QCOMPARE(column(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
