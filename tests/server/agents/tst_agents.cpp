// SPDX-License-Identifier: GPL-3.0-or-later
// Agents as VoxFlow has them and assistants as Diwaar does, over the same rows.
#include "server/agents/agentlist.h"
#include "tests/server/identity/otherserver.h"
#include "tests/server/vault/voiceworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using http::Method;

namespace
{
const QString Owner = u"ada@agents.example"_s;
const QString Member = u"max@agents.example"_s;
const QString Stranger = u"eve@agents.example"_s;

QJsonObject named(const QString &name) { return {{u"name"_s, name}}; }

QStringList names(const Reply &reply)
{
    QStringList found;
    for (const QJsonValue row : reply.json["data"_L1].toArray())
        found << row["name"_L1].toString();
    return found;
}

QStringList wrong(const Reply &reply) { return reply.json["error"_L1]["details"_L1].toObject().keys(); }

/// Diwaar's example, to the letter.
QJsonObject diwaar()
{
    return {
        {u"name"_s, u"My Assistant"_s},
        {u"phone_number"_s, u"+1234567890"_s},
        {u"llm_provider"_s, u"openai"_s},
        {u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, u"your_openai_key"_s}, {u"model"_s, u"gpt-4o-mini"_s}}}};
}
}

class TestAgents : public QObject
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
            QCOMPARE((*m_world)->misfits, QStringList());
        m_world.reset();
    }

    void aNameIsEnough();
    void creationStopsAtTheLimit();
    void concurrentCreationStopsAtTheLimit();
    void theDocumentsAssistantIsMade();
    void masksKeepSecrets();
    void aSecretIsAKeyAndNothingElse();
    void everyWrongSettingIsNamed();
    void changesMergeWithinGroups();
    void anotherProviderStartsAnew();
    void replacingForgetsWhatIsNotSent();
    void ownAgentsAndSharedAssistants();
    void foreignTenantsSeeNothing_data();
    void foreignTenantsSeeNothing();
    void listsFilterSearchAndPage();
    void longListsAreSearchedToo();
    void countsFollow();
    void statusIsToggled();
    void staleChangesAreRefused();
    void whatAnotherServerChangesIsSeen();
    void cachedListsAreNeverStale();
    void administratorsSeeAll();
    void agentsOutliveTheirMaker();
    void providersAreDescribed();

private:
    Reply make(const QJsonObject &body, const QByteArray &token)
    {
        return m_world->send(Method::Post, "/api/v1/agents", token, body);
    }
    QByteArray idOf(const Reply &reply) { return reply.data()["id"_L1].toString().toLatin1(); }
    QString secretOf(const Reply &agent)
    {
        agents::AgentStore store((*m_world)->connection(), *m_world->vault);
        const auto secret = store.secret(agent.data()["organization_id"_L1].toString(),
                                         agent.data()["id"_L1].toString(), u"llm_provider_config.api_key"_s);
        return secret ? QString::fromUtf8(secret->view().toByteArray()) : QString();
    }
    void allow(const QString &email, int agents)
    {
        (*m_world)->execute(u"UPDATE users SET max_agents = ? WHERE email = ?"_s, {agents, email});
    }

    std::unique_ptr<VoiceWorld> m_world;
    QByteArray m_owner; ///< tokens
    QByteArray m_member;
    QByteArray m_stranger;
};

void TestAgents::init()
{
    m_world = std::make_unique<VoiceWorld>();
    (*m_world)->makeUser(Owner);
    m_world->makeMember(Member, Owner);
    (*m_world)->makeUser(Stranger);
    m_owner = (*m_world)->tokenOf(Owner);
    m_member = (*m_world)->tokenOf(Member);
    m_stranger = (*m_world)->tokenOf(Stranger);
}

void TestAgents::aNameIsEnough()
{
    const Reply made = m_world->send(Method::Post, "/api/agents", m_owner, named(u"  Test   Agent 0 "_s));
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json["success"_L1], QJsonValue(true));
    const QJsonObject agent = made.data();
    QVERIFY(agent["id"_L1].toString().startsWith(u"agent_"_s));
    QCOMPARE(agent["name"_L1].toString(), u"Test Agent 0"_s);
    QCOMPARE(agent["status"_L1].toString(), u"active"_s);
    QCOMPARE(agent["llm_provider"_L1].toString(), u"openai"_s);
    QCOMPARE(agent["llm_provider_config"_L1].toObject(), (QJsonObject{{u"model"_s, u"gpt-4o-mini"_s}}));
    QCOMPARE(agent["tts_settings"_L1].toObject(),
             (QJsonObject{{u"model"_s, u"aura-2"_s}, {u"provider"_s, u"deepgram"_s}, {u"voice"_s, u"thalia-en"_s}}));
    QCOMPARE(agent["stt_settings"_L1]["provider"_L1].toString(), u"deepgram"_s);
    QCOMPARE(agent["max_call_duration"_L1].toInt(), 1800);
    const Reply read = m_world->send(Method::Get, "/api/v2/agents/" + idOf(made), m_owner);
    QCOMPARE(read.data(), agent);
    QCOMPARE(read.headers.value("ETag"), made.headers.value("ETag"));
    QCOMPARE(m_world->send(Method::Post, "/api/v1/agents", {}, named(u"x"_s)).status, 401);
}

