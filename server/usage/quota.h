// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"

namespace usage
{
/// How much of its monthly token quota a user has consumed. The numbers shown are the numbers enforced.
struct QuotaState {
    qint64 used = 0; ///< tokens, this calendar month, UTC
    qint64 quota = 0; ///< the user's own, else its tier's

    qint64 remaining() const { return used < quota ? quota - used : 0; }
    bool exceeded() const { return used >= quota; } ///< nothing is left
};

/// Of the month that `nowMs` falls into. ResourceNotFound: no such user in that organisation. Any connection, on its
/// thread.
Result<QuotaState> quotaOf(store::Connection &connection, const identity::IdentitySettings &settings,
                           const QString &organizationId, const QString &userId, qint64 nowMs);

/// For what is about to consume: QuotaExceeded, with the figures in its details, when nothing is left, or nothing will
/// be once what is under way has used the `held` tokens of the QuotaLedger.
Result<QuotaState> requireQuota(store::Connection &connection, const identity::IdentitySettings &settings,
                                const QString &organizationId, const QString &userId, qint64 nowMs, qint64 held = 0);
}
