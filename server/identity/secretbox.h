// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

#include <functional>

namespace identity
{
/// Where the secrets of second factors lie sealed: the vault, which stands above identity and is joined to it by the
/// application. Any thread; on the connection's. Removing a row of `two_factor` removes its secret.
struct SecretBox {
    /// Replaces what was there.
    std::function<Result<Done>(store::Connection &, const QString &organizationId, const QString &userId,
                               QByteArrayView secret)>
        put = {};
    /// ServiceUnavailable when it cannot be opened now.
    std::function<Result<QByteArray>(store::Connection &, const QString &organizationId, const QString &userId)> get
        = {};
};
}
