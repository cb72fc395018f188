// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agentpanes.h"
#include "app/csvrowexport.h"
#include "services/api/accesskeysapi.h"
#include "services/api/agentsapi.h"
#include "services/api/callsapi.h"
#include "services/api/providerkeysapi.h"

/// What the panes about agents, keys and calls need of a server. All of them outlive it.
class AgentServices
{
public:
    AgentServices(ApiClient &client, const Access &access, Settings &settings);

    AgentPaneSources sources();

private:
    ApiClient &m_client;
    AgentsApi m_agents;
    ProviderKeysApi m_providerKeys;
    AccessKeysApi m_accessKeys;
    CallsApi m_calls;
    CsvRowExport<Agent> m_agentExport;
    CsvRowExport<ProviderKeyRow> m_providerKeyExport;
    CsvRowExport<AccessKey> m_accessKeyExport;
    CsvRowExport<Call> m_callExport;
};
