// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/eventbatch.h"

#include "models/domain/decimal.h"
#include "server/usage/agentlookup.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr qint64 ForgivenMs = 5 * 60 * 1000;
const QDateTime Earliest(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
const Money DearestEvent = Money::fromNanos(Money::PerDollar).times(1'000'000);

/// A JSON number has gone through a double on its way here. Its shortest text is what was sent, as long as that had up
/// to 15 digits: every amount below a million dollars with nine decimals.
QByteArray decimalOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLatin1()
                            : QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

/// One event of the body, and what is wrong with it.
class Reader
{
public:
    Reader(const UsageContext &context, const QJsonObject &json, const QString &path, QMap<QString, QString> &wrong)
        : m_context(context)
        , m_json(json)
        , m_path(path)
        , m_wrong(wrong)
    {
    }

    Event read()
    {
        Event event{.id = text("event_id"_L1),
                    .provider = text("provider"_L1),
                    .model = text("model"_L1),
                    .agentId = text("agent_id"_L1),
                    .occurredAt = occurredAt(),
                    .amounts = {.tokens = m_json["tokens"_L1].toInteger(),
                                .microMinutes = minutes(),
                                .calls = m_json["calls"_L1].toInteger()},
                    .cost = cost()};
        if (!m_context.prices->knows(event.provider))
            complain("provider"_L1, u"Unknown provider"_s);
        if (event.id.startsWith("gateway:"_L1) || event.id.startsWith("call:"_L1))
            complain("event_id"_L1, u"Names of this form are the server's own"_s);
        return event;
    }

private:
    QString text(QLatin1StringView name) const { return m_json[name].toString(); }
    void complain(QLatin1StringView field, const QString &what)
    {
        m_wrong.insert(QString(m_path % u'.' % field), what);
    }

    qint64 occurredAt()
    {
        const QDateTime at = QDateTime::fromString(text("occurred_at"_L1), Qt::ISODateWithMs).toUTC();
        const qint64 now = m_context.now();
        if (!at.isValid() || at < Earliest)
            complain("occurred_at"_L1, u"Not a time after the year 2000"_s);
        else if (at.toMSecsSinceEpoch() > now + ForgivenMs)
            complain("occurred_at"_L1, u"In the future"_s);
        return at.isValid() ? at.toMSecsSinceEpoch() : now;
    }

    qint64 minutes() { return decimal::parse(decimalOf(m_json["minutes"_L1]), MinuteDigits).value_or(0); }

    std::optional<Money> cost()
    {
        const QJsonValue value = m_json["cost"_L1];
        if (value.isUndefined())
            return {};
        const auto money = Money::parse(decimalOf(value));
        if (!money || *money < Money() || *money >= DearestEvent)
            complain("cost"_L1, u"Not an amount from 0 to less than 1000000"_s);
        return money;
    }

    const UsageContext &m_context;
    const QJsonObject m_json;
    const QString m_path;
    QMap<QString, QString> &m_wrong;
};

QString pathOf(qsizetype index) { return u"events."_s + QString::number(index); }

Result<Done> checkAgents(const QList<Event> &events, const QString &organizationId, const UsageContext &context,
                         QMap<QString, QString> &wrong)
{
    QSet<QString> named;
    for (const Event &event : events) {
        if (!event.agentId.isEmpty())
            named.insert(event.agentId);
    }
    if (named.isEmpty())
        return Done{};
    const auto known = agentsOf(context.reads, organizationId, QStringList(named.values()));
    if (!known)
        return known.error();
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (!events[i].agentId.isEmpty() && !known->contains(events[i].agentId))
            wrong.insert(QString(pathOf(i) % u".agent_id"), u"No such agent"_s);
    }
    return Done{};
}
}

const api::Schema EventsBody = R"({"type":"object","required":["events"],"additionalProperties":false,"properties":{
    "events":{"type":"array","minItems":1,"maxItems":1000,"items":{"type":"object",
    "required":["event_id","provider","occurred_at"],"additionalProperties":false,"properties":{
    "event_id":{"type":"string","minLength":1,"maxLength":128,
        "description":"Your own name of the event: sent twice, it counts once"},
    "provider":{"type":"string","minLength":1,"maxLength":64},
    "model":{"type":"string","maxLength":128,"description":"What the price is looked up by; else the provider's usual"},
    "occurred_at":{"type":"string","format":"date-time"},
    "tokens":{"type":"integer","minimum":0,"maximum":1000000000},
    "minutes":{"type":"number","minimum":0,"maximum":1000000},
    "calls":{"type":"integer","minimum":0,"maximum":1000000},
    "cost":{"type":["number","string"],"minimum":0,"exclusiveMaximum":1000000,"maxLength":32,
        "description":"US dollars, up to nine decimals, also as text; without it, by the price table"},
    "agent_id":{"type":"string","minLength":1,"maxLength":64}}}}}})";

Result<QList<Event>> eventsIn(const QJsonObject &body, const QString &organizationId, const UsageContext &context)
{
    QList<Event> events;
    QMap<QString, QString> wrong;
    const QJsonArray sent = body["events"_L1].toArray();
    events.reserve(sent.size());
    for (qsizetype i = 0; i < sent.size(); ++i)
        events << Reader(context, sent[i].toObject(), pathOf(i), wrong).read();
    if (auto checked = checkAgents(events, organizationId, context, wrong); !checked)
        return checked.error();
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::ValidationError, .details = wrong};
    return events;
}
}
