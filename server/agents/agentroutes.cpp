// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentroutes.h"

#include "server/agents/agentrequest.h"
#include "server/providers/registryanswer.h"

namespace agents
{
QList<api::Route> agentRoutes(AgentContext &context)
{
    const auto agents = std::make_shared<Agents>(context);
    return ownAgentRoutes(agents) + assistantRoutes(agents) + adminAgentRoutes(agents);
}

QList<api::Component> agentComponents() { return agentSchemas() + providers::registryComponents(); }
}
