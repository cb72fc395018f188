// SPDX-License-Identifier: GPL-3.0-or-later
// Agents, provider keys, access keys and calls as they cross the wire.
#include "services/api/accesskeysapi.h"
#include "services/api/agentsapi.h"
#include "services/api/callsapi.h"
#include "services/api/providerkeysapi.h"
#include "tests/services/apisetup.h"

namespace
{
FakeAnswer success(const char *data)
{
    FakeAnswer answer = FakeAnswer::json({{u"success"_s, true}, {u"data"_s, parsed(data)}});
    answer.headers.emplaceBack("ETag", "\"7\"");
    return answer;
}

constexpr char AgentJson[] = R"({"id":"agent_1","name":"Front desk","description":"d","organization_id":"org_1",
    "organization_name":"Northwind","user_id":"user_1","user_email":"a@example.com","phone_number":"+4930123456",
    "llm_provider":"openai","llm_provider_config":{"model":"gpt-4o-mini","api_key":"****9f2c"},"system_prompt":"Be kind.",
    "status":"inactive","created_at":"2026-01-02T03:04:05.678Z","updated_at":"2026-02-03T04:05:06.000Z"})";

constexpr char CatalogJson[] = R"({"currency":"USD","providers":[],"groups":[
    {"name":"tts_settings","path":"tts_settings","label":"Voice","kind":"tts","provider_field":"tts_settings.provider",
     "default_provider":"deepgram","fields":[],"providers":[{"name":"deepgram","label":"Deepgram","fields":[
        {"name":"voice","label":"Voice","help":"Who speaks","type":"text","min":null,"max":null,"step":null,
         "max_length":null,"default":null,"required":true,"secret":false,"multiline":false,
         "choices":[{"value":"thalia","label":"Thalia","deprecated":true}]},
        {"name":"speed","label":"Speed","help":"","type":"number","min":0.25,"max":4,"step":0.05,"max_length":null,
         "default":1,"required":false,"secret":false,"multiline":false,"choices":[]},
        {"name":"api_key","label":"Own key","help":"","type":"text","min":null,"max":null,"step":null,"max_length":500,
         "default":null,"required":false,"secret":true,"multiline":false,"choices":[]}]}]},
    {"name":"agent","path":"","label":"Conversation","kind":null,"provider_field":null,"default_provider":null,
     "fields":[{"name":"system_prompt","label":"Instructions","help":"","type":"text","min":null,"max":null,"step":null,
        "max_length":32768,"default":"","required":false,"secret":false,"multiline":true,"choices":[]},
        {"name":"idle_timeout","label":"Idle after","help":"","type":"integer","min":1,"max":600,"step":1,
        "max_length":null,"default":10,"required":false,"secret":false,"multiline":false,"choices":[]}],
     "providers":[]}]})";
}

class TestAgentApis : public QObject
{
    Q_OBJECT

private slots:
    void agentsArePagedAcrossTenants()
    {
        Setup s([](const FakeRequest &) { return list(QByteArray('[' + QByteArray(AgentJson) + ']').constData()); });
        AgentsApi agents(s.client);
        const auto page = s.wait(agents.fetch({.filters = {{u"llm_provider"_s, u"openai"_s}, {u"search"_s, {}}},
                                               .sort = u"-created_at"_s,
                                               .cursor = u"c"_s}));
        QVERIFY(bool(page));
        QCOMPARE(s.last().path, u"/api/v2/admin/agents"_s);
        QCOMPARE(s.last().query.queryItemValue(u"llm_provider"_s), u"openai"_s);
        QCOMPARE(s.last().query.queryItemValue(u"cursor"_s), u"c"_s);
        QVERIFY(!s.last().query.hasQueryItem(u"search"_s));
        QCOMPARE(page->total, std::optional<qint64>(41));
        QCOMPARE(page->next, u"next"_s);
        const Agent &a = page->items.first();
        QCOMPARE(a.id, u"agent_1"_s);
        QCOMPARE(a.organizationName, u"Northwind"_s);
        QCOMPARE(a.userEmail, u"a@example.com"_s);
        QCOMPARE(a.model, u"gpt-4o-mini"_s);
        QVERIFY(!a.active);
        QCOMPARE(a.updatedAt, QDateTime({2026, 2, 3}, {4, 5, 6}, Qt::UTC));
        QCOMPARE(valueAt(a.members, u"llm_provider_config.api_key"_s).toString(), u"****9f2c"_s);
    }

