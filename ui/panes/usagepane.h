// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/userdirectory.h"
#include "models/items/usagetablemodel.h"
#include "ui/charts/chartpicture.h"
#include "ui/charts/usagechartdata.h"
#include "ui/panes/usageview.h"
#include "ui/widgets/pane.h"

class EmptyState;
class ErrorBanner;
class ExportBar;
class FilterBar;
class QBoxLayout;
class QSplitter;
class QStackedLayout;
class QToolButton;
class SeriesChart;
class Skeleton;
class StatTile;
class ThemedLabel;
class UsageControls;
class UsageTable;

/// What the platform consumed: a chart and its figures, by day, tenant, user or provider; each leads to what it
/// consists of.
class UsagePane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;
    using Today = std::function<QDate()>; ///< the UTC day

    /// All of them outlive it. `users`: where quotas come from.
    UsagePane(const Context &context, UsageSource &usage, UserDirectory &users, Today today, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }
    bool focusSearch() override;
    void clearSelection() override;
    void showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &names) override;

    const UsageView &view() const { return m_view; }
    void setView(const UsageView &view); ///< and remembers the one before for goBack()
    void goBack();
    void exportCsv(const QString &path);
    void exportPicture(const QString &path); ///< PDF or PNG by its ending

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    QLayout *buildHead();
    void addCommands();
    StatTile *addTile(const QString &name, const QString &label);
    void load();
    void loadQuota();
    void taken(const Result<UsageReport> &answer, bool before);
    void showReport();
    void showTiles();
    void showFigure(UsageMeasure measure);
    void showForecast();
    void showQuota();
    void redraw();
    void updateState();
    void updateActions();
    void apply(const UsageView &view);
    void drillRow(int row);
    void drillChart(int series, int bucket);
    void openBehind(int row);
    void askPath(const QString &suffix);
    QString periodInWords() const;
    QString drawnInWords() const; ///< the period, and that weeks are drawn
    ChartCaption caption() const;

    Context m_context;
    UsageSource &m_usage;
    UserDirectory &m_users;
    Today m_today;
    UsageView m_view;
    QList<UsageView> m_history;
    std::optional<UsageReport> m_report;
    UsageQuery m_reportOf; // what it answers
    std::optional<UsageReport> m_before;
    std::optional<QuotaUse> m_quota;
    QString m_quotaOf; // the user it is of
    UsageDrawn m_drawn;
    int m_generation = 0;
    int m_pending = 0;
    bool m_failed = false; // of this generation, and not only what it is compared with
    QDateTime m_loadedAt;

    UsageTableModel m_rows;
    ThemedLabel *m_period;
    UsageControls *m_controls;
    QToolButton *m_exportButton;
    QToolButton *m_back;
    FilterBar *m_filters;
    ErrorBanner *m_error;
    ExportBar *m_exportBar;
    QMap<QString, StatTile *> m_tiles;
    QList<StatTile *> m_tileOrder;
    QBoxLayout *m_tileRow;
    SeriesChart *m_chart;
    UsageTable *m_table;
    QSplitter *m_splitter;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    Skeleton *m_skeleton;
    QAction *m_drillAction = nullptr;
    QAction *m_backAction = nullptr;
    QAction *m_openAction = nullptr;
    QList<QAction *> m_exportActions;
};
