// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotitem.h"

#include <QChart>

#include <algorithm>
#include <cmath>

namespace
{
constexpr double WidestBar = 44;
constexpr double NearLine = 14; // pixels
}

/// What the pointer changes.
class PlotHover : public QGraphicsItem
{
public:
    explicit PlotHover(PlotItem &plot)
        : QGraphicsItem(&plot)
        , m_plot(plot)
    {
        setAcceptedMouseButtons(Qt::NoButton);
    }
    void areaChanges() { prepareGeometryChange(); }
    QRectF boundingRect() const override { return m_plot.boundingRect(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        m_plot.paintHovered(*painter);
    }

private:
    PlotItem &m_plot;
};

PlotItem::PlotItem(const Theme &theme, QChart &chart)
    : QGraphicsObject(&chart)
    , m_theme(theme)
    , m_chart(chart)
    , m_hover(new PlotHover(*this))
{
    setZValue(5); // over the grid lines
    setAcceptedMouseButtons(Qt::NoButton);
    connect(&chart, &QChart::plotAreaChanged, this, [this] {
        prepareGeometryChange();
        m_hover->areaChanges();
        redraw();
    });
    connect(&theme, &Theme::changed, this, &PlotItem::redraw);
}

void PlotItem::setData(const ChartData *data, double top)
{
    m_data = data;
    m_top = top;
    m_series = m_bucket = -1;
    redraw();
}

bool PlotItem::setHovered(int series, int bucket)
{
    if (m_series == series && m_bucket == bucket)
        return false;
    m_series = series;
    m_bucket = bucket;
    m_hover->update();
    return true;
}

void PlotItem::redraw()
{
    m_kept = {};
    update();
}

QRectF PlotItem::boundingRect() const { return m_chart.plotArea().adjusted(-4, -4, 4, 4); }

double PlotItem::xOf(double bucket) const
{
    const QRectF area = m_chart.plotArea();
    return area.left() + (bucket + 0.5) / double(std::max<qsizetype>(1, m_data->buckets.size())) * area.width();
}

double PlotItem::yOf(double value) const
{
    const QRectF area = m_chart.plotArea();
    return area.bottom() - value / m_top * area.height();
}

double PlotItem::barWidth() const
{
    const double room = m_chart.plotArea().width() / double(std::max<qsizetype>(1, m_data->buckets.size()));
    return std::min(WidestBar, room > 4 ? room * 0.72 : room);
}

int PlotItem::bucketAt(const QPointF &scene) const
{
    const QRectF area = m_chart.plotArea();
    const QPointF at = mapFromScene(scene);
    if (!m_data || m_data->buckets.isEmpty() || !area.adjusted(0, 0, 1, 1).contains(at))
        return -1;
    const auto count = int(m_data->buckets.size());
    return std::clamp(int((at.x() - area.left()) / area.width() * count), 0, count - 1);
}

int PlotItem::seriesAt(const QPointF &scene, int bucket) const
{
    if (!m_data || bucket < 0)
        return -1;
    const double y = mapFromScene(scene).y();
    double sum = 0;
    double nearest = NearLine;
    int found = -1;
    for (int i = 0; i < m_data->series.size(); ++i) {
        const auto value = m_data->series.at(i).values.value(bucket);
        if (!value)
            continue;
        if (m_data->style == ChartStyle::Bars) {
            sum += *value;
            if (*value > 0 && y >= yOf(sum))
                return i;
        } else if (std::abs(yOf(*value) - y) < nearest) {
            nearest = std::abs(yOf(*value) - y);
            found = i;
        }
    }
    return found;
}

void PlotItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_data || m_data->buckets.isEmpty())
        return;
    const double scale = painter->device()->devicePixelRatioF();
    const QRectF place = boundingRect();
    if (!m_keeps)
        return draw(*painter);
    if (m_kept.isNull() || m_kept.devicePixelRatio() != scale) {
        m_kept = QPixmap((place.size() * scale).toSize());
        m_kept.setDevicePixelRatio(scale);
        m_kept.fill(Qt::transparent);
        QPainter inner(&m_kept);
        inner.translate(-place.topLeft());
        draw(inner);
    }
    painter->drawPixmap(place.topLeft(), m_kept);
}

void PlotItem::draw(QPainter &painter) const
{
    painter.save();
    if (m_data->style == ChartStyle::Bars)
        paintBars(painter);
    else
        paintLines(painter);
    paintBefore(painter);
    paintMarks(painter);
    painter.restore();
}

void PlotItem::paintBars(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false); // edges on whole pixels
    const double width = barWidth();
    const bool separate = width > 6;
    for (int bucket = 0; bucket < m_data->buckets.size(); ++bucket) {
        double sum = 0;
        const double left = xOf(bucket) - width / 2;
        for (int i = 0; i < m_data->series.size(); ++i) {
            const ChartSeries &series = m_data->series.at(i);
            const double value = series.values.value(bucket).value_or(0);
            if (value <= 0)
                continue;
            QRectF bar(QPointF(left, yOf(sum + value)), QPointF(left + width, yOf(sum)));
            sum += value;
            if (separate && bar.height() > 3)
                bar.setTop(bar.top() + 1); // a hair between neighbours
            series.ink.fill(painter, bar, m_theme.colours());
        }
    }
}

