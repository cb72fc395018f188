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
        const auto before = store.byId(owner, id);
        const auto row = store.update(owner, id, *registry, body, method, now, check);
        if (!row || !before)
            return row ? before : row;
        return recorded(row, recordUpdated(c, actor, *before, *row, body, now));
    });
}

QFuture<Result<Done>> AgentChanges::remove(const audit::Actor &actor, const Owner &owner, const QString &id,
                                           const Precondition &check)
{
    return m_context.writer.submit<Done>(
        [=, vault = m_context.vault, now = m_context.clock()](store::Connection &c) -> Result<Done> {
            AgentStore store(c, *vault);
            const auto before = store.byId(owner, id);
            if (!before)
                return before.error();
            const auto done = store.remove(owner, id, check);
            return done ? recordDeleted(c, actor, *before, now) : done;
        });
}

QFuture<Result<AgentRow>> AgentChanges::updateAnywhere(const audit::Actor &actor, const QString &id,
                                                       const QJsonObject &body, const Precondition &check)
{
    return m_context.writer.submit<AgentRow>([=, vault = m_context.vault, registry = m_context.registry,
                                              now = m_context.clock()](store::Connection &c) -> Result<AgentRow> {
        AgentStore store(c, *vault);
        const auto before = store.anywhere(id);
        if (!before)
            return before.error();
        if (const auto passed = check(*before); !passed)
            return passed.error();
        const Owner owner{.organizationId = before->organizationId};
        if (const auto done = store.update(owner, id, *registry, body, Method::Merge, now); !done)
            return done.error();
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
            const auto row = store.anywhere(id);
            if (!row)
                return row.error();
            if (const auto passed = check(*row); !passed)
                return passed.error();
            const auto done = store.remove({.organizationId = row->organizationId}, id);
            return done ? recordDeleted(c, actor, *row, now) : done;
        });
}
}
