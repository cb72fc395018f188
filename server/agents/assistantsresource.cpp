// SPDX-License-Identifier: GPL-3.0-or-later
// The same agents as Diwaar has them: assistants that an organisation shares.
#include "server/agents/agentrequest.h"
#include "server/identity/useranswers.h"
#include "server/providers/registryanswer.h"

using namespace Qt::StringLiterals;

namespace agents
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using HttpMethod = http::Method;

namespace
{
constexpr char Mine[] = R"("my_assistants_only":{"type":"boolean","default":false,
    "description":"Only those of the user who asks"},)";

Owner shared(const api::Call &call)
{
    const bool mine = call.query["my_assistants_only"_L1].toBool();
    return {.organizationId = call.principal->organizationId, .userId = mine ? call.principal->userId : QString()};
}

HandlerResult count(const AgentsPtr &agents, const CallPtr &call)
{
    const auto counted = countAgents(agents->context.reads, shared(*call), filterIn(call->query));
    if (!counted)
        return Outcome(counted.error());
    return Outcome(Answer{.json = R"({"count":)" + QByteArray::number(*counted) + '}'});
}

constexpr char StatusBody[] = R"({"type":"object","required":["status"],"additionalProperties":false,"properties":{
    "status":{"type":"string","enum":["active","inactive"]}}})";
}

QList<Route> assistantRoutes(const AgentsPtr &agents)
{
    const providers::Registry &registry = *agents->context.registry;
    const QByteArray names = providers::quotedNames(registry.namesOf(providers::Kind::Llm));
    return QList<Route>{
               {.method = HttpMethod::Get,
                .path = "/assistants/count",
                .access = Access::User,
                .summary = "How many assistants the organisation has.",
                .handle = [agents](const CallPtr &call) { return count(agents, call); },
                .keys = api::Keys::Allowed,
                .reads = api::Tag::Agents,
                .query = R"({"type":"object","properties":{)" + QByteArray(Mine)
                    + R"("status":{"type":"string","enum":["active","inactive"]},"llm_provider":{"type":"string",
                    "enum":[)"
                    + names + "]}}}",
                .answer = identity::reference("AgentCount")},
               {.method = HttpMethod::Get,
                .path = "/assistants/providers",
                .access = Access::User,
                .summary = "The providers, their models, voices and prices, and every setting of an agent.",
                .handle = [json = providers::catalogJson(registry)](const CallPtr &) -> HandlerResult {
                    return Outcome(Answer{.json = json});
                },
                .keys = api::Keys::Allowed,
                .answer = identity::reference("ProviderCatalog")},
               {.method = HttpMethod::Patch,
                .path = "/assistants/:id/status",
                .access = Access::User,
                .summary = "Activates or deactivates an assistant.",
                .handle =
                    [agents](const CallPtr &call) {
                        return changed(agents,
                                       agents->changes.update(audit::Actor::of(*call), shared(*call),
                                                              call->param("id"_L1), call->body, Method::Merge,
                                                              unchangedSince(call, agentJson)),
                                       agentJson);
                    },
                .keys = api::Keys::Allowed,
                .changes = api::Tag::Agents,
                .body = StatusBody,
                .answer = identity::reference("Agent"),
                .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
           }
    + collectionRoutes(agents, "/assistants", shared, Mine);
}
}
