// SPDX-License-Identifier: GPL-3.0-or-later
// How agents look in answers and requests.
#pragma once

#include "server/agents/agentrow.h"
#include "server/api/jsonwriter.h"
#include "server/api/route.h"
#include "server/providers/registry.h"

namespace agents
{
void writeAgent(api::JsonWriter &json, const AgentRow &row); ///< component Agent
void writeAdminAgent(api::JsonWriter &json, const AgentRow &row); ///< component AdminAgent
QByteArray agentJson(const AgentRow &row);
QByteArray adminAgentJson(const AgentRow &row);

/// Agent, AdminAgent.
QList<api::Component> agentSchemas();
/// Of a whole agent (`needsName`) or of a change to one.
api::Schema agentBody(const providers::Registry &registry, bool needsName);
/// "\"search\":{…},\"status\":{…},\"llm_provider\":{…}," for a list's query.
QByteArray agentFilters(const providers::Registry &registry);
}
