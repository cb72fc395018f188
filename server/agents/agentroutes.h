// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/route.h"
#include "server/identity/identitysettings.h"
#include "server/providers/registry.h"
#include "server/store/writer.h"
#include "server/vault/vault.h"

namespace agents
{
/// What the routes of agents need of the server. One a worker, used on its thread, which needs an event loop; it
/// outlives the worker's engine. What is shared outlives all workers.
struct AgentContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<vault::Vault> vault; ///< shared
    std::shared_ptr<const providers::Registry> registry; ///< shared
    std::shared_ptr<const identity::IdentitySettings> settings; ///< shared
    api::Clock clock;
};

/// Agents of a user, of an organisation (as assistants), and of the platform. `context` outlives the routes' use.
QList<api::Route> agentRoutes(AgentContext &context);
QList<api::Component> agentComponents();
}