    void anAgentIsMadeInTheOwnOrganisationAndChangedAsItWasRead()
    {
        Setup s([](const FakeRequest &) { return success(AgentJson); });
        AgentsApi agents(s.client);
        const QJsonObject members{{u"name"_s, u"Front desk"_s}};
        const auto made = s.wait(agents.create(members));
        QVERIFY(bool(made));
        QCOMPARE(s.last().method, "POST");
        QCOMPARE(s.last().path, u"/api/v2/assistants"_s);
        QCOMPARE(s.last().json(), members);
        QCOMPARE(made->etag, "\"7\"");
        const auto changed = s.wait(agents.update(u"agent/1"_s, members, made->etag));
        QVERIFY(bool(changed));
        QCOMPARE(s.last().method, "PATCH");
        QCOMPARE(s.last().path, u"/api/v2/admin/agents/agent/1"_s);
        QCOMPARE(s.last().headers.value("if-match"), "\"7\"");
        QVERIFY(bool(s.wait(agents.setActive(u"agent_1"_s, false))));
        QCOMPARE(s.last().json(), QJsonObject({{u"status"_s, u"inactive"_s}}));
        QVERIFY(bool(s.wait(agents.remove(u"agent_1"_s))));
        QCOMPARE(s.last().method, "DELETE");
    }

    void theLimitIsFoundBeforeItIsHit()
    {
        Setup s([](const FakeRequest &) { return success(R"({"count":9})"); });
        AgentsApi agents(s.client);
        const auto count = s.wait(agents.ownCount());
        QVERIFY(bool(count));
        QCOMPARE(*count, 9);
        QCOMPARE(s.last().path, u"/api/v2/assistants/count"_s);
        QCOMPARE(s.last().query.queryItemValue(u"my_assistants_only"_s), u"true"_s);
        s.server.handler = [](const FakeRequest &) { return success(R"({})"); };
        QVERIFY(s.wait(agents.ownCount()).error() == ErrorCode::InvalidAnswer); // not said is not 0
    }

    void theRegistryBecomesAForm()
    {
        Setup s([](const FakeRequest &) { return success(CatalogJson); });
        AgentsApi agents(s.client);
        const auto catalog = s.wait(agents.catalog());
        QVERIFY(bool(catalog));
        QCOMPARE(s.last().path, u"/api/v2/assistants/providers"_s);
        QCOMPARE(catalog->groups.size(), 2);
        const SettingGroup &voice = catalog->groups.first();
        QCOMPARE(voice.key, u"tts_settings"_s);
        QCOMPARE(voice.providerKey, u"tts_settings.provider"_s);
        QCOMPARE(voice.standardProvider, u"deepgram"_s);
        const QList<SettingField> &fields = voice.providers.first().fields;
        using Kind = SettingField::Kind;
        QCOMPARE(fields.at(0).kind, Kind::Choice);
        QVERIFY(fields.at(0).required && fields.at(0).choices.first().deprecated);
        QCOMPARE(fields.at(1).kind, Kind::Decimal);
        QCOMPARE(fields.at(1).maximum, std::optional<double>(4));
        QCOMPARE(fields.at(1).standard.toDouble(), 1.0);
        QCOMPARE(fields.at(2).kind, Kind::Secret);
        const SettingGroup &talk = catalog->groups.last();
        QVERIFY(talk.key.isEmpty() && talk.providerKey.isEmpty());
        QCOMPARE(talk.fields.at(0).kind, Kind::LongText);
        QCOMPARE(talk.fields.at(0).maxLength, 32768);
        QCOMPARE(talk.fields.at(1).kind, Kind::Integer);
    }

    void secretsAreNotKeptForTheCurlLine()
    {
        Setup s([](const FakeRequest &) { return success(R"({"organization_id":"org_1"})"); });
        ProviderKeysApi keys(s.client);
        QVERIFY(bool(s.wait(keys.save(u"groq"_s, u"gsk_not_real"_s, true))));
        QCOMPARE(s.last().path, u"/api/v2/api-keys"_s);
        QCOMPARE(s.last().json(),
                 QJsonObject({{u"provider"_s, u"groq"_s}, {u"api_key"_s, u"gsk_not_real"_s}, {u"is_active"_s, true}}));
        QVERIFY(s.client.lastRequestAsCurl().isEmpty());
        QVERIFY(bool(s.wait(keys.remove(u"groq"_s))));
        QCOMPARE(s.last().path, u"/api/v2/api-keys/groq"_s);
    }

