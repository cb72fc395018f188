// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/user.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>

#include <optional>

struct DayCount {
    QDate day; ///< UTC
    qint64 count = 0;
};

/// The platform in a few numbers. What the server does not say is empty and not shown, never as 0.
struct Overview {
    std::optional<qint64> users = {};
    std::optional<qint64> activeUsers = {};
    std::optional<qint64> organizations = {};
    std::optional<qint64> agents = {};
    std::optional<qint64> sessions = {}; ///< signed-in devices
    std::optional<qint64> callsToday = {}; ///< today: the UTC day
    std::optional<qint64> tokensToday = {};
    std::optional<Money> costToday = {}; ///< US dollars
    std::optional<qint64> requestsToday = {};
    std::optional<qint64> errorsToday = {}; ///< of them, answered with status 400 and above
    std::optional<qint64> usersAtQuotaRisk = {}; ///< at 80 % of the month's tokens or more
    std::optional<qint64> firingAlerts = {};
    std::optional<int> healthScore = {}; ///< 0 to 100
    QList<DayCount> signUpsByDay
        = {}; ///< "sign_ups_by_day": [{"day", "count"}], oldest first, no gaps; empty: not said
    QMap<Tier, qint64> usersByTier = {}; ///< "users_by_tier": {"free", "pro", "enterprise"}; empty: not said
    QDateTime at = {}; ///< UTC, when it was counted
};
