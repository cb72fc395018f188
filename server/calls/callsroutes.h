// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/route.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"
#include "server/store/writer.h"
#include "server/usage/usageevent.h"

#include <memory>

namespace calls
{
/// What calls need of the server. One a worker, used on its thread, which needs an event loop; it outlives the worker's
/// engine. What is shared outlives all workers.
struct CallsContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<const identity::IdentitySettings> settings; ///< shared
    std::shared_ptr<const usage::Prices> prices; ///< shared
    api::Clock clock;
};

/// Calls of an organisation, shared among its members, and of all for platform administrators. `context` outlives the
/// routes' use.
QList<api::Route> callRoutes(CallsContext &context);
QList<api::Component> callComponents();
}
