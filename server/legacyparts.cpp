// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacyparts.h"

#include "server/agents/agentstore.h"

#include <limits>

using namespace Qt::StringLiterals;

legacy::AgentMaker legacyAgentMaker(std::shared_ptr<vault::Vault> vault,
                                    std::shared_ptr<const providers::Registry> registry,
                                    const identity::IdentitySettings &settings)
{
    identity::IdentitySettings unlimited = settings;
    for (Limits &limits : unlimited.tierLimits)
        limits.maxAgents = std::numeric_limits<int>::max();
    return
        [vault, registry, unlimited](store::Connection &connection, const QString &organizationId,
                                     const QString &userId, const QJsonObject &body, qint64 nowMs) -> Result<QString> {
            const QString provider = body["llm_provider"_L1].toString();
            if (body.contains("llm_provider"_L1) && !registry->namesOf(providers::Kind::Llm).contains(provider))
                return Error{.code = ErrorCode::ValidationError, .details = {{u"llm_provider"_s, u"is not known"_s}}};
            const auto draft = agents::draft(*registry, {.name = {}}, body, agents::Method::Create);
            if (!draft)
                return draft.error();
            const auto made
                = agents::AgentStore(connection, *vault).insert(organizationId, userId, *draft, unlimited, nowMs);
            return made ? Result<QString>(made->id) : made.error();
        };
}
