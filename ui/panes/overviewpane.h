// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/health.h"
#include "models/domain/overview.h"
#include "models/domain/valuesource.h"
#include "ui/widgets/pane.h"

class DayChart;
class EmptyState;
class ErrorBanner;
class QGridLayout;
class QStackedLayout;
class QVBoxLayout;
class Skeleton;
class StatTile;

/// The platform at a glance; each figure with rows behind it opens them.
class OverviewPane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All of them outlive it.
    OverviewPane(const Context &context, ValueSource<Overview> &overview, ValueSource<Health> &health,
                 QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tile {
        StatTile *widget;
        QString pane; ///< that it opens; empty: none
        QMap<QString, QString> filters;
    };

    void buildLayout();
    StatTile *addTile(const QString &name, const QString &label, const QString &pane = {},
                      const QMap<QString, QString> &filters = {}, const QString &explanation = {});
    void arrangeTiles();
    void showOverview(const Overview &overview);
    void showHealth(const Health &health);
    void showTiers(const Overview &overview);
    void failed(const Error &error);
    void setCount(const QString &name, const std::optional<qint64> &count, const QString &note = {},
                  Tone tone = Tone::Neutral);
    QString serviceInWords(const QString &state) const;

    Context m_context;
    ValueSource<Overview> &m_overview;
    ValueSource<Health> &m_health;
    QMap<QString, Tile> m_tiles;
    QStringList m_order;
    QGridLayout *m_grid;
    ErrorBanner *m_error;
    DayChart *m_chart;
    EmptyState *m_noChart;
    QStackedLayout *m_chartStack;
    QVBoxLayout *m_tiers;
    QVBoxLayout *m_healthRows;
    QStackedLayout *m_stack;
    QWidget *m_page;
    Skeleton *m_skeleton;
    QDateTime m_loadedAt;
    int m_columns = 0;
    bool m_loading = false;
};
