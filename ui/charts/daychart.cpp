// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/daychart.h"

#include "ui/charts/axisdays.h"

DayChart::DayChart(const Context &context, const QString &title, QWidget *parent)
    : SeriesChart(context.theme, parent)
    , m_context(context)
    , m_title(title)
{
    setMinimumHeight(Space::S4 * 13);
}

void DayChart::setDays(const QList<DayCount> &days)
{
    const DisplayFormat &format = m_context.format;
    QList<QDate> dates;
    ChartSeries line{.name = m_title};
    ChartData drawn{.filled = true, .whole = true, .summed = false};
    qint64 sum = 0;
    for (const DayCount &day : days) {
        dates << day.day;
        line.values << double(day.count);
        drawn.bucketNames << format.locale().toString(day.day, QLocale::LongFormat);
        sum += day.count;
    }
    drawn.buckets = axisDays(dates, format);
    drawn.series << line;
    drawn.inWords = [&format](double value) { return format.integer(qint64(value)); };
    setData(std::move(drawn));
    setAccessibleName(tr("%1: %2 in %3 days", "title, sum, number of days")
                          .arg(m_title, format.integer(sum), format.integer(days.size())));
}
