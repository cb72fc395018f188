// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditparts.h"

#include "server/accesskeys/accesskeyrecord.h"
#include "server/agents/agentrecord.h"
#include "server/identity/userrecord.h"
#include "server/versions/versionroutes.h"

std::shared_ptr<const audit::Reverters>
allReverters(std::shared_ptr<const identity::IdentitySettings> settings, std::shared_ptr<vault::Vault> vault,
             std::shared_ptr<const providers::Registry> registry, identity::PrincipalCache &principals,
             accesskeys::KeyCache &accessKeys, versions::VersionKeeper &versions)
{
    const auto reverters = std::make_shared<audit::Reverters>();
    for (audit::Reverter &reverter : identity::userReverters(std::move(settings), principals))
        reverters->add(std::move(reverter));
    reverters->add(agents::agentReverter(std::move(vault), std::move(registry)));
    reverters->add(accesskeys::accessKeyReverter(accessKeys));
    reverters->add(versions::lifecycleReverter(versions));
    return reverters;
}
