// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/identity/identitysettings.h"
#include "server/identity/passwordhasher.h"
#include "server/identity/principalcache.h"
#include "server/identity/secretbox.h"
#include "server/identity/signingkeys.h"
#include "server/store/connection.h"
#include "server/store/writer.h"

#include <memory>

namespace identity
{
/// What identity and monitoring need of the server. One a worker, used on its thread, which needs an event loop; it
/// outlives the worker's engine. What is shared outlives all workers.
struct IdentityContext {
    store::Connection &reads; ///< this worker's own; never written to
    store::Writer &writer; ///< shared
    PrincipalCache &cache; ///< shared
    PasswordHasher &hasher; ///< shared
    std::shared_ptr<const SigningKeys> keys; ///< shared
    std::shared_ptr<const IdentitySettings> settings; ///< shared
    api::Clock clock;
    SecretBox secrets = {}; ///< shared

    qint64 now() const { return clock(); } ///< ms UTC
};
}
