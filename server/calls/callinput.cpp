// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callinput.h"

#include "models/domain/money.h"
#include "server/api/queryparameters.h"
#include "server/calls/callfilter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
constexpr qsizetype MostMetaBytes = 16 * 1024; // a list shows it with every call
constexpr double LargestExactNanos = 9e15; // below 2^53: a double still holds every nano-dollar

/// A date is the beginning of its UTC day, as an end the beginning of the next; a time is itself.
Result<std::optional<qint64>> boundIn(const QJsonObject &query, const QStringList &names, bool isEnd)
{
    for (const QString &name : names) {
        const QString text = query[name].toString().trimmed();
        if (text.isEmpty())
            continue;
        if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
            return std::optional(day.addDays(isEnd ? 1 : 0).startOfDay(Qt::UTC).toMSecsSinceEpoch());
        // In a query '+' means a blank: the zone's sign may have become one.
        const QDateTime time = QDateTime::fromString(QString(text).replace(u' ', u'+'), Qt::ISODateWithMs);
        if (!time.isValid())
            return api::wrongParameter(name,
                                       u"must be a date such as 2024-01-31 or a time such as 2024-01-31T12:00:00Z"_s);
        const qint64 ms = time.timeSpec() == Qt::LocalTime
            ? QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch()
            : time.toMSecsSinceEpoch();
        return std::optional(isEnd ? ms + 1 : ms);
    }
    return std::optional<qint64>();
}

/// The one of several names of one thing that was sent; the first where none was.
QString nameIn(const QJsonObject &sent, const QStringList &names)
{
    const auto found = std::ranges::find_if(names, [&](const QString &name) { return sent.contains(name); });
    return found == names.end() ? names.first() : *found;
}

std::optional<QString> textIn(const QJsonObject &body, const QStringList &names)
{
    for (const QString &name : names) {
        if (body[name].isString())
            return body[name].toString().trimmed();
        if (body.contains(name)) // null: nothing
            return QString();
    }
    return {};
}

std::optional<qint64> timeIn(const QJsonObject &body, const QString &name)
{
    const QDateTime time = QDateTime::fromString(body[name].toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<QByteArray> treeIn(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body[name];
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return {};
}

Error invalid(const QString &field, const QString &reason)
{
    return {.code = ErrorCode::ValidationError, .details = {{field, reason}}};
}

Result<std::optional<qint64>> costIn(const QJsonObject &body)
{
    const QJsonValue value = body["cost"_L1];
    std::optional<Money> cost;
    if (value.isString())
        cost = Money::parse(value.toString().toUtf8());
    else if (value.isDouble() && value.toDouble() * double(Money::PerDollar) < LargestExactNanos)
        cost = Money::fromNanos(std::llround(value.toDouble() * double(Money::PerDollar)));
    else if (!value.isDouble())
        return std::optional<qint64>();
    constexpr Money Most = Money::fromNanos(1'000'000 * Money::PerDollar);
    if (!cost || *cost < Money() || *cost >= Most)
        return invalid(u"cost"_s, u"Cost must be an amount of US dollars below a million, such as 0.0125"_s);
    return std::optional(cost->nanos());
}

/// Two names of one thing must not say two things.
Result<Done> sameThing(const QJsonObject &body, const QString &a, const QString &b)
{
    if (body.contains(a) && body.contains(b) && body[a] != body[b])
        return invalid(b, u"says something else than %1"_s.arg(a));
    return Done{};
}

Result<Done> consistent(const QJsonObject &body)
{
    const QList<std::pair<QString, QString>> twins{{u"call_meta"_s, u"metadata"_s},
                                                   {u"agent_id"_s, u"assistant_id"_s},
                                                   {u"external_id"_s, u"call_id"_s},
                                                   {u"carrier"_s, u"provider"_s}};
    for (const auto &[a, b] : twins) {
        if (auto same = sameThing(body, a, b); !same)
            return same;
    }
    for (const QString &name : {u"call_meta"_s, u"metadata"_s}) {
        if (treeIn(body, name).value_or(QByteArray()).size() > MostMetaBytes)
            return invalid(name, u"is more than %1 KiB"_s.arg(MostMetaBytes / 1024));
    }
    return Done{};
}

std::optional<QByteArray> metaIn(const QJsonObject &body)
{
    const auto meta = treeIn(body, u"call_meta"_s);
    return meta ? meta : treeIn(body, u"metadata"_s);
}

constexpr char ChangeProperties[] = R"("outcome":{"type":"string","maxLength":200},
    "notes":{"type":"string","maxLength":10000},
    "recording_url":{"type":["string","null"],"maxLength":2000,"pattern":"^(https?://\\S+)?$"},
    "transcript":{"type":"array","maxItems":5000,"items":{"$ref":"#/components/schemas/CallTurn"}},
    "call_meta":{"type":"object","description":"At most 16 KiB as JSON"},
    "metadata":{"type":"object","deprecated":true,"description":"call_meta's old name"})";
constexpr char ReportProperties[] = R"(,"external_id":{"type":"string","minLength":1,"maxLength":128,
    "description":"The telephony system's own id of the call; a call is known by it"},
    "call_id":{"type":"string","minLength":1,"maxLength":128,"description":"The same as external_id"},
    "agent_id":{"type":["string","null"],"maxLength":64},"assistant_id":{"type":["string","null"],"maxLength":64},
    "carrier":{"type":"string","maxLength":40,"description":"The telephony provider"},
    "provider":{"type":"string","maxLength":40,"description":"The same as carrier"},
    "direction":{"type":"string","enum":["inbound","outbound"],"description":"Of a new call: outbound unless said"},
    "from_number":{"type":"string","maxLength":64},"to_number":{"type":"string","maxLength":64},
    "status":{"$ref":"#/components/schemas/CallStatus"},
    "started_at":{"$ref":"#/components/schemas/TimestampOrNull"},"ended_at":{"$ref":"#/components/schemas/TimestampOrNull"},
    "duration_seconds":{"type":"integer","minimum":0,"maximum":604800,"description":"Else from the two times"},
    "cost":{"type":["number","string"],"minimum":0,"description":"US dollars; else by the price table"},
    "timeline":{"type":"array","maxItems":1000,"items":{"$ref":"#/components/schemas/CallEvent"}})";

