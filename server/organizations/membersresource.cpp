// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/identity/accountchanges.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"
#include "server/identity/userlist.h"
#include "server/organizations/organizationroutes.h"

using namespace Qt::StringLiterals;

namespace organizations
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using http::Method;

/// What the handlers of one worker share.
struct Members {
    explicit Members(identity::IdentityContext &c)
        : context(c)
        , changes(c)
    {
    }
    identity::IdentityContext &context;
    identity::AccountChanges changes;
    QObject scope; // what waits for futures dies with it
};
using MembersPtr = std::shared_ptr<Members>;

void writeMember(api::JsonWriter &json, const User &user)
{
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("first_name"_L1, user.firstName)
        .member("last_name"_L1, user.lastName)
        .member("organization_role"_L1, toWire(user.organizationRole))
        .member("is_active"_L1, user.active)
        .member("created_at"_L1, user.createdAt)
        .member("last_login_at"_L1, user.lastLoginAt)
        .endObject();
}

QByteArray memberJson(const User &user)
{
    api::JsonWriter json;
    writeMember(json, user);
    return json.take();
}

Outcome changedMember(const Result<identity::UserRow> &row)
{
    if (!row)
        return row.error();
    Answer answer{.json = memberJson(row->user)};
    answer.headers.add("ETag", api::entityTag(answer.json));
    return answer;
}

HandlerResult list(const MembersPtr &members, const CallPtr &call)
{
    const identity::IdentityContext &context = members->context;
    const QString sort = identity::KeysetList::sortOr(identity::userTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const identity::UserFilter filter{.organizationId = call->principal->organizationId,
                                      .search = call->query["search"_L1].toString()};
    const auto found = identity::listUsers(context.reads, *context.settings, context.now(), filter, sort, *page);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const identity::UserRow &row : found->rows)
        writeMember(json, row.user);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = found->pagination});
}

/// Somebody of another organisation is nobody; the platform's staff are nobody's to change, whoever they belong to.
Result<Done> isMember(const identity::UserRow &row, const api::Call &call)
{
    if (row.user.organizationId != call.principal->organizationId)
        return ErrorCode::ResourceNotFound;
    const bool staff = row.user.role == Role::Admin || row.user.role == Role::Support;
    return staff ? Result<Done>(ErrorCode::Forbidden) : api::requireMatch(call, memberJson(row.user));
}

identity::Precondition callersMember(const CallPtr &call)
{
    return [call](store::Connection &, const identity::UserRow &row) { return isMember(row, *call); };
}

/// One owner does not throw another out in one step.
identity::Precondition callersPlainMember(const CallPtr &call)
{
    return [call](store::Connection &, const identity::UserRow &row) -> Result<Done> {
        const auto member = isMember(row, *call);
        if (!member || row.user.organizationRole != OrganizationRole::Owner)
            return member;
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"This member is an owner"_s,
                     .details = {{u"id"_s, u"Make this owner a plain member first"_s}}};
    };
}

HandlerResult read(const MembersPtr &members, const CallPtr &call)
{
    const identity::IdentityContext &context = members->context;
    const auto row = identity::UserStore(context.reads, *context.settings, context.now()).byId(call->param("id"_L1));
    if (row && row->user.organizationId != call->principal->organizationId)
        return Outcome(ErrorCode::ResourceNotFound);
    return row ? Outcome(Answer{.json = memberJson(row->user)}) : Outcome(row.error());
}

HandlerResult changeRole(const MembersPtr &members, const CallPtr &call)
{
    const auto role = organizationRoleFromWire(call->body["organization_role"_L1].toString());
    const auto changed = members->changes.setOrganizationRole(
        audit::Actor::of(*call), call->param("id"_L1), role.value_or(OrganizationRole::Member), callersMember(call));
    return identity::later<Outcome>(changed, &members->scope, changedMember);
}

HandlerResult remove(const MembersPtr &members, const CallPtr &call)
{
    const QString id = call->param("id"_L1);
    if (id == call->principal->userId)
        return Outcome(Error{.code = ErrorCode::ResourceConflict, .message = u"You cannot remove yourself"_s});
    const auto removed
        = members->changes.remove(audit::Actor::of(*call), id, callersPlainMember(call), u"member.removed"_s);
    return identity::later<Outcome>(removed, &members->scope, [id](const Result<Done> &done) -> Outcome {
        if (!done)
            return done.error();
        api::JsonWriter json;
        json.beginObject().member("id"_L1, id).member("deleted"_L1, true).endObject();
        return Answer{.json = json.take()};
    });
}

constexpr char Search[] = R"("search":{"type":"string","maxLength":200,"description":"In name and e-mail address"},)";
constexpr char DeletedAnswer[] = R"({"type":"object","required":["id","deleted"],"properties":{"id":{"type":"string"},
    "deleted":{"const":true}}})";
}

QList<Route> memberRoutes(identity::IdentityContext &context)
{
    const auto members = std::make_shared<Members>(context);
    const auto with = api::handlersOver(members);
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    const QList<ErrorCode> changeErrors{ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict,
                                        ErrorCode::PreconditionFailed};
    return {
        {.method = Method::Get,
         .path = "/organization/members",
         .access = Access::User,
         .summary = "Who belongs to the organization.",
         .handle = with(list),
         .keys = api::Keys::Allowed,
         .reads = people,
         .query = api::pagedQuery(Search + identity::KeysetList::sortParameter(identity::userTable())),
         .answer = identity::listOf("Member")},
        {.method = Method::Get,
         .path = "/organization/members/:id",
         .access = Access::User,
         .summary = "One member.",
         .handle = with(read),
         .keys = api::Keys::Allowed,
         .answer = identity::reference("Member"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Patch,
         .path = "/organization/members/:id",
         .access = Access::Owner,
         .summary = "Makes somebody an owner or a plain member. The last active owner stays one.",
         .handle = with(changeRole),
         .keys = api::Keys::Allowed,
         .changes = people,
         .body = R"({"type":"object","required":["organization_role"],"additionalProperties":false,"properties":{
             "organization_role":{"$ref":"#/components/schemas/OrganizationRole"}}})",
         .answer = identity::reference("Member"),
         .errors = changeErrors},
        {.method = Method::Delete,
         .path = "/organization/members/:id",
         .access = Access::Owner,
         .summary = "Removes a member and the member's account. An owner is made a plain member first.",
         .handle = with(remove),
         .keys = api::Keys::Allowed,
         .changes = people | api::Tag::Agents | api::Tag::AccessKeys,
         .answer = DeletedAnswer,
         .errors = changeErrors},
    };
}
}
