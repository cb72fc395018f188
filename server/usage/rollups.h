// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"
#include "server/usage/sums.h"

#include <QMap>

#include <tuple>

namespace usage
{
/// usage_totals keeps whole days and blocks of so many, from days that it divides.
constexpr qint64 BlockDays = 8;

/// What of a user's usage goes into one row of usage_daily.
struct DailyKey {
    qint64 day = 0;
    QString provider;
    QString agentId; ///< empty: none

    friend bool operator<(const DailyKey &a, const DailyKey &b)
    {
        return std::tie(a.day, a.provider, a.agentId) < std::tie(b.day, b.provider, b.agentId);
    }
};
using DailySums = QMap<DailyKey, Sums>;

/// Adds to every table of sums by day: the tenant's and the platform's. A tenant's day stops at a million dollars, ten
/// million minutes, a million million tokens or calls: nobody can fill the sums of all. On the writer's connection.
Result<Done> addToRollups(store::Connection &connection, const QString &organizationId, const QString &userId,
                          const DailySums &sums);

/// Adds to a user's month; answers its sums after that.
Result<Sums> addToMonth(store::Connection &connection, const QString &organizationId, const QString &userId, int month,
                        const Sums &sums);

/// Makes all sums anew from the raw events, and the figures of this month on users, in the caller's transaction: for
/// events that were loaded past the recorder. `month`: year * 100 + month, now. On the writer's connection, or any in a
/// write transaction.
Result<Done> rebuildRollups(store::Connection &connection, int month);

/// A stretch of days that usage_totals answers with rows of one span.
struct Stretch {
    qint64 span = 1; ///< 1 or BlockDays
    qint64 first = 0; ///< the first row's day
    qint64 last = 0; ///< the last row's day (where it begins)
};
/// The fewest rows that cover the days from `first` to `last`, both included.
QList<Stretch> stretches(qint64 first, qint64 last);
}
