// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/usageanalysis.h"

#include <QHash>

#include <algorithm>

namespace
{
QDate lastOfMonth(QDate day) { return {day.year(), day.month(), day.daysInMonth()}; }

QDate firstOfMonth(QDate day) { return {day.year(), day.month(), 1}; }

QList<DayRange> bucketsOf(const DayRange &range, bool weeks)
{
    QList<DayRange> buckets;
    for (QDate day = range.from; day <= range.to; day = buckets.constLast().to.addDays(1)) {
        const QDate last = weeks ? day.addDays(7 - day.dayOfWeek()) : day;
        buckets.append({day, std::min(last, range.to)});
    }
    return buckets;
}

// Of a day within the period.
qsizetype bucketOf(const DayRange &range, bool weeks, QDate day)
{
    if (!weeks)
        return qsizetype(range.from.daysTo(day));
    return qsizetype(range.from.addDays(1 - range.from.dayOfWeek()).daysTo(day) / 7);
}

void join(UsageSeries &other, const UsageSeries &series)
{
    other.total += series.total;
    for (qsizetype i = 0; i < other.values.size(); ++i)
        other.values[i] += series.values.at(i);
}

// The largest first; those beyond `most` join "other", which is last.
QList<UsageSeries> ranked(QList<UsageSeries> all, UsageMeasure measure, int most)
{
    std::optional<UsageSeries> other;
    const auto at = std::ranges::find(all, OtherUsageKey, &UsageSeries::key);
    if (at != all.end()) {
        other = *at;
        all.erase(at);
    }
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [measure](const UsageSeries &series) { return series.total.of(measure); });
    while (all.size() > std::max(1, most)) {
        if (!other)
            other = UsageSeries{
                .key = OtherUsageKey, .label = {}, .values = QList<UsageFigures>(all.last().values.size())};
        join(*other, all.takeLast());
    }
    if (other)
        all.append(*other);
    return all;
}
}

DayRange daysOf(UsagePeriod period, QDate today, const DayRange &custom)
{
    switch (period) {
    case UsagePeriod::Today:
        return {today, today};
    case UsagePeriod::Last7Days:
        return {today.addDays(-6), today};
    case UsagePeriod::Last30Days:
        return {today.addDays(-29), today};
    case UsagePeriod::Last90Days:
        return {today.addDays(-89), today};
    case UsagePeriod::ThisMonth:
        return {firstOfMonth(today), today};
    case UsagePeriod::LastMonth:
        return {firstOfMonth(today).addMonths(-1), firstOfMonth(today).addDays(-1)};
    case UsagePeriod::Custom:
        break;
    }
    return custom;
}

DayRange previousOf(const DayRange &range)
{
    const bool inOneMonth = firstOfMonth(range.from) == firstOfMonth(range.to);
    if (range.from.day() == 1 && inOneMonth) {
        const QDate from = range.from.addMonths(-1);
        const QDate end = lastOfMonth(from);
        const bool whole = range.to == lastOfMonth(range.to);
        return {from, whole ? end : std::min(from.addDays(range.days() - 1), end)};
    }
    return {range.from.addDays(-range.days()), range.from.addDays(-1)};
}

UsageGrid tabulate(const UsageReport &report, UsageMeasure measure, int mostBuckets, int mostSeries)
{
    const DayRange range{report.from, report.to};
    if (!range.from.isValid() || !range.to.isValid() || range.to < range.from)
        return {};
    const bool weeks = range.days() > mostBuckets;
    UsageGrid table{.buckets = bucketsOf(range, weeks)};
    QHash<QString, qsizetype> places;
    for (const UsageRow &row : report.rows) {
        if (!row.date.isValid() || row.date < range.from || row.date > range.to)
            continue;
        const QString key = report.group == UsageGroup::Day ? QString() : row.key;
        auto place = places.constFind(key);
        if (place == places.cend()) {
            place = places.insert(key, table.series.size());
            table.series.append({.key = key,
                                 .label = key.isEmpty() ? QString() : row.label,
                                 .values = QList<UsageFigures>(table.buckets.size())});
        }
        UsageSeries &series = table.series[*place];
        series.total += row.figures;
        series.values[bucketOf(range, weeks, row.date)] += row.figures;
    }
    table.series = ranked(std::move(table.series), measure, mostSeries);
    return table;
}

QList<UsageFigures> byDay(const UsageReport &report)
{
    const DayRange range{report.from, report.to};
    if (!range.from.isValid() || range.to < range.from)
        return {};
    QList<UsageFigures> days(range.days());
    for (const UsageRow &row : report.rows) {
        if (row.date.isValid() && row.date >= range.from && row.date <= range.to)
            days[range.from.daysTo(row.date)] += row.figures;
    }
    return days;
}

std::optional<double> forecastMonth(const UsageReport &report, UsageMeasure measure, QDate today)
{
    const QDate first = firstOfMonth(today);
    if (!report.from.isValid() || report.from > first || report.to < today)
        return {};
    const QList<UsageFigures> days = byDay(report);
    const auto valueOn = [&](QDate day) { return days.at(report.from.daysTo(day)).of(measure); };
    double sum = 0;
    int whole = 0;
    for (QDate day = today.addDays(-1); day >= report.from && whole < 7; day = day.addDays(-1), ++whole)
        sum += valueOn(day);
    if (whole == 0)
        return {};
    const double average = sum / whole;
    double month = std::max(valueOn(today), average) + average * double(today.daysTo(lastOfMonth(today)));
    for (QDate day = first; day < today; day = day.addDays(1))
        month += valueOn(day);
    return month;
}

std::optional<double> changeOf(double now, double before)
{
    return before > 0 ? std::optional((now - before) / before) : std::nullopt;
}
