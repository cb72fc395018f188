// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identitysettings.h"

#include <QVariantList>

namespace identity
{
/// Finds users, by their ids.
struct UserIdQuery {
    QString sql; ///< selects `user_id`
    QVariantList bindings;
};

/// The users that have used 80 % or more of this month's token quota, by the quota that holds for them now. Starts from
/// those that were told so when they passed it, so it costs as much as they are many; whose quota was lowered since
/// their last use joins them with the next one.
UserIdQuery usersAtQuotaRisk(const IdentitySettings &settings, qint64 nowMs);
}
