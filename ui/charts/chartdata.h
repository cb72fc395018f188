// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/cellvalue.h"
#include "ui/charts/seriesink.h"

#include <QDateTime>

#include <functional>
#include <optional>

struct ChartSeries {
    QString name;
    SeriesInk ink = {};
    QList<std::optional<double>> values = {}; ///< one a bucket; nothing: not known, a gap
};

/// A line across, such as a quota.
struct ChartMark {
    QString text;
    double value = 0;
    Tone tone = Tone::Warning;
};

enum class ChartStyle { Bars, Lines };

/// What a SeriesChart shows.
struct ChartData {
    double sumOf(qsizetype bucket) const
    {
        double sum = 0;
        for (const ChartSeries &one : series)
            sum += one.values.value(bucket).value_or(0);
        return sum;
    }

    ChartStyle style = ChartStyle::Lines; ///< bars are stacked
    QStringList buckets = {}; ///< short, for the axis
    QStringList bucketNames = {}; ///< in full, for the tool tip
    QList<QDateTime> times = {}; ///< of the buckets, in the zone shown: labels then stand where round minutes begin
    QList<ChartSeries> series = {};
    QList<double> before = {}; ///< the period before, one a bucket, drawn as a dashed line; may be shorter
    QString beforeName = {};
    QString sumName = {}; ///< lines: their sum is drawn as well, to hold it against the period before
    bool filled = false; ///< the area below the lines is tinted
    QList<ChartMark> marks = {};
    std::optional<double> least = {}; ///< top of the axis at least, e.g. 100 for per cent
    bool whole = false; ///< values without fractions
    bool summed = true; ///< the values of a bucket add up
    std::function<QString(double)> inWords = {}; ///< exact, for tool tips
    std::function<QString(double)> onAxis = {};
};
