// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentchanges.h"

#include "models/domain/async.h"

namespace agents
{
QFuture<Result<AgentRow>> AgentChanges::create(const Owner &owner, const QJsonObject &body)
{
    const auto made = draft(*m_context.registry, {.name = {}}, body, Method::Create);
    if (!made)
        return readyFuture<Result<AgentRow>>(made.error());
    return m_context.writer.submit<AgentRow>([owner, made = *made, vault = m_context.vault,
                                              settings = m_context.settings,
                                              now = m_context.clock()](store::Connection &c) {
        return AgentStore(c, *vault).insert(owner.organizationId, owner.userId, made, *settings, now);
    });
}

QFuture<Result<AgentRow>> AgentChanges::update(const Owner &owner, const QString &id, const QJsonObject &body,
                                               Method method, const Precondition &check)
{
    return m_context.writer.submit<AgentRow>(
        [=, vault = m_context.vault, registry = m_context.registry, now = m_context.clock()](store::Connection &c) {
            return AgentStore(c, *vault).update(owner, id, *registry, body, method, now, check);
        });
}

QFuture<Result<Done>> AgentChanges::remove(const Owner &owner, const QString &id, const Precondition &check)
{
    return m_context.writer.submit<Done>(
        [=, vault = m_context.vault](store::Connection &c) { return AgentStore(c, *vault).remove(owner, id, check); });
}

QFuture<Result<AgentRow>> AgentChanges::updateAnywhere(const QString &id, const QJsonObject &body,
                                                       const Precondition &check)
{
    return m_context.writer.submit<AgentRow>([=, vault = m_context.vault, registry = m_context.registry,
                                              now = m_context.clock()](store::Connection &c) -> Result<AgentRow> {
        AgentStore store(c, *vault);
        const auto row = store.anywhere(id);
        if (!row)
            return row.error();
        if (const auto passed = check(*row); !passed)
            return passed.error();
        const Owner owner{.organizationId = row->organizationId};
        if (const auto done = store.update(owner, id, *registry, body, Method::Merge, now); !done)
            return done.error();
        return store.anywhere(id);
    });
}

QFuture<Result<Done>> AgentChanges::removeAnywhere(const QString &id, const Precondition &check)
{
    return m_context.writer.submit<Done>([=, vault = m_context.vault](store::Connection &c) -> Result<Done> {
        AgentStore store(c, *vault);
        const auto row = store.anywhere(id);
        if (!row)
            return row.error();
        if (const auto passed = check(*row); !passed)
            return passed.error();
        return store.remove({.organizationId = row->organizationId}, id);
    });
}
}
