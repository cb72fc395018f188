// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/audit/audit.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/organizationstore.h"
#include "server/identity/useranswers.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;

HandlerResult list(IdentityContext &context, const CallPtr &call)
{
    const QString sort = KeysetList::sortOr(organizationTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    OrganizationFilter filter{.tier = tierFromWire(call->query["subscription_tier"_L1].toString()),
                              .search = call->query["search"_L1].toString()};
    if (call->query["is_active"_L1].isBool())
        filter.active = call->query["is_active"_L1].toBool();
    const auto found = listOrganizations(context.reads, filter, sort, *page);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const Organization &organization : found->rows)
        writeOrganization(json, organization);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = found->pagination});
}

HandlerResult read(IdentityContext &context, const CallPtr &call)
{
    const auto organization = organizationById(context.reads, call->param("id"_L1));
    return organization ? Outcome(Answer{.json = organizationJson(*organization)}) : Outcome(organization.error());
}

HandlerResult patch(const std::shared_ptr<QObject> &scope, IdentityContext &context, const CallPtr &call)
{
    const QString id = call->param("id"_L1);
    const auto work = [id, call, active = call->body["is_active"_L1].toBool(),
                       now = context.now()](store::Connection &c) -> Result<Organization> {
        if (const auto held = store::lockRow(c, "organizations"_L1, id); !held)
            return held.error();
        const auto before = organizationById(c, id);
        if (!before)
            return before;
        if (auto same = api::requireMatch(*call, organizationJson(*before)); !same)
            return same.error();
        auto after = setOrganizationActive(c, id, active, now);
        if (!after || after->active == before->active)
            return after;
        const auto told = audit::record(c, audit::Actor::of(*call),
                                        {.action = u"organization.updated"_s,
                                         .targetType = u"organization"_s,
                                         .targetId = id,
                                         .targetLabel = after->name,
                                         .organizationId = id,
                                         .before = {{u"is_active"_s, before->active}},
                                         .after = {{u"is_active"_s, after->active}}},
                                        now);
        return told ? after : Result<Organization>(told.error());
    };
    return later<Outcome>(context.writer.submit<Organization>(work), scope.get(),
                          [&context, id](const Result<Organization> &organization) -> Outcome {
                              context.cache.evictOrganization(id); // sessions and keys are looked up anew
                              if (!organization)
                                  return organization.error();
                              Answer answer{.json = organizationJson(*organization)};
                              answer.headers.add("ETag", api::entityTag(answer.json));
                              return answer;
                          });
}

constexpr char ActivityBody[] = R"({"type":"object","required":["is_active"],"additionalProperties":false,"properties":{
    "is_active":{"type":"boolean"}}})";
constexpr char OrganizationFilters[]
    = R"("search":{"type":"string","maxLength":200,"description":"In its name and its owner's address"},
    "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"is_active":{"type":"boolean"},)";
}

QList<api::Route> organizationRoutes(IdentityContext &context)
{
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    const auto scope = std::make_shared<QObject>(); // what waits for futures dies with it
    return {
        {.method = http::Method::Get,
         .path = "/admin/organizations",
         .access = api::Access::Support,
         .summary = "The platform's tenants.",
         .handle = [&context](const CallPtr &call) { return list(context, call); },
         .reads = people,
         .query = api::pagedQuery(OrganizationFilters + KeysetList::sortParameter(organizationTable())),
         .answer = listOf("Organization")},
        {.method = http::Method::Get,
         .path = "/admin/organizations/:id",
         .access = api::Access::Support,
         .summary = "One tenant.",
         .handle = [&context](const CallPtr &call) { return read(context, call); },
         .reads = people,
         .answer = reference("Organization"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = http::Method::Patch,
         .path = "/admin/organizations/:id",
         .access = api::Access::Support,
         .summary = "Disables a tenant with all its members and keys, or enables it again. Disabling a user does not.",
         .handle = [&context, scope](const CallPtr &call) { return patch(scope, context, call); },
         .changes = people,
         .stepUp = true,
         .body = ActivityBody,
         .answer = reference("Organization"),
         .errors = {ErrorCode::ResourceConflict, ErrorCode::PreconditionFailed}},
    };
}
}
