// SPDX-License-Identifier: GPL-3.0-or-later
// What makes two requests the same, for the cache and for idempotency.
#pragma once

#include "server/api/call.h"

namespace api
{
/// Who asks, as bytes, and stays the same when the role or the tier changes.
QByteArray idOf(const Principal &principal);

/// Who asks, as bytes: everything of a principal that may decide what a handler answers.
QByteArray scopeOf(const Principal &principal);

/// Caller, version, path and query. The order of query parameters and the `version` parameter make no difference.
QByteArray cacheKeyOf(const Call &call, const std::optional<Principal> &caller);

/// Who asks without a credential: an address.
QByteArray scopeOf(const QHostAddress &client);

/// HMAC-SHA256 of method, path, version, query and body (also of a spooled one, which is rewound): without `secret`
/// nobody finds the password in a body by trying.
QByteArray fingerprintOf(const Call &call, const QByteArray &secret);

bool isSaneIdempotencyKey(QByteArrayView key);
}