void TestAgents::creationStopsAtTheLimit()
{
    const int most = (*m_world)->get("/api/auth/profile", m_owner).data()["max_agents"_L1].toInt();
    QCOMPARE(most, 2);
    for (int i = 0; i < most; ++i)
        QCOMPARE(
            m_world->send(Method::Post, "/api/agents", m_owner, named(u"Test Agent %1"_s.arg(i))).json["success"_L1],
            QJsonValue(true));
    const Reply refused = m_world->send(Method::Post, "/api/agents", m_owner, named(u"Limit Exceeded Agent"_s));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"AGENT_LIMIT_EXCEEDED"_s);
    QVERIFY(refused.text("message"_L1).contains(u"limit"_s));
    QCOMPARE((*m_world)->get("/api/agents", m_owner).json["pagination"_L1]["total"_L1].toInt(), most);
    // Another member has a limit of its own; whoever removes one may make one.
    QCOMPARE(make(named(u"Max's"_s), m_member).status, 201);
    const QByteArray id = (*m_world)->get("/api/agents", m_owner).json["data"_L1][0]["id"_L1].toString().toLatin1();
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/agents/" + id, m_owner).status, 200);
    QCOMPARE(make(named(u"Again"_s), m_owner).status, 201);
    QCOMPARE(make(named(u"Too many"_s), m_owner).status, 403);
}

void TestAgents::concurrentCreationStopsAtTheLimit()
{
    constexpr int Most = 37;
    allow(Owner, Most);
    for (int i = 0; i < 3; ++i)
        (*m_world)->addWorker();
    QList<Ask> asks;
    for (int i = 0; i < 100; ++i)
        asks << Ask{.method = Method::Post,
                    .path = i % 2 ? "/api/v1/agents" : "/api/v2/assistants",
                    .body = named(u"Agent %1"_s.arg(i)),
                    .token = m_owner};
    int made = 0;
    int refused = 0;
    const auto replies = (*m_world)->sendAll(asks);
    for (const Reply &reply : replies) {
        made += reply.status == 201;
        refused += reply.status == 403 && reply.code() == u"AGENT_LIMIT_EXCEEDED"_s;
    }
    QCOMPARE(made, Most);
    QCOMPARE(refused, 100 - Most);
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM agents"_s), Most);
    QCOMPARE((*m_world)->number(u"SELECT agent_count FROM users WHERE email = ?"_s, {Owner}), Most);
}

void TestAgents::theDocumentsAssistantIsMade()
{
    const Reply made = m_world->send(Method::Post, "/api/v1/assistants/", m_member, diwaar());
    QCOMPARE(made.status, 201);
    const QJsonObject agent = made.data();
    QCOMPARE(agent["name"_L1].toString(), u"My Assistant"_s);
    QCOMPARE(agent["phone_number"_L1].toString(), u"+1234567890"_s);
    QCOMPARE(agent["llm_provider"_L1].toString(), u"openai"_s);
    QCOMPARE(agent["llm_provider_config"_L1].toObject(),
             (QJsonObject{{u"api_key"_s, u"****_key"_s}, {u"model"_s, u"gpt-4o-mini"_s}}));
    QVERIFY(!made.body.contains("your_openai_key"));
    QVERIFY(!m_world->everyValue().contains("your_openai"));
    QVERIFY(m_world->everyValue().contains("****_key"));
    QCOMPARE(secretOf(made), u"your_openai_key"_s);
    // A kept answer of an Idempotency-Key holds no secret either.
    http::Headers once;
    once.add("Idempotency-Key", "one");
    QCOMPARE(m_world->send(Method::Post, "/api/v1/assistants/", m_member, diwaar(), once).status, 201);
    QVERIFY(!m_world->everyValue().contains("your_openai"));
}

