// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/serieschart.h"

#include "ui/charts/axisscale.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/plotitem.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{
constexpr int MostInTip = 8;
constexpr int TipEvery = 60; // ms
constexpr std::array MinutesBetweenLabels{1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 24 * 60};

double highest(const ChartData &data)
{
    double most = data.least.value_or(0);
    for (qsizetype bucket = 0; bucket < data.buckets.size(); ++bucket) {
        if (data.style == ChartStyle::Bars || !data.sumName.isEmpty())
            most = std::max(most, data.sumOf(bucket));
        for (const ChartSeries &series : data.series)
            most = std::max(most, series.values.value(bucket).value_or(0));
    }
    for (const double value : data.before)
        most = std::max(most, value);
    for (const ChartMark &mark : data.marks)
        most = std::max(most, mark.value * 1.04);
    return most;
}
}

SeriesChart::SeriesChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_legend(new ChartLegend(theme))
    , m_chart(new QChart)
    , m_frame(new QLineSeries)
    , m_plot(new PlotItem(theme, *m_chart))
    , m_view(new QChartView(m_chart))
{
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, Space::S2, 0, 0); // the style's margins are for controls
    m_chart->setBackgroundVisible(false);
    m_chart->addSeries(m_frame);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus); // the view gives it one of its own
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_tipTimer.setSingleShot(true);
    m_tipTimer.setInterval(TipEvery);
    connect(&m_tipTimer, &QTimer::timeout, this, &SeriesChart::showTip);
    m_view->setLayoutDirection(Qt::LeftToRight);
    m_view->setMinimumHeight(Space::S4 * 7);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S1);
    column->addWidget(m_legend);
    column->addWidget(m_view, 1);
    connect(&theme, &Theme::changed, this, &SeriesChart::restyle);
    // Queued: it replaces an axis, which must not happen while the chart lays its axes out.
    connect(m_chart, &QChart::plotAreaChanged, this, &SeriesChart::labelBuckets, Qt::QueuedConnection);
}

void SeriesChart::setClickable(bool clickable) { m_clickable = clickable; }

void SeriesChart::setData(ChartData chart)
{
    m_plot->setData(nullptr, 1);
    m_data = std::move(chart);
    m_every = 0;
    m_legend->setData(m_data);
    m_legend->setVisible(m_data.series.size() > 1 || !m_data.before.isEmpty());
    rescale();
}

void SeriesChart::rescale()
{
    const QList<double> ticks = roundTicks(highest(m_data), m_data.whole);
    if (m_left) {
        m_left->hide(); // its labels would stay until the event loop comes round
        m_chart->removeAxis(m_left);
        delete m_left;
    }
    m_left = new QCategoryAxis;
    m_left->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_left->setStartValue(0);
    for (const double tick : ticks)
        m_left->append(m_data.onAxis ? m_data.onAxis(tick) : briefNumber(QLocale(), tick), tick);
    m_left->setRange(0, ticks.constLast());
    m_chart->addAxis(m_left, Qt::AlignLeft);
    m_frame->attachAxis(m_left);
    m_plot->setData(&m_data, ticks.constLast());
    labelBuckets();
    restyle();
}

