// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/eventbatch.h"

#include "models/domain/decimal.h"
#include "server/api/isotime.h"
#include "server/usage/agentlookup.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
using api::JsonView;

constexpr qint64 ForgivenMs = 5 * 60 * 1000;
const qint64 Earliest = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
constexpr qint64 MicroPerMinute = 1'000'000;
const Money DearestEvent = Money::fromNanos(Money::PerDollar).times(1'000'000);

/// A JSON number has gone through a double on its way here. Its shortest text is what was sent, as long as that had up
/// to 15 digits: every amount below a million dollars with nine decimals.
QByteArray decimalOf(double number) { return QByteArray::number(number, 'g', QLocale::FloatingPointShortest); }

/// Milliseconds since the epoch; nothing when it is no time.
std::optional<qint64> timeOf(QByteArrayView text)
{
    if (const auto usual = api::msOfIsoTime(std::string_view(text.data(), std::size_t(text.size()))))
        return usual;
    const QDateTime at = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODateWithMs).toUTC();
    return at.isValid() ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

/// Reads events one after the other, and says what is wrong with them.
class Reader
{
public:
    Reader(const UsageContext &context, QMap<QString, QString> &wrong)
        : m_context(context)
        , m_now(context.now())
        , m_wrong(wrong)
    {
    }

    Event read(const JsonView &json, qsizetype index)
    {
        m_json = json;
        m_index = index;
        const QByteArrayView id = json.member("event_id").text();
        if (id.startsWith("gateway:") || id.startsWith("call:"))
            complain("event_id"_L1, u"Names of this form are the server's own"_s);
        return {.id = QString::fromUtf8(id),
                .provider = provider(json.member("provider").text()),
                .model = repeated(json.member("model").text()),
                .agentId = repeated(json.member("agent_id").text()),
                .occurredAt = occurredAt(),
                .amounts = {.tokens = json.member("tokens").whole(),
                            .microMinutes = minutes(json.member("minutes")),
                            .calls = json.member("calls").whole()},
                .cost = cost(json.member("cost"))};
    }

private:
    void complain(QLatin1StringView field, const QString &what);

    /// What a thousand events name is mostly a handful, each made once.
    QString repeated(QByteArrayView text)
    {
        if (text.isEmpty())
            return {};
        QString &known = m_texts[text];
        if (known.isNull())
            known = QString::fromUtf8(text);
        return known;
    }

    QString provider(QByteArrayView name)
    {
        const QString text = repeated(name);
        if (!m_known.contains(text)) {
            if (!m_context.prices->knows(text))
                complain("provider"_L1, u"Unknown provider"_s);
            else
                m_known.insert(text);
        }
        return text;
    }

    qint64 occurredAt()
    {
        const auto at = timeOf(m_json.member("occurred_at").text());
        if (!at || *at < Earliest)
            complain("occurred_at"_L1, u"Not a time after the year 2000"_s);
        else if (*at > m_now + ForgivenMs)
            complain("occurred_at"_L1, u"In the future"_s);
        return at.value_or(m_now);
    }

    static qint64 minutes(const JsonView &value)
    {
        return value.isWhole() ? value.whole() * MicroPerMinute
                               : decimal::parse(decimalOf(value.number()), MinuteDigits).value_or(0);
    }

    std::optional<Money> cost(const JsonView &value)
    {
        if (!value.isThere())
            return {};
        const auto money = value.isText() ? Money::parse(value.text()) : Money::parse(decimalOf(value.number()));
        if (!money || *money < Money() || *money >= DearestEvent)
            complain("cost"_L1, u"Not an amount from 0 to less than 1000000"_s);
        return money;
    }

    const UsageContext &m_context;
    const qint64 m_now;
    QMap<QString, QString> &m_wrong;
    QHash<QByteArrayView, QString> m_texts;
    QSet<QString> m_known; ///< providers
    JsonView m_json;
    qsizetype m_index = 0;
};

QString pathOf(qsizetype index) { return u"events."_s + QString::number(index); }

void Reader::complain(QLatin1StringView field, const QString &what)
{
    m_wrong.insert(QString(pathOf(m_index) % u'.' % field), what);
}

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

Result<QList<Event>> eventsIn(const JsonView &body, const QString &organizationId, const UsageContext &context)
{
    QList<Event> events;
    QMap<QString, QString> wrong;
    const JsonView sent = body.member("events");
    events.reserve(sent.size());
    Reader reader(context, wrong);
    for (qsizetype i = 0; i < sent.size(); ++i)
        events << reader.read(sent.at(i), i);
    if (auto checked = checkAgents(events, organizationId, context, wrong); !checked)
        return checked.error();
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::ValidationError, .details = wrong};
    return events;
}
}