void PlotItem::paintLines(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_data->sumName.isEmpty())
        paintSum(painter);
    for (qsizetype i = m_data->series.size() - 1; i >= 0; --i) { // the first on top
        if (m_data->filled)
            paintArea(painter, m_data->series.at(i));
        paintLine(painter, m_data->series.at(i), 2);
    }
}

void PlotItem::paintLine(QPainter &painter, const ChartSeries &series, double width) const
{
    painter.setPen(series.ink.pen(m_theme.colours(), width));
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() > 1) {
            painter.drawPolyline(run);
        } else if (run.size() == 1) { // alone between two gaps
            painter.save();
            painter.setPen(Qt::NoPen);
            painter.setBrush(series.ink.colour(m_theme.colours()));
            painter.drawEllipse(run.first(), 2.5, 2.5);
            painter.restore();
        }
        run.clear();
    };
    for (int bucket = 0; bucket < m_data->buckets.size(); ++bucket) {
        if (const auto value = series.values.value(bucket))
            run.append({xOf(bucket), yOf(*value)});
        else
            flush();
    }
    flush();
}

void PlotItem::paintSum(QPainter &painter) const
{
    QPolygonF line;
    for (int bucket = 0; bucket < m_data->buckets.size(); ++bucket)
        line.append({xOf(bucket), yOf(m_data->sumOf(bucket))});
    painter.setPen(QPen(m_theme.colours().muted, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

// Of what has no gaps.
void PlotItem::paintArea(QPainter &painter, const ChartSeries &series) const
{
    QPolygonF area{QPointF(xOf(0), yOf(0))};
    for (int bucket = 0; bucket < m_data->buckets.size(); ++bucket)
        area.append({xOf(bucket), yOf(series.values.value(bucket).value_or(0))});
    area.append({area.constLast().x(), yOf(0)});
    QColor tint = series.ink.colour(m_theme.colours());
    tint.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
}

QRectF PlotItem::barOf(int series, int bucket) const
{
    double sum = 0;
    for (int i = 0; i < series; ++i)
        sum += m_data->series.at(i).values.value(bucket).value_or(0);
    const double value = m_data->series.at(series).values.value(bucket).value_or(0);
    const double left = xOf(bucket) - barWidth() / 2;
    return {QPointF(left, yOf(sum + value)), QPointF(left + barWidth(), yOf(sum))};
}

void PlotItem::paintHovered(QPainter &painter) const
{
    if (!m_data || m_bucket < 0 || m_bucket >= m_data->buckets.size())
        return;
    const Colours &c = m_theme.colours();
    const QRectF area = m_chart.plotArea();
    const double width = std::max(1.0, area.width() / double(m_data->buckets.size()));
    QColor shade = c.muted;
    shade.setAlphaF(0.12F);
    painter.fillRect(QRectF(xOf(m_bucket) - width / 2, area.top(), width, area.height()), shade);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_data->style == ChartStyle::Bars) {
        if (m_series < 0)
            return;
        painter.setPen(QPen(c.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        return painter.drawRect(barOf(m_series, m_bucket).adjusted(-1, 0, 1, 0));
    }
    if (m_series >= 0)
        paintLine(painter, m_data->series.at(m_series), 3.5);
    for (const ChartSeries &series : m_data->series) {
        const auto value = series.values.value(m_bucket);
        if (!value)
            continue;
        painter.setPen(QPen(c.surface, 1.5));
        painter.setBrush(series.ink.colour(c));
        painter.drawEllipse(QPointF(xOf(m_bucket), yOf(*value)), 4, 4);
    }
}

void PlotItem::paintBefore(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colours().muted, 1.5, Qt::DashLine));
    QPolygonF line;
    for (int bucket = 0; bucket < std::min(m_data->before.size(), m_data->buckets.size()); ++bucket)
        line.append({xOf(bucket), yOf(m_data->before.at(bucket))});
    if (line.size() > 1)
        painter.drawPolyline(line);
    else if (line.size() == 1)
        painter.drawLine(line.first() - QPointF(WidestBar, 0), line.first() + QPointF(WidestBar, 0));
}

void PlotItem::paintMarks(QPainter &painter) const
{
    const QRectF area = m_chart.plotArea();
    painter.setFont(m_theme.font(TextStyle::Small));
    for (const ChartMark &mark : m_data->marks) {
        const QColor ink = m_theme.colours().of(mark.tone);
        const double y = yOf(mark.value);
        painter.setPen(QPen(ink, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(ink);
        const QRectF words(area.left() + Space::S2, y - painter.fontMetrics().height() - 1,
                           area.width() - 2 * Space::S2, painter.fontMetrics().height());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, mark.text);
    }
}
