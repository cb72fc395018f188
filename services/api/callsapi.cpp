// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/callsapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/calls"_s;

QList<CallEvent> timelineFrom(const QJsonArray &rows)
{
    QList<CallEvent> events;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        events.append({.at = decode::time(decode::member(row, {"at"_L1, "timestamp"_L1})),
                       .what = decode::member(row, {"type"_L1, "event"_L1, "status"_L1}).toString(),
                       .detail = decode::member(row, {"detail"_L1, "message"_L1, "reason"_L1}).toString()});
    }
    return events;
}

QList<CallTurn> transcriptFrom(const QJsonArray &rows)
{
    QList<CallTurn> turns;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        turns.append({.speaker = decode::member(row, {"role"_L1, "speaker"_L1}).toString(),
                      .text = decode::member(row, {"text"_L1, "content"_L1}).toString(),
                      .at = decode::time(row.value("at"_L1))});
    }
    return turns;
}

void readNumbers(Call &call, const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    call.from = text("from_number"_L1);
    call.to = text("to_number"_L1);
    call.carrier = text("carrier"_L1);
    call.externalId = text("external_id"_L1);
    call.startedAt = decode::time(object.value("started_at"_L1));
    call.endedAt = decode::time(object.value("ended_at"_L1));
    call.durationSeconds = object.value("duration_seconds"_L1).toInteger();
    call.cost = decode::money(object.value("cost"_L1));
    call.createdAt = decode::time(object.value("created_at"_L1));
    call.updatedAt = decode::time(object.value("updated_at"_L1));
}

Result<Call> callFrom(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    Call call;
    call.id = text("id"_L1);
    const auto status = callStatusFromWire(text("status"_L1));
    if (call.id.isEmpty() || !status)
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a call"_s};
    call.status = *status;
    call.organizationId = text("organization_id"_L1);
    call.organizationName = text("organization_name"_L1);
    call.agentId = decode::member(object, {"agent_id"_L1, "assistant_id"_L1}).toString();
    call.agentName = decode::member(object, {"assistant_name"_L1, "agent_name"_L1}).toString();
    call.direction = callDirectionFromWire(text("direction"_L1)).value_or(CallDirection::Inbound);
    call.outcome = text("outcome"_L1);
    call.notes = text("notes"_L1);
    call.recordingUrl = text("recording_url"_L1);
    call.meta = object.value("call_meta"_L1).toObject();
    readNumbers(call, object);
    call.sandbox = object.value("sandbox"_L1).toBool() || call.carrier == "sandbox"_L1;
    call.timeline = timelineFrom(object.value("timeline"_L1).toArray());
    call.transcript = transcriptFrom(object.value("transcript"_L1).toArray());
    return call;
}

Result<Page<Call>> decodePage(const ApiAnswer &answer)
{
    return decode::page<Call>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), callFrom);
}

QString daysBack(const QDate &today, const QString &period)
{
    const QDate first = period == "7d"_L1 ? today.addDays(-6)
        : period == "30d"_L1              ? today.addDays(-29)
        : period == "month"_L1            ? QDate(today.year(), today.month(), 1)
                                          : today;
    return first.toString(Qt::ISODate);
}
}

ApiRequest CallsApi::listRequest(const PageQuery &query, const QDate &today)
{
    QMap<QString, QString> parameters = toParameters(query);
    const QString period = parameters.take(u"period"_s);
    if (!period.isEmpty() && !parameters.contains(u"start_date"_s))
        parameters.insert(u"start_date"_s, daysBack(today, period));
    return {.path = Path, .query = parameters};
}

ApiRequest CallsApi::getRequest(const QString &id) { return {.path = Path + u'/' + pathSegment(id)}; }

QFuture<Result<Page<Call>>> CallsApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query, m_now().date()), decodePage);
}

QFuture<Result<Call>> CallsApi::get(const QString &id)
{
    return m_client.fetch(getRequest(id), [](const ApiAnswer &answer) { return callFrom(decode::data(answer)); });
}
