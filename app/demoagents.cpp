// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoagents.h"

#include "app/demodata.h"
#include "models/domain/async.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{
template<typename T, std::size_t N>
T pick(const std::array<T, N> &from, int seed)
{
    return from.at(std::size_t(seed) % N);
}

const std::array Names{u"Front desk"_s,        u"Appointment line"_s, u"Claims intake"_s,     u"Delivery desk"_s,
                       u"Renewal reminder"_s,  u"Outage hotline"_s,   u"Night reception"_s,   u"Travel concierge"_s,
                       u"Invoice questions"_s, u"Survey caller"_s,    u"Prescription line"_s, u"Onboarding guide"_s};
const std::array Providers{u"openai"_s, u"groq"_s, u"anthropic"_s, u"gemini"_s, u"xai"_s};
const std::array Models{u"gpt-4o-mini"_s, u"llama-3.3-70b-versatile"_s, u"claude-haiku-4-5"_s, u"gemini-2.5-flash"_s,
                        u"grok-3-mini"_s};

bool isActive(int agent) { return agent % 9 != 5; }
bool hasNumber(int agent) { return agent % 4 != 2; }

Agent makeAgent(int i)
{
    Agent a;
    a.id = u"agent_01j%1"_s.arg(i, 10, 32, QChar(u'0'));
    const int round = i / int(Names.size());
    a.name = round == 0 ? pick(Names, i) : u"%1 %2"_s.arg(pick(Names, i)).arg(round + 1);
    const User owner = demoUser(i % 7);
    a.description = u"Answers for %1, hands over to a person when asked."_s.arg(owner.organizationName);
    a.organizationId = owner.organizationId;
    a.organizationName = owner.organizationName;
    a.userEmail = owner.email;
    a.llmProvider = pick(Providers, i * 3 + i / 5);
    a.model = Models.at(std::size_t(std::ranges::find(Providers, a.llmProvider) - Providers.begin()));
    a.phoneNumber = hasNumber(i) ? u"+1415555%1"_s.arg(1000 + i * 7 % 9000) : QString();
    a.active = isActive(i);
    a.createdAt = demoNow().addDays(-90).addSecs(-3600LL * 7 * i - 1200LL * (i % 7));
    a.updatedAt = demoNow().addSecs(-1056 - 3600LL * 5 * i - 700LL * (i % 11)); // the first as the audit log has it
    a.members = {{u"id"_s, a.id},
                 {u"name"_s, a.name},
                 {u"description"_s, a.description},
                 {u"phone_number"_s, a.phoneNumber},
                 {u"llm_provider"_s, a.llmProvider},
                 {u"llm_provider_config"_s,
                  QJsonObject{{u"model"_s, a.model}, {u"temperature"_s, 0.4}, {u"api_key"_s, u"****9f2c"_s}}},
                 {u"tts_settings"_s, QJsonObject{{u"provider"_s, u"deepgram"_s}, {u"speed"_s, 1.05}}},
                 {u"stt_settings"_s, QJsonObject{{u"provider"_s, u"deepgram"_s}, {u"language"_s, u"en"_s}}},
                 {u"system_prompt"_s,
                  u"You answer calls for %1. Be brief and kind. Never promise a price."_s.arg(a.organizationName)},
                 {u"first_message"_s, u"Hello, this is %1. How can I help?"_s.arg(a.organizationName)}};
    return a;
}

