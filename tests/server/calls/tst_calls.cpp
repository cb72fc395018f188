// SPDX-License-Identifier: GPL-3.0-or-later
// Calls as records: reported, listed, counted, changed and canceled, within one organisation.
#include "server/calls/callsroutes.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// A cent a minute on twilio; nothing else is known.
class CentAMinute : public usage::Prices
{
public:
    bool knows(const QString &provider) const override { return provider == "twilio"_L1; }
    Money cost(const QString &, const QString &, const usage::Amounts &amounts) const override
    {
        return Money::fromNanos(10'000'000).times(amounts.microMinutes, 1'000'000);
    }
};

/// A world with calls and two organisations, each with an agent.
struct CallsWorld {
    CallsWorld()
        : world({}, more())
    {
        ada = world.makeUser(u"ada@example.com"_s);
        eve = world.makeUser(u"eve@example.com"_s);
        world.makeUser(u"root@example.com"_s, Role::Admin);
        world.makeUser(u"help@example.com"_s, Role::Support);
        adaToken = world.tokenOf(u"ada@example.com"_s);
        eveToken = world.tokenOf(u"eve@example.com"_s);
        addAgent(u"agent_ada"_s, ada, u"Ada's agent"_s);
        addAgent(u"agent_two"_s, ada, u"Another"_s);
        addAgent(u"agent_eve"_s, eve, u"Eve's agent"_s);
    }

    MoreRoutes more()
    {
        return {.routes =
                    [this](const WorldParts &parts) {
                        contexts.push_back(std::make_unique<calls::CallsContext>(calls::CallsContext{
                            parts.reads, parts.writer, parts.settings, std::make_shared<CentAMinute>(), parts.clock}));
                        return calls::callRoutes(*contexts.back());
                    },
                .components = calls::callComponents()};
    }

    void addAgent(const QString &id, const QString &user, const QString &name)
    {
        world.execute(u"INSERT INTO agents (id, organization_id, user_id, name, sort_name, llm_provider, search_text, "
                      "created_at, updated_at) SELECT ?, organization_id, id, ?, ?, 'groq', ?, 0, 0 FROM users "
                      "WHERE id = ?"_s,
                      {id, name, name.toLower(), name.toLower(), user});
    }

    Reply report(const QJsonObject &body, const QByteArray &token = {})
    {
        return world.post("/api/v1/calls", body, token.isEmpty() ? adaToken : token);
    }
    QString reported(const QJsonObject &body) { return report(body).data()["id"_L1].toString(); }
    Reply get(const QByteArray &path) { return world.get("/api/v1/calls" + path, adaToken); }
    qint64 count(const QByteArray &query) { return get("/count" + query).data()["count"_L1].toInteger(-1); }
    QStringList listed(const QByteArray &query, const QByteArray &token = {})
    {
        QStringList ids;
        const Reply reply = world.get("/api/v1/calls" + query, token.isEmpty() ? adaToken : token);
        for (const QJsonValue row : reply.json["data"_L1].toArray())
            ids << row["external_id"_L1].toString();
        return reply.status == 200 ? ids : QStringList{u"status %1"_s.arg(reply.status)};
    }
    Reply send(http::Method method, const QByteArray &path, const QJsonObject &body = {},
               const http::Headers &headers = {})
    {
        return world.send({.method = method, .path = path, .body = body, .token = adaToken, .headers = headers});
    }

    std::vector<std::unique_ptr<calls::CallsContext>> contexts; // outlive the world's engines
    IdentityWorld world;
    QString ada;
    QString eve;
    QByteArray adaToken;
    QByteArray eveToken;
};

const QJsonObject Spoken{
    {u"external_id"_s, u"CA100"_s},
    {u"assistant_id"_s, u"agent_ada"_s},
    {u"direction"_s, u"outbound"_s},
    {u"from_number"_s, u"+4930111"_s},
    {u"to_number"_s, u"+4930222"_s},
    {u"status"_s, u"completed"_s},
    {u"started_at"_s, u"2023-11-14T10:00:00Z"_s},
    {u"ended_at"_s, u"2023-11-14T10:01:30Z"_s},
    {u"outcome"_s, u"converted"_s},
    {u"recording_url"_s, u"https://media.example.com/CA100.wav"_s},
    {u"transcript"_s, QJsonArray{QJsonObject{{u"role"_s, u"assistant"_s}, {u"text"_s, u"Guten Tag"_s}}}},
    {u"call_meta"_s, QJsonObject{{u"lead"_s, 7}}}};

