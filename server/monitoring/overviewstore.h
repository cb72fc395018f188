// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/overview.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"

namespace monitoring
{
/// What the console's first page shows. Every figure comes from counters or an index, at any size.
struct PlatformCounts {
    qint64 users = 0;
    qint64 activeUsers = 0;
    QMap<Tier, qint64> usersByTier;
    QMap<Role, qint64> usersByRole;
    qint64 organizations = 0;
    qint64 liveSessions = 0; ///< that hold an access token which has not run out
    qint64 newUsersToday = 0; ///< today: the UTC day, as for the next two
    qint64 signInsToday = 0;
    qint64 failedSignInsToday = 0;
    qint64 agents = 0;
    qint64 callsToday = 0; ///< this and the next two: consumed today, by the usage's sums
    qint64 tokensToday = 0;
    Money costToday;
    qint64 usersAtQuotaRisk = 0; ///< by identity::usersAtQuotaRisk()
    qint64 requestsToday = 0; ///< this and the next: by what is counted of API versions, some seconds late
    qint64 errorsToday = 0; ///< answers of status 400 and above
    QList<DayCount> signUpsByDay; ///< 30 days with today, oldest first, no gaps
    std::optional<qint64> databaseBytes;
};

Result<PlatformCounts> countPlatform(store::Connection &connection, const identity::IdentitySettings &settings,
                                     qint64 nowMs);
/// Whether the database answers. ServiceUnavailable.
Result<Done> probe(store::Connection &connection);
}
