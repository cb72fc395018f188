// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identitycontext.h"
#include "server/usage/usageevent.h"

#include <memory>

namespace usage
{
/// What usage needs of the server. One a worker, used on its thread; outlives the worker's engine.
struct UsageContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    std::shared_ptr<const identity::IdentitySettings> settings; ///< shared
    std::shared_ptr<const Prices> prices; ///< shared
    api::Clock clock;

    qint64 now() const { return clock(); } ///< ms UTC
};
}