QJsonObject with(QJsonObject body, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}
}

class TestCalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("the engine is not here");
    }
    void init() { m_calls = std::make_unique<CallsWorld>(); }
    void cleanup()
    {
        if (m_calls)
            QCOMPARE(m_calls->world.misfits.join(u'\n'), QString());
        m_calls.reset();
    }

    void reportsACall();
    void countsAReportOnce();
    void followsACallToItsEnd();
    void lateReportsLeadNowhereBack();
    void takesWhatComesAfterTheEnd();
    void anEndedCallStaysAsItWasCounted();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void keepsOrganisationsApart();
    void complainsOfTheNameThatWasSent();
    void filters_data();
    void filters();
    void pagesByNumberAndCursor();
    void figuresAddUp();
    void figuresFollowChanges();
    void changesWhatIsSent();
    void cancelsOnlyWhatIsQueued();
    void tellsOnlyWhatItChanged();
    void showsAllToAdministrators();
    void remembersCallsOfTheGone();

private:
    void addCalls();
    std::unique_ptr<CallsWorld> m_calls;
};

void TestCalls::reportsACall()
{
    const Reply made = m_calls->report(Spoken);
    QCOMPARE(made.status, 201);
    const QJsonObject call = made.data();
    QVERIFY(call["id"_L1].toString().startsWith(u"call_"));
    QCOMPARE(call["agent_id"_L1].toString(), u"agent_ada"_s);
    QCOMPARE(call["assistant_id"_L1].toString(), u"agent_ada"_s);
    QCOMPARE(call["assistant_name"_L1].toString(), u"Ada's agent"_s);
    QCOMPARE(call["duration_seconds"_L1].toInt(), 90);
    QCOMPARE(call["cost"_L1].toDouble(), 0.015);
    QCOMPARE(call["call_meta"_L1].toObject(), (QJsonObject{{u"lead"_s, 7}}));
    QCOMPARE(call["timeline"_L1].toArray().size(), 1);
    QCOMPARE(call["timeline"_L1][0]["at"_L1].toString(), u"2023-11-14T10:01:30.000Z"_s);
    const Reply read = m_calls->get('/' + call["id"_L1].toString().toLatin1());
    QCOMPARE(read.status, 200);
    QCOMPARE(read.data(), call);
}

void TestCalls::countsAReportOnce()
{
    const QString first = m_calls->reported(Spoken);
    const Reply again = m_calls->report(Spoken);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.data()["id"_L1].toString(), first);
    QCOMPARE(m_calls->count({}), 1);
    IdentityWorld &world = m_calls->world;
    QCOMPARE(world.number(u"SELECT used_calls FROM users WHERE id = ?"_s, {m_calls->ada}), 1);
    QCOMPARE(world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
    // Somebody else's call of the same name is another call.
    const Reply other = m_calls->report(with(Spoken, {{u"assistant_id"_s, u"agent_eve"_s}}), m_calls->eveToken);
    QCOMPARE(other.status, 201);
    QVERIFY(other.data()["id"_L1].toString() != first);
}

void TestCalls::followsACallToItsEnd()
{
    const QJsonObject name{{u"external_id"_s, u"CA7"_s}};
    const QString id = m_calls->reported(with(name, {{u"status"_s, u"dialing"_s}, {u"to_number"_s, u"+49301"_s}}));
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 0);
    const Reply speaking
        = m_calls->report(with(name, {{u"status"_s, u"in_progress"_s}, {u"started_at"_s, u"2023-11-14T10:00:00Z"_s}}));
    QCOMPARE(speaking.data()["id"_L1].toString(), id);
    QCOMPARE(speaking.data()["to_number"_L1].toString(), u"+49301"_s);
    const Reply ended = m_calls->report(with(name, {{u"status"_s, u"completed"_s}, {u"duration_seconds"_s, 61}}));
    QCOMPARE(ended.data()["status"_L1].toString(), u"completed"_s);
    QCOMPARE(ended.data()["timeline"_L1].toArray().size(), 3);
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
    const Reply otherwise = m_calls->report(with(name, {{u"status"_s, u"failed"_s}}));
    QCOMPARE(otherwise.status, 409);
    QCOMPARE(otherwise.code(), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(m_calls->count("?status=completed"), 1);
    QCOMPARE(m_calls->count("?status=dialing"), 0);
}

