// SPDX-License-Identifier: GPL-3.0-or-later
// What the handlers of agents, assistants and the administration of both do alike.
#pragma once

#include "server/agents/agentanswers.h"
#include "server/agents/agentchanges.h"

#include <functional>

namespace agents
{
/// What the handlers of one worker share.
struct Agents {
    explicit Agents(AgentContext &c)
        : context(c)
        , changes(c)
    {
    }
    AgentContext &context;
    AgentChanges changes;
    QObject scope; // what waits for futures dies with it
};
using AgentsPtr = std::shared_ptr<Agents>;

using Encode = QByteArray (*)(const AgentRow &);

AgentFilter filterIn(const QJsonObject &query);
/// The page that a list's query asks for, and how it is sorted.
struct Listing {
    QString sort;
    api::PageRequest page;
};
Result<Listing> listingIn(const QJsonObject &query);

api::Outcome listed(const Result<AgentPage> &page, void (*write)(api::JsonWriter &, const AgentRow &));
api::Outcome shown(const Result<AgentRow> &row, Encode encode);
/// The answer to a change, with the ETag that the next one may name.
api::HandlerResult changed(const AgentsPtr &agents, const QFuture<Result<AgentRow>> &row, Encode encode,
                           int status = 200);
api::HandlerResult removed(const AgentsPtr &agents, const QFuture<Result<Done>> &done, const QString &id);
/// What If-Match asks.
Precondition unchangedSince(const api::CallPtr &call, Encode encode);

/// The six routes of a collection at `path`; what they see of it is whose `ownerOf` says.
using OwnerOf = std::function<Owner(const api::Call &)>;
QList<api::Route> collectionRoutes(const AgentsPtr &agents, const QByteArray &path, const OwnerOf &ownerOf,
                                   const QByteArray &extraFilters);

// The parts of agentRoutes().
QList<api::Route> ownAgentRoutes(const AgentsPtr &agents);
QList<api::Route> assistantRoutes(const AgentsPtr &agents);
QList<api::Route> adminAgentRoutes(const AgentsPtr &agents);
}
