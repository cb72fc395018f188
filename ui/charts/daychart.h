// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/overview.h"
#include "ui/support/context.h"

#include <QWidget>

class QAreaSeries;
class QChart;
class QChartView;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

/// One number a day as a quiet line over a tinted area; follows the theme. Has no box, and gridlines only across.
class DayChart : public QWidget
{
    Q_OBJECT
public:
    DayChart(const Context &context, const QString &title, QWidget *parent = nullptr);

    void setDays(const QList<DayCount> &days); ///< oldest first

private:
    void restyle();
    void showPoint(const QPointF &point, bool entered);

    Context m_context;
    QString m_title;
    QLineSeries *m_line;
    QLineSeries *m_ground;
    QAreaSeries *m_area;
    QChart *m_chart;
    QDateTimeAxis *m_days;
    QValueAxis *m_counts;
    QChartView *m_view;
};
