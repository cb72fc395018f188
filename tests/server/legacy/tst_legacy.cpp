// SPDX-License-Identifier: GPL-3.0-or-later
// A legacy export: what is said of it, and that it is imported once, wholly or not at all.
#include "server/legacy/legacyroutes.h"
#include "tests/server/identity/identityworld.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// An agent of nothing but its name; "impossible" is refused.
Result<QString> makeAgent(store::Connection &connection, const QString &organization, const QString &user,
                          const QJsonObject &body, qint64 nowMs)
{
    const QString name = body["name"_L1].toString();
    if (name == "impossible"_L1)
        return Error{.code = ErrorCode::ValidationError, .details = {{u"llm_provider"_s, u"is not known"_s}}};
    const QString id = u"agent_"_s + name;
    const auto made = connection.execute(
        u"INSERT INTO agents (id, organization_id, user_id, name, sort_name, llm_provider, search_text, created_at, "
        "updated_at) VALUES (?, ?, ?, ?, ?, 'groq', ?, ?, ?)"_s,
        {id, organization, user, name, name, name, nowMs, nowMs});
    return made ? Result<QString>(id) : made.error();
}

QJsonObject exported()
{
    return {
        {u"users"_s,
         QJsonArray{
             QJsonObject{{u"id"_s, 1}, {u"email"_s, u"Ada@Legacy.example"_s}, {u"organization_name"_s, u"Ada & Co"_s}},
             QJsonObject{{u"id"_s, 2}, {u"email"_s, u"boss@legacy.example"_s}, {u"role"_s, u"admin"_s}}}},
        {u"agents"_s,
         QJsonArray{QJsonObject{{u"id"_s, u"a1"_s}, {u"name"_s, u"hers"_s}, {u"user_id"_s, 1}},
                    QJsonObject{{u"id"_s, u"a2"_s}, {u"name"_s, u"nobodys"_s}}}},
        {u"campaigns"_s, QJsonArray{QJsonObject{{u"id"_s, u"k1"_s}, {u"name"_s, u"Spring"_s}}}},
        {u"calls"_s,
         QJsonArray{QJsonObject{{u"id"_s, u"c1"_s},
                                {u"agent_id"_s, u"a1"_s},
                                {u"status"_s, u"no-answer"_s},
                                {u"created_at"_s, u"2022-05-01T10:00:00"_s},
                                {u"metadata"_s, QJsonObject{{u"lead"_s, 7}}}},
                    QJsonObject{{u"id"_s, u"c2"_s}, {u"agent_id"_s, u"a2"_s}, {u"duration"_s, 12.4}},
                    QJsonObject{{u"id"_s, u"c3"_s}, {u"agent_id"_s, u"gone"_s}}}}};
}

QJsonObject with(const QString &list, const QJsonArray &rows)
{
    QJsonObject changed = exported();
    changed.insert(list, rows);
    return changed;
}
}

class TestLegacy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("the engine is not here");
    }
    void init()
    {
        m_world = std::make_unique<IdentityWorld>(
            identity::IdentitySettings(),
            MoreRoutes{.routes =
                           [this](const WorldParts &parts) {
                               m_context.reset(new legacy::LegacyContext{parts.reads, parts.writer, parts.settings,
                                                                         makeAgent, parts.clock});
                               return legacy::legacyRoutes(*m_context);
                           },
                       .components = legacy::legacyComponents()});
        m_adminId = m_world->makeUser(u"root@example.com"_s, Role::Admin);
        m_admin = m_world->tokenOf(u"root@example.com"_s);
    }
    void cleanup()
    {
        QCOMPARE(m_world ? m_world->misfits.join(u'\n') : QString(), QString());
        m_world.reset();
    }

    void saysWhatThereIsToKnow();
    void importsOnce();
    void importsWhatIsNewLater();
    void namesEveryBadRow_data();
    void namesEveryBadRow();
    void importsAllOrNothing();
    void findsAccountsThatAreThere();
    void isForAdministrators();

