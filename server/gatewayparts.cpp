// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gatewayparts.h"

#include "server/agents/agentstore.h"
#include "server/vault/providerkeys.h"

using namespace Qt::StringLiterals;

gateway::GatewayContext withAgentsAndKeys(gateway::GatewayContext context, std::shared_ptr<vault::Vault> vault,
                                          std::shared_ptr<vault::KeyUsage> usage)
{
    store::Connection &reads = context.reads;
    const auto keys = std::make_shared<vault::ProviderKeys>(reads, vault, usage);
    context.agent = [&reads, vault](const QString &organizationId, const QString &userId,
                                    const QString &id) -> Result<gateway::AgentModel> {
        const auto row = agents::AgentStore(reads, *vault).byId({organizationId, userId}, id);
        if (!row)
            return row.error();
        const agents::AgentSettings &settings = row->settings;
        return gateway::AgentModel{settings.llmProvider, settings.llmConfig, settings.systemPrompt, settings.active};
    };
    context.key = [&reads, vault, keys](const QString &organizationId, const QString &agentId,
                                        const QString &provider) -> Result<gateway::ProviderKey> {
        if (!agentId.isEmpty()) {
            const auto own
                = agents::AgentStore(reads, *vault).secret(organizationId, agentId, u"llm_provider_config.api_key"_s);
            if (own)
                return gateway::ProviderKey{own->view().toByteArray(), false};
            if (!(own.error() == ErrorCode::ResourceNotFound))
                return own.error();
        }
        const auto shared = keys->secretFor(organizationId, provider);
        if (!shared)
            return shared.error();
        return gateway::ProviderKey{shared->view().toByteArray()};
    };
    context.keyUsed = [keys, clock = context.clock](const QString &organizationId, const QString &provider) {
        keys->markUsed(organizationId, provider, clock());
    };
    return context;
}
