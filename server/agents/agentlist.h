// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/agents/agentstore.h"
#include "server/identity/keysetlist.h"

namespace agents
{
struct AgentFilter {
    QString llmProvider = {}; ///< a name of the registry; empty: any
    std::optional<bool> active = {};
    QString search = {}; ///< in name, phone number and description
};

struct AgentPage {
    QList<AgentRow> rows;
    api::Pagination pagination;
};

/// What lists are sorted by: created_at, name, updated_at.
const identity::ListTable &agentTable();

/// Agents of an organisation, or of one user in it. On the connection's thread.
Result<AgentPage> listAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter,
                             const QString &sort, const api::PageRequest &page);
/// Of all tenants, with organisation name and user address. `owner` may name neither, either or both. For platform
/// administrators.
Result<AgentPage> listAllAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter,
                                const QString &sort, const api::PageRequest &page);
/// How many there are; `filter.search` is not looked at.
Result<qint64> countAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter);
}