private:
    Reply send(const char *what, const QJsonObject &body)
    {
        return m_world->post("/api/v1/admin/migrations/" + QByteArray(what), body, m_admin);
    }
    QString text(const QString &sql)
    {
        auto rows = m_world->connection().query(sql);
        return rows && rows->next() ? rows->text(0) : QString();
    }
    static QStringList codes(const Reply &reply, const QString &row)
    {
        QStringList found;
        for (const QJsonValue issue : reply.data()["issues"_L1].toArray()) {
            if (issue["row"_L1].toString() == row)
                found << issue["code"_L1].toString();
        }
        return found;
    }

    std::unique_ptr<legacy::LegacyContext> m_context; // outlives the world's engine
    std::unique_ptr<IdentityWorld> m_world;
    QString m_adminId;
    QByteArray m_admin;
};

void TestLegacy::saysWhatThereIsToKnow()
{
    const Reply checked = send("check", exported());
    QCOMPARE(checked.status, 200);
    QCOMPARE(checked.data()["importable"_L1].toBool(), true);
    QCOMPARE(checked.data()["counts"_L1]["calls"_L1].toInt(), 3);
    QCOMPARE(codes(checked, u"users[1]"_s), (QStringList{u"ROLE_NOT_TAKEN"_s, u"PASSWORD_NOT_TAKEN"_s}));
    QCOMPARE(codes(checked, u"agents[0]"_s), QStringList());
    QCOMPARE(codes(checked, u"agents[1]"_s), QStringList{u"OWNERLESS_AGENT"_s});
    QCOMPARE(codes(checked, u"campaigns[0]"_s), QStringList{u"CAMPAIGN_KEPT"_s});
    QCOMPARE(codes(checked, u"calls[0]"_s), QStringList{u"METADATA_RENAMED"_s});
    QCOMPARE(codes(checked, u"calls[2]"_s), QStringList{u"UNKNOWN_AGENT"_s});
    QCOMPARE(codes(checked, u"GET /api/agents"_s), QStringList{u"GONE_ON_PURPOSE"_s});
    for (const QJsonValue issue : checked.data()["issues"_L1].toArray())
        QVERIFY(!issue["row"_L1].toString().isEmpty() && !issue["message"_L1].toString().isEmpty());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
}

void TestLegacy::importsOnce()
{
    for (int time = 0; time < 3; ++time) {
        const Reply ran = send("run", exported());
        QCOMPARE(ran.status, 200);
        const QJsonObject counted = ran.data()[time == 0 ? "imported"_L1 : "existing"_L1].toObject();
        QCOMPARE(counted, (QJsonObject{{u"agents"_s, 2}, {u"calls"_s, 3}, {u"users"_s, 2}}));
    }
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 3);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM agents"_s), 2);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls"_s), 3);
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'nobodys'"_s), m_adminId);
    QCOMPARE(text(u"SELECT w.email FROM agents a JOIN users w ON w.id = a.user_id WHERE a.name = 'hers'"_s),
             u"ada@legacy.example"_s);
    QCOMPARE(text(u"SELECT role FROM users WHERE email = 'boss@legacy.example'"_s), u"user"_s);
    QCOMPARE(text(u"SELECT call_meta FROM calls WHERE status = 'no_answer'"_s), u"{\"lead\":7}"_s);
    QCOMPARE(m_world->number(u"SELECT created_at FROM calls WHERE status = 'no_answer'"_s), 1'651'399'200'000);
    QCOMPARE(m_world->number(u"SELECT duration_seconds FROM calls WHERE agent_id = 'agent_nobodys'"_s), 12);
    // A call is in its agent's organisation, and nothing of it is billed again.
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls c JOIN agents a ON a.id = c.agent_id "
                             "WHERE a.organization_id = c.organization_id"_s),
             2);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM usage_events"_s), 0);
    QCOMPARE(send("check", exported()).data()["existing"_L1]["agents"_L1].toInt(), 2);
}

void TestLegacy::importsWhatIsNewLater()
{
    QCOMPARE(send("run", exported()).status, 200);
    QJsonArray calls = exported()["calls"_L1].toArray();
    calls.append(QJsonObject{{u"id"_s, u"c4"_s}, {u"agent_id"_s, u"a1"_s}});
    const Reply ran = send("run", with(u"calls"_s, calls));
    QCOMPARE(ran.data()["imported"_L1]["calls"_L1].toInt(), 1);
    QCOMPARE(ran.data()["existing"_L1]["calls"_L1].toInt(), 3);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls WHERE agent_id = 'agent_hers'"_s), 2);
}