void TestCalls::lateReportsLeadNowhereBack()
{
    const QJsonObject name{{u"external_id"_s, u"CA8"_s}};
    const QByteArray path = "/api/v1/calls/" + m_calls->reported(with(name, {{u"status"_s, u"queued"_s}})).toLatin1();
    m_calls->report(with(name, {{u"status"_s, u"in_progress"_s}, {u"started_at"_s, u"2023-11-14T10:00:00Z"_s}}));
    const Reply late = m_calls->report(with(name, {{u"status"_s, u"dialing"_s}, {u"to_number"_s, u"+49301"_s}}));
    QCOMPARE(late.status, 200);
    QCOMPARE(late.data()["status"_L1].toString(), u"in_progress"_s);
    QCOMPARE(late.data()["to_number"_L1].toString(), u"+49301"_s);
    QCOMPARE(late.data()["timeline"_L1].toArray().size(), 2);
    QCOMPARE(m_calls->report(with(name, {{u"status"_s, u"queued"_s}})).data(), late.data());
    QCOMPARE(m_calls->send(http::Method::Post, path + "/cancel").status, 409);
    m_calls->report(with(name, {{u"status"_s, u"completed"_s}, {u"duration_seconds"_s, 61}}));
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
    const Reply later = m_calls->report(with(name, {{u"status"_s, u"in_progress"_s}}));
    QCOMPARE(later.status, 200);
    QCOMPARE(later.data()["status"_L1].toString(), u"completed"_s);
    // Of a call that was canceled nobody may say that it is spoken.
    const QJsonObject other{{u"external_id"_s, u"CA9"_s}};
    const QByteArray queued = m_calls->reported(with(other, {{u"status"_s, u"queued"_s}})).toLatin1();
    QCOMPARE(m_calls->send(http::Method::Post, "/api/v1/calls/" + queued + "/cancel").status, 200);
    QCOMPARE(m_calls->report(with(other, {{u"status"_s, u"in_progress"_s}})).status, 409);
    const Reply agreed
        = m_calls->report(with(other, {{u"status"_s, u"canceled"_s}, {u"ended_at"_s, u"2023-11-14T10:00:00Z"_s}}));
    QCOMPARE(agreed.status, 200);
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
}

void TestCalls::takesWhatComesAfterTheEnd()
{
    const QJsonObject name{{u"external_id"_s, u"CA10"_s}};
    const QJsonObject end = with(name, {{u"duration_seconds"_s, 61}, {u"cost"_s, u"0.25"_s}});
    const QJsonObject first = m_calls->report(end).data();
    const QJsonArray said{QJsonObject{{u"text"_s, u"Guten Tag"_s}}};
    const Reply later = m_calls->report(with(end,
                                             {{u"recording_url"_s, u"https://media.example.com/CA10.wav"_s},
                                              {u"transcript"_s, said},
                                              {u"outcome"_s, u"converted"_s},
                                              {u"notes"_s, u"Call back"_s},
                                              {u"metadata"_s, QJsonObject{{u"lead"_s, 7}}}}));
    QCOMPARE(later.status, 200);
    const QJsonObject call = m_calls->get('/' + first["id"_L1].toString().toLatin1()).data();
    QCOMPARE(call["recording_url"_L1].toString(), u"https://media.example.com/CA10.wav"_s);
    QCOMPARE(call["transcript"_L1].toArray(), said);
    QCOMPARE(call["outcome"_L1].toString(), u"converted"_s);
    QCOMPARE(call["notes"_L1].toString(), u"Call back"_s);
    QCOMPARE(call["call_meta"_L1].toObject(), (QJsonObject{{u"lead"_s, 7}}));
    for (const QString &kept : {u"status"_s, u"duration_seconds"_s, u"cost"_s, u"ended_at"_s, u"timeline"_s})
        QCOMPARE(call[kept], first[kept]);
    QCOMPARE(m_calls->get("/stats").data()["converted_calls"_L1].toInt(), 1);
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
}

