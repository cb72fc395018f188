// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"

#include <QList>

namespace demo
{
/// When things happen: more each week, fewer at weekends, most at midday. Times are milliseconds since the epoch, UTC.
class DemoTimeline
{
public:
    /// `days` days, of which the one of `nowMs` is the last.
    DemoTimeline(qint64 nowMs, int days, DemoRandom &random);

    qint64 firstMs() const { return m_firstMs; }
    qint64 nowMs() const { return m_nowMs; }
    int days() const { return int(m_sums.size()); }
    /// Of a whole day; mean 1 over all days.
    double weight(int day) const;
    double passed(int day) const; ///< how much of it is over: 1, but of today
    /// A moment from `notBefore` to now.
    qint64 moment(DemoRandom &random, qint64 notBefore) const;

private:
    double own(int day) const;

    qint64 m_nowMs;
    qint64 m_firstMs; ///< midnight
    QList<double> m_sums; ///< weight of all days up to this one
};
}