void TestAgents::masksKeepSecrets()
{
    const Reply made = make(diwaar(), m_owner);
    const QByteArray path = "/api/v1/agents/" + idOf(made);
    const auto config = [](const QString &key) {
        return QJsonObject{{u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, key}}}};
    };
    QCOMPARE(m_world->send(Method::Patch, path, m_owner, config(u"****_key"_s)).status, 200);
    QCOMPARE(secretOf(made), u"your_openai_key"_s);
    QJsonObject whole = diwaar();
    whole.insert(u"llm_provider_config"_s, made.data()["llm_provider_config"_L1]);
    QCOMPARE(m_world->send(Method::Put, path, m_owner, whole).status, 200);
    QCOMPARE(secretOf(made), u"your_openai_key"_s);
    QCOMPARE(m_world->send(Method::Patch, path, m_owner, named(u"Other name"_s)).status, 200);
    QCOMPARE(secretOf(made), u"your_openai_key"_s);
    const Reply foreign = m_world->send(Method::Patch, path, m_owner, config(u"****abcd"_s));
    QCOMPARE(foreign.status, 422);
    QCOMPARE(wrong(foreign), QStringList{u"llm_provider_config.api_key"_s});
    QCOMPARE(make({{u"name"_s, u"copy"_s}, {u"llm_provider_config"_s, made.data()["llm_provider_config"_L1]}}, m_owner)
                 .status,
             422);
    QCOMPARE(m_world->send(Method::Patch, path, m_owner, config(u"sk-a-fresh-one"_s)).status, 200);
    QCOMPARE(secretOf(made), u"sk-a-fresh-one"_s);
    const QJsonObject removed{{u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, QJsonValue::Null}}}};
    const Reply bare = m_world->send(Method::Patch, path, m_owner, removed);
    QCOMPARE(bare.data()["llm_provider_config"_L1].toObject(), (QJsonObject{{u"model"_s, u"gpt-4o-mini"_s}}));
    QCOMPARE(secretOf(made), QString());
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets"_s), 0);
}

/// It goes into a header of a connection that other organisations share.
void TestAgents::aSecretIsAKeyAndNothingElse()
{
    const auto with = [](const QString &group, const QString &key) {
        QJsonObject body = named(u"a"_s);
        body.insert(group, QJsonObject{{u"api_key"_s, key}});
        return body;
    };
    const QString llm = u"llm_provider_config"_s;
    const Reply made = make(with(llm, u" \tsk-a-key-0123\r\n"_s), m_owner);
    QCOMPARE(made.status, 201);
    QCOMPARE(secretOf(made), u"sk-a-key-0123"_s);
    const QByteArray path = "/api/v1/agents/" + idOf(made);
    for (const QString &key : {u"sk-evil\r\nContent-Length: 2\r\n\r\n{}POST /v1/files HTTP/1.1"_s, u"two words"_s,
                               u"sk-\x7f"_s, u"sk-ä"_s}) {
        for (const QString &group : {llm, u"stt_settings"_s, u"tts_settings"_s}) {
            const QStringList named{QString(group % u".api_key")};
            const Reply refused = make(with(group, key), m_owner);
            QCOMPARE(refused.status, 422);
            QCOMPARE(wrong(refused), named);
            QCOMPARE(wrong(m_world->send(Method::Patch, path, m_owner, with(group, key))), named);
            QCOMPARE(wrong(m_world->send(Method::Put, path, m_owner, with(group, key))), named);
        }
        QCOMPARE(m_world->send(Method::Post, "/api/v1/assistants", m_owner, with(llm, key)).status, 422);
    }
    QCOMPARE(secretOf(made), u"sk-a-key-0123"_s);
}

void TestAgents::everyWrongSettingIsNamed()
{
    const Reply shape = make({{u"name"_s, u" "_s},
                              {u"phone_number"_s, u"call me"_s},
                              {u"llm_provider"_s, u"acme"_s},
                              {u"wings"_s, 2},
                              {u"idle_timeout"_s, 0},
                              {u"llm_provider_config"_s, QJsonObject{{u"temperature"_s, 9}}},
                              {u"tts_settings"_s, QJsonObject{{u"provider"_s, u"anthropic"_s}}},
                              {u"interruption_settings"_s, QJsonObject{{u"loud"_s, true}}}},
                             m_owner);
    QCOMPARE(shape.status, 422);
    QCOMPARE(wrong(shape),
             (QStringList{u"idle_timeout"_s, u"interruption_settings.loud"_s, u"llm_provider"_s,
                          u"llm_provider_config.temperature"_s, u"name"_s, u"phone_number"_s,
                          u"tts_settings.provider"_s, u"wings"_s}));
    // What only the provider can tell.
    const Reply settings
        = make({{u"name"_s, u"x"_s},
                {u"llm_provider"_s, u"anthropic"_s},
                {u"llm_provider_config"_s,
                 QJsonObject{{u"model"_s, u"gpt-4o"_s}, {u"temperature"_s, 1.5}, {u"presence_penalty"_s, 1}}},
                {u"tts_settings"_s,
                 QJsonObject{{u"provider"_s, u"openai"_s}, {u"voice"_s, u"nobody"_s}, {u"sample_rate"_s, 8000}}},
                {u"stt_settings"_s, QJsonObject{{u"model"_s, u"whisper-1"_s}, {u"language"_s, u"plain English"_s}}}},
               m_owner);
    QCOMPARE(settings.status, 422);
    QCOMPARE(wrong(settings),
             (QStringList{u"llm_provider_config.model"_s, u"llm_provider_config.presence_penalty"_s,
                          u"llm_provider_config.temperature"_s, u"stt_settings.language"_s, u"stt_settings.model"_s,
                          u"tts_settings.sample_rate"_s, u"tts_settings.voice"_s}));
    QCOMPARE(wrong(make({}, m_owner)), QStringList{u"name"_s});
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM agents"_s), 0);
    const Reply made = make(named(u"x"_s), m_owner);
    const Reply patch
        = m_world->send(Method::Patch, "/api/v1/agents/" + idOf(made), m_owner, {{u"id"_s, u"agent_mine"_s}});
    QCOMPARE(patch.status, 422);
    QCOMPARE(wrong(patch), QStringList{u"id"_s});
}

