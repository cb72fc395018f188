// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usageanalysis.h"
#include "models/items/displayformat.h"
#include "ui/charts/chartdata.h"

/// How a usage report is drawn.
struct UsageDrawing {
    UsageMeasure measure = UsageMeasure::Cost;
    ChartStyle style = ChartStyle::Bars;
    bool running = false; ///< one line that adds up from the first of each month
    std::optional<qint64> quota = {}; ///< tokens a month; marked at 80 and 100 % of a running total of tokens
    int mostSeries = 12;
};

struct UsageDrawn {
    ChartData chart;
    QStringList keys = {}; ///< of the series
    QList<DayRange> buckets = {};

    bool isByWeek() const { return buckets.size() > 1 && buckets.at(1).days() > 1; } ///< the first may be cut short
};

/// `before`: the report of the period before, to compare with.
UsageDrawn drawUsage(const UsageReport &report, const std::optional<UsageReport> &before, const UsageDrawing &drawing,
                     const DisplayFormat &format);

/// A value of a measure in words, exact: "$12.50", "1,234 tokens".
QString usageInWords(UsageMeasure measure, double value, const DisplayFormat &format);
