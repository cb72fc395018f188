// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/agents/agentlist.h"
#include "server/agents/agentroutes.h"
#include "server/audit/audit.h"

#include <QFuture>
#include <QObject>

namespace agents
{
/// Changes to agents, each one piece of the writer's work, and recorded there. One a worker, on its thread; the futures
/// finish there.
class AgentChanges
{
public:
    explicit AgentChanges(AgentContext &context)
        : m_context(context)
    {
    }

    /// As draft() and AgentStore::insert().
    QFuture<Result<AgentRow>> create(const audit::Actor &actor, const Owner &owner, const QJsonObject &body);
    /// As AgentStore::forChange() and update().
    QFuture<Result<AgentRow>> update(const audit::Actor &actor, const Owner &owner, const QString &id,
                                     const QJsonObject &body, Method method, const Precondition &check);
    QFuture<Result<Done>> remove(const audit::Actor &actor, const Owner &owner, const QString &id,
                                 const Precondition &check);

    // The same wherever the agent is, for platform administrators; rows with organisation name and user address.
    QFuture<Result<AgentRow>> updateAnywhere(const audit::Actor &actor, const QString &id, const QJsonObject &body,
                                             const Precondition &check);
    QFuture<Result<Done>> removeAnywhere(const audit::Actor &actor, const QString &id, const Precondition &check);

private:
    AgentContext &m_context;
};
}
