// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the gateway to agents and vault, which it does not know.
#pragma once

#include "server/gateway/gatewayroutes.h"
#include "server/vault/keyusage.h"
#include "server/vault/vault.h"

/// `context` as it is, with an agent's settings and the keys to providers. The connection is the worker's own and
/// outlives the answer.
gateway::GatewayContext withAgentsAndKeys(gateway::GatewayContext context, std::shared_ptr<vault::Vault> vault,
                                          std::shared_ptr<vault::KeyUsage> usage);