SettingGroup modelGroup()
{
    using Kind = SettingField::Kind;
    SettingGroup group{.key = u"llm_provider_config"_s,
                       .providerKey = u"llm_provider"_s,
                       .title = u"Language model"_s,
                       .name = u"llm_provider_config"_s,
                       .standardProvider = u"openai"_s};
    const std::array labels{u"OpenAI"_s, u"Groq"_s, u"Anthropic"_s, u"Gemini"_s, u"xAI"_s};
    for (std::size_t i = 0; i < Providers.size(); ++i) {
        group.providers.append({Providers.at(i),
                                labels.at(i),
                                {{.key = u"model"_s,
                                  .label = u"Model"_s,
                                  .help = u"Which of the provider's models answers"_s,
                                  .kind = Kind::Choice,
                                  .choices = {{.value = Models.at(i), .label = Models.at(i)}},
                                  .required = true},
                                 {.key = u"temperature"_s,
                                  .label = u"Temperature"_s,
                                  .help = u"Higher varies the wording more"_s,
                                  .kind = Kind::Decimal,
                                  .minimum = 0,
                                  .maximum = 2,
                                  .step = 0.1,
                                  .standard = 0.7},
                                 {.key = u"max_tokens"_s,
                                  .label = u"Longest answer"_s,
                                  .help = u"Tokens of one answer at most"_s,
                                  .kind = Kind::Integer,
                                  .minimum = 1,
                                  .maximum = 32768,
                                  .standard = 1024},
                                 {.key = u"api_key"_s,
                                  .label = u"Own key"_s,
                                  .help = u"Used for this agent instead of the organisation's key; shown masked"_s,
                                  .kind = Kind::Secret}}});
    }
    return group;
}

SettingGroup voiceGroup()
{
    using Kind = SettingField::Kind;
    return {.key = u"tts_settings"_s,
            .providerKey = u"tts_settings.provider"_s,
            .title = u"Voice"_s,
            .providers = {{u"deepgram"_s,
                           u"Deepgram"_s,
                           {{.key = u"voice"_s,
                             .label = u"Voice"_s,
                             .help = u"Who speaks"_s,
                             .kind = Kind::Choice,
                             .choices = {{.value = u"thalia"_s, .label = u"Thalia"_s}},
                             .required = true},
                            {.key = u"speed"_s,
                             .label = u"Speed"_s,
                             .help = u"1 is the voice's own pace"_s,
                             .kind = Kind::Decimal,
                             .minimum = 0.25,
                             .maximum = 4,
                             .step = 0.05,
                             .standard = 1}}}},
            .name = u"tts_settings"_s,
            .standardProvider = u"deepgram"_s};
}

SettingGroup otherGroup(const QString &key, const QString &title, const QList<SettingField> &fields)
{
    return {.key = key, .title = title, .fields = fields, .name = key.isEmpty() ? u"agent"_s : key};
}

/// Until somebody speaks.
qint64 secondsToAnswer(const Call &call) { return call.direction == CallDirection::Inbound ? 2 : 9; }