void TestAgents::changesMergeWithinGroups()
{
    QJsonObject body = diwaar();
    body.insert(u"system_prompt"_s, u"Be kind."_s);
    body.insert(u"interruption_settings"_s, QJsonObject{{u"min_words"_s, 4}, {u"backoff"_s, 2}});
    const Reply made = make(body, m_owner);
    (*m_world)->pass(std::chrono::seconds(5));
    const Reply changed = m_world->send(
        Method::Patch, "/api/v1/agents/" + idOf(made), m_owner,
        {{u"llm_provider_config"_s, QJsonObject{{u"temperature"_s, 0.2}}},
         {u"interruption_settings"_s, QJsonObject{{u"backoff"_s, QJsonValue::Null}, {u"enabled"_s, false}}},
         {u"first_message"_s, u"Hello"_s}});
    QCOMPARE(changed.status, 200);
    QJsonObject expected = made.data();
    expected.insert(
        u"llm_provider_config"_s,
        QJsonObject{{u"api_key"_s, u"****_key"_s}, {u"model"_s, u"gpt-4o-mini"_s}, {u"temperature"_s, 0.2}});
    expected.insert(u"interruption_settings"_s, QJsonObject{{u"min_words"_s, 4}, {u"enabled"_s, false}});
    expected.insert(u"first_message"_s, u"Hello"_s);
    expected.insert(u"updated_at"_s, u"2023-11-14T22:13:25.000Z"_s);
    QCOMPARE(changed.data(), expected);
    QCOMPARE((*m_world)->get("/api/v1/agents/" + idOf(made), m_owner).data(), expected);
}

void TestAgents::anotherProviderStartsAnew()
{
    const Reply made = make(diwaar(), m_owner);
    const QByteArray path = "/api/v1/agents/" + idOf(made);
    const Reply moved = m_world->send(Method::Patch, path, m_owner, {{u"llm_provider"_s, u"groq"_s}});
    QCOMPARE(moved.data()["llm_provider_config"_L1].toObject(),
             (QJsonObject{{u"model"_s, u"llama-3.3-70b-versatile"_s}}));
    QCOMPARE(secretOf(made), QString()); // a key of OpenAI's is not sent to Groq
    const Reply spoken
        = m_world->send(Method::Patch, path, m_owner, {{u"tts_settings"_s, QJsonObject{{u"provider"_s, u"openai"_s}}}});
    QCOMPARE(spoken.data()["tts_settings"_L1].toObject(),
             (QJsonObject{{u"model"_s, u"gpt-4o-mini-tts"_s}, {u"provider"_s, u"openai"_s}, {u"voice"_s, u"alloy"_s}}));
}

void TestAgents::replacingForgetsWhatIsNotSent()
{
    QJsonObject body = diwaar();
    body.insert(u"system_prompt"_s, u"Be kind."_s);
    body.insert(u"idle_timeout"_s, 99);
    const Reply made = make(body, m_owner);
    const QByteArray path = "/api/v1/agents/" + idOf(made);
    const Reply put = m_world->send(Method::Put, path, m_owner, named(u"Plain"_s));
    QCOMPARE(put.status, 200);
    QCOMPARE(put.data()["system_prompt"_L1].toString(), QString());
    QCOMPARE(put.data()["phone_number"_L1].toString(), QString());
    QCOMPARE(put.data()["idle_timeout"_L1].toInt(), 10);
    QCOMPARE(put.data()["created_at"_L1], made.data()["created_at"_L1]);
    QCOMPARE(secretOf(made), QString());
    QCOMPARE(m_world->send(Method::Put, path, m_owner, {{u"description"_s, u"no name"_s}}).status, 422);
}

void TestAgents::ownAgentsAndSharedAssistants()
{
    const Reply mine = make(named(u"Ada's"_s), m_owner);
    const Reply theirs = make(named(u"Max's"_s), m_member);
    QCOMPARE(names((*m_world)->get("/api/v1/agents", m_owner)), QStringList{u"Ada's"_s});
    QCOMPARE(names((*m_world)->get("/api/v1/agents", m_member)), QStringList{u"Max's"_s});
    QCOMPARE(names((*m_world)->get("/api/v1/assistants?sort=name", m_owner)), (QStringList{u"Ada's"_s, u"Max's"_s}));
    QCOMPARE(names((*m_world)->get("/api/v1/assistants?my_assistants_only=true", m_member)), QStringList{u"Max's"_s});
    const QByteArray own = "/api/v1/agents/" + idOf(mine);
    QCOMPARE((*m_world)->get(own, m_member).status, 404);
    QCOMPARE(m_world->send(Method::Patch, own, m_member, named(u"stolen"_s)).status, 404);
    QCOMPARE(m_world->send(Method::Delete, own, m_member).status, 404);
    const QByteArray shared = "/api/v1/assistants/" + idOf(mine);
    QCOMPARE((*m_world)->get(shared, m_member).status, 200);
    const Reply changed = m_world->send(Method::Patch, shared, m_member, named(u"Ours"_s));
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data()["user_id"_L1], mine.data()["user_id"_L1]); // it stays its maker's
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/assistants/" + idOf(theirs), m_owner).status, 200);
    QCOMPARE(names((*m_world)->get("/api/v1/agents", m_member)), QStringList{});
}

