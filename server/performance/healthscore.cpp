// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/performance/healthscore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace performance
{
namespace
{
constexpr qint64 RowsThatMatter = 10'000;

void deduct(Health &health, int points, const QString &why)
{
    health.score = std::max(0, health.score - points);
    health.issues << u"%1 (-%2)"_s.arg(why).arg(points);
}

void judgeRatio(Health &health, const std::optional<double> &percent, const QString &what, int some, int many)
{
    if (percent && *percent < 90)
        deduct(health, *percent < 70 ? many : some,
               u"Only %1 % of the reads of %2 are answered from memory"_s.arg(QString::number(*percent, 'f', 1), what));
}

void judgeRows(Health &health, const QList<TableFigures> &tables)
{
    QStringList names;
    for (const TableFigures &table : tables) {
        const qint64 live = table.liveRows.value_or(0);
        const qint64 dead = table.deadRows.value_or(0);
        if (live + dead >= RowsThatMatter && dead * 5 >= live + dead)
            names << table.name;
    }
    if (!names.isEmpty())
        deduct(health, 5, u"A fifth of the rows or more waits to be reclaimed in %1"_s.arg(names.join(u", "_s)));
}
}

QLatin1StringView Health::status() const
{
    return score >= 90 ? "excellent"_L1 : score >= 75 ? "good"_L1 : score >= 50 ? "fair"_L1 : "poor"_L1;
}

Health healthOf(const DatabaseFigures &figures)
{
    Health health;
    judgeRatio(health, figures.cacheHitPercent, u"tables"_s, 10, 25);
    judgeRatio(health, figures.indexHitPercent, u"indexes"_s, 5, 15);
    if (const qint64 waits = figures.lockWaits.value_or(0); waits >= 10)
        deduct(health, waits >= 100 ? 20 : 5, u"%1 changes wait for a lock"_s.arg(waits));
    if (const double seconds = figures.longestQuerySeconds.value_or(0); seconds >= 5)
        deduct(health, seconds >= 60 ? 20 : 10,
               u"A query has been running for %1 seconds"_s.arg(QString::number(seconds, 'f', 1)));
    if (figures.activeConnections && figures.idleConnections && figures.mostConnections.value_or(0) > 0) {
        const qint64 open = *figures.activeConnections + *figures.idleConnections;
        const qint64 percent = open * 100 / *figures.mostConnections;
        if (percent >= 80)
            deduct(health, percent >= 95 ? 20 : 10,
                   u"%1 of %2 connections are in use"_s.arg(open).arg(*figures.mostConnections));
    }
    judgeRows(health, figures.tables);
    return health;
}
}
