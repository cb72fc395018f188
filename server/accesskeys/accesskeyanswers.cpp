// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/accesskeyanswers.h"

#include "server/accesskeys/accesskeyroutes.h"

using namespace Qt::StringLiterals;

namespace accesskeys
{
namespace
{
void writeMembers(api::JsonWriter &json, const AccessKey &key)
{
    json.member("id"_L1, key.id)
        .member("name"_L1, key.name)
        .member("permissions"_L1, api::toText(key.permission))
        .member("rate_limit_per_hour"_L1, key.requestsPerHour)
        .member("last4"_L1, key.last4)
        .member("expires_at"_L1, key.expiresAt)
        .member("previous_until"_L1, key.previousUntil)
        .member("revoked_at"_L1, key.revokedAt)
        .member("rotated_at"_L1, key.rotatedAt)
        .member("last_used_at"_L1, key.lastUsedAt)
        .member("created_by"_L1, key.createdBy)
        .member("created_by_email"_L1, key.creatorEmail)
        .member("created_at"_L1, key.createdAt)
        .member("updated_at"_L1, key.updatedAt);
}

constexpr char Required[] = R"(["id","name","permissions","rate_limit_per_hour","last4","expires_at","previous_until",
    "revoked_at","rotated_at","last_used_at","created_by","created_by_email","created_at","updated_at")";
constexpr char Properties[] = R"("id":{"type":"string"},"name":{"type":"string"},
    "permissions":{"type":"string","enum":["read","write","admin"]},
    "rate_limit_per_hour":{"type":["integer","null"],
        "description":"null: its creator's. More than its creator's counts as that"},
    "last4":{"type":"string","description":"The end of the secret"},
    "expires_at":{"type":["string","null"],"format":"date-time"},
    "previous_until":{"type":["string","null"],"format":"date-time",
        "description":"So long the secret before the last rotation is accepted, too"},
    "revoked_at":{"type":["string","null"],"format":"date-time"},
    "rotated_at":{"type":["string","null"],"format":"date-time"},
    "last_used_at":{"type":["string","null"],"format":"date-time","description":"Up to a minute late"},
    "created_by":{"type":"string"},"created_by_email":{"type":"string"},
    "created_at":{"type":"string","format":"date-time"},"updated_at":{"type":"string","format":"date-time"})";
}

QByteArray keyJson(const AccessKey &key)
{
    api::JsonWriter json;
    json.beginObject();
    writeMembers(json, key);
    return json.endObject().take();
}

QByteArray freshKeyJson(const FreshKey &key)
{
    api::JsonWriter json;
    json.beginObject();
    writeMembers(json, key.key);
    return json.member("key"_L1, key.text).endObject().take();
}

QByteArray keysJson(const QList<AccessKey> &keys)
{
    api::JsonWriter json;
    json.beginArray();
    for (const AccessKey &key : keys)
        json.raw(keyJson(key));
    return json.endArray().take();
}

QList<api::Component> accessKeyComponents()
{
    const QByteArray object = R"({"type":"object","additionalProperties":false,"required":)";
    return {{"AccessKey", QByteArray(object + Required + R"(],"properties":{)" + Properties + "}}")},
            {"NewAccessKey",
             QByteArray(object + Required + R"(,"key"],"properties":{"key":{"type":"string",
             "description":"The whole key: vxd_, its id, its secret. Shown this once"},)"
                        + Properties + "}}")}};
}
}
