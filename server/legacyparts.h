// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the legacy import to agents and vault, which it does not know.
#pragma once

#include "server/legacy/legacyimport.h"
#include "server/providers/registry.h"
#include "server/vault/vault.h"

/// As POST /agents looks at a body. What it captures is shared; any thread.
legacy::AgentCheck legacyAgentCheck(std::shared_ptr<const providers::Registry> registry);

/// Makes agents as POST /agents does, but for limits: who had more before keeps them. The same.
legacy::AgentWork legacyAgents(std::shared_ptr<vault::Vault> vault, std::shared_ptr<const providers::Registry> registry);
