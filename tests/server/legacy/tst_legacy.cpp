// SPDX-License-Identifier: GPL-3.0-or-later
// A legacy export: what is said of it, and that it is imported once, wholly or not at all.
#include "server/legacy/legacyroutes.h"
#include "tests/server/identity/identityworld.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

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
        u"INSERT INTO agents (id, organization_id, user_id, name, sort_name, llm_provider, status, search_text, "
        "created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'groq', ?, ?, ?, ?)"_s,
        {id, organization, user, name, name, body["status"_L1].toString(), name, nowMs, nowMs});
    return made ? Result<QString>(id) : made.error();
}

/// Of providers it knows all but "foo".
QMap<QString, QString> checkAgent(const QJsonObject &body)
{
    const QString provider = body["llm_provider"_L1].toString();
    return provider == "foo"_L1 ? QMap<QString, QString>{{u"llm_provider"_s, u"is not known"_s}}
                                : QMap<QString, QString>();
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
                               const auto check = [this](const QJsonObject &body) {
                                   m_looked = QThread::currentThread();
                                   return checkAgent(body);
                               };
                               m_context.reset(new legacy::LegacyContext{
                                   parts.longReads, parts.writer, parts.settings, {check, makeAgent}, parts.clock});
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
    void aHashThatIsCutIsNotTaken();
    void noWorkerWaitsForIt();
    void importsOnce();
    void importsWhatIsNewLater();
    void namesEveryBadRow_data();
    void namesEveryBadRow();
    void whoWasShutOutStaysOut();
    void ownLimitsGoOn();
    void enterpriseIsATier();
    void namesWhatIsNotTaken();
    void agentsThatRestedRest_data();
    void agentsThatRestedRest();
    void whatWasImportedIsNotLookedAtAgain();
    void importsAllOrNothing();
    void findsAccountsThatAreThere();
    void givesNothingToWhoNeverConfirmed();
    void namesAnothersOrganization();
    void findsWhatCameInAnotherFile();
    void tellsOfExternalIdsThatAreTaken();
    void isForAdministrators();

private:
    Reply send(const char *what, const QJsonObject &body)
    {
        return m_world->post("/api/v1/admin/migrations/" + QByteArray(what), body, m_admin);
    }
    void confirm(const QString &userId)
    {
        m_world->execute(u"UPDATE users SET email_verified = 1 WHERE id = ?"_s, {userId});
    }
    QString text(const QString &sql)
    {
        auto rows = m_world->query(sql);
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

    /// Runs an import of this one user, of id 9 and this address.
    void runUser(QJsonObject row)
    {
        row.insert(u"id"_s, 9);
        row.insert(u"email"_s, u"eve@legacy.example"_s);
        QCOMPARE(send("run", {{u"users"_s, QJsonArray{row}}}).status, 200);
    }
    QString ofEve(const QString &column)
    {
        return text(u"SELECT %1 FROM users WHERE email = 'eve@legacy.example'"_s.arg(column));
    }

    std::atomic<QThread *> m_looked = nullptr; ///< who looked at an agent last
    std::unique_ptr<legacy::LegacyContext> m_context; // outlives the world's engine
    std::unique_ptr<IdentityWorld> m_world;
    QString m_adminId;
    QByteArray m_admin;
};

void TestLegacy::aHashThatIsCutIsNotTaken()
{
    const QString hash = *m_world->hasher().hashNow(u"correct horse"_s);
    const auto issuesOf = [this](const QString &sent) {
        const QJsonObject row{{u"id"_s, 1}, {u"email"_s, u"ada@legacy.example"_s}, {u"password_hash"_s, sent}};
        return codes(send("check", {{u"users"_s, QJsonArray{row}}}), u"users[0]"_s);
    };
    QCOMPARE(issuesOf(hash), QStringList());
    QCOMPARE(issuesOf(hash.chopped(30)), QStringList{u"PASSWORD_NOT_TAKEN"_s});
}

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

void TestLegacy::noWorkerWaitsForIt()
{
    QCOMPARE(send("check", exported()).status, 200);
    QVERIFY(m_looked && m_looked != qApp->thread()); // which is the worker's
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
    row("duration", u"calls"_s, QJsonObject{{u"id"_s, u"c9"_s}, {u"duration"_s, 9e18}}, u"INVALID_VALUE"_s);
    row("no duration", u"calls"_s, QJsonObject{{u"id"_s, u"c9"_s}, {u"duration"_s, u"12"_s}}, u"INVALID_VALUE"_s);
    row("negative duration", u"calls"_s, QJsonObject{{u"id"_s, u"c9"_s}, {u"duration_seconds"_s, -1}},
        u"INVALID_VALUE"_s);
    row("half an id", u"calls"_s, QJsonObject{{u"id"_s, 2.5}}, u"NO_ID"_s);
    row("provider", u"agents"_s, QJsonObject{{u"id"_s, u"a9"_s}, {u"name"_s, u"x"_s}, {u"llm_provider"_s, u"foo"_s}},
        u"INVALID_VALUE"_s);
    const auto user = [&row](const char *name, const QString &field, const QJsonValue &value) {
        row(name, u"users"_s, QJsonObject{{u"id"_s, 9}, {u"email"_s, u"x@example.com"_s}, {field, value}},
            u"INVALID_VALUE"_s);
    };
    user("phone", u"phone"_s, u"(555) 1234"_s);
    user("long name", u"first_name"_s, QString(101, u'x'));
    user("name of a number", u"lastName"_s, 5);
    user("active perhaps", u"is_active"_s, u"perhaps"_s);
    user("agents below none", u"max_agents"_s, -1);
    user("half a token", u"monthly_token_quota"_s, 0.5);
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

void TestLegacy::whoWasShutOutStaysOut()
{
    const QString hash = *m_world->hasher().hashNow(u"correct horse"_s);
    const auto signsIn = [&](const QString &email, const QString &field, const QJsonValue &value) {
        const QJsonObject row{{u"id"_s, email}, {u"email"_s, email}, {u"password_hash"_s, hash}, {field, value}};
        const QJsonObject whole{{u"users"_s, QJsonArray{row}}};
        const bool told = codes(send("check", whole), u"users[0]"_s).contains(u"USER_DISABLED"_s);
        const bool in = send("run", whole).status == 200 && !m_world->tokenOf(email).isEmpty();
        return in == !told ? QVariant(in) : QVariant(); // it is told of whoever does not
    };
    QCOMPARE(signsIn(u"a@legacy.example"_s, u"is_active"_s, true), QVariant(true));
    QCOMPARE(signsIn(u"b@legacy.example"_s, u"status"_s, u"ACTIVE"_s), QVariant(true));
    QCOMPARE(signsIn(u"c@legacy.example"_s, u"is_active"_s, false), QVariant(false));
    QCOMPARE(signsIn(u"d@legacy.example"_s, u"is_active"_s, 0), QVariant(false));
    QCOMPARE(signsIn(u"e@legacy.example"_s, u"status"_s, u"suspended"_s), QVariant(false));
}

void TestLegacy::ownLimitsGoOn()
{
    runUser({{u"max_agents"_s, 25}, {u"monthly_token_quota"_s, 10'000}, {u"requests_per_hour"_s, 7}});
    QCOMPARE(ofEve(u"max_agents"_s), u"25"_s);
    QCOMPARE(ofEve(u"COALESCE(monthly_token_quota, -1)"_s), u"-1"_s); // the tier's, whatever that will be
    QCOMPARE(ofEve(u"requests_per_hour"_s), u"7"_s);
}

void TestLegacy::enterpriseIsATier()
{
    runUser({{u"role"_s, u"enterprise"_s}, {u"subscription_tier"_s, u"pro"_s}, {u"name"_s, u"Eve van der Berg"_s}});
    QCOMPARE(ofEve(u"tier"_s), u"enterprise"_s);
    QCOMPARE(ofEve(u"role"_s), u"enterprise"_s);
    QCOMPARE(ofEve(u"last_name"_s), u"Berg"_s);
}

void TestLegacy::namesWhatIsNotTaken()
{
    const QJsonObject user{{u"id"_s, 1},
                           {u"email"_s, u"jürgen@legacy.example"_s},
                           {u"role"_s, u"manager"_s},
                           {u"subscription_tier"_s, u"gold"_s},
                           {u"created_at"_s, u"once"_s},
                           {u"avatar"_s, u"cat.png"_s},
                           {u"nothing"_s, QJsonValue()}};
    const QJsonObject agent{{u"id"_s, 1}, {u"name"_s, u"x"_s}, {u"user_id"_s, 1}, {u"voice"_s, u"deep"_s}};
    const QJsonObject whole{{u"users"_s, QJsonArray{user}}, {u"agents"_s, QJsonArray{agent}}};
    const Reply checked = send("check", whole);
    QCOMPARE(checked.data()["importable"_L1], true);
    QCOMPARE(codes(checked, u"users[0]"_s),
             (QStringList{u"UNREACHABLE_EMAIL"_s, u"ROLE_NOT_TAKEN"_s, u"UNKNOWN_TIER"_s, u"INVALID_TIME"_s,
                          u"PASSWORD_NOT_TAKEN"_s, u"FIELDS_NOT_TAKEN"_s}));
    QCOMPARE(codes(checked, u"agents[0]"_s), QStringList{u"FIELDS_NOT_TAKEN"_s});
    QVERIFY(checked.body.contains("Not taken over: avatar."));
    QVERIFY(checked.body.contains("Not taken over: voice."));
}

void TestLegacy::agentsThatRestedRest_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("active");
    QTest::addColumn<bool>("told");
    QTest::newRow("active") << u"status"_s << QJsonValue(u"Active"_s) << true << false;
    QTest::newRow("inactive") << u"status"_s << QJsonValue(u"inactive"_s) << false << false;
    QTest::newRow("paused") << u"status"_s << QJsonValue(u"paused"_s) << false << true;
    QTest::newRow("no word") << u"status"_s << QJsonValue(3) << false << true;
    QTest::newRow("off") << u"is_active"_s << QJsonValue(false) << false << false;
    QTest::newRow("0") << u"is_active"_s << QJsonValue(0) << false << false;
}

void TestLegacy::agentsThatRestedRest()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(bool, active);
    QFETCH(bool, told);
    const QJsonObject agent{{u"id"_s, 1}, {u"name"_s, u"x"_s}, {field, value}};
    const QJsonObject whole{{u"agents"_s, QJsonArray{agent}}};
    QCOMPARE(codes(send("check", whole), u"agents[0]"_s).contains(u"STATUS_NOT_TAKEN"_s), told);
    QCOMPARE(send("run", whole).status, 200);
    QCOMPARE(text(u"SELECT status FROM agents"_s), active ? u"active"_s : u"inactive"_s);
}

/// An import that went through once goes through again, whatever is asked of rows by then.
void TestLegacy::whatWasImportedIsNotLookedAtAgain()
{
    QCOMPARE(send("run", exported()).status, 200);
    QJsonArray agents = exported()["agents"_L1].toArray();
    QJsonObject odd = agents[0].toObject();
    odd.insert(u"llm_provider"_s, u"foo"_s);
    agents[0] = odd;
    QCOMPARE(send("check", with(u"agents"_s, agents)).data()["importable"_L1], true);
    QCOMPARE(send("run", with(u"agents"_s, agents)).data()["existing"_L1]["agents"_L1], 2);
    odd.insert(u"id"_s, u"a9"_s);
    agents[0] = odd;
    QCOMPARE(send("run", with(u"agents"_s, agents)).status, 422);
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
    confirm(ada);
    QVERIFY(codes(send("check", exported()), u"users[0]"_s).contains(u"ACCOUNT_EXISTS"_s));
    const Reply ran = send("run", exported());
    QCOMPARE(ran.data()["existing"_L1]["users"_L1].toInt(), 1);
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'hers'"_s), ada);
    QVERIFY(!m_world->tokenOf(u"ada@legacy.example"_s).isEmpty()); // with the password she had
}

/// Whoever registers somebody else's address does not get what that one had.
void TestLegacy::givesNothingToWhoNeverConfirmed()
{
    const QString eve = m_world->makeUser(u"ada@legacy.example"_s);
    QJsonArray calls = exported()["calls"_L1].toArray();
    calls.append(QJsonObject{{u"id"_s, u"c4"_s}, {u"user_id"_s, 1}});
    const QStringList told = codes(send("check", with(u"calls"_s, calls)), u"users[0]"_s);
    QVERIFY(told.contains(u"ACCOUNT_UNCONFIRMED"_s) && !told.contains(u"ACCOUNT_EXISTS"_s));
    const Reply ran = send("run", with(u"calls"_s, calls));
    QVERIFY(codes(ran, u"users[0]"_s).contains(u"ACCOUNT_UNCONFIRMED"_s));
    QCOMPARE(ran.data()["imported"_L1]["users"_L1].toInt(), 1);
    QCOMPARE(ran.data()["existing"_L1]["users"_L1].toInt(), 0);
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'hers'"_s), m_adminId);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls WHERE user_id = ?"_s, {m_adminId}), 4);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM agents WHERE organization_id = "
                             "(SELECT organization_id FROM users WHERE id = ?)"_s,
                             {eve}),
             0);

    // Once it is surely Ada's, she gets what comes from then on; what the administrator has stays there.
    confirm(eve);
    QJsonArray agents = exported()["agents"_L1].toArray();
    agents.append(QJsonObject{{u"id"_s, u"a3"_s}, {u"name"_s, u"later"_s}, {u"user_id"_s, 1}});
    const Reply again = send("run", with(u"agents"_s, agents));
    QVERIFY(codes(again, u"users[0]"_s).contains(u"ACCOUNT_EXISTS"_s));
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'later'"_s), eve);
    QCOMPARE(text(u"SELECT user_id FROM agents WHERE name = 'hers'"_s), m_adminId);
}

