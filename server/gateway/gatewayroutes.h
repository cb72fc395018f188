// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/responsecache.h"
#include "server/api/route.h"
#include "server/gateway/upstreamcall.h"
#include "server/identity/identitysettings.h"
#include "server/providers/registry.h"
#include "server/store/writer.h"
#include "server/usage/quotaledger.h"
#include "server/usage/usageevent.h"

#include <QNetworkAccessManager>

#include <functional>
#include <memory>
#include <vector>

namespace gateway
{
/// What the gateway takes from an agent.
struct AgentModel {
    QString provider;
    QJsonObject config; ///< as the registry names its settings; never a key
    QString systemPrompt;
    bool active = true;
};

struct ProviderKey {
    QByteArray value;
    bool ofOrganization = true; ///< false: the agent's own
};

/// A QNetworkAccessManager runs six requests to one host at a time and lets all others wait behind them, whoever asks.
/// On one thread.
class Networks
{
public:
    /// One with room; who runs a request holds it, and thereby counts.
    std::shared_ptr<QNetworkAccessManager> withRoom()
    {
        constexpr long AtOnce = 6;
        for (const auto &network : m_networks) {
            if (network.use_count() <= AtOnce)
                return network;
        }
        m_networks.push_back(std::make_shared<QNetworkAccessManager>());
        return m_networks.back();
    }

private:
    std::vector<std::shared_ptr<QNetworkAccessManager>> m_networks;
};

/// How usage waits that the database does not take just now.
struct Unwritten {
    std::chrono::milliseconds pause{1000}; ///< before it is tried again
    qsizetype most = 1024; ///< requests; those beyond are told to the log only
};

/// What the gateway needs of the server. One a worker, used on its thread, which needs an event loop; it outlives the
/// worker's engine. What is shared outlives all workers.
struct GatewayContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<const identity::IdentitySettings> settings; ///< shared
    std::shared_ptr<const providers::Registry> registry; ///< shared
    std::shared_ptr<const usage::Prices> prices; ///< shared
    /// One user's agent. ResourceNotFound.
    std::function<Result<AgentModel>(const QString &organizationId, const QString &userId, const QString &id)> agent;
    /// The agent's own key, else (or with an empty agent) the organisation's. ResourceNotFound: there is none.
    std::function<Result<ProviderKey>(const QString &organizationId, const QString &agentId, const QString &provider)>
        key;
    /// A request with the organisation's key was sent.
    std::function<void(const QString &organizationId, const QString &provider)> keyUsed;
    QHash<QString, QUrl> providerUrls; ///< provider → base URL instead of the registry's
    api::ResponseCache *cache = nullptr; ///< shared: a streamed answer is metered after its route has answered
    api::Clock clock;
    UpstreamLimits limits = {};
    Unwritten unwritten = {};
    std::shared_ptr<Networks> networks = std::make_shared<Networks>(); ///< this worker's own
    /// Shared where there is more than one worker.
    std::shared_ptr<usage::QuotaLedger> ledger = std::make_shared<usage::QuotaLedger>();

    QUrl baseUrl(const providers::Provider &provider) const
    {
        return providerUrls.value(provider.name, provider.baseUrl);
    }
};

/// POST /agents/:id/messages; and OpenAI's /v1/chat/completions and /v1/models, also below /api. `context` outlives the
/// routes' use.
QList<api::Route> gatewayRoutes(GatewayContext &context);
QList<api::Component> gatewayComponents();
}
