// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoactivity.h"

#include "models/domain/day.h"
#include "server/api/isotime.h"
#include "server/identity/userrow.h"
#include "server/usage/usagerecorder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
constexpr int MonthDays = 30;
constexpr auto SpeechProvider = "deepgram"_L1;
constexpr auto Carrier = "twilio"_L1;

int tokensOfACall(Tier tier) { return tier == Tier::Enterprise ? 2600 : tier == Tier::Pro ? 1200 : 650; }

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString iso(qint64 ms) { return QString::fromLatin1(api::isoTime(ms)); }

QJsonObject event(const QString &type, qint64 at) { return {{u"type"_s, type}, {u"at"_s, iso(at)}}; }

/// How the call went on the line; the first of the two ends of its life.
struct Course {
    QString status;
    double share;
};
const QList<Course> &courses()
{
    static const QList<Course> all{
        {u"completed"_s, 0.79}, {u"no_answer"_s, 0.11}, {u"busy"_s, 0.04}, {u"failed"_s, 0.04}, {u"canceled"_s, 0.02}};
    return all;
}

QJsonArray turns(const Duty &duty, qint64 from, qint64 seconds)
{
    const qint64 each = seconds * 1000 / (duty.turns.size() + 1);
    QJsonArray out{QJsonObject{{u"role"_s, u"agent"_s}, {u"text"_s, duty.firstMessage}, {u"at"_s, iso(from + 1000)}}};
    for (qsizetype i = 0; i < duty.turns.size(); ++i) {
        out.append(QJsonObject{{u"role"_s, i % 2 == 0 ? u"caller"_s : u"agent"_s},
                               {u"text"_s, duty.turns[i]},
                               {u"at"_s, iso(from + (i + 1) * each)}});
    }
    return out;
}
}

DemoActivity::DemoActivity(store::Connection &connection, DemoRandom &random, DemoWorld &world,
                           const DemoTimeline &timeline, const usage::Prices &prices, int actors)
    : m_connection(connection)
    , m_random(random)
    , m_world(world)
    , m_timeline(timeline)
    , m_prices(prices)
    , m_most(actors)
    , m_agents(connection, u"agents"_s,
               {u"id"_s, u"organization_id"_s, u"user_id"_s, u"name"_s, u"sort_name"_s, u"description"_s,
                u"phone_number"_s, u"status"_s, u"llm_provider"_s, u"llm_provider_config"_s, u"stt_settings"_s,
                u"system_prompt"_s, u"first_message"_s, u"search_text"_s, u"created_at"_s, u"updated_at"_s})
    , m_calls(connection, u"calls"_s,
              {u"id"_s,        u"organization_id"_s,  u"user_id"_s,    u"agent_id"_s,  u"external_id"_s, u"carrier"_s,
               u"direction"_s, u"from_number"_s,      u"to_number"_s,  u"status"_s,    u"started_at"_s,  u"ended_at"_s,
               u"began_at"_s,  u"duration_seconds"_s, u"cost"_s,       u"outcome"_s,   u"transcript"_s,  u"timeline"_s,
               u"call_meta"_s, u"search_text"_s,      u"created_at"_s, u"updated_at"_s})
{
}

void DemoActivity::consider(const Actor &actor)
{
    if (m_actors.size() < m_most || actor.known)
        m_actors.append(actor);
}

Result<Done> DemoActivity::write()
{
    for (const Actor &actor : std::as_const(m_actors)) {
        if (const auto acted = act(actor); !acted)
            return acted;
    }
    return Done{};
}

/// Most use a little of what they may, a few nearly all of it or more.
Result<Done> DemoActivity::act(const Actor &actor)
{
    const auto agents = writeAgents(actor);
    if (!agents)
        return agents.error();
    const bool heavy = m_random.chance(0.08);
    const double share = actor.known ? 0.6 : heavy ? 1.0 + m_random.unit() / 2 : m_random.exponential() * 0.22;
    const double perDay
        = share * double(defaultLimits(actor.tier).monthlyTokenQuota) / double(tokensOfACall(actor.tier) * MonthDays);
    QList<usage::Event> events;
    for (int day = 0; day < m_timeline.days() && m_callCount < MaxCalls; ++day) {
        const qint64 midnight = m_timeline.firstMs() + day * DayMs;
        const double expected = perDay * m_timeline.weight(day);
        const int count = int(expected) + (m_random.chance(expected - std::floor(expected)) ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            // Offices are busy between seven and nineteen o'clock.
            const qint64 at = midnight + qint64((7.0 + 12.0 * (m_random.unit() + m_random.unit()) / 2) * 3'600'000.0);
            if (at < actor.since || at > m_timeline.nowMs() - 3'600'000)
                continue;
            const int tokens = int(double(tokensOfACall(actor.tier)) * (0.5 + m_random.unit()));
            const auto written = writeCall({actor, m_random.of(*agents), at, tokens}, events);
            if (!written)
                return written;
        }
    }
    if (const auto there = m_calls.flush(); !there)
        return there;
    // As it would have been reported, a thousand at a time.
    usage::UsageRecorder recorder(m_connection, m_settings, m_prices, m_timeline.nowMs());
    for (qsizetype from = 0; from < events.size(); from += 1000) {
        const auto recorded = recorder.record(actor.organizationId, actor.userId, events.mid(from, 1000));
        if (!recorded)
            return recorded.error();
    }
    return Done{};
}