void TestLegacy::namesAnothersOrganization()
{
    confirm(m_world->makeUser(u"ada@legacy.example"_s));
    m_world->execute(u"UPDATE users SET organization_name = 'Umbrella' WHERE email = 'ada@legacy.example'"_s);
    QVERIFY(!send("check", exported()).body.contains("Umbrella")); // her own
    m_world->execute(u"UPDATE users SET organization_role = 'member' WHERE email = 'ada@legacy.example'"_s);
    const Reply checked = send("check", exported());
    QVERIFY(codes(checked, u"users[0]"_s).contains(u"ACCOUNT_EXISTS"_s));
    QVERIFY(checked.body.contains("a member of the organization Umbrella"));
}

/// An export may come in parts: what an earlier one brought is not missed.
void TestLegacy::findsWhatCameInAnotherFile()
{
    const QJsonObject whole = exported();
    const auto part = [&whole](const QString &list) { return QJsonObject{{list, whole[list]}}; };
    QCOMPARE(codes(send("check", part(u"agents"_s)), u"agents[0]"_s), QStringList{u"UNKNOWN_OWNER"_s});
    QCOMPARE(send("run", part(u"users"_s)).status, 200);
    QCOMPARE(codes(send("run", part(u"agents"_s)), u"agents[0]"_s), QStringList());
    QVERIFY(text(u"SELECT user_id FROM agents WHERE name = 'hers'"_s) != m_adminId);
    const Reply calls = send("check", part(u"calls"_s));
    QCOMPARE(codes(calls, u"calls[0]"_s), QStringList{u"METADATA_RENAMED"_s});
    QCOMPARE(codes(calls, u"calls[2]"_s), QStringList{u"UNKNOWN_AGENT"_s});

    // Gone since, they are.
    m_world->execute(u"DELETE FROM agents"_s);
    m_world->execute(u"UPDATE legacy_rows SET id = 'gone' WHERE kind = 'user'"_s);
    QVERIFY(codes(send("check", part(u"calls"_s)), u"calls[0]"_s).contains(u"UNKNOWN_AGENT"_s));
    QCOMPARE(codes(send("check", part(u"agents"_s)), u"agents[0]"_s), QStringList{u"UNKNOWN_OWNER"_s});
}

