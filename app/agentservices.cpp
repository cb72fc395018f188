// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agentservices.h"

#include "services/api/apiclient.h"
#include "ui/panes/accesskeyspane.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/callspane.h"
#include "ui/panes/providerkeyspane.h"

using namespace Qt::StringLiterals;

AgentServices::AgentServices(ApiClient &client, const Access &access, Settings &settings)
    : m_client(client)
    , m_agents(client)
    , m_providerKeys(client)
    , m_accessKeys(client, [&access] { return access.user().organizationId; })
    , m_calls(client)
    , m_agentExport(settings, m_agents, agentColumns())
    , m_providerKeyExport(settings, m_providerKeys, providerKeyColumns())
    , m_accessKeyExport(settings, m_accessKeys, accessKeyColumns())
    , m_callExport(settings, m_calls, callColumns())
{
}

AgentPaneSources AgentServices::sources()
{
    return {
        .agents = m_agents,
        .providerKeys = m_providerKeys,
        .accessKeys = m_accessKeys,
        .calls = m_calls,
        .agentExport = &m_agentExport,
        .providerKeyExport = &m_providerKeyExport,
        .accessKeyExport = &m_accessKeyExport,
        .callExport = &m_callExport,
        .agentCurl = [this](const QString &id) { return m_client.asCurl(AgentsApi::getRequest(id)); },
        .providerKeyCurl =
            [this](const QString &id) {
                return m_client.asCurl(ProviderKeysApi::listRequest({.filters = {{u"organization_id"_s, id}}}));
            },
        .accessKeyCurl = [this](const QString &) { return m_client.asCurl(m_accessKeys.listRequest({})); },
        .callCurl = [this](const QString &id) { return m_client.asCurl(CallsApi::getRequest(id)); },
    };
}