Result<QList<DemoActivity::Agent>> DemoActivity::writeAgents(const Actor &actor)
{
    const int most = defaultLimits(actor.tier).maxAgents;
    const int count = std::min(most, 1 + int(m_random.exponential() * (actor.known ? 4.0 : 1.2)));
    const qsizetype first = m_random.below(duties().size());
    const auto models = demoModels();
    const int weights
        = std::accumulate(models.begin(), models.end(), 0, [](int sum, const DemoModel &m) { return sum + m.weight; });
    QList<Agent> made;
    for (int i = 0; i < count; ++i) {
        const Duty &duty = duties()[(first + i) % duties().size()];
        qint64 pick = m_random.below(weights);
        const auto model = std::find_if(models.begin(), models.end(),
                                        [&pick](const DemoModel &m) { return (pick -= m.weight) < 0; });
        const qint64 created = m_timeline.moment(m_random, actor.since);
        const bool again = i >= duties().size();
        const QString name = again ? duty.name + u" "_s + QString::number(i / duties().size() + 1) : duty.name;
        const QString phone = m_random.chance(0.6) ? number(*actor.culture) : QString();
        const QString folded = identity::folded(name);
        made.append({m_world.newId("agent"_L1, created), model->provider, model->model, &duty});
        const QString search = folded + u'\n' + phone + u'\n' + identity::folded(duty.description);
        const auto added = m_agents.add(
            {made.last().id, actor.organizationId, actor.userId, name, folded, duty.description, phone,
             m_random.chance(0.88) ? u"active"_s : u"inactive"_s, model->provider,
             compact(QJsonObject{{u"model"_s, model->model}, {u"temperature"_s, 0.1 * double(3 + m_random.below(6))}}),
             compact(QJsonObject{{u"provider"_s, QString(SpeechProvider)}, {u"model"_s, u"nova-3"_s}}), duty.prompt,
             duty.firstMessage, search, created, created});
        if (!added)
            return added.error();
    }
    m_agentCount += count;
    if (const auto there = m_agents.flush(); !there)
        return there.error();
    return made;
}

QString DemoActivity::number(const Culture &culture)
{
    QString digits = culture.phone.isEmpty() ? u"+141555501##"_s : culture.phone;
    for (QChar &c : digits) {
        if (c == u'#')
            c = QChar(u'0' + int(m_random.below(10)));
    }
    return digits;
}

Result<Done> DemoActivity::writeCall(const Call &call, QList<usage::Event> &events)
{
    double left = m_random.unit();
    const auto course = std::find_if(courses().begin(), std::prev(courses().end()),
                                     [&left](const Course &c) { return (left -= c.share) < 0; });
    const bool completed = course->status == "completed"_L1;
    const bool inbound = m_random.chance(0.55);
    const qint64 seconds = completed ? 20 + qint64(m_random.exponential() * 130.0) : 0;
    const qint64 answered = call.at + 4000 + m_random.below(12'000);
    const qint64 ended = answered + seconds * 1000;
    const Duty &duty = *call.agent.duty;
    const QString id = m_world.newId("call"_L1, call.at);
    const QString customer = number(*call.actor.culture);
    const QString own = number(*call.actor.culture);
    std::optional<Money> cost;
    QJsonArray timeline{event(u"queued"_s, call.at), event(u"dialing"_s, call.at + 1000)};
    if (completed) {
        timeline.append(event(u"in_progress"_s, answered));
        const usage::Amounts line{.microMinutes = usage::microMinutesOf(seconds * 1000), .calls = 1};
        cost = m_prices.cost(Carrier, {}, line);
        events.append({.id = u"call:"_s + id,
                       .provider = Carrier,
                       .agentId = call.agent.id,
                       .occurredAt = ended,
                       .amounts = line,
                       .cost = cost});
        events.append({.id = u"speech:"_s + id,
                       .provider = SpeechProvider,
                       .model = u"nova-3"_s,
                       .agentId = call.agent.id,
                       .occurredAt = ended,
                       .amounts = {.microMinutes = line.microMinutes}});
        events.append({.id = u"model:"_s + id,
                       .provider = call.agent.provider,
                       .model = call.agent.model,
                       .agentId = call.agent.id,
                       .occurredAt = ended,
                       .amounts = {.tokens = call.tokens}});
    }
    timeline.append(event(course->status, ended));
    const QString outcome = completed ? m_random.of(duty.outcomes) : QString();
    const QString external = u"CA"_s + QString::number(m_random.bits(), 16).rightJustified(16, u'0')
        + QString::number(m_random.bits(), 16).rightJustified(16, u'0');
    const QString search = external.toLower() + u'\n' + customer + u'\n' + own + u'\n' + outcome;
    ++m_callCount;
    return m_calls.add({id,
                        call.actor.organizationId,
                        call.actor.userId,
                        call.agent.id,
                        external,
                        QString(Carrier),
                        inbound ? u"inbound"_s : u"outbound"_s,
                        inbound ? customer : own,
                        inbound ? own : customer,
                        course->status,
                        call.at,
                        ended,
                        call.at,
                        seconds,
                        cost ? QVariant(cost->nanos()) : QVariant(),
                        outcome,
                        compact(completed ? turns(duty, answered, seconds) : QJsonArray()),
                        compact(timeline),
                        compact(QJsonObject{{u"language"_s, call.actor.culture->language}}),
                        search,
                        call.at,
                        ended});
}
}
