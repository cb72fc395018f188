// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in for the server behind the panes of agents, keys and calls.
#pragma once

#include "models/domain/accesskey.h"
#include "models/domain/agentdirectory.h"
#include "models/domain/async.h"
#include "models/domain/call.h"
#include "models/domain/providerkey.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Answers after a turn of the event loop, unless the fake died meanwhile.
class Later
{
protected:
    template<typename T, typename Answer>
    QFuture<Result<T>> later(Answer answer)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QTimer::singleShot(0, &m_alive, [promise, answer] {
            promise->addResult(answer());
            promise->finish();
        });
        return promise->future();
    }

private:
    QObject m_alive;
};

template<typename T>
Result<Page<T>> wholePage(const QList<T> &rows)
{
    Page<T> page;
    page.items = rows;
    page.total = rows.size();
    return page;
}

/// Agents a0 (of the own organisation "o"), a1 and a2 (of "other").
class FakeAgents : public AgentDirectory, private Later
{
public:
    QList<Agent> rows;
    QList<PageQuery> asked;
    QStringList changed; ///< in words
    QJsonObject sent; ///< the members of the last change
    QByteArray sentTag;
    std::optional<Error> failChange;
    std::optional<QJsonObject> conflicting; ///< members that somebody else saved meanwhile
    QByteArray etag = "\"1\"";
    SettingCatalog settings;
    qint64 count = 1;
    Result<ChatReply> reply = ChatReply{};
    QList<ChatTurn> said;

    FakeAgents()
    {
        for (int i = 0; i < 3; ++i) {
            Agent a;
            a.id = u'a' + QString::number(i);
            a.name = u"Agent %1"_s.arg(i);
            a.organizationId = i == 0 ? u"o"_s : u"other"_s;
            a.organizationName = i == 0 ? u"Mine"_s : u"Theirs"_s;
            a.llmProvider = u"openai"_s;
            a.members = {{u"name"_s, a.name},
                         {u"llm_provider"_s, u"openai"_s},
                         {u"llm_provider_config"_s,
                          QJsonObject{{u"model"_s, u"m1"_s}, {u"temperature"_s, 0.5}, {u"api_key"_s, u"****abcd"_s}}},
                         {u"first_message"_s, u"Hello"_s}};
            rows << a;
        }
        using Kind = SettingField::Kind;
        const auto model = [](const QString &name) {
            return SettingField{.key = u"model"_s,
                                .label = u"Model"_s,
                                .kind = Kind::Choice,
                                .choices = {{.value = name, .label = name}},
                                .required = true};
        };
        const SettingField temperature{.key = u"temperature"_s,
                                       .label = u"Temperature"_s,
                                       .help = u"Higher varies the wording more"_s,
                                       .kind = Kind::Decimal,
                                       .minimum = 0,
                                       .maximum = 2,
                                       .step = 0.1,
                                       .standard = 0.7};
        const SettingField key{.key = u"api_key"_s, .label = u"Own key"_s, .kind = Kind::Secret};
        settings.groups = {
            {.key = u"llm_provider_config"_s,
             .providerKey = u"llm_provider"_s,
             .title = u"Language model"_s,
             .providers = {{u"openai"_s, u"OpenAI"_s, {model(u"m1"_s), temperature, key}},
                           {u"groq"_s, u"Groq"_s, {model(u"g1"_s), temperature, key}}},
             .name = u"llm_provider_config"_s,
             .standardProvider = u"openai"_s},
            {.key = u"interruption_settings"_s,
             .title = u"Interruptions"_s,
             .fields = {{.key = u"enabled"_s, .label = u"May be interrupted"_s, .kind = Kind::Flag, .standard = true},
                        {.key = u"min_words"_s,
                         .label = u"Words"_s,
                         .kind = Kind::Integer,
                         .minimum = 0,
                         .maximum = 20,
                         .standard = 2}},
             .name = u"interruption_settings"_s},
            {.key = {},
             .title = u"Conversation"_s,
             .fields
             = {{.key = u"first_message"_s, .label = u"First message"_s, .kind = Kind::LongText, .maxLength = 2000}},
             .name = u"agent"_s}};
    }
    Agent *find(const QString &id) { return &*std::ranges::find(rows, id, &Agent::id); }

