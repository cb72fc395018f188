// SPDX-License-Identifier: GPL-3.0-or-later
// How agents stand in the audit log. Of a secret it says "set", and "changed" when another took its place.
#pragma once

#include "server/agents/agentrow.h"
#include "server/audit/reverter.h"
#include "server/providers/registry.h"
#include "server/vault/vault.h"

namespace agents
{
Result<Done> recordCreated(store::Connection &connection, const audit::Actor &actor, const AgentRow &row, qint64 nowMs);
Result<Done> recordDeleted(store::Connection &connection, const audit::Actor &actor, const AgentRow &row, qint64 nowMs);
/// What differs, if anything. `body`: what was sent, which alone tells a new secret from an old one that looks alike.
Result<Done> recordUpdated(store::Connection &connection, const audit::Actor &actor, const AgentRow &before,
                           const AgentRow &after, const QJsonObject &body, qint64 nowMs);

/// Takes back agent.updated, unless a secret was changed with it: the old one is nowhere.
audit::Reverter agentReverter(std::shared_ptr<vault::Vault> vault, std::shared_ptr<const providers::Registry> registry);
}