void TestCalls::anEndedCallStaysAsItWasCounted()
{
    const QJsonObject before = m_calls->report(Spoken).data();
    const auto named = [&](const QJsonObject &more) -> QStringList {
        const Reply refused = m_calls->report(with(Spoken, with({{u"notes"_s, u"Lost"_s}}, more)));
        return refused.status == 409 ? refused.json["error"_L1]["details"_L1].toObject().keys() : QStringList();
    };
    QCOMPARE(named({{u"cost"_s, 5}}), QStringList{u"cost"_s});
    QCOMPARE(named({{u"started_at"_s, u"2023-11-14T10:00:01Z"_s}, {u"ended_at"_s, u"2023-11-14T10:01:31Z"_s}}),
             (QStringList{u"ended_at"_s, u"started_at"_s}));
    QCOMPARE(named({{u"duration_seconds"_s, 91}, {u"status"_s, u"failed"_s}}),
             (QStringList{u"duration_seconds"_s, u"status"_s}));
    QCOMPARE(named({{u"assistant_id"_s, u"agent_two"_s}, {u"provider"_s, u"twilio"_s}, {u"to_number"_s, u"+1"_s}}),
             (QStringList{u"assistant_id"_s, u"provider"_s, u"to_number"_s}));
    QCOMPARE(m_calls->get('/' + before["id"_L1].toString().toLatin1()).data(), before);
}

void TestCalls::complainsOfTheNameThatWasSent()
{
    const Reply dates = m_calls->get("?dateFrom=2023-11-03&dateTo=2023-11-02");
    QCOMPARE(dates.status, 400);
    QCOMPARE(dates.json["error"_L1]["details"_L1].toObject(),
             (QJsonObject{{u"dateTo"_s, u"must not be before dateFrom"_s}}));
    QVERIFY(dates.json["message"_L1].toString().endsWith(u"dateTo must not be before dateFrom"));
    const Reply usual = m_calls->get("?start_date=2023-11-03&end_date=2023-11-02");
    QCOMPARE(usual.json["error"_L1]["details"_L1].toObject(),
             (QJsonObject{{u"end_date"_s, u"must not be before start_date"_s}}));
    for (const QString &name : {u"agent_id"_s, u"assistant_id"_s})
        QCOMPARE(m_calls->report({{name, u"nope"_s}}).json["error"_L1]["details"_L1].toObject().keys(),
                 QStringList{name});
}

