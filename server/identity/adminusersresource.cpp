// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/api/gate.h"
#include "server/identity/accountchanges.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/sessionstore.h"
#include "server/identity/useranswers.h"
#include "server/identity/userlist.h"

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
struct Admin {
    explicit Admin(IdentityContext &c)
        : context(c)
        , changes(c)
    {
    }
    IdentityContext &context;
    AccountChanges changes;
    QObject scope; // what waits for futures dies with it
};
using AdminPtr = std::shared_ptr<Admin>;

UserFilter filterIn(const QJsonObject &query)
{
    UserFilter filter{.organizationId = query["organization_id"_L1].toString(),
                      .search = query["search"_L1].toString()};
    filter.role = roleFromWire(query["role"_L1].toString());
    filter.tier = tierFromWire(query["subscription_tier"_L1].toString());
    if (query["is_active"_L1].isBool())
        filter.active = query["is_active"_L1].toBool();
    filter.atQuotaRisk = query["quota_at_risk"_L1].toBool();
    filter.signedIn = query["signed_in"_L1].toBool();
    return filter;
}

Result<UserPage> pageOf(const AdminPtr &admin, const api::Call &call)
{
    const IdentityContext &context = admin->context;
    const QString sort = KeysetList::sortOr(userTable(), call.query["sort"_L1].toString());
    const auto page = api::pageFrom(call.query, sort, 2);
    if (!page)
        return page.error();
    return listUsers(context.reads, *context.settings, context.now(), filterIn(call.query), sort, *page);
}

/// Sessions run out by themselves.
bool isTimeless(const api::Call &call) { return !filterIn(call.query).signedIn; }

QByteArray arrayOf(const QList<UserRow> &rows, void (*write)(api::JsonWriter &, const UserRow &))
{
    api::JsonWriter json;
    json.beginArray();
    for (const UserRow &row : rows)
        write(json, row);
    return json.endArray().take();
}

/// Omnivox: a plain list.
HandlerResult listUsersPlainly(const AdminPtr &admin, const CallPtr &call)
{
    const auto page = pageOf(admin, *call);
    if (!page)
        return Outcome(page.error());
    return Outcome(Answer{.json = arrayOf(page->rows, writeListedUser),
                          .pagination = page->pagination,
                          .mayBeCached = isTimeless(*call)});
}

/// VoxFlow's own shape in v1, {users, pagination}; the usual list in v2.
HandlerResult listAdminUsers(const AdminPtr &admin, const CallPtr &call)
{
    const auto page = pageOf(admin, *call);
    if (!page)
        return Outcome(page.error());
    QByteArray users = arrayOf(page->rows, writeAdminUser);
    if (call->version == Version::V2)
        return Outcome(Answer{
            .json = std::move(users), .pagination = page->pagination, .mayBeCached = isTimeless(*call)});
    const api::Pagination &at = page->pagination;
    const std::optional<qint64> pages
        = at.total ? std::optional((*at.total + at.limit - 1) / at.limit) : std::optional<qint64>();
    api::JsonWriter json;
    json.beginObject().key("users"_L1).raw(users);
    json.key("pagination"_L1)
        .beginObject()
        .member("page"_L1, at.page > 0 ? std::optional(at.page) : std::nullopt)
        .member("limit"_L1, at.limit)
        .member("total"_L1, at.total)
        .member("pages"_L1, pages)
        .member("hasNext"_L1, at.hasNext)
        .member("nextCursor"_L1, at.nextCursor.isEmpty() ? std::nullopt : std::optional(at.nextCursor))
        .endObject();
    return Outcome(Answer{.json = json.endObject().take(), .mayBeCached = isTimeless(*call)});
}

HandlerResult readUser(const AdminPtr &admin, const CallPtr &call)
{
    const IdentityContext &context = admin->context;
    const auto row = UserStore(context.reads, *context.settings, context.now()).byId(call->param("id"_L1));
    return row ? Outcome(Answer{.json = adminUserJson(*row)}) : Outcome(row.error());
}

Outcome changedUser(const Result<UserRow> &row)
{
    if (!row)
        return row.error();
    Answer answer{.json = adminUserJson(*row)};
    answer.headers.add("ETag", api::entityTag(answer.json));
    return answer;
}

Precondition unchangedSince(const CallPtr &call)
{
    return [call](store::Connection &, const UserRow &row) { return api::requireMatch(*call, adminUserJson(row)); };
}

HandlerResult patchUser(const AdminPtr &admin, const CallPtr &call)
{
    const QJsonObject &body = call->body;
    // Hands an account, an organisation or the platform to somebody else, or shuts its owner out.
    if (body.contains("role"_L1) || body.contains("email"_L1) || body.contains("is_active"_L1)
        || body.contains("organization_role"_L1)) {
        if (auto fresh = api::requireStepUp(*call->principal, admin->context.now()); !fresh)
            return Outcome(fresh.error());
    }
    AccountChange change{.firstName = sentText(body, "first_name"_L1),
                         .lastName = sentText(body, "last_name"_L1),
                         .phone = sentText(body, "phone"_L1),
                         .role = roleFromWire(body["role"_L1].toString()),
                         .tier = tierFromWire(body["subscription_tier"_L1].toString())};
    if (body.contains("email"_L1))
        change.email = normalizedEmail(body["email"_L1].toString());
    if (body["is_active"_L1].isBool())
        change.active = body["is_active"_L1].toBool();
    const auto role = organizationRoleFromWire(body["organization_role"_L1].toString());
    return later<Outcome>(
        admin->changes.update(audit::Actor::of(*call), call->param("id"_L1), change, unchangedSince(call), role),
        &admin->scope, changedUser);
}