    QFuture<Result<Page<Agent>>> fetch(const PageQuery &query) override
    {
        asked << query;
        return later<Page<Agent>>([this] { return wholePage(rows); });
    }
    QFuture<Result<Tagged<Agent>>> get(const QString &id) override
    {
        return later<Tagged<Agent>>([this, id]() -> Result<Tagged<Agent>> { return Tagged<Agent>{*find(id), etag}; });
    }
    QFuture<Result<Tagged<Agent>>> create(const QJsonObject &members) override
    {
        sent = members;
        return later<Tagged<Agent>>([this, members]() -> Result<Tagged<Agent>> {
            if (failChange)
                return *failChange;
            Agent a;
            a.id = u"new"_s;
            a.name = members.value("name"_L1).toString();
            a.members = members;
            rows << a;
            ++count;
            return Tagged<Agent>{a, etag};
        });
    }
    QFuture<Result<Tagged<Agent>>> update(const QString &id, const QJsonObject &members, const QByteArray &tag) override
    {
        sent = members;
        sentTag = tag;
        changed << u"update "_s + id;
        return later<Tagged<Agent>>([this, id, members, tag]() -> Result<Tagged<Agent>> {
            if (failChange)
                return *failChange;
            Agent *agent = find(id);
            if (conflicting) {
                agent->members = *std::exchange(conflicting, std::nullopt);
                etag = "\"2\"";
            }
            if (tag != etag)
                return ErrorCode::PreconditionFailed;
            for (auto it = members.begin(); it != members.end(); ++it)
                agent->members.insert(it.key(), it.value());
            agent->name = agent->members.value("name"_L1).toString();
            return Tagged<Agent>{*agent, etag};
        });
    }
    QFuture<Result<Tagged<Agent>>> setActive(const QString &id, bool active) override
    {
        changed << (active ? u"activate "_s : u"deactivate "_s) + id;
        find(id)->active = active;
        return get(id);
    }
    QFuture<Result<Done>> remove(const QString &id) override
    {
        changed << u"remove "_s + id;
        rows.removeIf([&](const Agent &a) { return a.id == id; });
        --count;
        return readyFuture(Result<Done>(Done{}));
    }
    QFuture<Result<SettingCatalog>> catalog() override
    {
        return later<SettingCatalog>([this]() -> Result<SettingCatalog> { return settings; });
    }
    QFuture<Result<qint64>> ownCount() override
    {
        return later<qint64>([this]() -> Result<qint64> { return count; });
    }
    QFuture<Result<ChatReply>> say(const QString &, const QList<ChatTurn> &turns) override
    {
        said = turns;
        return later<ChatReply>([this] { return reply; });
    }
};

/// The tenants "o" (the own one, with a groq key) and "other" (with a refused openai key).
class FakeProviderKeys : public ProviderKeyVault, private Later
{
public:
    QList<ProviderKeyRow> rows;
    QStringList changed;
    std::optional<Error> failChange;

    FakeProviderKeys()
    {
        ProviderKey good{.configured = true, .active = true, .lastFour = u"9f2c"_s};
        ProviderKey bad = good;
        bad.lastTest = KeyTest{false, QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC), u"401"_s};
        rows = {{u"o"_s, u"Mine"_s, {{u"groq"_s, good}}}, {u"other"_s, u"Theirs"_s, {{u"openai"_s, bad}}}};
    }
    QFuture<Result<Page<ProviderKeyRow>>> fetch(const PageQuery &query) override
    {
        return later<Page<ProviderKeyRow>>([this, query] {
            QList<ProviderKeyRow> fitting;
            const QString wanted = query.filters.value(u"organization_id"_s);
            for (const ProviderKeyRow &row : std::as_const(rows)) {
                if (wanted.isEmpty() || row.organizationId == wanted)
                    fitting << row;
            }
            return wholePage(fitting);
        });
    }
    QFuture<Result<Done>> save(const QString &provider, const QString &secret, bool active) override
    {
        return later<Done>([this, provider, secret, active]() -> Result<Done> {
            if (failChange)
                return *failChange;
            changed << u"save %1 %2 %3"_s.arg(provider, secret).arg(active);
            rows[0].keys[provider] = {.configured = true, .active = active, .lastFour = secret.right(4)};
            return Done{};
        });
    }
    QFuture<Result<Done>> remove(const QString &provider) override
    {
        changed << u"remove "_s + provider;
        rows[0].keys.remove(provider);
        return readyFuture(Result<Done>(Done{}));
    }
    QFuture<Result<KeyTest>> test(const QString &provider) override
    {
        changed << u"test "_s + provider;
        const KeyTest test{true, QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC), {}};
        rows[0].keys[provider].lastTest = test;
        return later<KeyTest>([test]() -> Result<KeyTest> { return test; });
    }
};

