// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"
#include "server/identity/devicestore.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/sessionstore.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using api::Version;
using http::Method;

/// What the handlers of one worker share.
struct Devices {
    explicit Devices(IdentityContext &c)
        : context(c)
    {
    }
    IdentityContext &context;
    QObject scope; // what waits for futures dies with it
};
using DevicesPtr = std::shared_ptr<Devices>;

void writeDevice(api::JsonWriter &json, const DeviceRow &device, const QString &currentId)
{
    json.beginObject()
        .member("id"_L1, device.id)
        .member("deviceId"_L1, device.clientId.isEmpty() ? std::nullopt : std::optional(device.clientId))
        .member("deviceName"_L1, device.name)
        .member("deviceType"_L1, device.kind)
        .member("userAgent"_L1, device.userAgent)
        .member("ipAddress"_L1, device.address)
        .member("firstSeenAt"_L1, device.firstSeenAt)
        .member("lastSeenAt"_L1, device.lastSeenAt)
        .member("isCurrent"_L1, device.id == currentId)
        .member("activeSessions"_L1, device.activeSessions)
        .endObject();
}

HandlerResult list(const DevicesPtr &devices, const CallPtr &call)
{
    const IdentityContext &context = devices->context;
    const auto found = DeviceStore(context.reads, context.now()).list(call->principal->userId);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const DeviceRow &device : *found)
        writeDevice(json, device, call->principal->deviceId);
    return Outcome(Answer{.json = json.endArray().take()});
}

audit::Change changeTo(const DeviceRow &device, const QString &action, const audit::Actor &actor)
{
    return {.action = action,
            .targetType = u"device"_s,
            .targetId = device.id,
            .targetLabel = device.name,
            .organizationId = actor.organizationId};
}

HandlerResult rename(const DevicesPtr &devices, const CallPtr &call)
{
    const IdentityContext &context = devices->context;
    const auto work
        = [id = call->param("id"_L1), name = call->body["deviceName"_L1].toString().simplified(),
           actor = audit::Actor::of(*call), now = context.now()](store::Connection &c) -> Result<DeviceRow> {
        DeviceStore store(c, now);
        const auto before = store.one(actor.userId, id);
        if (!before)
            return before;
        auto after = store.rename(actor.userId, id, name);
        if (!after || after->name == before->name)
            return after;
        audit::Change change = changeTo(*after, u"device.renamed"_s, actor);
        change.before = {{u"name"_s, before->name}};
        change.after = {{u"name"_s, after->name}};
        const auto told = audit::record(c, actor, change, now);
        return told ? after : Result<DeviceRow>(told.error());
    };
    return later<Outcome>(context.writer.submit<DeviceRow>(work), &devices->scope,
                          [current = call->principal->deviceId](const Result<DeviceRow> &device) -> Outcome {
                              if (!device)
                                  return device.error();
                              api::JsonWriter json;
                              writeDevice(json, *device, current);
                              return Answer{.json = json.take()};
                          });
}

HandlerResult revoke(const DevicesPtr &devices, const CallPtr &call)
{
    IdentityContext &context = devices->context;
    const auto work = [id = call->param("id"_L1), actor = audit::Actor::of(*call), now = context.now(),
                       settings = context.settings](store::Connection &c) -> Result<Done> {
        DeviceStore store(c, now);
        const auto device = store.one(actor.userId, id);
        if (!device)
            return device.error();
        const auto ended = SessionStore(c, *settings, now).revokeOfDevice(actor.userId, id, u"device revoked"_s);
        if (!ended)
            return ended.error();
        if (auto removed = store.remove(actor.userId, id); !removed)
            return removed;
        audit::Change change = changeTo(*device, u"device.revoked"_s, actor);
        change.after = {{u"sessions_ended"_s, *ended}};
        return audit::record(c, actor, change, now);
    };
    return later<Outcome>(context.writer.submit<Done>(work), &devices->scope,
                          [&context, id = call->principal->userId](const Result<Done> &done) -> Outcome {
                              context.cache.evictUser(id);
                              return done ? Outcome(Answer{.status = 204, .json = {}}) : Outcome(done.error());
                          });
}

constexpr char RenameBody[] = R"({"type":"object","required":["deviceName"],"additionalProperties":false,"properties":{
    "deviceName":{"type":"string","minLength":1,"maxLength":200,"pattern":"\\S"}}})";
}

QList<Route> deviceRoutes(IdentityContext &context)
{
    const auto devices = std::make_shared<Devices>(context);
    const auto with = api::handlersOver(devices);
    return {
        {.method = Method::Get,
         .path = "/auth/devices",
         .access = Access::User,
         .summary = "From which devices the user who asks signed in; the last seen first, at most 100.",
         .handle = with(list),
         .versions = {Version::V2},
         .secret = true,
         .answer = listOf("Device"),
         .tag = "auth"},
        {.method = Method::Patch,
         .path = "/auth/devices/:id",
         .access = Access::User,
         .summary = "Names a device.",
         .handle = with(rename),
         .versions = {Version::V2},
         .secret = true,
         .body = RenameBody,
         .answer = reference("Device"),
         .tag = "auth"},
        {.method = Method::Delete,
         .path = "/auth/devices/:id",
         .access = Access::User,
         .summary = "Forgets a device and ends its sessions, at once.",
         .handle = with(revoke),
         .versions = {Version::V2},
         .changes = api::Tag::Users,
         .secret = true,
         .status = 204,
         .tag = "auth"},
    };
}

QList<api::Component> deviceComponents()
{
    return {
        {"Device", R"({"type":"object","required":["id","deviceId","deviceName","deviceType","userAgent","ipAddress",
        "firstSeenAt","lastSeenAt","isCurrent","activeSessions"],"additionalProperties":false,"properties":{
        "id":{"type":"string"},"deviceId":{"type":["string","null"],"description":"What the client calls itself"},
        "deviceName":{"type":"string"},"deviceType":{"type":"string"},"userAgent":{"type":"string"},
        "ipAddress":{"type":"string","description":"The last one"},
        "firstSeenAt":{"$ref":"#/components/schemas/Timestamp"},
        "lastSeenAt":{"$ref":"#/components/schemas/Timestamp"},
        "isCurrent":{"type":"boolean","description":"The one that asks"},
        "activeSessions":{"type":"integer"}}})"}};
}
}
