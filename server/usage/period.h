// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QJsonObject>

namespace usage
{
/// Whole days, UTC, both ends included.
struct Period {
    static constexpr int MostDays = 366;

    QDate first;
    QDate last;

    qint64 days() const { return first.daysTo(last) + 1; }
};

/// "start_date" and "end_date" of a query; without one, the last 30 days up to the day of `nowMs`. BadRequest: one
/// alone, no dates of the calendar, the end before the start, more than MostDays.
Result<Period> periodIn(const QJsonObject &query, qint64 nowMs);

/// "\"start_date\":{…},\"end_date\":{…}" for a query's schema.
extern const QByteArray PeriodParameters;
}
