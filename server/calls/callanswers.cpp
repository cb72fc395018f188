// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callanswers.h"

#include "models/domain/money.h"
#include "server/calls/callsroutes.h"

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
std::optional<QDateTime> timeOf(const std::optional<qint64> &ms)
{
    return ms ? std::optional(QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC)) : std::nullopt;
}

std::optional<QString> orNull(const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); }

void writeMoney(api::JsonWriter &json, QLatin1StringView name, const std::optional<qint64> &nanos)
{
    json.key(name);
    if (nanos)
        json.raw(Money::fromNanos(*nanos).toDecimal());
    else
        json.null();
}

void writeMembers(api::JsonWriter &json, const CallRow &row)
{
    json.member("id"_L1, row.id)
        .member("organization_id"_L1, row.organizationId)
        .member("user_id"_L1, row.userId)
        .member("agent_id"_L1, orNull(row.agentId))
        .member("assistant_id"_L1, orNull(row.agentId))
        .member("assistant_name"_L1, orNull(row.agentName))
        .member("external_id"_L1, orNull(row.externalId))
        .member("carrier"_L1, orNull(row.carrier))
        .member("direction"_L1, toWire(row.direction))
        .member("from_number"_L1, row.fromNumber)
        .member("to_number"_L1, row.toNumber)
        .member("status"_L1, toWire(row.status))
        .member("started_at"_L1, timeOf(row.startedAt))
        .member("ended_at"_L1, timeOf(row.endedAt))
        .member("duration_seconds"_L1, row.durationSeconds);
    writeMoney(json, "cost"_L1, row.cost);
    json.member("outcome"_L1, row.outcome)
        .member("notes"_L1, row.notes)
        .member("recording_url"_L1, orNull(row.recordingUrl))
        .key("call_meta"_L1)
        .raw(row.callMeta)
        .member("created_at"_L1, timeOf(row.createdAt))
        .member("updated_at"_L1, timeOf(row.updatedAt));
}

void writeOwner(api::JsonWriter &json, const CallRow &row)
{
    json.member("organization_name"_L1, row.organizationName).member("user_email"_L1, row.userEmail);
}

void writeStory(api::JsonWriter &json, const CallRow &row)
{
    json.key("transcript"_L1).raw(row.transcript).key("timeline"_L1).raw(row.timeline);
}

void writeSums(api::JsonWriter &json, const CallSums &sums)
{
    json.member("total_calls"_L1, sums.calls)
        .member("completed_calls"_L1, sums.completed)
        .member("converted_calls"_L1, sums.converted)
        .member("success_rate"_L1, sums.successRate())
        .member("total_duration_seconds"_L1, sums.durationSeconds)
        .member("average_duration_seconds"_L1, sums.averageSeconds());
    writeMoney(json, "total_cost"_L1, sums.cost);
}

constexpr char Listed[] = R"("id":{"type":"string"},"organization_id":{"type":"string"},"user_id":{"type":"string"},
    "agent_id":{"type":["string","null"]},"assistant_id":{"type":["string","null"],"description":"The same as agent_id"},
    "assistant_name":{"type":["string","null"]},
    "external_id":{"type":["string","null"],"description":"The telephony system's own id of the call"},
    "carrier":{"type":["string","null"]},"direction":{"type":"string","enum":["inbound","outbound"]},
    "from_number":{"type":"string"},"to_number":{"type":"string"},"status":{"$ref":"#/components/schemas/CallStatus"},
    "started_at":{"$ref":"#/components/schemas/TimestampOrNull"},"ended_at":{"$ref":"#/components/schemas/TimestampOrNull"},
    "duration_seconds":{"type":"integer"},"cost":{"type":["number","null"],"description":"US dollars"},
    "outcome":{"type":"string"},"notes":{"type":"string"},"recording_url":{"type":["string","null"]},
    "call_meta":{"type":"object"},"created_at":{"$ref":"#/components/schemas/Timestamp"},
    "updated_at":{"$ref":"#/components/schemas/Timestamp"})";
constexpr char ListedNames[]
    = R"("id","organization_id","user_id","agent_id","assistant_id","assistant_name","external_id","carrier","direction",
    "from_number","to_number","status","started_at","ended_at","duration_seconds","cost","outcome","notes",
    "recording_url","call_meta","created_at","updated_at")";
constexpr char Owner[] = R"(,"organization_name":{"type":"string"},"user_email":{"type":"string"})";
constexpr char OwnerNames[] = R"(,"organization_name","user_email")";
constexpr char Story[] = R"(,"transcript":{"type":"array","items":{"$ref":"#/components/schemas/CallTurn"}},
    "timeline":{"type":"array","items":{"$ref":"#/components/schemas/CallEvent"}})";
constexpr char StoryNames[] = R"(,"transcript","timeline")";
constexpr char Warnings[] = R"(,"warnings":{"type":"array","items":{"type":"string"},
    "description":"What was sent and is on its way out; there only then"})";
