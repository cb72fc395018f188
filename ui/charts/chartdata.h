// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/cellvalue.h"
#include "ui/charts/seriesink.h"

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
    ChartStyle style = ChartStyle::Lines; ///< bars are stacked
    QStringList buckets = {}; ///< short, for the axis
    QStringList bucketNames = {}; ///< in full, for the tool tip
    QList<ChartSeries> series = {};
    QList<double> before = {}; ///< the period before, one a bucket, drawn as a dashed line; may be shorter
    QString beforeName = {};
    QList<ChartMark> marks = {};
    std::optional<double> least = {}; ///< top of the axis at least, e.g. 100 for per cent
    bool whole = false; ///< values without fractions
    bool summed = true; ///< the values of a bucket add up
    std::function<QString(double)> inWords = {}; ///< exact, for tool tips
    std::function<QString(double)> onAxis = {};
};
