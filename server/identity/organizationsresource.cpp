// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/identityroutes.h"
#include "server/identity/organizationstore.h"
#include "server/identity/useranswers.h"

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

constexpr char Filters[]
    = R"("search":{"type":"string","maxLength":200,"description":"In its name and its owner's address"},
    "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"is_active":{"type":"boolean"},)";
}

QList<api::Route> organizationRoutes(IdentityContext &context)
{
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    return {
        {.method = http::Method::Get,
         .path = "/admin/organizations",
         .access = api::Access::Support,
         .summary = "The platform's tenants.",
         .handle = [&context](const CallPtr &call) { return list(context, call); },
         .reads = people,
         .query = api::pagedQuery(Filters + KeysetList::sortParameter(organizationTable())),
         .answer = listOf("Organization")},
        {.method = http::Method::Get,
         .path = "/admin/organizations/:id",
         .access = api::Access::Support,
         .summary = "One tenant.",
         .handle = [&context](const CallPtr &call) { return read(context, call); },
         .reads = people,
         .answer = reference("Organization"),
         .errors = {ErrorCode::ResourceNotFound}},
    };
}
}