class FakeAccessKeys : public AccessKeyRing, private Later
{
public:
    QList<AccessKey> rows;
    QStringList changed;
    AccessKeyDraft draft;
    AccessKeyChange change;
    std::optional<Error> failChange;

    FakeAccessKeys()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        rows = {{.id = u"k0"_s, .name = u"CRM"_s, .permission = KeyPermission::Write},
                {.id = u"k1"_s, .name = u"Export"_s, .expiresAt = now.addDays(3).addSecs(60)},
                {.id = u"k2"_s, .name = u"Old"_s, .expiresAt = now.addDays(-1)},
                {.id = u"k3"_s, .name = u"Gone"_s, .revokedAt = now}};
    }
    QFuture<Result<Page<AccessKey>>> fetch(const PageQuery &) override
    {
        return later<Page<AccessKey>>([this] { return wholePage(rows); });
    }
    QFuture<Result<FreshAccessKey>> create(const AccessKeyDraft &d) override
    {
        draft = d;
        return later<FreshAccessKey>([this, d]() -> Result<FreshAccessKey> {
            if (failChange)
                return *failChange;
            rows << AccessKey{.id = u"new"_s, .name = d.name, .permission = d.permission};
            return FreshAccessKey{rows.last(), u"vxd_new_not-a-secret"_s};
        });
    }
    QFuture<Result<AccessKey>> update(const QString &id, const AccessKeyChange &c) override
    {
        change = c;
        AccessKey *key = &*std::ranges::find(rows, id, &AccessKey::id);
        key->name = c.name.value_or(key->name);
        key->permission = c.permission.value_or(key->permission);
        key->requestsPerHour = c.requestsPerHour.value_or(key->requestsPerHour);
        key->expiresAt = c.expiresAt.value_or(key->expiresAt);
        return later<AccessKey>([key]() -> Result<AccessKey> { return *key; });
    }
    QFuture<Result<FreshAccessKey>> rotate(const QString &id, qint64 overlapSeconds) override
    {
        changed << u"rotate %1 %2"_s.arg(id).arg(overlapSeconds);
        return later<FreshAccessKey>([this, id]() -> Result<FreshAccessKey> {
            return FreshAccessKey{*std::ranges::find(rows, id, &AccessKey::id), u"vxd_rotated"_s};
        });
    }
    QFuture<Result<Done>> revoke(const QString &id) override
    {
        changed << u"revoke "_s + id;
        return readyFuture(Result<Done>(Done{}));
    }
};

class FakeCalls : public CallLog, private Later
{
public:
    QList<Call> rows;
    QStringList read; ///< ids
    QList<PageQuery> asked;
    bool failGet = false;

    FakeCalls()
    {
        for (int i = 0; i < 2; ++i) {
            Call c;
            c.id = u'c' + QString::number(i);
            c.from = u"+4930%1"_s.arg(100 + i);
            c.to = u"+4940"_s;
            c.agentId = i == 0 ? u"a0"_s : QString();
            c.agentName = i == 0 ? u"Agent 0"_s : QString();
            c.status = CallStatus::Completed;
            c.durationSeconds = 187;
            c.cost = Money::fromNanos(1'234'000);
            c.startedAt = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
            c.meta = {{u"campaign"_s, u"autumn"_s}};
            rows << c;
        }
    }
    QFuture<Result<Page<Call>>> fetch(const PageQuery &query) override
    {
        asked << query;
        return later<Page<Call>>([this] { return wholePage(rows); });
    }
    QFuture<Result<Call>> get(const QString &id) override
    {
        read << id;
        Call call = *std::ranges::find(rows, id, &Call::id);
        call.timeline = {{call.startedAt, u"completed"_s}};
        call.transcript = {{u"assistant"_s, u"Hello from "_s + id}};
        return later<Call>([this, call]() -> Result<Call> {
            return failGet ? Result<Call>(ErrorCode::ServiceUnavailable) : Result<Call>(call);
        });
    }
};