void TestAgents::foreignTenantsSeeNothing_data()
{
    QTest::addColumn<QByteArray>("collection");
    QTest::newRow("agents") << QByteArray("/api/v1/agents");
    QTest::newRow("assistants") << QByteArray("/api/v2/assistants");
}

void TestAgents::foreignTenantsSeeNothing()
{
    QFETCH(QByteArray, collection);
    const Reply made = make(diwaar(), m_owner);
    const QByteArray path = collection + '/' + idOf(made);
    QCOMPARE(names((*m_world)->get(collection, m_stranger)), QStringList{});
    QCOMPARE(names((*m_world)->get(collection + "?search=assistant", m_stranger)), QStringList{});
    QCOMPARE((*m_world)->get(path, m_stranger).status, 404);
    QCOMPARE(m_world->send(Method::Put, path, m_stranger, diwaar()).status, 404);
    QCOMPARE(m_world->send(Method::Patch, path, m_stranger, named(u"x"_s)).status, 404);
    QCOMPARE(m_world->send(Method::Delete, path, m_stranger).status, 404);
    if (collection.endsWith("assistants")) {
        QCOMPARE(m_world->send(Method::Patch, path + "/status", m_stranger, {{u"status"_s, u"inactive"_s}}).status,
                 404);
        QCOMPARE((*m_world)->get(collection + "/count", m_stranger).data()["count"_L1].toInt(), 0);
    }
    QCOMPARE((*m_world)->get(path, m_owner).data(), made.data());
}

void TestAgents::listsFilterSearchAndPage()
{
    allow(Owner, 20);
    for (int i = 0; i < 7; ++i) {
        (*m_world)->pass(std::chrono::seconds(1));
        make({{u"name"_s, u"Agent %1"_s.arg(QChar(u'G' - i))},
              {u"llm_provider"_s, i % 2 ? u"groq"_s : u"openai"_s},
              {u"status"_s, i < 2 ? u"inactive"_s : u"active"_s},
              {u"description"_s, i == 3 ? u"Empfängt ÄRZTE"_s : QString()},
              {u"phone_number"_s, i == 4 ? u"+4930123456"_s : QString()}},
             m_owner);
    }
    make(named(u"Agent of another"_s), m_stranger);
    const auto found
        = [this](const QByteArray &query) { return names((*m_world)->get("/api/v1/agents?" + query, m_owner)); };
    QCOMPARE(found({}).first(), u"Agent A"_s); // the newest first
    QCOMPARE(found("sort=created_at").first(), u"Agent G"_s);
    QCOMPARE(found("sort=-name").first(), u"Agent G"_s);
    QCOMPARE(found("llm_provider=groq").size(), 3);
    QCOMPARE(found("status=inactive&sort=name"), (QStringList{u"Agent F"_s, u"Agent G"_s}));
    QCOMPARE(found("status=inactive&llm_provider=groq"), QStringList{u"Agent F"_s});
    QCOMPARE(found("search=%C3%A4rzte"), QStringList{u"Agent D"_s});
    QCOMPARE(found("search=30123"), QStringList{u"Agent C"_s});
    QCOMPARE(found("search=AGENT&status=active").size(), 5);
    QCOMPARE(found("search=%25").size(), 0);
    for (const QByteArray &sort : {QByteArray("name"), QByteArray("-created_at"), QByteArray("-updated_at")}) {
        QStringList paged;
        QByteArray cursor;
        for (int page = 0; page < 4; ++page) {
            const QByteArray query = "?limit=3&sort=" + sort + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor);
            const Reply reply = (*m_world)->get("/api/v1/assistants" + query, m_member);
            QCOMPARE(reply.status, 200);
            paged += names(reply);
            cursor = reply.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
            if (cursor.isEmpty())
                break;
        }
        QCOMPARE(paged, names((*m_world)->get("/api/v1/assistants?sort=" + sort, m_member)));
        QCOMPARE(paged.size(), 7);
    }
    const Reply page = (*m_world)->get("/api/v1/assistants?limit=2&page=2&search=agent", m_owner);
    QCOMPARE(page.json["pagination"_L1]["total"_L1].toInt(), 7);
    QCOMPARE(page.json["pagination"_L1]["hasPrev"_L1], QJsonValue(true));
    for (const QByteArray &bad :
         {QByteArray("status=sleeping"), QByteArray("llm_provider=acme"), QByteArray("sort=secret"),
          QByteArray("limit=0"), QByteArray("my_assistants_only=perhaps")})
        QCOMPARE((*m_world)->get("/api/v1/assistants?" + bad, m_owner).status, 400);
}

