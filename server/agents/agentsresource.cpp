// SPDX-License-Identifier: GPL-3.0-or-later
// Agents as VoxFlow has them: each user's own.
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
/// A new agent belongs to who makes it, whoever may see it afterwards.
Owner maker(const api::Call &call)
{
    return {.organizationId = call.principal->organizationId, .userId = call.principal->userId};
}

HandlerResult list(const AgentsPtr &agents, const CallPtr &call, const OwnerOf &ownerOf)
{
    const auto listing = listingIn(call->query);
    if (!listing)
        return Outcome(listing.error());
    return listed(
        listAgents(agents->context.reads, ownerOf(*call), filterIn(call->query), listing->sort, listing->page),
        writeAgent);
}

HandlerResult read(const AgentsPtr &agents, const CallPtr &call, const OwnerOf &ownerOf)
{
    AgentStore store(agents->context.reads, *agents->context.vault);
    return shown(store.byId(ownerOf(*call), call->param("id"_L1)), agentJson);
}
}

QList<Route> collectionRoutes(const AgentsPtr &agents, const QByteArray &path, const OwnerOf &ownerOf,
                              const QByteArray &extraFilters)
{
    const providers::Registry &registry = *agents->context.registry;
    // A user's row shows how many agents it has.
    const api::Tags changes = api::Tags(api::Tag::Agents) | api::Tag::Users;
    const api::Schema answer = identity::reference("Agent");
    const auto update = [agents, ownerOf](Method method) {
        return [agents, ownerOf, method](const CallPtr &call) {
            return changed(agents,
                           agents->changes.update(audit::Actor::of(*call), ownerOf(*call), call->param("id"_L1),
                                                  call->body, method, unchangedSince(call, agentJson)),
                           agentJson);
        };
    };
    const Route one{.method = HttpMethod::Get,
                    .path = path + "/:id",
                    .access = Access::User,
                    .summary = "One agent.",
                    .handle = [agents, ownerOf](const CallPtr &call) { return read(agents, call, ownerOf); },
                    .keys = api::Keys::Allowed,
                    .reads = api::Tag::Agents,
                    .answer = answer,
                    .errors = {ErrorCode::ResourceNotFound}};
    Route put = one;
    put.method = HttpMethod::Put;
    put.summary = "Replaces an agent's settings; what is not sent goes back to its default.";
    put.handle = update(Method::Replace);
    put.reads = api::Tag::None;
    put.changes = changes;
    put.body = agentBody(registry, true);
    put.errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed};
    Route patch = put;
    patch.method = HttpMethod::Patch;
    patch.summary = "Changes what is sent, also within groups; null removes a group's member. Another provider starts "
                    "from its defaults.";
    patch.handle = update(Method::Merge);
    patch.body = agentBody(registry, false);
    Route remove = put;
    remove.method = HttpMethod::Delete;
    remove.summary = "Removes an agent. Its calls and usage stay.";
    remove.handle = [agents, ownerOf](const CallPtr &call) {
        const QString id = call->param("id"_L1);
        return removed(
            agents,
            agents->changes.remove(audit::Actor::of(*call), ownerOf(*call), id, unchangedSince(call, agentJson)), id);
    };
    remove.body = {};
    remove.answer = identity::reference("AgentDeleted");
    return {{.method = HttpMethod::Get,
             .path = path,
             .access = Access::User,
             .summary
             = path == "/agents" ? "The agents of the user who asks." : "The organisation's agents, whoever made them.",
             .handle = [agents, ownerOf](const CallPtr &call) { return list(agents, call, ownerOf); },
             .keys = api::Keys::Allowed,
             .reads = api::Tag::Agents,
             .query = api::pagedQuery(agentFilters(registry) + extraFilters
                                      + identity::KeysetList::sortParameter(agentTable())),
             .answer = identity::listOf("Agent")},
            {.method = HttpMethod::Post,
             .path = path,
             .access = Access::User,
             .summary = "Makes an agent of the user who asks, within the user's limit; a name is enough.",
             .handle =
                 [agents](const CallPtr &call) {
                     return changed(agents, agents->changes.create(audit::Actor::of(*call), maker(*call), call->body),
                                    agentJson, 201);
                 },
             .keys = api::Keys::Allowed,
             .changes = changes,
             .body = agentBody(registry, true),
             .answer = answer,
             .status = 201,
             .errors = {ErrorCode::AgentLimitExceeded}},
            one,
            put,
            patch,
            remove};
}

QList<Route> ownAgentRoutes(const AgentsPtr &agents) { return collectionRoutes(agents, "/agents", maker, {}); }
}