void TestCalls::refusesWhatCannotBe_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("field");
    QTest::newRow("foreign agent") << QJsonObject{{u"assistant_id"_s, u"agent_eve"_s}} << u"assistant_id"_s;
    QTest::newRow("no such agent") << QJsonObject{{u"assistant_id"_s, u"agent_none"_s}} << u"assistant_id"_s;
    QTest::newRow("status") << QJsonObject{{u"status"_s, u"finished"_s}} << u"status"_s;
    QTest::newRow("direction") << QJsonObject{{u"direction"_s, u"sideways"_s}} << u"direction"_s;
    QTest::newRow("time") << QJsonObject{{u"started_at"_s, u"yesterday"_s}} << u"started_at"_s;
    QTest::newRow("backwards") << QJsonObject{{u"ended_at"_s, u"2023-11-14T09:00:00Z"_s}} << u"ended_at"_s;
    QTest::newRow("duration") << QJsonObject{{u"duration_seconds"_s, -1}} << u"duration_seconds"_s;
    QTest::newRow("negative cost") << QJsonObject{{u"cost"_s, u"-1"_s}} << u"cost"_s;
    QTest::newRow("no cost") << QJsonObject{{u"cost"_s, u"cheap"_s}} << u"cost"_s;
    QTest::newRow("two metas") << QJsonObject{{u"metadata"_s, QJsonObject{{u"lead"_s, 8}}}} << u"metadata"_s;
    QTest::newRow("endless meta") << QJsonObject{{u"call_meta"_s, QJsonObject{{u"a"_s, QString(17'000, u'x')}}}}
                                  << u"call_meta"_s;
    QTest::newRow("unknown field") << QJsonObject{{u"colour"_s, u"red"_s}} << u"colour"_s;
    QTest::newRow("turn without text") << QJsonObject{{u"transcript"_s,
                                                       QJsonArray{QJsonObject{{u"role"_s, u"user"_s}}}}}
                                       << u"transcript"_s;
}

void TestCalls::refusesWhatCannotBe()
{
    QFETCH(QJsonObject, more);
    QFETCH(QString, field);
    const Reply refused = m_calls->report(with(Spoken, more));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.code(), u"VALIDATION_ERROR"_s);
    const QStringList fields = refused.json["error"_L1]["details"_L1].toObject().keys();
    QVERIFY2(std::ranges::any_of(fields, [&](const QString &f) { return f.startsWith(field); }),
             qPrintable(fields.join(u' ')));
    QCOMPARE(m_calls->count({}), 0);
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM usage_events"_s), 0);
}

void TestCalls::keepsOrganisationsApart()
{
    const QByteArray id = m_calls->reported(with(Spoken, {{u"status"_s, u"queued"_s}})).toLatin1();
    const QByteArray path = "/api/v1/calls/" + id;
    const auto asEve = [&](http::Method method, const QByteArray &at, const QJsonObject &body = {}) {
        return m_calls->world.send({.method = method, .path = at, .body = body, .token = m_calls->eveToken});
    };
    QCOMPARE(asEve(http::Method::Get, path).status, 404);
    QCOMPARE(asEve(http::Method::Patch, path, {{u"notes"_s, u"mine"_s}}).status, 404);
    QCOMPARE(asEve(http::Method::Post, path + "/cancel").status, 404);
    QCOMPARE(m_calls->listed({}, m_calls->eveToken), QStringList());
    QCOMPARE(m_calls->listed("?assistant_id=agent_ada", m_calls->eveToken), QStringList());
    QCOMPARE(m_calls->listed("?search=CA100", m_calls->eveToken), QStringList());
    QCOMPARE(m_calls->listed("?phone_number=%2B4930111", m_calls->eveToken), QStringList());
    const auto statsOfEve = m_calls->world.get("/api/v1/calls/stats", m_calls->eveToken);
    QCOMPARE(statsOfEve.data()["total_calls"_L1].toInt(-1), 0);
    QCOMPARE(m_calls->get('/' + id).data()["status"_L1].toString(), u"queued"_s);
    for (const QByteArray &anonymous : {path, "/api/v1/calls"_ba, "/api/v1/calls/count"_ba, "/api/v1/calls/stats"_ba})
        QCOMPARE(m_calls->world.get(anonymous).status, 401);
}

/// a: the 1st, ada's, completed, to +491; b: the 2nd, another's, failed, from +491; c: the 3rd, no agent's, inbound.
void TestCalls::addCalls()
{
    const auto add = [this](const QString &name, const QString &day, const QJsonObject &more) {
        const QJsonObject base{{u"external_id"_s, name}, {u"started_at"_s, QString(day + u"T12:00:00Z"_s)}};
        QCOMPARE(m_calls->report(with(base, more)).status, 201);
    };
    add(u"a"_s, u"2023-11-01"_s,
        {{u"agent_id"_s, u"agent_ada"_s},
         {u"to_number"_s, u"+491"_s},
         {u"duration_seconds"_s, 100},
         {u"outcome"_s, u"converted"_s},
         {u"cost"_s, 0.25},
         {u"notes"_s, u"Asked for Übermorgen"_s}});
    add(u"b"_s, u"2023-11-02"_s,
        {{u"agent_id"_s, u"agent_two"_s}, {u"from_number"_s, u"+491"_s}, {u"status"_s, u"failed"_s}});
    add(u"c"_s, u"2023-11-03"_s,
        {{u"direction"_s, u"inbound"_s}, {u"duration_seconds"_s, 50}, {u"to_number"_s, u"+4922"_s}});
}

void TestCalls::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("found"); // newest first
    QTest::newRow("all") << "?"_ba << u"cba"_s;
    QTest::newRow("oldest first") << "?sort=started_at"_ba << u"abc"_s;
    QTest::newRow("longest first") << "?sort=-duration_seconds"_ba << u"acb"_s;
    QTest::newRow("assistant") << "?assistant_id=agent_ada"_ba << u"a"_s;
    QTest::newRow("agent") << "?agent_id=agent_two"_ba << u"b"_s;
    QTest::newRow("status") << "?status=completed"_ba << u"ca"_s;
    QTest::newRow("direction") << "?direction=inbound"_ba << u"c"_s;
    QTest::newRow("number") << "?phone_number=%2B491"_ba << u"ba"_s;
    QTest::newRow("number, plus not escaped") << "?phone_number=+491"_ba << u"ba"_s;
    QTest::newRow("from") << "?start_date=2023-11-02"_ba << u"cb"_s;
    QTest::newRow("until, included") << "?end_date=2023-11-02"_ba << u"ba"_s;
    QTest::newRow("one day") << "?start_date=2023-11-02&end_date=2023-11-02"_ba << u"b"_s;
    QTest::newRow("Omnivox's names") << "?dateFrom=2023-11-02&dateTo=2023-11-02"_ba << u"b"_s;
    QTest::newRow("by time") << "?start_date=2023-11-02T12:00:00Z&end_date=2023-11-03T11:59:59Z"_ba << u"b"_s;
    QTest::newRow("search notes") << "?search=%C3%BCberm"_ba << u"a"_s;
    QTest::newRow("search number") << "?search=4922"_ba << u"c"_s;
    QTest::newRow("short search") << "?search=22"_ba << u"c"_s;
    QTest::newRow("search nothing") << "?search=zzz"_ba << QString();
    QTest::newRow("together") << "?status=completed&phone_number=%2B491&search=conv"_ba << u"a"_s;
}

void TestCalls::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, found);
    addCalls();
    QCOMPARE(m_calls->listed(query).join(QString()), found);
    // The same filters count the same.
    const QByteArray same = query.contains("sort") ? "?"_ba : query;
    QCOMPARE(m_calls->count(same), found.size());
    const Reply figures = m_calls->get("/stats" + same);
    QCOMPARE(figures.data()["total_calls"_L1].toInteger(-1), found.size());
    qint64 days = 0;
    for (const QJsonValue day : figures.data()["by_day"_L1].toArray())
        days += day["total_calls"_L1].toInteger();
    QCOMPARE(days, found.size());
    for (const QByteArray &wrong :
         {"?status=done"_ba, "?start_date=soon"_ba, "?limit=0"_ba, "?page=-1"_ba, "?limit=abc"_ba, "?sort=colour"_ba,
          "?start_date=2023-11-03&end_date=2023-11-02"_ba})
        QCOMPARE(m_calls->get(wrong).status, 400);
}

