// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"

#include <QTimer>
#include <QWidget>

class ChartLegend;
class PlotItem;
class QCategoryAxis;
class QChart;
class QChartView;
class QLineSeries;

/// Series over buckets of time as stacked bars or lines, with a legend, marks and exact figures in tool tips; follows
/// the theme. Time runs to the right in every language. The same figures belong into a table beside it, which is what
/// the keyboard reaches.
class SeriesChart : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesChart(const Theme &theme, QWidget *parent = nullptr);

    void setData(ChartData chart);
    const ChartData &shownData() const { return m_data; }
    void setClickable(bool clickable); ///< the pointer says so
    /// Legend and plot into a rectangle, for pictures and print.
    void render(QPainter &painter, const QRectF &target);
    QString toolTipOf(int series, int bucket) const; ///< a line for each series
    QList<qsizetype> labelled(qsizetype every) const; ///< the buckets with a label, so many apart at least
    QSize sizeHint() const override { return {Space::S4 * 40, Space::S4 * 14}; }

signals:
    void activated(int series, int bucket); ///< series -1: the bucket as a whole

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rescale();
    void labelBuckets();
    void restyle();
    void hover(const QPoint &at);
    void showTip();
    void hideTip();

    const Theme &m_theme;
    ChartData m_data;
    ChartLegend *m_legend;
    QChart *m_chart;
    QLineSeries *m_frame; // gives the axes something to belong to
    QCategoryAxis *m_bottom = nullptr;
    QCategoryAxis *m_left = nullptr;
    PlotItem *m_plot;
    QChartView *m_view;
    qsizetype m_every = 0; // buckets between two labels
    bool m_clickable = false;
    struct Tip {
        QPoint at; // in the viewport
        int series = -1;
        int bucket = -1;
    } m_tip;
    QTimer m_tipTimer; // laying a tip out costs more than a frame of the chart
};
