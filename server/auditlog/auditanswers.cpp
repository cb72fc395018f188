// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditanswers.h"

using namespace Qt::StringLiterals;

namespace auditlog
{
namespace
{
QDateTime time(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

std::optional<QString> orNull(const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); }

void writeFields(api::JsonWriter &json, QLatin1StringView name, const QJsonObject &fields, bool any)
{
    json.key(name);
    if (any)
        json.value(QJsonValue(fields));
    else
        json.null();
}

/// What an administrator notes about a user is not for the user.
QJsonObject shownToUser(QJsonObject fields)
{
    fields.remove(u"notes"_s);
    return fields;
}

void writeHow(api::JsonWriter &json, const audit::Entry &entry)
{
    json.member("key_id"_L1, entry.keyId)
        .member("session_id"_L1, entry.sessionId)
        .member("device_id"_L1, entry.deviceId)
        .member("address"_L1, entry.address)
        .member("user_agent"_L1, entry.userAgent)
        .member("version"_L1, orNull(entry.version))
        .member("request_id"_L1, entry.requestId);
}

void writeWhat(api::JsonWriter &json, const audit::Entry &entry)
{
    json.key("actor"_L1)
        .beginObject()
        .member("type"_L1, entry.actorType)
        .member("id"_L1, entry.actorId)
        .member("email"_L1, entry.actorEmail)
        .endObject();
    json.key("target"_L1)
        .beginObject()
        .member("type"_L1, entry.targetType)
        .member("id"_L1, entry.targetId)
        .member("label"_L1, entry.targetLabel)
        .endObject();
}

void writeStart(api::JsonWriter &json, const audit::Entry &entry)
{
    json.beginObject()
        .member("id"_L1, entry.id)
        .member("sequence"_L1, entry.sequence)
        .member("at"_L1, time(entry.at))
        .member("action"_L1, entry.action)
        .member("outcome"_L1, entry.outcome);
}

void writeEnd(api::JsonWriter &json, const audit::Entry &entry, bool revertible)
{
    json.member("reverts"_L1, orNull(entry.reverts))
        .member("hash"_L1, entry.hash)
        .member("previous_hash"_L1, entry.previousHash)
        .member("revertible"_L1, revertible)
        .endObject();
}

constexpr char Members[] = R"("id":{"type":"string"},
    "sequence":{"type":"integer","description":"Its place in the chain, from 1, without gaps"},
    "at":{"$ref":"#/components/schemas/Timestamp"},"action":{"type":"string","description":"<noun>.<past verb>"},
    "outcome":{"type":"string","enum":["success","failure"]},
    "actor":{"type":"object","required":["type","id","email"],"additionalProperties":false,"properties":{
    "type":{"type":"string","enum":["user","access_key","system"]},"id":{"type":"string"},"email":{"type":"string",
    "description":"As it was then; of the system what of it"}}},
    "key_id":{"type":"string"},"session_id":{"type":"string"},"device_id":{"type":"string"},"address":{"type":"string"},
    "user_agent":{"type":"string"},"version":{"type":["string","null"]},"request_id":{"type":"string"},
    "target":{"type":"object","required":["type","id","label"],"additionalProperties":false,"properties":{
    "type":{"type":"string"},"id":{"type":"string"},"label":{"type":"string"}}},
    "before":{"type":["object","null"],"description":"What differed before; never a secret"},
    "after":{"type":["object","null"]},
    "reverts":{"type":["string","null"],"description":"The entry whose change this one took back"},
    "hash":{"type":"string","description":"SHA-256, hex, of the entry and of the hash before it"},
    "previous_hash":{"type":"string"},"revertible":{"type":"boolean"})";
constexpr char Required[]
    = R"("id","sequence","at","action","outcome","actor","key_id","session_id","device_id","address",
    "user_agent","version","request_id","target","before","after","reverts","hash","previous_hash","revertible")";
}

void writeEntry(api::JsonWriter &json, const audit::Entry &entry, const audit::Reverters &reverters)
{
    writeStart(json, entry);
    json.member("organization_id"_L1, entry.organizationId).member("organization_name"_L1, entry.organizationName);
    writeWhat(json, entry);
    writeHow(json, entry);
    writeFields(json, "before"_L1, entry.beforeObject(), !entry.before.isEmpty());
    writeFields(json, "after"_L1, entry.afterObject(), !entry.after.isEmpty());
    writeEnd(json, entry, reverters.find(entry) != nullptr);
}

void writeOwnEntry(api::JsonWriter &json, const audit::Entry &entry, const QString &userId)
{
    audit::Entry shown = entry;
    if (!entry.actorId.isEmpty() && entry.actorId != userId)
        shown.keyId = shown.sessionId = shown.deviceId = shown.address = shown.userAgent = shown.requestId = QString();
    writeStart(json, shown);
    writeWhat(json, shown);
    writeHow(json, shown);
    writeFields(json, "before"_L1, shownToUser(entry.beforeObject()), !entry.before.isEmpty());
    writeFields(json, "after"_L1, shownToUser(entry.afterObject()), !entry.after.isEmpty());
    writeEnd(json, entry, false);
}

QByteArray verdictJson(const audit::Verdict &verdict)
{
    api::JsonWriter json;
    json.beginObject().member("ok"_L1, !verdict.broken).member("checked"_L1, verdict.checked).key("head"_L1);
    if (verdict.head.sequence > 0)
        json.beginObject()
            .member("sequence"_L1, verdict.head.sequence)
            .member("hash"_L1, verdict.head.hash)
            .endObject();
    else
        json.null();
    json.key("broken"_L1);
    if (verdict.broken)
        json.beginObject()
            .member("id"_L1, orNull(verdict.broken->id))
            .member("sequence"_L1, verdict.broken->sequence)
            .member("reason"_L1, audit::toWire(verdict.broken->reason))
            .endObject();
    else
        json.null();
    return json.endObject().take();
}

QList<api::Component> entryComponents()
{
    const QByteArray required = Required;
    const QByteArray members = Members;
    return {
        {"AuditEntry",
         R"({"type":"object","required":[)" + required
             + R"(,"organization_id","organization_name"],"additionalProperties":false,"properties":{)" + members
             + R"(,"organization_id":{"type":"string"},"organization_name":{"type":"string"}}})"},
        {"OwnAuditEntry",
         R"({"type":"object","required":[)" + required + R"(],"additionalProperties":false,"properties":{)" + members
             + "}}"},
        {"AuditVerdict",
         R"({"type":"object","required":["ok","checked","head","broken"],"additionalProperties":false,"properties":{
            "ok":{"type":"boolean"},"checked":{"type":"integer"},"head":{"type":["object","null"],
            "required":["sequence","hash"],"additionalProperties":false,"properties":{"sequence":{"type":"integer"},
            "hash":{"type":"string"}}},"broken":{"type":["object","null"],"required":["id","sequence","reason"],
            "description":"The first entry that is not as it was written","additionalProperties":false,"properties":{
            "id":{"type":["string","null"],"description":"null: no entry is there"},"sequence":{"type":"integer"},
            "reason":{"type":"string","enum":["changed","removed","inserted","head","anchor"]}}}}})"},
    };
}
}
