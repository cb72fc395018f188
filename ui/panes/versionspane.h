// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "models/items/pagedtablemodel.h"
#include "ui/charts/chartdata.h"
#include "ui/widgets/pane.h"

#include <functional>

class EmptyState;
class ErrorBanner;
class LatencyBars;
class QComboBox;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QTableWidget;
class QTabWidget;
class RowTable;
class SeriesChart;
class Skeleton;
class StatTile;
class ThemedLabel;
class VersionTimeline;

QList<Column<VersionCaller>> versionCallerColumns();
QString idOf(const VersionCaller &caller);

/// The versions of the API: their lives, how much each is used, how well it answers, and who still calls an old one.
class VersionsPane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All outlive it. `now`: UTC.
    VersionsPane(const Context &context, VersionRegistry &registry, PagedTableModel<VersionCaller> &callers,
                 std::function<QDateTime()> now, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }
    void clearSelection() override;
    /// "days": the period, one of those that are offered.
    void showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &filterNames) override;
    void showVersion(const QString &version); ///< who calls it, and which routes

private:
    struct Chart {
        SeriesChart *widget;
        ChartStyle style;
        std::function<std::optional<double>(const VersionDay &)> value;
        std::function<QString(double)> inWords;
        bool whole;
    };

    // versionspane.cpp
    void load();
    void settle();
    void takeLives(const Result<Tagged<QList<ApiVersion>>> &answer);
    void takeReport(const Result<VersionReport> &answer);
    void showAll();
    void showTiles();
    void showCharts();
    void showComparison();
    void showRoutes();
    void askCallers();
    void updateActions();
    void edit();
    void notifyCallers();
    void openCaller();
    const VersionTraffic *traffic(const QString &version) const;
    QString latencyInWords(std::optional<double> ms) const;

    // versionspanelayout.cpp
    void addCommands();
    void buildLayout();
    QLayout *buildHead();
    QLayout *buildCharts();
    QWidget *buildDrill();
    StatTile *addTile(QLayout &row, const QString &name, const QString &label);
    SeriesChart *addChart(const QString &name, ChartStyle style,
                          std::function<std::optional<double>(const VersionDay &)> value,
                          std::function<QString(double)> inWords, bool whole);

    Context m_context;
    VersionRegistry &m_registry;
    PagedTableModel<VersionCaller> &m_callers;
    std::function<QDateTime()> m_now;
    QList<ApiVersion> m_lives;
    std::optional<VersionReport> m_report;
    std::optional<Error> m_failure;
    QString m_chosen; ///< the version whose callers are shown
    QDateTime m_loadedAt;
    int m_pending = 0; ///< answers under way
    int m_days = 0; ///< that the answers are about

    ErrorBanner *m_error;
    ErrorBanner *m_callersError;
    QComboBox *m_period;
    QPushButton *m_editButton;
    QPushButton *m_notifyButton;
    StatTile *m_migration = nullptr;
    StatTile *m_requests = nullptr;
    StatTile *m_callerCount = nullptr;
    StatTile *m_errors = nullptr;
    VersionTimeline *m_timeline;
    QList<Chart> m_charts;
    LatencyBars *m_latency;
    QTableWidget *m_comparison = nullptr;
    QWidget *m_drill = nullptr;
    ThemedLabel *m_drillTitle;
    QTabWidget *m_tabs;
    RowTable *m_callerTable;
    EmptyState *m_noCallers;
    QStackedLayout *m_callerStack;
    QPushButton *m_openCaller;
    QTableWidget *m_routes = nullptr;
    Skeleton *m_skeleton;
    QScrollArea *m_scroll;
    QStackedLayout *m_stack;
    QAction *m_editAction = nullptr;
    QAction *m_notifyAction = nullptr;
    QAction *m_openAction = nullptr;
};
