// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the legacy import to agents and vault, which it does not know.
#pragma once

#include "server/legacy/legacyimport.h"
#include "server/providers/registry.h"
#include "server/vault/vault.h"

/// Makes agents as POST /agents does, but for the tier's limit: who had more before keeps them. What it captures is
/// shared; any thread.
legacy::AgentMaker legacyAgentMaker(std::shared_ptr<vault::Vault> vault,
                                    std::shared_ptr<const providers::Registry> registry,
                                    const identity::IdentitySettings &settings);