HandlerResult putLimits(const AdminPtr &admin, const CallPtr &call)
{
    const auto numberIn = [&](QLatin1StringView name) {
        const QJsonValue value = call->body[name];
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    };
    LimitChange change{.maxAgents = numberIn("max_agents"_L1),
                       .monthlyTokenQuota = numberIn("monthly_token_quota"_L1),
                       .requestsPerHour = numberIn("requests_per_hour"_L1)};
    if (call->body.contains("notes"_L1))
        change.notes = call->body["notes"_L1].toString();
    return later<Outcome>(
        admin->changes.setLimits(audit::Actor::of(*call), call->param("id"_L1), change, unchangedSince(call)),
        &admin->scope, changedUser);
}

HandlerResult deleteUser(const AdminPtr &admin, const CallPtr &call)
{
    const QString id = call->param("id"_L1);
    return later<Outcome>(admin->changes.remove(audit::Actor::of(*call), id, unchangedSince(call)), &admin->scope,
                          [id](const Result<Done> &done) -> Outcome {
                              if (!done)
                                  return done.error();
                              api::JsonWriter json;
                              json.beginObject().member("id"_L1, id).member("deleted"_L1, true).endObject();
                              return Answer{.json = json.take()};
                          });
}

HandlerResult listSessions(const AdminPtr &admin, const CallPtr &call)
{
    const IdentityContext &context = admin->context;
    const QString id = call->param("id"_L1);
    if (auto row = UserStore(context.reads, *context.settings, context.now()).byId(id); !row)
        return Outcome(row.error());
    const auto sessions = SessionStore(context.reads, *context.settings, context.now()).liveOf(id);
    if (!sessions)
        return Outcome(sessions.error());
    api::JsonWriter json;
    json.beginArray();
    for (const SessionRow &session : *sessions)
        writeSession(json, session, call->principal->sessionId);
    return Outcome(Answer{.json = json.endArray().take()});
}

HandlerResult endSessions(const AdminPtr &admin, const CallPtr &call)
{
    return later<Outcome>(admin->changes.signOutEverywhere(audit::Actor::of(*call), call->param("id"_L1)),
                          &admin->scope, [](const Result<qint64> &ended) -> Outcome {
                              if (!ended)
                                  return ended.error();
                              return Answer{.json = R"({"sessions_ended":)" + QByteArray::number(*ended) + '}'};
                          });
}

HandlerResult setManyActive(const AdminPtr &admin, const CallPtr &call)
{
    QStringList ids;
    for (const QJsonValue id : call->body["ids"_L1].toArray())
        ids << id.toString();
    const auto changed = admin->changes.setActive(audit::Actor::of(*call), ids, call->body["is_active"_L1].toBool());
    return later<Outcome>(changed, &admin->scope, [ids](const Result<QList<Result<Done>>> &results) -> Outcome {
        if (!results)
            return results.error();
        api::JsonWriter json;
        json.beginObject().key("results"_L1).beginArray();
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const Result<Done> &result = results->at(i);
            json.beginObject().member("id"_L1, ids[i]).member("ok"_L1, bool(result));
            if (!result) {
                json.key("error"_L1)
                    .beginObject()
                    .member("code"_L1, info(result.error().code).name)
                    .member("message"_L1, result.error().message)
                    .endObject();
            }
            json.endObject();
        }
        return Answer{.json = json.endArray().endObject().take()};
    });
}

constexpr char Filters[] = R"("role":{"$ref":"#/components/schemas/Role"},
    "search":{"type":"string","maxLength":200,"description":"In name, e-mail address and organisation"},
    "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"is_active":{"type":"boolean"},
    "organization_id":{"type":"string","maxLength":64},
    "quota_at_risk":{"type":"boolean","description":"true: only those that passed 80 % of this month's tokens"},
    "signed_in":{"type":"boolean","description":"true: only those with an open session"},)";
constexpr char PatchBody[] = R"({"type":"object","additionalProperties":false,"properties":{
    "email":{"type":"string","format":"email","maxLength":254},"first_name":{"type":"string","maxLength":100},
    "last_name":{"type":"string","maxLength":100},"phone":{"$ref":"#/components/schemas/Phone"},
    "role":{"$ref":"#/components/schemas/Role"},"subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},
    "is_active":{"type":"boolean"},"organization_role":{"$ref":"#/components/schemas/OrganizationRole"}}})";
