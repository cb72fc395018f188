// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/performance/databasefigures.h"

#include <QStringList>

namespace performance
{
/// 100 points, less what each of these takes off. A figure that is not known takes nothing.
///
///     cache hit ratio of tables      under 90 %: 10    under 70 %: 25
///     cache hit ratio of indexes     under 90 %: 5     under 70 %: 15
///     changes that wait for a lock   from 10 on: 5     from 100 on: 20
///     longest query                  from 5 s on: 10   from 60 s on: 20
///     connections in use             from 80 % of what is allowed on: 10   from 95 % on: 20
///     rows not reclaimed             one table from 10 000 rows on has a fifth of them: 5
///
/// 90 and more is excellent, 75 good, 50 fair, less poor.
struct Health {
    int score = 100; ///< 0 to 100
    QStringList issues; ///< each deduction in words, with its points

    QLatin1StringView status() const;
};

Health healthOf(const DatabaseFigures &figures);
}
