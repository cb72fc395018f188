// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"

#include <QGraphicsObject>
#include <QPixmap>

class QChart;
class PlotHover;

/// Draws all series of a chart in one go over the plot area of a QChart: thousands of bars cost one item instead of one
/// each, and unknown values are gaps. What it has drawn is kept; what the pointer changes lies on an item above it.
class PlotItem : public QGraphicsObject
{
    Q_OBJECT
public:
    PlotItem(const Theme &theme, QChart &chart);

    void setData(const ChartData *data, double top); ///< lives as long as the item, or until the next call
    bool setHovered(int series, int bucket); ///< -1: none; whether it was another one

    void setKept(bool kept) { m_keeps = kept; } ///< false: drawn anew each time, for print

    int bucketAt(const QPointF &scene) const; ///< -1: none
    int seriesAt(const QPointF &scene, int bucket) const; ///< -1: none
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    friend class PlotHover;
    void draw(QPainter &painter) const;
    void redraw(); ///< what was kept is old
    double xOf(double bucket) const;
    double yOf(double value) const;
    double barWidth() const;
    void paintBars(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintSum(QPainter &painter) const;
    void paintArea(QPainter &painter, const ChartSeries &series) const;
    void paintLine(QPainter &painter, const ChartSeries &series, double width) const;
    QRectF barOf(int series, int bucket) const; ///< empty: none
    void paintHovered(QPainter &painter) const;
    void paintBefore(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    const Theme &m_theme;
    QChart &m_chart;
    PlotHover *m_hover;
    const ChartData *m_data = nullptr;
    double m_top = 1;
    QPixmap m_kept; // null: to be drawn
    bool m_keeps = true;
    int m_series = -1;
    int m_bucket = -1;
};