constexpr char BulkBody[]
    = R"({"type":"object","required":["ids","is_active"],"additionalProperties":false,"properties":{
    "ids":{"type":"array","minItems":1,"maxItems":1000,"uniqueItems":true,"items":{"type":"string","maxLength":64}},
    "is_active":{"type":"boolean"}}})";
constexpr char BulkAnswer[]
    = R"({"type":"object","required":["results"],"properties":{"results":{"type":"array","items":{
    "type":"object","required":["id","ok"],"properties":{"id":{"type":"string"},"ok":{"type":"boolean"},
    "error":{"type":"object","required":["code","message"],"properties":{"code":{"type":"string"},
    "message":{"type":"string"}}}}}}}})";
constexpr char DeletedAnswer[] = R"({"type":"object","required":["id","deleted"],"properties":{"id":{"type":"string"},
    "deleted":{"const":true}}})";
constexpr char EndedAnswer[] = R"({"type":"object","required":["sessions_ended"],
    "properties":{"sessions_ended":{"type":"integer"}}})";
constexpr char PageV1[]
    = R"({"type":"object","required":["users","pagination"],"additionalProperties":false,"properties":{
    "users":{"type":"array","items":{"$ref":"#/components/schemas/AdminUser"}},"pagination":{"type":"object",
    "required":["page","limit","total","pages","hasNext","nextCursor"],"additionalProperties":false,"properties":{
    "page":{"type":["integer","null"],"description":"null when asked by cursor"},"limit":{"type":"integer"},
    "total":{"type":["integer","null"],"description":"null where it would have to be counted row by row"},
    "pages":{"type":["integer","null"]},"hasNext":{"type":"boolean"},"nextCursor":{"type":["string","null"]}}}}})";
}

QList<Route> adminUserRoutes(IdentityContext &context)
{
    const auto admin = std::make_shared<Admin>(context);
    const auto with = api::handlersOver(admin);
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    const api::Schema query = api::pagedQuery(Filters + KeysetList::sortParameter(userTable()));
    const QList<ErrorCode> changeErrors{ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict,
                                        ErrorCode::PreconditionFailed, ErrorCode::StepUpRequired};
    const Route listed{.method = Method::Get,
                       .path = "/admin/users",
                       .access = Access::Support,
                       .summary = "The platform's users.",
                       .handle = with(listAdminUsers),
                       .versions = {Version::V1},
                       .reads = people,
                       .query = query,
                       .answer = PageV1};
    Route listedV2 = listed;
    listedV2.versions = {Version::V2};
    listedV2.answer = listOf("AdminUser");
    return {
        {.method = Method::Get,
         .path = "/users",
         .access = Access::Support,
         .summary = "The platform's users, in short.",
         .handle = with(listUsersPlainly),
         .reads = people,
         .query = query,
         .answer = listOf("ListedUser")},
        listed,
        listedV2,
        {.method = Method::Get,
         .path = "/admin/users/:id",
         .access = Access::Support,
         .summary = "One user.",
         .handle = with(readUser),
         .reads = people,
         .answer = reference("AdminUser"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Patch,
         .path = "/admin/users/:id",
         .access = Access::Support,
         .summary = "Changes what is sent. The last active administrator stays one, and an organisation's last active "
                    "owner is not made a member; both roles, email and activity need the second factor again, where "
                    "there is one.",
         .handle = with(patchUser),
         .changes = people,
         .body = PatchBody,
         .answer = reference("AdminUser"),
         .errors = changeErrors},
        {.method = Method::Delete,
         .path = "/admin/users/:id",
         .access = Access::Support,
         .summary
         = "Removes a user; the organisation goes with its last member, and its only owner stays while it has others.",
         .handle = with(deleteUser),
         .changes = people | api::Tag::Agents | api::Tag::AccessKeys,
         .stepUp = true,
         .answer = DeletedAnswer,
         .errors = changeErrors},
        {.method = Method::Put,
         .path = "/admin/users/:id/limits",
         .access = Access::Support,
         .summary = "Sets what a user may consume; what is not sent stays.",
         .handle = with(putLimits),
         .changes = people,
         .body = R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{)" + LimitProperties
             + R"(,"notes":{"type":"string","maxLength":2000}}})",
         .answer = reference("AdminUser"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
        {.method = Method::Get,
         .path = "/admin/users/:id/sessions",
         .access = Access::Support,
         .summary = "Where a user is signed in.",
         .handle = with(listSessions),
         .answer = listOf("UserSession"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Delete,
         .path = "/admin/users/:id/sessions",
         .access = Access::Support,
         .summary = "Signs a user out everywhere, at once.",
         .handle = with(endSessions),
         .changes = api::Tag::Users,
         .stepUp = true,
         .answer = EndedAnswer,
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Post,
         .path = "/admin/users/bulk",
         .access = Access::Support,
         .summary = "Activates or deactivates up to 1000 users, each with its own result.",
         .handle = with(setManyActive),
         .rate = api::RateClass::Bulk,
         .changes = people,
         .stepUp = true,
         .body = BulkBody,
         .answer = BulkAnswer},
    };
}
}