api::Schema body(const QByteArray &properties)
{
    return R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{)" + properties + "}}";
}
}

QByteArray filterParameters()
{
    return R"("assistant_id":{"type":"string","maxLength":64},"agent_id":{"type":"string","maxLength":64,
        "description":"The same as assistant_id"},"status":{"$ref":"#/components/schemas/CallStatus"},
        "direction":{"type":"string","enum":["inbound","outbound"]},
        "phone_number":{"type":"string","maxLength":64,"description":"From or to, exactly"},
        "start_date":{"type":"string","maxLength":40,"description":"A UTC day or a time; began then or later"},
        "end_date":{"type":"string","maxLength":40,"description":"A UTC day or a time, included"},
        "dateFrom":{"type":"string","maxLength":40,"description":"The same as start_date"},
        "dateTo":{"type":"string","maxLength":40,"description":"The same as end_date"},
        "search":{"type":"string","maxLength":200,"description":"In external id, numbers, outcome and notes"})";
}

Result<CallFilter> filterFrom(const QJsonObject &query)
{
    CallFilter filter{.search = query["search"_L1].toString()};
    for (const QString &name : {u"assistant_id"_s, u"agent_id"_s}) {
        if (query.contains(name))
            filter.agentId = query[name].toString();
    }
    filter.status = callStatusFromWire(query["status"_L1].toString());
    filter.direction = directionFromWire(query["direction"_L1].toString());
    filter.phoneNumber = query["phone_number"_L1].toString();
    if (filter.phoneNumber.startsWith(u' ')) // in a query '+' means a blank
        filter.phoneNumber[0] = u'+';
    filter.phoneNumber = filter.phoneNumber.trimmed();
    const QStringList starts{u"start_date"_s, u"dateFrom"_s};
    const QStringList ends{u"end_date"_s, u"dateTo"_s};
    const auto from = boundIn(query, starts, false);
    const auto until = boundIn(query, ends, true);
    if (!from)
        return from.error();
    if (!until)
        return until.error();
    filter.fromMs = *from;
    filter.untilMs = *until;
    if (filter.fromMs && filter.untilMs && *filter.untilMs <= *filter.fromMs)
        return api::wrongParameter(nameIn(query, ends), u"must not be before "_s % nameIn(query, starts));
    return filter;
}

api::Schema reportBody() { return body(ChangeProperties + QByteArray(ReportProperties)); }

api::Schema changeBody() { return body(ChangeProperties); }

QStringList warningsFor(const QJsonObject &body)
{
    if (!body.contains("metadata"_L1))
        return {};
    return {u"metadata is deprecated; use call_meta"_s};
}

Result<CallReport> reportFrom(const QJsonObject &body)
{
    if (auto fine = consistent(body); !fine)
        return fine.error();
    const auto cost = costIn(body);
    if (!cost)
        return cost.error();
    const QStringList agents{u"agent_id"_s, u"assistant_id"_s};
    const QStringList carriers{u"carrier"_s, u"provider"_s};
    CallReport report{.externalId = textIn(body, {u"external_id"_s, u"call_id"_s}).value_or(QString()),
                      .agentId = textIn(body, agents),
                      .agentField = nameIn(body, agents),
                      .carrier = textIn(body, carriers),
                      .carrierField = nameIn(body, carriers),
                      .direction = directionFromWire(body["direction"_L1].toString()),
                      .fromNumber = textIn(body, {u"from_number"_s}),
                      .toNumber = textIn(body, {u"to_number"_s}),
                      .status = callStatusFromWire(body["status"_L1].toString()),
                      .startedAt = timeIn(body, u"started_at"_s),
                      .endedAt = timeIn(body, u"ended_at"_s),
                      .cost = *cost,
                      .outcome = textIn(body, {u"outcome"_s}),
                      .notes = textIn(body, {u"notes"_s}),
                      .recordingUrl = textIn(body, {u"recording_url"_s}),
                      .transcript = treeIn(body, u"transcript"_s),
                      .timeline = treeIn(body, u"timeline"_s),
                      .callMeta = metaIn(body)};
    if (body["duration_seconds"_L1].isDouble())
        report.durationSeconds = body["duration_seconds"_L1].toInteger();
    return report;
}

Result<CallChange> changeFrom(const QJsonObject &body)
{
    if (auto fine = consistent(body); !fine)
        return fine.error();
    return CallChange{.outcome = textIn(body, {u"outcome"_s}),
                      .notes = textIn(body, {u"notes"_s}),
                      .recordingUrl = textIn(body, {u"recording_url"_s}),
                      .transcript = treeIn(body, u"transcript"_s),
                      .callMeta = metaIn(body)};
}
}
