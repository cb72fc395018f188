// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/daychart.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QLineSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
// The smallest top of four equal steps of a round whole number that covers `most`.
qint64 roundUp(qint64 most)
{
    for (qint64 scale = 1;; scale *= 10) {
        for (const qint64 step : {10, 15, 20, 25, 30, 50}) {
            const qint64 exact = step * scale / 10;
            if (exact * 10 == step * scale && exact * 4 >= most)
                return exact * 4;
        }
    }
}
}

DayChart::DayChart(const Context &context, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(title)
    , m_line(new QLineSeries(this))
    , m_ground(new QLineSeries(this))
    , m_area(new QAreaSeries(m_line, m_ground))
    , m_chart(new QChart)
    , m_days(new QDateTimeAxis)
    , m_counts(new QValueAxis)
    , m_view(new QChartView(m_chart))
{
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->setBackgroundVisible(false);
    m_chart->addSeries(m_area);
    m_chart->addSeries(m_line); // over the area, whose own edge would be drawn all around
    m_chart->addAxis(m_days, Qt::AlignBottom);
    m_chart->addAxis(m_counts, Qt::AlignLeft);
    for (QAbstractSeries *series : std::initializer_list<QAbstractSeries *>{m_area, m_line}) {
        series->attachAxis(m_days);
        series->attachAxis(m_counts);
    }
    m_days->setGridLineVisible(false);
    m_days->setTickCount(6);
    m_counts->setLineVisible(false);
    m_counts->setLabelFormat(u"%d"_s);
    m_counts->setTickCount(5);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMinimumHeight(Space::S4 * 13);
    m_view->setLayoutDirection(Qt::LeftToRight); // time runs to the right in every language
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_area, &QAreaSeries::hovered, this, &DayChart::showPoint);
    connect(&context.theme, &Theme::changed, this, &DayChart::restyle);
    restyle();
}

void DayChart::setDays(const QList<DayCount> &days)
{
    QList<QPointF> points;
    QList<QPointF> ground;
    qint64 most = 1;
    for (const DayCount &day : days) {
        const auto x = qreal(day.day.startOfDay().toMSecsSinceEpoch());
        points.append({x, qreal(day.count)});
        ground.append({x, 0.0});
        most = std::max(most, day.count);
    }
    m_line->replace(points);
    m_ground->replace(ground);
    m_counts->setRange(0, qreal(roundUp(most)));
    if (days.isEmpty())
        return;
    m_days->setRange(days.first().day.startOfDay(), days.last().day.startOfDay());
    const QString pattern
        = m_context.format.locale().dateFormat(QLocale::ShortFormat).contains(u"d.M"_s) ? u"d. MMM"_s : u"d MMM"_s;
    const bool years = days.first().day.year() != days.last().day.year();
    m_days->setFormat(years ? QString(pattern + u" yyyy"_s) : pattern);
    qint64 sum = 0;
    for (const DayCount &day : days)
        sum += day.count;
    m_view->setAccessibleName(tr("%1: %2 in %3 days", "title, sum, number of days")
                                  .arg(m_title, m_context.format.integer(sum), m_context.format.integer(days.size())));
}

void DayChart::showPoint(const QPointF &point, bool entered)
{
    const auto points = m_line->points();
    if (!entered || points.isEmpty())
        return QToolTip::hideText();
    const auto nearest
        = std::ranges::min_element(points, {}, [&](const QPointF &p) { return std::abs(p.x() - point.x()); });
    const QDate day = QDateTime::fromMSecsSinceEpoch(qint64(nearest->x())).date();
    QToolTip::showText(QCursor::pos(),
                       tr("%1: %2", "day: count")
                           .arg(m_context.format.locale().toString(day, QLocale::LongFormat),
                                m_context.format.integer(qint64(nearest->y()))),
                       m_view);
}

void DayChart::restyle()
{
    const Colours &c = m_context.theme.colours();
    QColor tint = c.series.at(0);
    QPen line(tint, 2);
    line.setCosmetic(true);
    m_line->setPen(line);
    m_area->setPen(Qt::NoPen);
    tint.setAlphaF(0.14F);
    m_area->setBrush(tint);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_days, m_counts}) {
        axis->setLabelsFont(m_context.theme.font(TextStyle::Small));
        axis->setLabelsColor(c.muted);
        axis->setLinePenColor(c.border);
        axis->setGridLineColor(c.border);
    }
}
