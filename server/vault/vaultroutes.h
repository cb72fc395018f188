// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/route.h"
#include "server/providers/registry.h"
#include "server/store/writer.h"
#include "server/vault/keyusage.h"

#include <QUrl>

namespace vault
{
/// What the routes of provider keys need of the server. One a worker, used on its thread, which needs an event loop; it
/// outlives the worker's engine. What is shared outlives all workers.
struct VaultContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<Vault> vault; ///< shared
    std::shared_ptr<KeyUsage> usage; ///< shared
    std::shared_ptr<const providers::Registry> registry; ///< shared
    QHash<QString, QUrl> providerUrls; ///< provider → base URL instead of the registry's
    api::Clock clock;
    std::chrono::milliseconds probeTimeout = std::chrono::seconds(10);

    QUrl baseUrl(const providers::Provider &provider) const
    {
        return providerUrls.value(provider.name, provider.baseUrl);
    }
};

/// The organisations' keys for providers. `context` outlives the routes' use.
QList<api::Route> vaultRoutes(VaultContext &context);
QList<api::Component> vaultComponents();
}