/// Two legs of a transfer share an id; only the first of an organization keeps it.
void TestLegacy::tellsOfExternalIdsThatAreTaken()
{
    const QString told = u"EXTERNAL_ID_NOT_TAKEN"_s;
    const auto call = [](const QString &id, const QString &agent) {
        return QJsonObject{{u"id"_s, id}, {u"agent_id"_s, agent}, {u"call_sid"_s, u"CA1"_s}};
    };
    const QJsonArray calls{call(u"c1"_s, u"a1"_s), call(u"c2"_s, u"a1"_s), call(u"c3"_s, u"a2"_s)};
    for (const char *what : {"check", "run"}) {
        const Reply reply = send(what, with(u"calls"_s, calls));
        QCOMPARE(codes(reply, u"calls[0]"_s), QStringList());
        QCOMPARE(codes(reply, u"calls[1]"_s), QStringList{told});
        QCOMPARE(codes(reply, u"calls[2]"_s), QStringList()); // of the administrator's organization
    }
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls WHERE external_id = 'CA1'"_s), 2);

    // What was imported is not told of again; a later part's is taken by it.
    const QJsonArray later = QJsonArray(calls) << call(u"c4"_s, u"a1"_s) << call(u"c5"_s, u"a2"_s);
    const Reply again = send("check", with(u"calls"_s, later));
    QCOMPARE(codes(again, u"calls[1]"_s), QStringList());
    QCOMPARE(codes(again, u"calls[3]"_s), QStringList{told});
    const Reply ran = send("run", with(u"calls"_s, later));
    QCOMPARE(codes(ran, u"calls[1]"_s), QStringList());
    QCOMPARE(codes(ran, u"calls[3]"_s), QStringList{told});
    QCOMPARE(codes(ran, u"calls[4]"_s), QStringList{told});
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM calls"_s), 5);
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
