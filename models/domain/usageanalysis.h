// SPDX-License-Identifier: GPL-3.0-or-later
// What a usage report says beyond its rows. Plain functions; any thread.
#pragma once

#include "models/domain/usagereport.h"

#include <QPair>

/// A period of whole UTC days, both included.
struct DayRange {
    QDate from;
    QDate to;

    int days() const { return int(from.daysTo(to)) + 1; }
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

enum class UsagePeriod { Today, Last7Days, Last30Days, Last90Days, ThisMonth, LastMonth, Custom };

/// The days of a preset; `custom` for Custom.
DayRange daysOf(UsagePeriod period, QDate today, const DayRange &custom);

/// What a range is compared with. A whole month: the month before. The beginning of a month: as many days of the month
/// before, as far as it has them. Else: as many days directly before.
DayRange previousOf(const DayRange &range);

/// One line or one colour of a chart: a key with a value for each bucket.
struct UsageSeries {
    QString key;
    QString label;
    UsageFigures total = {};
    QList<UsageFigures> values = {}; ///< one a bucket
};

struct UsageGrid {
    QList<DayRange> buckets = {}; ///< days, or weeks from Monday to Sunday cut at the ends of the period
    QList<UsageSeries> series = {}; ///< the largest first by the measure; "other" always last
};

/// The rows of a report by key and bucket. Grouped by day there is one series, with an empty key. A period of more than
/// `mostBuckets` days is counted in weeks. More than `mostSeries` keys: the smallest join "other".
UsageGrid tabulate(const UsageReport &report, UsageMeasure measure, int mostBuckets, int mostSeries);

/// The values of each day of the report, all keys together; days without a row are zero.
QList<UsageFigures> byDay(const UsageReport &report);

/// What the month of `today` comes to when it goes on as it does: the whole days so far, plus today or an average day,
/// whichever is more, plus an average day for each day left. The average is that of the last seven whole days, or of
/// those that the report has. Nothing where the report does not reach from the first of the month to today, or has no
/// whole day.
std::optional<double> forecastMonth(const UsageReport &report, UsageMeasure measure, QDate today);

/// The change from `before` to `now` as a share; nothing where there was nothing before.
std::optional<double> changeOf(double now, double before);