void TestCalls::pagesByNumberAndCursor()
{
    addCalls();
    const Reply first = m_calls->get("?limit=2");
    QCOMPARE(first.json["pagination"_L1]["total"_L1].toInt(), 3);
    QCOMPARE(first.json["pagination"_L1]["hasNext"_L1].toBool(), true);
    QCOMPARE(m_calls->listed("?limit=2&page=2"), QStringList{u"a"_s});
    const QByteArray next = first.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    QVERIFY(!next.isEmpty());
    QCOMPARE(m_calls->listed("?limit=2&cursor=" + next), QStringList{u"a"_s});
    QCOMPARE(m_calls->listed("?limit=2&status=completed"), (QStringList{u"c"_s, u"a"_s}));
    // A list has no stories; one call has.
    QVERIFY(!first.json["data"_L1][0].toObject().contains("transcript"_L1));
}

void TestCalls::figuresAddUp()
{
    addCalls();
    const QJsonObject all = m_calls->get("/stats").data();
    QCOMPARE(all["total_calls"_L1].toInt(), 3);
    QCOMPARE(all["completed_calls"_L1].toInt(), 2);
    QCOMPARE(all["converted_calls"_L1].toInt(), 1);
    QCOMPARE(all["total_duration_seconds"_L1].toInt(), 150);
    QCOMPARE(all["average_duration_seconds"_L1].toDouble(), 75.0);
    QVERIFY(qAbs(all["success_rate"_L1].toDouble() - 200.0 / 3) < 1e-9);
    QVERIFY(qAbs(all["total_cost"_L1].toDouble() - (0.25 + 50.0 / 60 * 0.01)) < 1e-6);
    QCOMPARE(all["by_status"_L1]["completed"_L1].toInt(), 2);
    QCOMPARE(all["by_status"_L1]["failed"_L1].toInt(), 1);
    QCOMPARE(all["by_status"_L1]["busy"_L1].toInt(-1), 0);
    QCOMPARE(all["by_assistant"_L1].toArray().size(), 3);
    QCOMPARE(all["by_day"_L1].toArray().size(), 3);
    QCOMPARE(all["by_day"_L1][0]["date"_L1].toString(), u"2023-11-01"_s);
    const QJsonObject one = m_calls->get("/stats?assistant_id=agent_ada").data();
    QCOMPARE(one["total_calls"_L1].toInt(), 1);
    QCOMPARE(one["by_assistant"_L1][0]["assistant_name"_L1].toString(), u"Ada's agent"_s);
    // Where the day's counters cannot tell, the rows do, and they say the same.
    QCOMPARE(m_calls->get("/stats?start_date=2023-11-01T00:00:01Z").data(), all);
}

