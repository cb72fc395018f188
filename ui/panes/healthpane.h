// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/performancereport.h"
#include "models/domain/valuesource.h"
#include "ui/charts/chartdata.h"
#include "ui/widgets/pane.h"

class ErrorBanner;
class Gauge;
class QGridLayout;
class QStackedLayout;
class QTableWidget;
class QVBoxLayout;
class SeriesChart;
class Skeleton;
class TagLabel;
class ThemedLabel;

/// How the server does: its score with what it costs, gauges, the database, and lines that grow with each reading
/// while the console runs.
class HealthPane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;
    static constexpr int MostSamples = 240; ///< two hours at one each 30 s

    /// Both outlive it.
    HealthPane(const Context &context, ValueSource<PerformanceReport> &performance, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }

private:
    using Figure = std::function<std::optional<double>(const PerformanceReport &)>;
    struct Line {
        QString name;
        Figure value;
    };
    struct Chart {
        SeriesChart *widget;
        ThemedLabel *unknown;
        QList<Line> lines;
        QString unit; ///< "%1 ms", for the axis; empty: none
        std::function<QString(double)> inWords;
        std::optional<double> least;
    };

    void buildLayout();
    QLayout *buildTop();
    QLayout *buildCharts();
    void addChart(QGridLayout &grid, const QString &name, const QString &title, QList<Line> lines, const QString &unit,
                  std::function<QString(double)> inWords, std::optional<double> least);
    void taken(const PerformanceReport &report);
    void showScore(const PerformanceReport &report);
    void showGauges(const PerformanceReport &report);
    void showFigures(const PerformanceReport &report);
    void showTables(const PerformanceReport &report);
    void showCharts();
    void addFigure(const QString &name, const QString &figure);
    QString statusInWords(const QString &status) const;

    Context m_context;
    ValueSource<PerformanceReport> &m_performance;
    QList<PerformanceReport> m_samples;
    QDateTime m_loadedAt;
    bool m_loading = false;

    ErrorBanner *m_error;
    Gauge *m_score;
    TagLabel *m_status;
    QVBoxLayout *m_issues;
    Gauge *m_pageCache;
    Gauge *m_indexCache;
    Gauge *m_memory;
    Gauge *m_cpu;
    QGridLayout *m_figures;
    QList<Chart> m_charts;
    QTableWidget *m_tables;
    Skeleton *m_skeleton;
    QStackedLayout *m_stack;
};