constexpr char SumNames[] = R"("total_calls","completed_calls","converted_calls","success_rate",
    "total_duration_seconds","average_duration_seconds","total_cost")";
constexpr char Sums[] = R"("total_calls":{"type":"integer"},"completed_calls":{"type":"integer"},
    "converted_calls":{"type":"integer","description":"Completed with the outcome 'converted'"},
    "success_rate":{"type":"number","description":"Completed ones, in percent of the completed, failed, not answered and busy"},
    "total_duration_seconds":{"type":"integer","description":"Of completed calls"},
    "average_duration_seconds":{"type":"number"},"total_cost":{"type":"number","description":"US dollars"})";

api::Schema object(const QByteArray &names, const QByteArray &properties)
{
    return R"({"type":"object","additionalProperties":false,"required":[)" + names + R"(],"properties":{)" + properties
        + "}}";
}
}

void writeListedCall(api::JsonWriter &json, const CallRow &row)
{
    json.beginObject();
    writeMembers(json, row);
    json.endObject();
}

void writeAdminCall(api::JsonWriter &json, const CallRow &row)
{
    json.beginObject();
    writeMembers(json, row);
    writeOwner(json, row);
    json.endObject();
}

QByteArray callJson(const CallRow &row, const QStringList &warnings)
{
    api::JsonWriter json;
    json.beginObject();
    writeMembers(json, row);
    writeStory(json, row);
    if (!warnings.isEmpty()) {
        json.key("warnings"_L1).beginArray();
        for (const QString &warning : warnings)
            json.value(warning);
        json.endArray();
    }
    return json.endObject().take();
}

QByteArray adminCallJson(const CallRow &row)
{
    api::JsonWriter json;
    json.beginObject();
    writeMembers(json, row);
    writeOwner(json, row);
    writeStory(json, row);
    return json.endObject().take();
}

QByteArray statsJson(const CallStats &stats)
{
    api::JsonWriter json;
    json.beginObject();
    writeSums(json, stats.all);
    json.key("by_status"_L1).beginObject();
    for (qsizetype i = 0; i < callStatuses().size(); ++i)
        json.member(toWire(callStatuses()[i]), stats.byStatus.value(i));
    json.endObject().key("by_assistant"_L1).beginArray();
    for (const CallStats::OfAgent &agent : stats.byAgent) {
        json.beginObject()
            .member("assistant_id"_L1, orNull(agent.id))
            .member("agent_id"_L1, orNull(agent.id))
            .member("assistant_name"_L1, orNull(agent.name));
        writeSums(json, agent.sums);
        json.endObject();
    }
    json.endArray().key("by_day"_L1).beginArray();
    for (const CallStats::OfDay &day : stats.byDay) {
        json.beginObject().member("date"_L1, day.day);
        writeSums(json, day.sums);
        json.endObject();
    }
    return json.endArray().endObject().take();
}

QList<api::Component> callComponents()
{
    const QByteArray listed = Listed;
    const QByteArray names = ListedNames;
    return {
        {"CallStatus",
         R"({"type":"string","enum":["queued","dialing","in_progress","completed","failed","no_answer","busy","canceled"]})"},
        {"CallTurn",
         R"({"type":"object","required":["text"],"properties":{"role":{"type":"string","maxLength":64,
            "description":"Who spoke, e.g. assistant or user"},"text":{"type":"string","maxLength":20000},
            "at":{"type":"string","format":"date-time"}}})"},
        {"CallEvent",
         R"({"type":"object","required":["type","at"],"properties":{"type":{"type":"string","maxLength":64},
            "at":{"type":"string","format":"date-time"}}})"},
        {"Call", object(names, listed)},
        {"CallDetails", object(names + StoryNames, listed + Story + Warnings)},
        {"AdminCall", object(names + OwnerNames, listed + Owner)},
        {"AdminCallDetails", object(names + OwnerNames + StoryNames, listed + Owner + Story)},
        {"CallStats",
         object(
             SumNames + QByteArray(R"(,"by_status","by_assistant","by_day")"),
             Sums + QByteArray(R"(,"by_status":{"type":"object","additionalProperties":{"type":"integer"}},
                "by_assistant":{"type":"array","description":"The most calls first, at most 200","items":)")
                 + object(R"("assistant_id","agent_id","assistant_name",)" + QByteArray(SumNames),
                          R"("assistant_id":{"type":["string","null"]},"agent_id":{"type":["string","null"]},
                             "assistant_name":{"type":["string","null"]},)"
                              + QByteArray(Sums))
                 + R"(},"by_day":{"type":"array","description":"Days with calls, UTC, oldest first, at most 366","items":)"
                 + object(R"("date",)" + QByteArray(SumNames),
                          R"("date":{"type":"string","format":"date"},)" + QByteArray(Sums))
                 + '}')},
    };
}
}