void TestLegacy::namesEveryBadRow_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QJsonValue>("row");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &list, const QJsonValue &bad, const QString &code) {
        QTest::newRow(name) << list << bad << code;
    };
    row("no object", u"users"_s, 5, u"NOT_AN_OBJECT"_s);
    row("no id", u"users"_s, QJsonObject{{u"email"_s, u"x@example.com"_s}}, u"NO_ID"_s);
    row("no address", u"users"_s, QJsonObject{{u"id"_s, 9}, {u"email"_s, u"x"_s}}, u"INVALID_EMAIL"_s);
    row("same id", u"users"_s, QJsonObject{{u"id"_s, 1}, {u"email"_s, u"x@example.com"_s}}, u"DUPLICATE_ID"_s);
    row("same address", u"users"_s, QJsonObject{{u"id"_s, 9}, {u"email"_s, u"ada@legacy.example"_s}},
        u"DUPLICATE_EMAIL"_s);
    row("no name", u"agents"_s, QJsonObject{{u"id"_s, u"a9"_s}}, u"NO_NAME"_s);
    row("status", u"calls"_s, QJsonObject{{u"id"_s, u"c9"_s}, {u"status"_s, u"lost"_s}}, u"UNKNOWN_STATUS"_s);
    row("time", u"calls"_s, QJsonObject{{u"id"_s, u"c9"_s}, {u"started_at"_s, u"soon"_s}}, u"INVALID_TIME"_s);
    row("backwards", u"calls"_s,
        QJsonObject{{u"id"_s, u"c9"_s},
                    {u"started_at"_s, u"2022-01-02T00:00:00Z"_s},
                    {u"ended_at"_s, u"2022-01-01T00:00:00Z"_s}},
        u"INVALID_TIME"_s);
}

void TestLegacy::namesEveryBadRow()
{
    QFETCH(QString, list);
    QFETCH(QJsonValue, row);
    QFETCH(QString, code);
    QJsonArray rows = exported()[list].toArray();
    const QString place = u"%1[%2]"_s.arg(list).arg(rows.size());
    rows.append(row);
    const Reply checked = send("check", with(list, rows));
    QCOMPARE(checked.data()["importable"_L1].toBool(true), false);
    QVERIFY2(codes(checked, place).contains(code), qPrintable(codes(checked, place).join(u' ')));
    const Reply refused = send("run", with(list, rows));
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.json["error"_L1]["details"_L1].toObject().contains(place));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM legacy_rows"_s), 0);
}

void TestLegacy::importsAllOrNothing()
{
    QJsonArray agents = exported()["agents"_L1].toArray();
    agents.append(QJsonObject{{u"id"_s, u"a3"_s}, {u"name"_s, u"impossible"_s}});
    const Reply refused = send("run", with(u"agents"_s, agents));
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.json["error"_L1]["details"_L1].toObject().contains("agents[2].llm_provider"_L1));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM agents"_s), 0);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM legacy_rows"_s), 0);
}

void TestLegacy::findsAccountsThatAreThere()
{
    const QString ada = m_world->makeUser(u"ada@legacy.example"_s);
    QVERIFY(codes(send("check", exported()), u"users[0]"_s).contains(u"ACCOUNT_EXISTS"_s));
    const Reply ran = send("run", exported());
    QCOMPARE(ran.data()["existing"_L1]["users"_L1].toInt(), 1);
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'hers'"_s), ada);
    QVERIFY(!m_world->tokenOf(u"ada@legacy.example"_s).isEmpty()); // with the password she had
}

void TestLegacy::isForAdministrators()
{
    m_world->makeUser(u"help@example.com"_s, Role::Support);
    m_world->makeUser(u"ada@example.com"_s);
    for (const QString &email : {u"help@example.com"_s, u"ada@example.com"_s}) {
        const QByteArray token = m_world->tokenOf(email);
        QCOMPARE(m_world->post("/api/v1/admin/migrations/run", exported(), token).status, 403);
    }
    QCOMPARE(m_world->post("/api/v1/admin/migrations/check", exported()).status, 401);
    QCOMPARE(send("check", {{u"people"_s, QJsonArray()}}).status, 422);
}

QTEST_GUILESS_MAIN(TestLegacy)
#include "tst_legacy.moc"