void TestAgents::longListsAreSearchedToo()
{
    // More rows than are looked at one by one: the index answers, and still only of the own tenant.
    const QString organization = make(named(u"First"_s), m_owner).data()["organization_id"_L1].toString();
    const QString user = (*m_world)->get("/api/v1/auth/profile", m_owner).data()["id"_L1].toString();
    make(named(u"needle of another tenant"_s), m_stranger);
    constexpr int Many = identity::KeysetList::FewHits + 5;
    (*m_world)->execute(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO agents (id, "
        "organization_id, user_id, name, sort_name, llm_provider, status, search_text, created_at, updated_at) "
        "SELECT 'agent_' || i, '%2', '%3', 'Row ' || i, 'row ' || i, CASE WHEN i = 77 THEN 'xai' ELSE 'groq' END, "
        "'active', CASE WHEN i = 4321 THEN 'a needle' ELSE 'row ' || i END, i, i FROM n"_s.arg(Many)
            .arg(organization, user));
    const auto found
        = [this](const QByteArray &query) { return names((*m_world)->get("/api/v1/assistants?" + query, m_owner)); };
    QCOMPARE(found("search=needle"), QStringList{u"Row 4321"_s});
    QCOMPARE(found("llm_provider=xai"), QStringList{u"Row 77"_s});
    QCOMPARE(found("search=row&limit=2&sort=-created_at").size(), 2);
    QCOMPARE((*m_world)->get("/api/v1/assistants/count", m_owner).data()["count"_L1].toInt(), Many + 1);
}

void TestAgents::countsFollow()
{
    allow(Owner, 10);
    const auto count = [this](const QByteArray &query = {}) {
        return (*m_world)->get("/api/v1/assistants/count" + query, m_owner).data()["count"_L1].toInt();
    };
    QCOMPARE(count(), 0);
    make(named(u"a"_s), m_owner);
    const QByteArray id = idOf(make({{u"name"_s, u"b"_s}, {u"llm_provider"_s, u"groq"_s}}, m_owner));
    make(named(u"c"_s), m_member);
    make(named(u"d"_s), m_stranger);
    QCOMPARE(count(), 3);
    QCOMPARE(count("?my_assistants_only=true"), 2);
    QCOMPARE(count("?llm_provider=groq"), 1);
    m_world->send(Method::Patch, "/api/v1/assistants/" + id, m_owner,
                  {{u"status"_s, u"inactive"_s}, {u"llm_provider"_s, u"xai"_s}});
    QCOMPARE(count("?llm_provider=groq"), 0);
    QCOMPARE(count("?llm_provider=xai&status=inactive"), 1);
    QCOMPARE(count("?status=active&my_assistants_only=true"), 1);
    m_world->send(Method::Delete, "/api/v1/assistants/" + id, m_owner);
    QCOMPARE(count(), 2);
}

void TestAgents::statusIsToggled()
{
    const QByteArray id = idOf(make(diwaar(), m_owner));
    const QByteArray path = "/api/v1/assistants/" + id + "/status";
    const Reply off = m_world->send(Method::Patch, path, m_member, {{u"status"_s, u"inactive"_s}});
    QCOMPARE(off.status, 200);
    QCOMPARE(off.data()["status"_L1].toString(), u"inactive"_s);
    QCOMPARE(m_world->send(Method::Patch, path, m_member, {{u"status"_s, u"active"_s}}).data()["status"_L1].toString(),
             u"active"_s);
    QCOMPARE(m_world->send(Method::Patch, path, m_member, {{u"status"_s, u"asleep"_s}}).status, 422);
    QCOMPARE(m_world->send(Method::Patch, path, m_member, {}).status, 422);
    QCOMPARE(m_world->send(Method::Get, path, m_member).status, 405);
}

void TestAgents::staleChangesAreRefused()
{
    const Reply made = make(diwaar(), m_owner);
    const QByteArray path = "/api/v1/agents/" + idOf(made);
    http::Headers match;
    match.add("If-Match", made.headers.value("ETag"));
    (*m_world)->pass(std::chrono::seconds(1));
    const Reply first = m_world->send(Method::Patch, path, m_owner, named(u"One"_s), match);
    QCOMPARE(first.status, 200);
    QCOMPARE(m_world->send(Method::Patch, path, m_owner, named(u"Two"_s), match).status, 412);
    QCOMPARE(m_world->send(Method::Put, path, m_owner, named(u"Two"_s), match).status, 412);
    QCOMPARE(m_world->send(Method::Delete, path, m_owner, {}, match).status, 412);
    http::Headers fresh;
    fresh.add("If-Match", first.headers.value("ETag"));
    QCOMPARE(m_world->send(Method::Delete, path, m_owner, {}, fresh).status, 200);
    QCOMPARE(m_world->send(Method::Delete, path, m_owner).status, 404);
}

/// By what is sent for a version as by what the audit log tells.
void TestAgents::whatAnotherServerChangesIsSeen()
{
    if ((*m_world)->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    (*m_world)->makeUser(u"root@agents.example"_s, Role::Admin);
    const QByteArray admin = (*m_world)->tokenOf(u"root@agents.example"_s);
    const QByteArray id = idOf(make(diwaar(), m_owner));
    const QByteArray anywhere = "/api/v1/admin/agents/" + id;
    const QByteArray own = "/api/v1/agents/" + id;
    // Answers what the agent was, once another server is about to call it otherwise.
    std::unique_ptr<OtherServer> other;
    const auto match = [&](const QString &newName) {
        http::Headers uncached;
        uncached.add("Cache-Control", "no-cache");
        http::Headers same;
        same.add("If-Match", m_world->send(Method::Get, anywhere, admin, {}, uncached).headers.value("ETag"));
        std::atomic<bool> written = false;
        other = std::make_unique<OtherServer>((*m_world)->database(), [&, newName](store::Connection &c) {
            const auto set = c.execute(u"UPDATE agents SET name = ?, revision = revision + 1 WHERE id = ?"_s,
                                       {newName, QString::fromLatin1(id)});
            written = true;
            return set && OtherServer::isAwaited(c);
        });
        if (!QTest::qWaitFor([&written] { return written.load(); }))
            qFatal("another server does not write");
        return same;
    };
    const auto told = [this](const QString &action, const QString &name) {
        return (*m_world)->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = ? AND before_json LIKE ?"_s,
                                  {action, QString(u"%\""_s + name + u"\"%"_s)});
    };
    const QJsonObject inactive{{u"status"_s, u"inactive"_s}};
    QCOMPARE(m_world->send(Method::Patch, anywhere, admin, inactive, match(u"One"_s)).status, 412);
    QVERIFY(other->hasWritten());
    QCOMPARE(m_world->send(Method::Delete, anywhere, admin, {}, match(u"Two"_s)).status, 412);
    QVERIFY(other->hasWritten());
    match(u"Three"_s);
    QCOMPARE(m_world->send(Method::Patch, own, m_owner, named(u"Ours"_s)).status, 200);
    QVERIFY(other->hasWritten());
    QCOMPARE(told(u"agent.updated"_s, u"Three"_s), 1);
    match(u"Four"_s);
    QCOMPARE(m_world->send(Method::Delete, own, m_owner).status, 200);
    QVERIFY(other->hasWritten());
    QCOMPARE(told(u"agent.deleted"_s, u"Four"_s), 1);
}

void TestAgents::cachedListsAreNeverStale()
{
    const auto list = [this] { return (*m_world)->get("/api/v1/assistants", m_owner); };
    QCOMPARE(list().headers.value("X-Cache"), QByteArray("MISS"));
    QCOMPARE(list().headers.value("X-Cache"), QByteArray("HIT"));
    const QByteArray id = idOf(make(named(u"New"_s), m_member));
    QCOMPARE(names(list()), QStringList{u"New"_s});
    m_world->send(Method::Patch, "/api/v1/assistants/" + id, m_owner, named(u"Newer"_s));
    QCOMPARE(names(list()), QStringList{u"Newer"_s});
    QCOMPARE(list().headers.value("X-Cache"), QByteArray("HIT"));
    m_world->send(Method::Delete, "/api/v1/assistants/" + id, m_owner);
    QCOMPARE(names(list()), QStringList{});
}

void TestAgents::administratorsSeeAll()
{
    (*m_world)->makeUser(u"root@agents.example"_s, Role::Admin);
    (*m_world)->makeUser(u"help@agents.example"_s, Role::Support);
    const QByteArray admin = (*m_world)->tokenOf(u"root@agents.example"_s);
    const QByteArray support = (*m_world)->tokenOf(u"help@agents.example"_s);
    const Reply made = make(diwaar(), m_owner);
    make(named(u"Eve's"_s), m_stranger);
    const QByteArray path = "/api/v1/admin/agents";
    QCOMPARE((*m_world)->get(path, m_owner).status, 403);
    const Reply all = (*m_world)->get(path + "?sort=name", support);
    QCOMPARE(names(all), (QStringList{u"Eve's"_s, u"My Assistant"_s}));
    QCOMPARE(all.json["pagination"_L1]["total"_L1].toInt(), 2);
    QCOMPARE(all.json["data"_L1][1]["user_email"_L1].toString(), Owner);
    QCOMPARE(all.json["data"_L1][1]["organization_name"_L1].toString(), u"ada"_s);
    const QByteArray organization = made.data()["organization_id"_L1].toString().toLatin1();
    const QByteArray user = made.data()["user_id"_L1].toString().toLatin1();
    const QByteArrayList queries{"?organization_id=" + organization,
                                 "?user_id=" + user,
                                 "?user_id=" + user + "&organization_id=" + organization,
                                 "?search=my%20assistant",
                                 "?search=assist&organization_id=" + organization,
                                 "?search=1234567890"};
    for (const QByteArray &query : queries)
        QCOMPARE(names((*m_world)->get(path + query, support)), QStringList{u"My Assistant"_s});
    QCOMPARE(names((*m_world)->get(path + "?llm_provider=groq", support)), QStringList{});
    QCOMPARE(names((*m_world)->get(path + "?llm_provider=openai&status=active", support)).size(), 2);
    const QByteArray one = path + '/' + idOf(made);
    const Reply read = (*m_world)->get(one, support);
    QCOMPARE(read.data()["user_email"_L1].toString(), Owner);
    QVERIFY(!read.body.contains("your_openai_key"));
    QCOMPARE(m_world->send(Method::Patch, one, support, named(u"x"_s)).status, 403);
    QCOMPARE(m_world->send(Method::Delete, one, support).status, 403);
    http::Headers match;
    match.add("If-Match", read.headers.value("ETag"));
    const Reply changed = m_world->send(Method::Patch, one, admin, {{u"status"_s, u"inactive"_s}}, match);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data()["organization_name"_L1].toString(), u"ada"_s);
    QCOMPARE((*m_world)->get("/api/v1/agents/" + idOf(made), m_owner).data()["status"_L1].toString(), u"inactive"_s);
    (*m_world)->pass(std::chrono::seconds(1));
    m_world->send(Method::Patch, one, admin, named(u"again"_s));
    QCOMPARE(m_world->send(Method::Delete, one, admin, {}, match).status, 412);
    QCOMPARE(m_world->send(Method::Delete, one, admin).status, 200);
    QCOMPARE((*m_world)->get(one, admin).status, 404);
}

