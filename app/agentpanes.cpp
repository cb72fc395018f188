// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agentpanes.h"

#include "ui/mainwindow.h"
#include "ui/panes/accesskeyspane.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/callspane.h"
#include "ui/panes/providerkeyspane.h"

namespace
{
const auto Id = [](const auto &row) { return idOf(row); };
}

AgentPanes::AgentPanes(const Context &context, const AgentPaneSources &sources)
    : m_context(context)
    , m_sources(sources)
    , m_agents(sources.agents, agentColumns(), Id, context.format)
    , m_providerKeys(sources.providerKeys, providerKeyColumns(), Id, context.format)
    , m_accessKeys(sources.accessKeys, accessKeyColumns(sources.now), Id, context.format)
    , m_calls(sources.calls, callColumns(), Id, context.format)
{
}

void AgentPanes::addTenantPanes(MainWindow &window, const QString &group)
{
    window.addPane(group,
                   new AgentsPane(m_context, m_sources.agents, m_agents, m_sources.agentExport, m_sources.agentCurl));
}

void AgentPanes::addKeyPanes(MainWindow &window, const QString &group)
{
    window.addPane(group,
                   new ProviderKeysPane(m_context, m_sources.providerKeys, m_providerKeys, m_sources.providerKeyExport,
                                        m_sources.providerKeyCurl));
    window.addPane(group,
                   new AccessKeysPane(m_context, m_sources.accessKeys, m_accessKeys, m_sources.accessKeyExport,
                                      m_sources.accessKeyCurl, m_sources.now));
}

void AgentPanes::addOperationPanes(MainWindow &window, const QString &group)
{
    window.addPane(group, new CallsPane(m_context, m_sources.calls, m_calls, m_sources.callExport, m_sources.callCurl));
}
