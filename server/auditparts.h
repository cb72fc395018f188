// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the audit log to the capabilities that can take their changes back, which it does not know.
#pragma once

#include "server/accesskeys/keycache.h"
#include "server/audit/reverter.h"
#include "server/identity/identitysettings.h"
#include "server/identity/principalcache.h"
#include "server/providers/registry.h"
#include "server/vault/vault.h"
#include "server/versions/versionkeeper.h"

/// What a capability adds here can be reverted. What it is made of outlives it.
std::shared_ptr<const audit::Reverters>
allReverters(std::shared_ptr<const identity::IdentitySettings> settings, std::shared_ptr<vault::Vault> vault,
             std::shared_ptr<const providers::Registry> registry, identity::PrincipalCache &principals,
             accesskeys::KeyCache &accessKeys, versions::VersionKeeper &versions);