    void keysOfEveryTenantAreRead()
    {
        Setup s([](const FakeRequest &) {
            return list(R"([{"organization_id":"org_1","organization_name":"Northwind","providers":{
                "groq":{"configured":true,"is_active":true,"last_used":"2024-01-01T00:00:00.000Z","fingerprint":"ab12",
                    "last4":"9f2c","updated_at":"2024-01-01T00:00:00.000Z",
                    "last_test":{"ok":false,"at":"2024-01-02T00:00:00.000Z","message":"refused"}},
                "deepgram":{"configured":false,"is_active":false,"last_used":null}}}])");
        });
        ProviderKeysApi keys(s.client);
        const auto page = s.wait(keys.fetch({.filters = {{u"organization_id"_s, u"org_1"_s}}}));
        QVERIFY(bool(page));
        QCOMPARE(s.last().path, u"/api/v2/admin/api-keys/status"_s);
        const ProviderKeyRow &row = page->items.first();
        const ProviderKey groq = row.keys.value(u"groq"_s);
        QVERIFY(groq.configured && groq.active);
        QCOMPARE(groq.lastFour, u"9f2c"_s);
        QCOMPARE(groq.lastUsedAt, QDateTime({2024, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(groq.lastTest && !groq.lastTest->ok);
        QCOMPARE(groq.lastTest->message, u"refused"_s);
        QVERIFY(!row.keys.value(u"deepgram"_s).configured);
        QVERIFY(!row.keys.value(u"deepgram"_s).lastUsedAt.isValid());
    }

    void aRefusedTestIsAResult()
    {
        Setup s([](const FakeRequest &) {
            return success(R"({"provider":"groq","ok":false,"result":"refused","message":"401",
                "at":"2024-01-02T00:00:00.000Z","latency_ms":12})");
        });
        ProviderKeysApi keys(s.client);
        const auto test = s.wait(keys.test(u"groq"_s));
        QVERIFY(bool(test));
        QCOMPARE(s.last().path, u"/api/v2/api-keys/groq/test"_s);
        QVERIFY(!test->ok);
        QCOMPARE(test->message, u"401"_s);
    }

    void anAccessKeysSecretComesOnce()
    {
        Setup s([](const FakeRequest &) {
            return success(R"({"id":"key_1","name":"CRM","permissions":"write","rate_limit_per_hour":500,
                "expires_at":"2027-01-01T00:00:00.000Z","created_at":"2026-01-01T00:00:00.000Z","last_used_at":null,
                "key":"vxd_key_1_secret"})");
        });
        AccessKeysApi keys(s.client);
        const auto made = s.wait(keys.create(
            {.name = u"CRM"_s, .permission = KeyPermission::Write, .requestsPerHour = 500, .expiresAt = {}}));
        QVERIFY(bool(made));
        QCOMPARE(made->secret, u"vxd_key_1_secret"_s);
        QCOMPARE(made->key.permission, KeyPermission::Write);
        QCOMPARE(made->key.requestsPerHour, std::optional<int>(500));
        QVERIFY(!made->key.lastUsedAt.isValid());
        QCOMPARE(s.last().json(),
                 QJsonObject({{u"name"_s, u"CRM"_s}, {u"permissions"_s, u"write"_s}, {u"rate_limit_per_hour"_s, 500}}));
        // Only what is changed is sent; what is taken away from a key as null.
        QVERIFY(bool(s.wait(keys.update(u"key_1"_s, {.name = u"CRM"_s}))));
        QCOMPARE(s.last().method, "PATCH");
        QCOMPARE(s.last().json(), QJsonObject({{u"name"_s, u"CRM"_s}}));
        QVERIFY(bool(s.wait(keys.update(
            u"key_1"_s,
            {.permission = KeyPermission::Read, .requestsPerHour = std::optional<int>(), .expiresAt = QDateTime()}))));
        QCOMPARE(s.last().json(),
                 QJsonObject({{u"permissions"_s, u"read"_s},
                              {u"rate_limit_per_hour"_s, QJsonValue::Null},
                              {u"expires_at"_s, QJsonValue::Null}}));
        s.server.handler = [](const FakeRequest &) { return success(R"({"id":"key_1","name":"CRM"})"); };
        QVERIFY(s.wait(keys.rotate(u"key_1"_s, 24)).error() == ErrorCode::InvalidAnswer); // without its secret
        QCOMPARE(s.last().path, u"/api/v2/access-keys/key_1/rotate"_s);
        QVERIFY(bool(s.wait(keys.revoke(u"key_1"_s))));
        QCOMPARE(s.last().method, "DELETE");
    }

    void accessKeysOfOthersComeFromTheAdministratorsRoute()
    {
        Setup s([](const FakeRequest &) { return list(R"([{"id":"key_1","name":"CRM","permissions":"admin"}])"); });
        AccessKeysApi keys(s.client);
        QVERIFY(bool(s.wait(keys.fetch({}))));
        QCOMPARE(s.last().path, u"/api/v2/access-keys"_s);
        AccessKeysApi asAdministrator(s.client, [] { return u"org_1"_s; });
        QVERIFY(bool(s.wait(asAdministrator.fetch({}))));
        QCOMPARE(s.last().path, u"/api/v2/admin/organizations/org_1/access-keys"_s);
        const auto page = s.wait(asAdministrator.fetch({.filters = {{u"organization_id"_s, u"org_2"_s}}}));
        QVERIFY(bool(page));
        QCOMPARE(page->items.first().permission, KeyPermission::Admin);
        QCOMPARE(s.last().path, u"/api/v2/admin/organizations/org_2/access-keys"_s);
        QVERIFY(!s.last().query.hasQueryItem(u"organization_id"_s));
    }

    void aCallHasItsStory()
    {
        Setup s([](const FakeRequest &) {
            return success(
                R"({"id":"call_1","organization_id":"org_1","organization_name":"Northwind","agent_id":"agent_1",
                "assistant_id":"agent_1","assistant_name":"Front desk","carrier":"sandbox","direction":"outbound",
                "from_number":"+49301","to_number":"+49302","status":"no_answer","started_at":"2026-01-02T03:04:05.000Z",
                "ended_at":null,"duration_seconds":0,"cost":0.000123,"outcome":"","call_meta":{"campaign":"autumn"},
                "timeline":[{"type":"queued","at":"2026-01-02T03:04:00.000Z"}],
                "transcript":[{"role":"assistant","text":"Hello"}]})");
        });
        CallsApi calls(s.client);
        const auto call = s.wait(calls.get(u"call_1"_s));
        QVERIFY(bool(call));
        QCOMPARE(s.last().path, u"/api/v2/admin/calls/call_1"_s);
        QCOMPARE(call->status, CallStatus::NoAnswer);
        QCOMPARE(call->direction, CallDirection::Outbound);
        QVERIFY(call->sandbox);
        QCOMPARE(call->cost->toDecimal(), "0.000123");
        QCOMPARE(call->agentName, u"Front desk"_s);
        QCOMPARE(call->timeline.first().what, u"queued"_s);
        QCOMPARE(call->transcript.first().text, u"Hello"_s);
        QCOMPARE(call->meta.value("campaign"_L1).toString(), u"autumn"_s);
        s.server.handler = [](const FakeRequest &) { return success(R"({"id":"call_1","status":"teleported"})"); };
        QVERIFY(s.wait(calls.get(u"call_1"_s)).error() == ErrorCode::InvalidAnswer);
    }

    void aPeriodBecomesDays_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("start");
        QTest::newRow("today") << u"today"_s << u"2026-03-05"_s;
        QTest::newRow("week") << u"7d"_s << u"2026-02-27"_s;
        QTest::newRow("thirty days") << u"30d"_s << u"2026-02-04"_s;
        QTest::newRow("month") << u"month"_s << u"2026-03-01"_s;
    }
    void aPeriodBecomesDays()
    {
        QFETCH(QString, period);
        QFETCH(QString, start);
        const ApiRequest request = CallsApi::listRequest({.filters = {{u"period"_s, period}}}, {2026, 3, 5});
        QCOMPARE(request.query.value(u"start_date"_s), start);
        QVERIFY(!request.query.contains(u"period"_s));
        const ApiRequest chosen = CallsApi::listRequest(
            {.filters = {{u"period"_s, period}, {u"start_date"_s, u"2020-01-01"_s}}}, {2026, 3, 5});
        QCOMPARE(chosen.query.value(u"start_date"_s), u"2020-01-01"_s); // a chosen day counts more
    }

    void keysSayHowTheyStand()
    {
        const QDateTime now({2026, 1, 1}, {0, 0}, Qt::UTC);
        AccessKey key;
        QCOMPARE(stateOf(key, now), KeyState::Good);
        key.expiresAt = now.addDays(15);
        QCOMPARE(stateOf(key, now), KeyState::Good);
        key.expiresAt = now.addDays(14);
        QCOMPARE(stateOf(key, now), KeyState::ExpiresSoon);
        key.expiresAt = now;
        QCOMPARE(stateOf(key, now), KeyState::Expired);
        key.revokedAt = now;
        QCOMPARE(stateOf(key, now), KeyState::Revoked);
    }
};

QTEST_GUILESS_MAIN(TestAgentApis)
#include "tst_agentapis.moc"
