// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartdata.h"

#include <QWidget>

/// The names of a chart's series with their inks, in as many lines as they need. In the order of the chart.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);

    void setData(const ChartData &chart);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {Space::S4 * 8, heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Entry {
        QString name;
        SeriesInk ink;
        enum class Kind { Series, Sum, Before } kind = Kind::Series;
    };
    int arrange(int width, QList<QRect> *places) const; ///< the height
    QString shown(const Entry &entry) const;

    const Theme &m_theme;
    QList<Entry> m_entries;
    ChartStyle m_style = ChartStyle::Lines;
};
