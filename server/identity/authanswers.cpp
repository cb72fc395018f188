// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/authanswers.h"

#include "server/api/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QLatin1StringView statusOf(const User &user) { return user.active ? "active"_L1 : "disabled"_L1; }

QLatin1StringView toWire(Risk risk)
{
    switch (risk) {
    case Risk::Low:
        return "low"_L1;
    case Risk::Medium:
        return "medium"_L1;
    case Risk::High:
        return "high"_L1;
    }
    return {};
}

void writeUserV1(api::JsonWriter &json, const User &user)
{
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("firstName"_L1, user.firstName)
        .member("lastName"_L1, user.lastName)
        .member("isEmailVerified"_L1, user.emailVerified)
        .member("status"_L1, statusOf(user))
        .endObject();
}

void writeUserV2(api::JsonWriter &json, const UserRow &row)
{
    const User &user = row.user;
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("firstName"_L1, user.firstName)
        .member("lastName"_L1, user.lastName)
        .member("phone"_L1, user.phone)
        .member("isEmailVerified"_L1, user.emailVerified)
        .member("isPhoneVerified"_L1, user.phoneVerified)
        .member("status"_L1, statusOf(user))
        .member("role"_L1, ::toWire(user.role))
        .member("lastLoginAt"_L1, user.lastLoginAt)
        .member("preferences"_L1, QJsonValue(row.preferences))
        .member("metadata"_L1, QJsonValue(row.metadata))
        .endObject();
}

void writeUserAlias(api::JsonWriter &json, const User &user)
{
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("role"_L1, ::toWire(user.role))
        .endObject();
}

qint64 secondsLeft(const SignedIn &in)
{
    // Of the token as it was written, whatever the clock says by now.
    return (in.grant.accessExpiresAt - in.grant.accessIssuedAt) / 1000;
}

/// Leaves the object open.
void writeSecurity(api::JsonWriter &json, const SignedIn &in)
{
    json.beginObject()
        .member("requiresTwoFactor"_L1, in.challenge.has_value())
        .member("isNewDevice"_L1, in.isNewDevice)
        .member("riskLevel"_L1, toWire(in.risk));
}

QByteArray signedInV2(const SignedIn &in)
{
    api::JsonWriter json;
    json.beginObject().key("user"_L1);
    writeUserV2(json, in.row);
    if (in.challenge) {
        json.member("tokens"_L1, QJsonValue(QJsonValue::Null)).key("security"_L1);
        writeSecurity(json, in);
        json.member("challenge"_L1, in.challenge->token)
            .member("challengeExpiresAt"_L1, in.challenge->expiresAt)
            .endObject();
        return json.endObject().take();
    }
    json.key("tokens"_L1)
        .beginObject()
        .member("accessToken"_L1, in.accessToken)
        .member("refreshToken"_L1, in.grant.refreshToken)
        .member("tokenType"_L1, "Bearer"_L1)
        .member("expiresAt"_L1, in.grant.accessExpiresAt)
        .member("expiresIn"_L1, secondsLeft(in))
        .endObject();
    json.key("security"_L1);
    writeSecurity(json, in);
    return json.endObject().endObject().take();
}
}

QByteArray signedInJson(Surface surface, const SignedIn &in)
{
    if (surface == Surface::V2)
        return signedInV2(in);
    api::JsonWriter json;
    json.beginObject();
    if (surface == Surface::V1) {
        json.key("user"_L1);
        writeUserV1(json, in.row.user);
        json.member("accessToken"_L1, in.accessToken)
            .member("refreshToken"_L1, in.grant.refreshToken)
            .member("token"_L1, in.accessToken)
            .member("expiresAt"_L1, in.grant.accessExpiresAt);
    } else {
        json.member("accessToken"_L1, in.accessToken)
            .member("refreshToken"_L1, in.grant.refreshToken)
            .member("expiresIn"_L1, secondsLeft(in));
        json.key("user"_L1);
        writeUserAlias(json, in.row.user);
    }
    return json.endObject().take();
}

QByteArray registeredJson(Surface surface, const UserRow &row)
{
    api::JsonWriter json;
    json.beginObject().key("user"_L1);
    if (surface == Surface::V2)
        writeUserV2(json, row);
    else if (surface == Surface::V1)
        writeUserV1(json, row.user);
    else
        writeUserAlias(json, row.user);
    return json.endObject().take();
}

