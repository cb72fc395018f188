// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "server/store/rows.h"

#include <QDate>

namespace usage
{
/// What a number of events add up to.
struct Sums {
    qint64 tokens = 0;
    qint64 microMinutes = 0;
    qint64 calls = 0;
    Money cost;
    qint64 events = 0;
    qint64 flagged = 0;

    Sums &operator+=(const Sums &other);
    Sums &operator-=(const Sums &other);
    friend bool operator==(const Sums &, const Sums &) = default;
};

/// SQL: the columns of Sums over a group of rows of a sums table, `SumColumnCount` of them. A cost is added in dollars
/// and nano-dollars apart, so that no total of many tenants can leave 64 bits.
extern const QString SumColumns;
constexpr int SumColumnCount = 7;
Sums readSums(const store::Rows &rows, int first);

/// Days since the epoch, UTC.
qint64 dayOf(qint64 ms);
qint64 dayOf(QDate date);
QDate dateOf(qint64 day);
}