void TestAgents::agentsOutliveTheirMaker()
{
    (*m_world)->makeUser(u"root@agents.example"_s, Role::Admin);
    const QByteArray admin = (*m_world)->tokenOf(u"root@agents.example"_s);
    const auto id = [this](const QByteArray &token) {
        return (*m_world)->get("/api/v1/auth/profile", token).data()["id"_L1].toString().toLatin1();
    };
    const QByteArray owner = id(m_owner);
    const QByteArray stranger = id(m_stranger);
    const Reply made = make(diwaar(), m_member);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/admin/users/" + id(m_member), admin).status, 200);
    const Reply kept = (*m_world)->get("/api/v1/agents/" + idOf(made), m_owner);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.data()["user_id"_L1].toString().toLatin1(), owner);
    QCOMPARE(secretOf(made), u"your_openai_key"_s);
    QCOMPARE((*m_world)->number(u"SELECT agent_count FROM users WHERE email = ?"_s, {Owner}), 1);
    // With its last member an organisation goes, and what it had.
    make(diwaar(), m_stranger);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/admin/users/" + stranger, admin).status, 200);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/admin/users/" + owner, admin).status, 200);
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM agents"_s), 0);
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets"_s), 0);
    QCOMPARE((*m_world)->number(u"SELECT SUM(n) FROM agent_totals"_s), 0);
}