QList<api::Component> authComponents()
{
    return {
        {"AuthUserV1", R"({"type":"object","required":["id","email","firstName","lastName","isEmailVerified","status"],
            "additionalProperties":false,"properties":{"id":{"type":"string"},"email":{"type":"string"},
            "firstName":{"type":"string"},"lastName":{"type":"string"},"isEmailVerified":{"type":"boolean"},
            "status":{"type":"string","enum":["active","disabled"]}}})"},
        {"AuthUserV2", R"({"type":"object","required":["id","email","firstName","lastName","phone","isEmailVerified",
            "isPhoneVerified","status","role","lastLoginAt","preferences","metadata"],"additionalProperties":false,
            "properties":{"id":{"type":"string"},"email":{"type":"string"},"firstName":{"type":"string"},
            "lastName":{"type":"string"},"phone":{"type":"string"},"isEmailVerified":{"type":"boolean"},
            "isPhoneVerified":{"type":"boolean"},"status":{"type":"string","enum":["active","disabled"]},
            "role":{"$ref":"#/components/schemas/Role"},"lastLoginAt":{"$ref":"#/components/schemas/TimestampOrNull"},
            "preferences":{"type":"object"},"metadata":{"type":"object"}}})"},
        {"AuthUserAlias",
         R"({"type":"object","required":["id","email","role"],"additionalProperties":false,"properties":{
            "id":{"type":"string"},"email":{"type":"string"},"role":{"$ref":"#/components/schemas/Role"}}})"},
        {"SignedInV1", R"({"type":"object","required":["user","accessToken","refreshToken","token","expiresAt"],
            "additionalProperties":false,"properties":{"user":{"$ref":"#/components/schemas/AuthUserV1"},
            "accessToken":{"type":"string"},"refreshToken":{"type":"string"},
            "token":{"type":"string","description":"The same as accessToken"},
            "expiresAt":{"type":"integer","description":"Of the access token, in milliseconds since the epoch"}}})"},
        {"SignedInV2",
         R"({"type":"object","required":["user","tokens","security"],"additionalProperties":false,"properties":{
            "user":{"$ref":"#/components/schemas/AuthUserV2"},"tokens":{"type":["object","null"],
            "description":"null while the second factor is awaited","required":["accessToken","refreshToken",
            "tokenType","expiresAt","expiresIn"],"additionalProperties":false,"properties":{"accessToken":{"type":"string"},
            "refreshToken":{"type":"string"},"tokenType":{"const":"Bearer"},"expiresAt":{"type":"integer",
            "description":"Of the access token, in milliseconds since the epoch"},"expiresIn":{"type":"integer",
            "description":"Seconds"}}},"security":{"type":"object","required":["requiresTwoFactor","isNewDevice","riskLevel"],
            "additionalProperties":false,"properties":{"requiresTwoFactor":{"type":"boolean"},"isNewDevice":{"type":"boolean"},
            "riskLevel":{"type":"string","enum":["low","medium","high"]},"challenge":{"type":"string",
            "description":"Only with requiresTwoFactor: goes to /auth/2fa/verify with a code"},
            "challengeExpiresAt":{"type":"integer","description":"In milliseconds since the epoch"}}}}})"},
        {"SignedInAlias", R"({"type":"object","required":["accessToken","refreshToken","expiresIn","user"],
            "additionalProperties":false,"properties":{"accessToken":{"type":"string"},"refreshToken":{"type":"string"},
            "expiresIn":{"type":"integer"},"user":{"$ref":"#/components/schemas/AuthUserAlias"}}})"},
        {"RegisteredV1", R"({"type":"object","required":["user"],"additionalProperties":false,
            "properties":{"user":{"$ref":"#/components/schemas/AuthUserV1"}}})"},
        {"RegisteredV2", R"({"type":"object","required":["user"],"additionalProperties":false,
            "properties":{"user":{"$ref":"#/components/schemas/AuthUserV2"}}})"},
        {"RegisteredAlias", R"({"type":"object","required":["user"],"additionalProperties":false,
            "properties":{"user":{"$ref":"#/components/schemas/AuthUserAlias"}}})"},
        {"Registration", R"({"type":"object","required":["email","password"],"additionalProperties":false,"properties":{
            "email":{"type":"string","format":"email","maxLength":254},
            "password":{"type":"string","minLength":8,"maxLength":1024},
            "organization_name":{"type":"string","maxLength":200},
            "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},
            "firstName":{"type":"string","maxLength":100},"lastName":{"type":"string","maxLength":100},
            "phone":{"$ref":"#/components/schemas/Phone"},
            "profile":{"type":"object","additionalProperties":false,"properties":{
            "firstName":{"type":"string","maxLength":100},"lastName":{"type":"string","maxLength":100},
            "phone":{"$ref":"#/components/schemas/Phone"},"timezone":{"type":"string","maxLength":64},
            "language":{"type":"string","maxLength":35}}},
            "preferences":{"type":"object","additionalProperties":false,"properties":{"marketing":{"type":"boolean"},
            "notifications":{"type":"boolean"},"twoFactorAuth":{"type":"boolean"}}},
            "metadata":{"type":"object","maxProperties":50,"description":"At most 8 KiB as JSON"},
            "invitation_token":{"type":"string","minLength":1,"maxLength":200,
            "description":"From an owner of the organization that is joined; tier and organization_name are then its own"}}})"},
        {"Phone", R"({"type":"string","title":"Phone number","pattern":"^(\\+[1-9][0-9]{1,14})?$",
            "description":"E.164, or empty"})"},
        {"Login", R"({"type":"object","required":["email","password"],"properties":{
            "email":{"type":"string","minLength":1,"maxLength":254},"password":{"type":"string","minLength":1,"maxLength":1024},
            "deviceId":{"type":"string","maxLength":200},"rememberMe":{"type":"boolean"},
            "deviceInfo":{"type":"object","properties":{"deviceId":{"type":"string","maxLength":200},
            "deviceName":{"type":"string","maxLength":200},"deviceType":{"type":"string","maxLength":50},
            "userAgent":{"type":"string","maxLength":1000},"ipAddress":{"type":"string","maxLength":64,
            "description":"Accepted and not believed"}}},
            "preferences":{"type":"object","properties":{"rememberMe":{"type":"boolean"},
            "stayLoggedIn":{"type":"boolean"}}}}})"},
        {"Refresh", R"({"type":"object","required":["refreshToken"],"properties":{
            "refreshToken":{"type":"string","minLength":1,"maxLength":512}}})"},
    };
}
}
