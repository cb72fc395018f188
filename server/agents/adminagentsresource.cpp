// SPDX-License-Identifier: GPL-3.0-or-later
// The agents of all tenants, for administrators; support reads.
#include "server/agents/agentrequest.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace agents
{
using api::Access;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using HttpMethod = http::Method;

namespace
{
HandlerResult list(const AgentsPtr &agents, const CallPtr &call)
{
    const auto listing = listingIn(call->query);
    if (!listing)
        return Outcome(listing.error());
    const Owner owner{.organizationId = call->query["organization_id"_L1].toString(),
                      .userId = call->query["user_id"_L1].toString()};
    return listed(listAllAgents(agents->context.reads, owner, filterIn(call->query), listing->sort, listing->page),
                  writeAdminAgent);
}

HandlerResult read(const AgentsPtr &agents, const CallPtr &call)
{
    AgentStore store(agents->context.reads, *agents->context.vault);
    return shown(store.anywhere(call->param("id"_L1)), adminAgentJson);
}

constexpr char Whose[] = R"("organization_id":{"type":"string","maxLength":64},
    "user_id":{"type":"string","maxLength":64},)";
}

QList<Route> adminAgentRoutes(const AgentsPtr &agents)
{
    const providers::Registry &registry = *agents->context.registry;
    // A row names its organisation and its user.
    const api::Tags reads = api::Tags(api::Tag::Agents) | api::Tag::Users | api::Tag::Organizations;
    const api::Tags changes = api::Tags(api::Tag::Agents) | api::Tag::Users;
    return {
        {.method = HttpMethod::Get,
         .path = "/admin/agents",
         .access = Access::Support,
         .summary = "The platform's agents.",
         .handle = [agents](const CallPtr &call) { return list(agents, call); },
         .reads = reads,
         .query = api::pagedQuery(agentFilters(registry) + Whose + identity::KeysetList::sortParameter(agentTable())),
         .answer = identity::listOf("AdminAgent")},
        {.method = HttpMethod::Get,
         .path = "/admin/agents/:id",
         .access = Access::Support,
         .summary = "One agent.",
         .handle = [agents](const CallPtr &call) { return read(agents, call); },
         .reads = reads,
         .answer = identity::reference("AdminAgent"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = HttpMethod::Patch,
         .path = "/admin/agents/:id",
         .access = Access::Support,
         .summary = "Changes what is sent, as its owner could.",
         .handle =
             [agents](const CallPtr &call) {
                 return changed(agents,
                                agents->changes.updateAnywhere(audit::Actor::of(*call), call->param("id"_L1),
                                                               call->body, unchangedSince(call, adminAgentJson)),
                                adminAgentJson);
             },
         .changes = changes,
         .body = agentBody(registry, false),
         .answer = identity::reference("AdminAgent"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
        {.method = HttpMethod::Delete,
         .path = "/admin/agents/:id",
         .access = Access::Support,
         .summary = "Removes an agent. Its calls and usage stay.",
         .handle =
             [agents](const CallPtr &call) {
                 const QString id = call->param("id"_L1);
                 return removed(
                     agents,
                     agents->changes.removeAnywhere(audit::Actor::of(*call), id, unchangedSince(call, adminAgentJson)),
                     id);
             },
         .changes = changes,
         .answer = identity::reference("AgentDeleted"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
    };
}
}
