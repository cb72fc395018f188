// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usageanalysis.h"

#include <QAbstractTableModel>

class DisplayFormat;

/// The figures of a usage report as a table: a row for each day or key, under a row that sums them all. Sorted here:
/// the whole report is held. GUI thread.
class UsageTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Share, Cost, Tokens, Minutes, Calls, Before, Change, ColumnCount };
    enum Role {
        SeriesRole = Qt::UserRole, ///< its place in the chart; -1: none
        RestRole, ///< what the other rows leave over
        TotalRole, ///< the row that sums
        KeyRole
    };

    explicit UsageTableModel(const DisplayFormat &format, QObject *parent = nullptr);

    /// `series`: the keys in the order of the chart. `before`: the period before, if it is compared.
    void setReport(const UsageReport &report, UsageMeasure measure, const QStringList &series,
                   const std::optional<UsageReport> &before);
    void clear();
    bool comparesWithBefore() const { return m_compares; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    QString keyAt(int row) const; ///< empty: the sum, or no such row
    QString nameAt(int row) const;
    QDate dateAt(int row) const; ///< null unless grouped by day
    QString measureName(UsageMeasure measure) const; ///< translated

private:
    struct Row {
        QString key;
        QString name;
        QDate date = {};
        UsageFigures figures = {};
        std::optional<UsageFigures> before = {};
    };
    QList<Row> rowsOf(const UsageReport &report) const;
    QString text(const Row &row, int column) const;
    double sortValue(const Row &row, int column) const;
    QString figure(const UsageFigures &figures, UsageMeasure measure) const;

    const DisplayFormat &m_format;
    UsageMeasure m_measure = UsageMeasure::Cost;
    UsageGroup m_group = UsageGroup::Day;
    QStringList m_series;
    QList<Row> m_rows; ///< without the sum
    Row m_total;
    bool m_compares = false;
    int m_sortColumn = -1; ///< -1: as it comes
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};