void TestAgents::providersAreDescribed()
{
    const Reply reply = (*m_world)->get("/api/v1/assistants/providers", m_owner);
    QCOMPARE(reply.status, 200);
    QStringList llm;
    for (const QJsonValue provider : reply.data()["providers"_L1].toArray()) {
        if (provider["kinds"_L1].toArray().contains(u"llm"_s))
            llm << provider["name"_L1].toString();
    }
    QCOMPARE(llm, (QStringList{u"openai"_s, u"anthropic"_s, u"gemini"_s, u"xai"_s, u"groq"_s}));
    // What the description says of a field holds for a request.
    for (const QJsonValue group : reply.data()["groups"_L1].toArray()) {
        if (group["path"_L1].toString() != u"llm_provider_config"_s)
            continue;
        QCOMPARE(group["provider_field"_L1].toString(), u"llm_provider"_s);
        for (const QJsonValue provider : group["providers"_L1].toArray()) {
            for (const QJsonValue field : provider["fields"_L1].toArray()) {
                if (!field["max"_L1].isDouble())
                    continue;
                const auto made = [&](const QJsonValue &value) {
                    const QJsonObject config{{field["name"_L1].toString(), value}};
                    return make({{u"name"_s, u"x"_s},
                                 {u"llm_provider"_s, provider["name"_L1]},
                                 {u"llm_provider_config"_s, config}},
                                m_owner);
                };
                const Reply most = made(field["max"_L1]);
                QCOMPARE(most.status, 201);
                m_world->send(Method::Delete, "/api/v1/agents/" + idOf(most), m_owner);
                QCOMPARE(made(field["max"_L1].toDouble() + 1).status, 422);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestAgents)
#include "tst_agents.moc"