Call makeCall(int i)
{
    Call c;
    c.id = u"call_01j%1"_s.arg(i, 10, 32, QChar(u'0'));
    int number = i * 5 % 40;
    while (!isActive(number) || !hasNumber(number))
        number = (number + 1) % 40;
    const Agent agent = makeAgent(number);
    c.agentId = agent.id;
    c.agentName = agent.name;
    c.organizationId = agent.organizationId;
    c.organizationName = agent.organizationName;
    c.direction = i % 3 == 1 ? CallDirection::Outbound : CallDirection::Inbound;
    const std::array ends{CallStatus::Completed, CallStatus::Completed, CallStatus::NoAnswer, CallStatus::Completed,
                          CallStatus::Busy,      CallStatus::Completed, CallStatus::Failed,   CallStatus::Completed};
    c.status = i == 0 ? CallStatus::InProgress : i == 1 ? CallStatus::Queued : pick(ends, i * 5);
    if (c.direction == CallDirection::Inbound && (c.status == CallStatus::NoAnswer || c.status == CallStatus::Busy))
        c.status = CallStatus::Completed; // an agent always picks up
    const QString outside = u"+4930%1"_s.arg(1234567 + i * 7919 % 8000000);
    c.from = c.direction == CallDirection::Inbound ? outside : agent.phoneNumber;
    c.to = c.direction == CallDirection::Inbound ? agent.phoneNumber : outside;
    c.createdAt = demoNow().addSecs(-75 - 190LL * i);
    c.startedAt = c.status == CallStatus::Queued ? QDateTime() : c.createdAt;
    c.carrier = i % 6 == 4 ? u"sandbox"_s : u"twilio"_s;
    c.sandbox = i % 6 == 4;
    if (c.status == CallStatus::Completed) {
        c.durationSeconds = 41 + i * 37 % 900;
        c.cost = Money::fromNanos(c.durationSeconds * 233'000);
        c.outcome = i % 5 == 0 ? u"Converted"_s : i % 5 == 3 ? u"Handed over"_s : QString();
    }
    if (isOver(c.status))
        c.endedAt = c.createdAt.addSecs(secondsToAnswer(c) + c.durationSeconds);
    c.updatedAt = c.endedAt.isValid() ? c.endedAt : c.createdAt;
    c.meta = {{u"campaign"_s, u"autumn"_s}, {u"customer"_s, 40210 + i}};
    return c;
}

template<typename T>
Result<Page<T>> slice(int count, const PageQuery &query, T (*make)(int),
                      bool (*fits)(const T &, const QMap<QString, QString> &))
{
    QList<T> rows;
    for (int i = 0; i < count; ++i) {
        T row = make(i);
        if (fits(row, query.filters))
            rows << row;
    }
    const qsizetype first = query.cursor.toLongLong();
    Page<T> page{rows.mid(first, query.limit), {}, rows.size()};
    if (first + page.items.size() < rows.size())
        page.next = QString::number(first + page.items.size());
    return page;
}

bool has(const QMap<QString, QString> &filters, const QString &key, const QString &value)
{
    return !filters.contains(key) || filters.value(key) == value;
}

bool agentFits(const Agent &a, const QMap<QString, QString> &f)
{
    return a.name.contains(f.value(u"search"_s), Qt::CaseInsensitive) && has(f, u"llm_provider"_s, a.llmProvider)
        && has(f, u"status"_s, a.active ? u"active"_s : u"inactive"_s)
        && has(f, u"organization_id"_s, a.organizationId);
}

bool callFits(const Call &c, const QMap<QString, QString> &f)
{
    return has(f, u"status"_s, toWire(c.status)) && has(f, u"direction"_s, toWire(c.direction))
        && has(f, u"assistant_id"_s, c.agentId);
}
}

Agent demoAgent(int i) { return makeAgent(i); }

DemoAgents::DemoAgents()
{
    for (int i = 0; i < DemoCounts::Agents; ++i)
        m_agents << makeAgent(i);
}

QFuture<Result<Page<Agent>>> DemoAgents::fetch(const PageQuery &query)
{
    return readyFuture(slice<Agent>(DemoCounts::Agents, query, makeAgent, agentFits));
}

QFuture<Result<Tagged<Agent>>> DemoAgents::get(const QString &id)
{
    const auto at = std::ranges::find(m_agents, id, &Agent::id);
    if (at == m_agents.end())
        return readyFuture(Result<Tagged<Agent>>(ErrorCode::ResourceNotFound));
    Agent agent = *at;
    return readyFuture(Result<Tagged<Agent>>(Tagged<Agent>{agent, "\"1\""}));
}

QFuture<Result<Tagged<Agent>>> DemoAgents::create(const QJsonObject &)
{
    return readyFuture(Result<Tagged<Agent>>(
        Error{.code = ErrorCode::ValidationError,
              .details = {{u"name"_s, u"must not be empty"_s}, {u"phone_number"_s, u"must be like +4930123456"_s}}}));
}

QFuture<Result<Tagged<Agent>>> DemoAgents::update(const QString &id, const QJsonObject &, const QByteArray &)
{
    const auto at = std::ranges::find(m_agents, id, &Agent::id);
    if (at != m_agents.end())
        at->members.insert(u"description"_s, u"Answers around the clock."_s);
    return readyFuture(Result<Tagged<Agent>>(ErrorCode::PreconditionFailed));
}

