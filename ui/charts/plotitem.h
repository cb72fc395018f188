// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"

#include <QGraphicsObject>

class QChart;

/// Draws all series of a chart in one go over the plot area of a QChart: thousands of bars cost one item instead of one
/// each, and unknown values are gaps.
class PlotItem : public QGraphicsObject
{
    Q_OBJECT
public:
    PlotItem(const Theme &theme, QChart &chart);

    void setData(const ChartData *data, double top); ///< lives as long as the item, or until the next call
    void setHovered(int series, int bucket); ///< -1: none

    int bucketAt(const QPointF &scene) const; ///< -1: none
    int seriesAt(const QPointF &scene, int bucket) const; ///< -1: none
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    double xOf(double bucket) const;
    double yOf(double value) const;
    double barWidth() const;
    void paintBars(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintLine(QPainter &painter, const ChartSeries &series) const;
    void paintBefore(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    const Theme &m_theme;
    QChart &m_chart;
    const ChartData *m_data = nullptr;
    double m_top = 1;
    int m_series = -1;
    int m_bucket = -1;
};