QList<qsizetype> SeriesChart::labelled(qsizetype every) const
{
    QList<qsizetype> places;
    if (m_data.times.isEmpty()) {
        for (qsizetype i = 0; i < m_data.buckets.size(); i += every)
            places << i;
        return places;
    }
    const auto stretchOf = [this](qsizetype bucket, int minutes) {
        const QDateTime &time = m_data.times.at(bucket);
        return time.date().toJulianDay() * 24 * 60 / minutes + time.time().msecsSinceStartOfDay() / 60'000 / minutes;
    };
    for (const int minutes : MinutesBetweenLabels) {
        places.clear();
        bool fits = true;
        if (m_data.times.constFirst().time().msecsSinceStartOfDay() % (minutes * 60'000) == 0)
            places << 0;
        for (qsizetype i = 1; i < m_data.times.size() && fits; ++i) {
            if (stretchOf(i, minutes) == stretchOf(i - 1, minutes))
                continue;
            fits = places.isEmpty() || i - places.constLast() >= every;
            places << i;
        }
        if (fits)
            break;
    }
    return places.isEmpty() ? QList<qsizetype>{0} : places;
}

// As many labels as there is room for, at even distances.
void SeriesChart::labelBuckets()
{
    const qsizetype count = m_data.buckets.size();
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    int widest = 1;
    for (const QString &label : std::as_const(m_data.buckets))
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const qsizetype room = std::max<qsizetype>(1, qsizetype(m_chart->plotArea().width()) / (widest + Space::S6));
    const qsizetype every = std::max<qsizetype>(1, (count + room - 1) / room);
    if (m_bottom && std::exchange(m_every, every) == every)
        return;
    m_every = every;
    if (m_bottom) {
        m_bottom->hide();
        m_chart->removeAxis(m_bottom);
        delete m_bottom;
    }
    m_bottom = new QCategoryAxis;
    m_bottom->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_bottom->setStartValue(-0.5);
    for (const qsizetype i : labelled(every)) {
        if (i >= count)
            break;
        QString label = m_data.buckets.at(i);
        while (m_bottom->categoriesLabels().contains(label))
            label += QChar(0x200b); // the axis takes every label once only
        m_bottom->append(label, double(i));
    }
    m_bottom->setRange(-0.5, double(std::max<qsizetype>(1, count)) - 0.5);
    m_bottom->setGridLineVisible(false);
    m_chart->addAxis(m_bottom, Qt::AlignBottom);
    m_frame->attachAxis(m_bottom);
    restyle();
}

void SeriesChart::restyle()
{
    const Colours &c = m_theme.colours();
    for (QCategoryAxis *axis : {m_bottom, m_left}) {
        if (!axis)
            continue;
        axis->setLabelsFont(m_theme.font(TextStyle::Small));
        axis->setLabelsColor(c.muted);
        axis->setLinePenColor(c.border);
        axis->setGridLineColor(c.border);
        axis->setTruncateLabels(false);
    }
    if (m_left)
        m_left->setLineVisible(false);
    m_plot->update();
}

void SeriesChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    labelBuckets();
}

QString SeriesChart::toolTipOf(int series, int bucket) const
{
    if (bucket < 0 || bucket >= m_data.buckets.size())
        return {};
    const auto words
        = [this](double value) { return m_data.inWords ? m_data.inWords(value) : QLocale().toString(value); };
    QStringList lines{m_data.bucketNames.value(bucket, m_data.buckets.at(bucket))};
    const auto add = [&lines](const QString &name, const QString &figure, bool pointedAt) {
        lines << (pointedAt ? u"▸ "_s : QString()) % name % u":  "_s % figure;
    };
    double sum = 0;
    int shown = 0;
    int left = 0;
    for (int i = 0; i < m_data.series.size(); ++i) {
        const ChartSeries &one = m_data.series.at(i);
        const auto value = one.values.value(bucket);
        sum += value.value_or(0);
        if (m_data.summed && value.value_or(0) <= 0)
            continue;
        if (i != series && shown >= MostInTip) {
            ++left;
            continue;
        }
        ++shown;
        add(one.name.isEmpty() ? tr("Sum") : one.name, value ? words(*value) : tr("not known"), i == series);
    }
    if (left > 0)
        lines << tr("and %n more", nullptr, left);
    if (m_data.summed && m_data.series.size() > 1)
        add(tr("Sum"), words(sum), false);
    if (bucket < m_data.before.size())
        add(m_data.beforeName, words(m_data.before.at(bucket)), false);
    return lines.join(u'\n');
}

void SeriesChart::hover(const QPoint &at)
{
    const QPointF scene = m_view->mapToScene(at);
    const int bucket = m_plot->bucketAt(scene);
    const int series = m_plot->seriesAt(scene, bucket);
    const bool elsewhere = m_plot->setHovered(series, bucket);
    m_view->viewport()->setCursor(m_clickable && bucket >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (bucket < 0)
        return hideTip();
    m_tip = {.at = at, .series = series, .bucket = bucket};
    if (elsewhere && !m_tipTimer.isActive())
        m_tipTimer.start();
}

void SeriesChart::showTip()
{
    QToolTip::showText(m_view->viewport()->mapToGlobal(m_tip.at), toolTipOf(m_tip.series, m_tip.bucket), m_view);
}

void SeriesChart::hideTip()
{
    m_tipTimer.stop();
    QToolTip::hideText();
}

bool SeriesChart::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        hover(static_cast<QMouseEvent *>(event)->pos());
        break;
    case QEvent::Leave:
        m_plot->setHovered(-1, -1);
        hideTip();
        break;
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPointF scene = m_view->mapToScene(mouse->pos());
        const int bucket = m_plot->bucketAt(scene);
        if (m_clickable && mouse->button() == Qt::LeftButton && bucket >= 0)
            emit activated(m_plot->seriesAt(scene, bucket), bucket);
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SeriesChart::render(QPainter &painter, const QRectF &target)
{
    const double scale = target.width() / std::max(1, width());
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    m_plot->setKept(false); // vectors for vectors
    if (!m_legend->isHidden())
        m_legend->render(&painter, m_legend->pos(), {}, DrawChildren);
    const QRectF plot(m_view->geometry());
    m_view->scene()->render(&painter, plot, m_chart->geometry(), Qt::IgnoreAspectRatio);
    m_plot->setKept(true);
    painter.restore();
}