void TestCalls::figuresFollowChanges()
{
    const QByteArray id = m_calls->reported({{u"external_id"_s, u"q"_s}, {u"status"_s, u"queued"_s}}).toLatin1();
    QCOMPARE(m_calls->get("/stats").data()["by_status"_L1]["queued"_L1].toInt(), 1);
    m_calls->report({{u"external_id"_s, u"q"_s},
                     {u"status"_s, u"completed"_s},
                     {u"agent_id"_s, u"agent_ada"_s},
                     {u"started_at"_s, u"2023-10-01T00:00:00Z"_s},
                     {u"duration_seconds"_s, 30}});
    QJsonObject all = m_calls->get("/stats").data();
    QCOMPARE(all["by_status"_L1]["queued"_L1].toInt(), 0);
    QCOMPARE(all["by_day"_L1].toArray().size(), 1);
    QCOMPARE(all["by_day"_L1][0]["date"_L1].toString(), u"2023-10-01"_s);
    QCOMPARE(all["by_assistant"_L1].toArray().size(), 1);
    m_calls->send(http::Method::Patch, "/api/v1/calls/" + id, {{u"outcome"_s, u"converted"_s}});
    QCOMPARE(m_calls->get("/stats").data()["converted_calls"_L1].toInt(), 1);
    m_calls->world.execute(u"DELETE FROM calls"_s);
    QCOMPARE(m_calls->world.number(u"SELECT COALESCE(SUM(n), 0) FROM call_counts"_s), 0);
    QCOMPARE(
        m_calls->world.number(u"SELECT COALESCE(SUM(n + duration_seconds + cost + converted), 0) FROM call_days"_s), 0);
}

void TestCalls::changesWhatIsSent()
{
    const QByteArray path = "/api/v1/calls/" + m_calls->reported(Spoken).toLatin1();
    const Reply before = m_calls->world.get(path, m_calls->adaToken);
    http::Headers unchanged;
    unchanged.add("If-Match", before.headers.value("ETag"));
    const Reply changed = m_calls->send(http::Method::Patch, path, {{u"notes"_s, u"Call back"_s}}, unchanged);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data(), with(before.data(), {{u"notes"_s, u"Call back"_s}}));
    QCOMPARE(m_calls->listed("?search=call+back"), QStringList{u"CA100"_s});
    const Reply stale = m_calls->send(http::Method::Patch, path, {{u"notes"_s, u"Lost"_s}}, unchanged);
    QCOMPARE(stale.status, 412);

    const Reply old = m_calls->send(http::Method::Patch, path, {{u"metadata"_s, QJsonObject{{u"x"_s, true}}}});
    QCOMPARE(old.status, 200);
    QVERIFY(old.headers.value("Warning").contains("deprecated"));
    QVERIFY(old.data()["warnings"_L1][0].toString().contains(u"call_meta"));
    QCOMPARE(old.data()["call_meta"_L1].toObject(), (QJsonObject{{u"x"_s, true}}));
    QVERIFY(!old.data().contains("metadata"_L1));
    QVERIFY(!changed.data().contains("warnings"_L1));
    QVERIFY(changed.headers.value("Warning").isNull());

    QCOMPARE(m_calls->send(http::Method::Patch, path, {{u"status"_s, u"failed"_s}}).status, 422);
    QCOMPARE(m_calls->send(http::Method::Patch, "/api/v1/calls/call_none", {{u"notes"_s, u"x"_s}}).status, 404);
}

void TestCalls::cancelsOnlyWhatIsQueued()
{
    const auto cancel = [&](const QString &id) {
        return m_calls->send(http::Method::Post, "/api/v1/calls/" + id.toLatin1() + "/cancel");
    };
    const QString queued = m_calls->reported({{u"status"_s, u"queued"_s}});
    const Reply canceled = cancel(queued);
    QCOMPARE(canceled.status, 200);
    QCOMPARE(canceled.data()["status"_L1].toString(), u"canceled"_s);
    QCOMPARE(canceled.data()["timeline"_L1].toArray().last()["type"_L1].toString(), u"canceled"_s);
    QCOMPARE(cancel(queued).status, 409);
    QCOMPARE(cancel(m_calls->reported(Spoken)).status, 409);
    QCOMPARE(cancel(u"call_none"_s).status, 404);
    // Many at once: exactly one of them canceled it.
    m_calls->world.addWorker();
    const QString contested = m_calls->reported({{u"status"_s, u"queued"_s}});
    const Ask ask{.method = http::Method::Post,
                  .path = "/api/v1/calls/" + contested.toLatin1() + "/cancel",
                  .token = m_calls->adaToken};
    int done = 0;
    for (const Reply &reply : m_calls->world.sendAll(QList<Ask>(8, ask)))
        done += reply.status == 200 ? 1 : 0;
    QCOMPARE(done, 1);
}

