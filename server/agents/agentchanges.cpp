// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentchanges.h"

#include "models/domain/async.h"
#include "server/agents/agentrecord.h"

namespace agents
{
namespace
{
/// `row`, once what was done to it is recorded.
Result<AgentRow> recorded(const Result<AgentRow> &row, const Result<Done> &told)
{
    return told ? row : Result<AgentRow>(told.error());
}
}

QFuture<Result<AgentRow>> AgentChanges::create(const audit::Actor &actor, const Owner &owner, const QJsonObject &body)
{
    const auto made = draft(*m_context.registry, {.name = {}}, body, Method::Create);
    if (!made)
        return readyFuture<Result<AgentRow>>(made.error());
    return m_context.writer.submit<AgentRow>([=, made = *made, vault = m_context.vault, settings = m_context.settings,
                                              now = m_context.clock()](store::Connection &c) -> Result<AgentRow> {
        const auto row = AgentStore(c, *vault).insert(owner.organizationId, owner.userId, made, settings.get(), now);
        return row ? recorded(row, recordCreated(c, actor, *row, now)) : row;
    });
}

QFuture<Result<AgentRow>> AgentChanges::update(const audit::Actor &actor, const Owner &owner, const QString &id,
                                               const QJsonObject &body, Method method, const Precondition &check)
{
    return m_context.writer.submit<AgentRow>([=, vault = m_context.vault, registry = m_context.registry,
                                              now = m_context.clock()](store::Connection &c) -> Result<AgentRow> {
        AgentStore store(c, *vault);
        const auto before = store.forChange(owner, id, check);
        if (!before)
            return before;
        const auto row = store.update(*before, *registry, body, method, now);
        return row ? recorded(row, recordUpdated(c, actor, *before, *row, body, now)) : row;
    });
}

QFuture<Result<Done>> AgentChanges::remove(const audit::Actor &actor, const Owner &owner, const QString &id,
                                           const Precondition &check)
{
    return m_context.writer.submit<Done>(
        [=, vault = m_context.vault, now = m_context.clock()](store::Connection &c) -> Result<Done> {
            AgentStore store(c, *vault);
            const auto row = store.forChange(owner, id, check);
            if (!row)
                return row.error();
            const auto done = store.remove(*row);
            return done ? recordDeleted(c, actor, *row, now) : done;
        });
}

QFuture<Result<AgentRow>> AgentChanges::updateAnywhere(const audit::Actor &actor, const QString &id,
                                                       const QJsonObject &body, const Precondition &check)
{
    return m_context.writer.submit<AgentRow>([=, vault = m_context.vault, registry = m_context.registry,
                                              now = m_context.clock()](store::Connection &c) -> Result<AgentRow> {
        AgentStore store(c, *vault);
        const auto before = store.forChangeAnywhere(id, check);
        if (!before)
            return before;
        if (const auto done = store.update(*before, *registry, body, Method::Merge, now); !done)
            return done;
        const auto row = store.anywhere(id);
        return row ? recorded(row, recordUpdated(c, actor, *before, *row, body, now)) : row;
    });
}

QFuture<Result<Done>> AgentChanges::removeAnywhere(const audit::Actor &actor, const QString &id,
                                                   const Precondition &check)
{
    return m_context.writer.submit<Done>(
        [=, vault = m_context.vault, now = m_context.clock()](store::Connection &c) -> Result<Done> {
            AgentStore store(c, *vault);
            const auto row = store.forChangeAnywhere(id, check);
            if (!row)
                return row.error();
            const auto done = store.remove(*row);
            return done ? recordDeleted(c, actor, *row, now) : done;
        });
}
}
