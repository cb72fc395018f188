// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/charts/chartdata.h"

/// What stands around a chart on paper.
struct ChartCaption {
    QString title;
    QString subtitle; ///< period, filters
    QStringList notes = {}; ///< below: the figures, how they were made
};

/// The chart as a file for a report, always in the light palette. InternalError: it cannot be written, with the reason.
/// GUI thread.
Result<Done> writeChartPng(const ChartData &data, const ChartCaption &caption, const QString &path);
Result<Done> writeChartPdf(const ChartData &data, const ChartCaption &caption, const QString &path); ///< A4 landscape