QFuture<Result<Tagged<Agent>>> DemoAgents::setActive(const QString &id, bool) { return get(id); }

QFuture<Result<Done>> DemoAgents::remove(const QString &) { return readyFuture(Result<Done>(Done{})); }

QFuture<Result<SettingCatalog>> DemoAgents::catalog()
{
    using Kind = SettingField::Kind;
    SettingCatalog catalog;
    catalog.groups = {modelGroup(), voiceGroup(),
                      otherGroup(u"interruption_settings"_s, u"Interruptions"_s,
                                 {{.key = u"enabled"_s,
                                   .label = u"May be interrupted"_s,
                                   .help = u"The agent stops speaking when the caller does"_s,
                                   .kind = Kind::Flag,
                                   .standard = true},
                                  {.key = u"min_words"_s,
                                   .label = u"Words"_s,
                                   .help = u"So many words count as an interruption"_s,
                                   .kind = Kind::Integer,
                                   .minimum = 0,
                                   .maximum = 20,
                                   .standard = 2}}),
                      otherGroup({}, u"Conversation"_s,
                                 {{.key = u"system_prompt"_s,
                                   .label = u"Instructions"_s,
                                   .help = u"Who the agent is and what it is to do"_s,
                                   .kind = Kind::LongText,
                                   .maxLength = 32768},
                                  {.key = u"first_message"_s,
                                   .label = u"First message"_s,
                                   .help = u"Said when the call begins; empty waits for the caller"_s,
                                   .kind = Kind::LongText,
                                   .maxLength = 2000}})};
    return readyFuture(Result<SettingCatalog>(catalog));
}

QFuture<Result<qint64>> DemoAgents::ownCount() { return readyFuture(Result<qint64>(demoUser(0).agentCount)); }

QFuture<Result<ChatReply>> DemoAgents::say(const QString &, const QList<ChatTurn> &turns)
{
    if (turns.size() > 3)
        return readyFuture(
            Result<ChatReply>(Error{.code = ErrorCode::ServiceUnavailable, .message = u"OpenAI does not answer."_s}));
    return readyFuture(Result<ChatReply>(
        ChatReply{.text = u"Of course. I can offer Tuesday at 10:30 or Thursday at 15:00. Which one suits you?"_s,
                  .model = u"gpt-4o-mini"_s,
                  .inputTokens = 214,
                  .outputTokens = 31,
                  .cost = Money::fromNanos(50'700),
                  .latencyMs = 840}));
}

QFuture<Result<Page<Call>>> DemoCalls::fetch(const PageQuery &query)
{
    return readyFuture(slice<Call>(DemoCounts::Calls, query, makeCall, callFits));
}

QFuture<Result<Call>> DemoCalls::get(const QString &id)
{
    Call call = makeCall(id.mid(8).toInt(nullptr, 32));
    const QDateTime at = call.createdAt;
    call.timeline.append({at, u"queued"_s});
    if (call.direction == CallDirection::Outbound && call.status != CallStatus::Queued)
        call.timeline.append({at.addSecs(2), u"dialing"_s});
    if (call.status == CallStatus::InProgress || call.status == CallStatus::Completed)
        call.timeline.append({at.addSecs(secondsToAnswer(call)), u"in_progress"_s});
    if (isOver(call.status))
        call.timeline.append({call.endedAt, QString(toWire(call.status))});
    if (call.status == CallStatus::Completed)
        call.transcript = {{u"assistant"_s, u"Hello, how can I help?"_s},
                           {u"user"_s, u"I would like to move my appointment on Monday."_s},
                           {u"assistant"_s, u"Of course. Would Tuesday at half past ten suit you?"_s},
                           {u"user"_s, u"Yes, that works. Thank you."_s}};
    return readyFuture(Result<Call>(call));
}