void TestCalls::tellsOnlyWhatItChanged()
{
    IdentityWorld &world = m_calls->world;
    if (world.database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const auto meanwhile
        = [&](const QString &id, http::Method method, const QByteArray &more, const QJsonObject &body) {
              std::atomic<bool> written = false;
              OtherServer other(world.database(), [&](store::Connection &c) {
                  const auto set = c.execute(u"UPDATE calls SET outcome = 'theirs' WHERE id = ?"_s, {id});
                  written = true;
                  return set && OtherServer::isAwaited(c);
              });
              if (!QTest::qWaitFor([&written] { return written.load(); }))
                  qFatal("another server does not write");
              const Reply reply = m_calls->send(method, "/api/v1/calls/" + id.toLatin1() + more, body);
              return other.hasWritten() && reply.data()["outcome"_L1].toString() == u"theirs"_s;
          };
    QVERIFY(meanwhile(m_calls->reported(Spoken), http::Method::Patch, {}, {{u"notes"_s, u"ours"_s}}));
    QVERIFY(meanwhile(m_calls->reported({{u"status"_s, u"queued"_s}}), http::Method::Post, "/cancel", {}));
    const auto told = [&](const QString &action, const QString &what) {
        return world.number(u"SELECT COUNT(*) FROM audit_entries WHERE action = ? AND after_json LIKE ?"_s,
                            {action, QString(u'%' + what + u'%')});
    };
    QCOMPARE(told(u"call.updated"_s, u"ours"_s), 1);
    QCOMPARE(told(u"call.canceled"_s, u"canceled"_s), 1);
    QCOMPARE(world.number(u"SELECT COUNT(*) FROM audit_entries WHERE after_json LIKE '%theirs%'"_s), 0);
}

void TestCalls::showsAllToAdministrators()
{
    m_calls->report(Spoken);
    m_calls->report(with(Spoken, {{u"assistant_id"_s, u"agent_eve"_s}}), m_calls->eveToken);
    IdentityWorld &world = m_calls->world;
    const QByteArray admin = world.tokenOf(u"root@example.com"_s);
    const QByteArray support = world.tokenOf(u"help@example.com"_s);
    const Reply all = world.get("/api/v1/admin/calls", admin);
    QCOMPARE(all.json["data"_L1].toArray().size(), 2);
    QCOMPARE(all.json["pagination"_L1]["total"_L1].toInt(), 2);
    const QJsonObject row = all.json["data"_L1][0].toObject();
    QCOMPARE(row["user_email"_L1].toString(), u"eve@example.com"_s);
    const QByteArray organization = row["organization_id"_L1].toString().toLatin1();
    const Reply one = world.get("/api/v2/admin/calls?organization_id=" + organization, support);
    QCOMPARE(one.json["data"_L1].toArray().size(), 1);
    const QByteArray path = "/api/v1/admin/calls/" + row["id"_L1].toString().toLatin1();
    QCOMPARE(world.get(path, support).data()["transcript"_L1].toArray().size(), 1);
    QCOMPARE(world.get("/api/v1/admin/calls", m_calls->adaToken).status, 403);
    QCOMPARE(world.get(path, m_calls->adaToken).status, 403);
}

void TestCalls::remembersCallsOfTheGone()
{
    m_calls->report(Spoken);
    m_calls->world.execute(u"DELETE FROM agents WHERE id = 'agent_ada'"_s);
    const Reply left = m_calls->get("?assistant_id=agent_ada");
    QCOMPARE(left.json["data"_L1].toArray().size(), 1);
    QVERIFY(left.json["data"_L1][0]["assistant_name"_L1].isNull());
    // The organisation takes its calls along.
    const QByteArray admin = m_calls->world.tokenOf(u"root@example.com"_s);
    const QByteArray user = "/api/v1/admin/users/" + m_calls->ada.toLatin1();
    QCOMPARE(m_calls->world.send({.method = http::Method::Delete, .path = user, .token = admin}).status, 200);
    QCOMPARE(m_calls->world.number(u"SELECT COUNT(*) FROM calls"_s), 0);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
