// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "models/domain/agentdirectory.h"
#include "models/domain/call.h"
#include "models/domain/providerkey.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/support/context.h"
#include "ui/support/rowexport.h"

#include <functional>

class MainWindow;

/// Where the panes about agents, keys and calls get what they show. All of it outlives them.
struct AgentPaneSources {
    AgentDirectory &agents;
    ProviderKeyVault &providerKeys;
    AccessKeyRing &accessKeys;
    CallLog &calls;
    std::function<QDateTime()> now = QDateTime::currentDateTimeUtc;
    RowExport *agentExport = nullptr;
    RowExport *providerKeyExport = nullptr;
    RowExport *accessKeyExport = nullptr;
    RowExport *callExport = nullptr;
    CurlFunction agentCurl = {};
    CurlFunction providerKeyCurl = {}; ///< of an organisation
    CurlFunction accessKeyCurl = {};
    CurlFunction callCurl = {};
};

/// The models of these panes. Lives as long as the panes in the window.
class AgentPanes
{
public:
    AgentPanes(const Context &context, const AgentPaneSources &sources);

    void addTenantPanes(MainWindow &window, const QString &group);
    void addKeyPanes(MainWindow &window, const QString &group);
    void addOperationPanes(MainWindow &window, const QString &group);

private:
    Context m_context;
    AgentPaneSources m_sources;
    PagedTableModel<Agent> m_agents;
    PagedTableModel<ProviderKeyRow> m_providerKeys;
    PagedTableModel<AccessKey> m_accessKeys;
    PagedTableModel<Call> m_calls;
};
