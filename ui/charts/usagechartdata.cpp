// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/usagechartdata.h"

#include "ui/charts/axisdays.h"
#include "ui/charts/axisscale.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
constexpr int MostBars = 100;
constexpr int MostPoints = 400;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UsageChart)
};

void nameBuckets(UsageDrawn &drawn, const DisplayFormat &format)
{
    QList<QDate> days;
    for (const DayRange &bucket : std::as_const(drawn.buckets)) {
        days << bucket.from;
        const QString from = format.locale().toString(bucket.from, QLocale::LongFormat);
        drawn.chart.bucketNames << (bucket.days() == 1
                                        ? from
                                        : Text::tr("%1 – %2", "first and last day")
                                              .arg(from, format.locale().toString(bucket.to, QLocale::LongFormat)));
    }
    drawn.chart.buckets = axisDays(days, format);
}

// The sum of each bucket, all keys together.
QList<double> sums(const UsageReport &report, UsageMeasure measure, int mostBuckets)
{
    const UsageGrid table = tabulate(report, measure, mostBuckets, 1000);
    QList<double> sums(table.buckets.size());
    for (const UsageSeries &series : table.series) {
        for (qsizetype i = 0; i < series.values.size(); ++i)
            sums[i] += series.values.at(i).of(measure);
    }
    return sums;
}

QList<double> running(const UsageReport &report, UsageMeasure measure)
{
    QList<double> totals;
    double sum = 0;
    const QList<UsageFigures> days = byDay(report);
    for (qsizetype i = 0; i < days.size(); ++i) {
        if (report.from.addDays(i).day() == 1)
            sum = 0;
        totals << (sum += days.at(i).of(measure));
    }
    return totals;
}

void drawRunning(UsageDrawn &drawn, const UsageReport &report, const std::optional<UsageReport> &before,
                 const UsageDrawing &drawing, const DisplayFormat &format)
{
    drawn.chart.style = ChartStyle::Lines;
    drawn.chart.summed = false;
    ChartSeries line{.name = Text::tr("Running total of the month")};
    for (const double value : running(report, drawing.measure))
        line.values << value;
    drawn.chart.series << line;
    drawn.keys << QString();
    for (QDate day = report.from; day <= report.to; day = day.addDays(1))
        drawn.buckets.append({day, day});
    if (before)
        drawn.chart.before = running(*before, drawing.measure);
    if (!drawing.quota || drawing.measure != UsageMeasure::Tokens || *drawing.quota <= 0)
        return;
    const auto quota = double(*drawing.quota);
    drawn.chart.marks = {{Text::tr("80 % of the quota: %1").arg(format.integer(qint64(std::llround(quota * 0.8)))),
                          quota * 0.8, Tone::Warning},
                         {Text::tr("Quota: %1").arg(format.integer(*drawing.quota)), quota, Tone::Bad}};
}

void drawGroups(UsageDrawn &drawn, const UsageReport &report, const std::optional<UsageReport> &before,
                const UsageDrawing &drawing)
{
    const int mostBuckets = drawing.style == ChartStyle::Bars ? MostBars : MostPoints;
    const UsageGrid table = tabulate(report, drawing.measure, mostBuckets, drawing.mostSeries);
    drawn.buckets = table.buckets;
    drawn.chart.style = drawing.style;
    for (const UsageSeries &series : table.series) {
        const bool rest = series.key == OtherUsageKey;
        ChartSeries one{.name = rest                 ? Text::tr("All others")
                            : series.label.isEmpty() ? series.key
                                                     : series.label,
                        .ink = {int(drawn.keys.size()), rest}};
        for (const UsageFigures &figures : series.values)
            one.values << figures.of(drawing.measure);
        drawn.keys << series.key;
        drawn.chart.series << one;
    }
    if (!before)
        return;
    drawn.chart.before = sums(*before, drawing.measure, mostBuckets).mid(0, drawn.buckets.size());
    if (drawing.style == ChartStyle::Lines && drawn.chart.series.size() > 1) // what the line of before is of
        drawn.chart.sumName = Text::tr("Sum");
}
}

QString usageInWords(UsageMeasure measure, double value, const DisplayFormat &format)
{
    switch (measure) {
    case UsageMeasure::Cost:
        return format.money(Money::fromNanos(qint64(std::llround(value * double(Money::PerDollar)))));
    case UsageMeasure::Tokens:
        return Text::tr("%1 tokens").arg(format.integer(qint64(std::llround(value))));
    case UsageMeasure::Minutes:
        return Text::tr("%1 min").arg(format.minutes(value, value));
    case UsageMeasure::Calls:
        return Text::tr("%1 calls").arg(format.integer(qint64(std::llround(value))));
    }
    return {};
}

UsageDrawn drawUsage(const UsageReport &report, const std::optional<UsageReport> &before, const UsageDrawing &drawing,
                     const DisplayFormat &format)
{
    UsageDrawn drawn;
    if (drawing.running)
        drawRunning(drawn, report, before, drawing, format);
    else
        drawGroups(drawn, report, before, drawing);
    nameBuckets(drawn, format);
    drawn.chart.whole = drawing.measure == UsageMeasure::Tokens || drawing.measure == UsageMeasure::Calls;
    if (before)
        drawn.chart.beforeName
            = Text::tr("The period before, %1 – %2").arg(format.day(before->from), format.day(before->to));
    const UsageMeasure measure = drawing.measure;
    drawn.chart.inWords = [measure, &format](double value) { return usageInWords(measure, value, format); };
    drawn.chart.onAxis = [measure, locale = format.locale()](double value) {
        return measure == UsageMeasure::Cost ? Text::tr("$%1").arg(briefNumber(locale, value))
                                             : briefNumber(locale, value);
    };
    return drawn;
}
