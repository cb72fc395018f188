// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/sums.h"

#include "models/domain/day.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr qint64 EpochJulian = 2'440'588; // 1970-01-01
}

const QString SumColumns
    = u"CAST(COALESCE(SUM(tokens), 0) AS BIGINT), CAST(COALESCE(SUM(minutes), 0) AS BIGINT), "
      "CAST(COALESCE(SUM(calls), 0) AS BIGINT), CAST(COALESCE(SUM(cost / 1000000000), 0) AS BIGINT), "
      "CAST(COALESCE(SUM(cost % 1000000000), 0) AS BIGINT), CAST(COALESCE(SUM(events), 0) AS BIGINT), "
      "CAST(COALESCE(SUM(flagged), 0) AS BIGINT)"_s;

Sums &Sums::operator+=(const Sums &other)
{
    tokens += other.tokens;
    microMinutes += other.microMinutes;
    calls += other.calls;
    cost += other.cost;
    events += other.events;
    flagged += other.flagged;
    return *this;
}

Sums &Sums::operator-=(const Sums &other)
{
    tokens -= other.tokens;
    microMinutes -= other.microMinutes;
    calls -= other.calls;
    cost -= other.cost;
    events -= other.events;
    flagged -= other.flagged;
    return *this;
}

Sums readSums(const store::Rows &rows, int first)
{
    Sums sums{.tokens = rows.integer(first),
              .microMinutes = rows.integer(first + 1),
              .calls = rows.integer(first + 2),
              .cost = Money::fromNanos(Money::PerDollar).times(rows.integer(first + 3)),
              .events = rows.integer(first + 5),
              .flagged = rows.integer(first + 6)};
    sums.cost += Money::fromNanos(rows.integer(first + 4));
    return sums;
}

qint64 dayOf(qint64 ms) { return ms >= 0 ? ms / DayMs : (ms - DayMs + 1) / DayMs; }

qint64 dayOf(QDate date) { return date.toJulianDay() - EpochJulian; }

QDate dateOf(qint64 day) { return QDate::fromJulianDay(day + EpochJulian); }
}
