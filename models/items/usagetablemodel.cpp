// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/usagetablemodel.h"

#include "models/items/displayformat.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

UsageTableModel::UsageTableModel(const DisplayFormat &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{
}

void UsageTableModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_total = {};
    endResetModel();
}

QList<UsageTableModel::Row> UsageTableModel::rowsOf(const UsageReport &report) const
{
    QList<Row> rows;
    if (report.group == UsageGroup::Day) {
        const QList<UsageFigures> days = byDay(report);
        for (qsizetype i = days.size() - 1; i >= 0; --i) { // the newest first
            const QDate date = report.from.addDays(i);
            rows.append({.key = date.toString(Qt::ISODate),
                         .name = m_format.locale().toString(date, QLocale::ShortFormat),
                         .date = date,
                         .figures = days.at(i)});
        }
        return rows;
    }
    QHash<QString, qsizetype> places;
    for (const UsageRow &row : report.rows) {
        auto place = places.constFind(row.key);
        if (place == places.cend()) {
            place = places.insert(row.key, rows.size());
            const bool rest = row.key == OtherUsageKey;
            rows.append({.key = row.key, .name = rest ? tr("All others") : row.label.isEmpty() ? row.key : row.label});
        }
        rows[*place].figures += row.figures;
    }
    return rows;
}

void UsageTableModel::setReport(const UsageReport &report, UsageMeasure measure, const QStringList &series,
                                const std::optional<UsageReport> &before)
{
    beginResetModel();
    m_measure = measure;
    m_group = report.group;
    m_series = series;
    m_compares = before.has_value();
    m_rows = rowsOf(report);
    m_total = {.key = {}, .name = tr("Sum"), .figures = report.totals};
    if (before) {
        m_total.before = before->totals;
        const QList<Row> earlier = rowsOf(*before);
        if (report.group == UsageGroup::Day) { // the first day with the first, and so on
            for (qsizetype i = 0; i < m_rows.size(); ++i) {
                const qsizetype fromStart = m_rows.size() - 1 - i;
                if (fromStart < earlier.size())
                    m_rows[i].before = earlier.at(earlier.size() - 1 - fromStart).figures;
            }
        } else {
            for (Row &row : m_rows) {
                const auto at = std::ranges::find(earlier, row.key, &Row::key);
                row.before = at == earlier.end() ? UsageFigures() : at->figures;
            }
        }
    }
    if (m_sortColumn >= 0)
        sort(m_sortColumn, m_sortOrder);
    else if (m_group != UsageGroup::Day)
        std::ranges::stable_sort(m_rows, [this](const Row &a, const Row &b) {
            const bool aLast = a.key == OtherUsageKey;
            const bool bLast = b.key == OtherUsageKey;
            return aLast != bLast ? bLast : a.figures.of(m_measure) > b.figures.of(m_measure);
        });
    endResetModel();
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.isEmpty() ? 0 : int(m_rows.size()) + 1;
}

int UsageTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString UsageTableModel::measureName(UsageMeasure measure) const
{
    switch (measure) {
    case UsageMeasure::Cost:
        return tr("Cost");
    case UsageMeasure::Tokens:
        return tr("Tokens");
    case UsageMeasure::Minutes:
        return tr("Minutes");
    case UsageMeasure::Calls:
        return tr("Calls");
    }
    return {};
}

QString UsageTableModel::figure(const UsageFigures &figures, UsageMeasure measure) const
{
    switch (measure) {
    case UsageMeasure::Cost:
        return m_format.money(figures.cost);
    case UsageMeasure::Tokens:
        return m_format.integer(figures.tokens);
    case UsageMeasure::Minutes:
        return m_format.minutes(figures.minutes(), m_total.figures.minutes());
    case UsageMeasure::Calls:
        return m_format.integer(figures.calls);
    }
    return {};
}

QString UsageTableModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Share: {
        const double all = m_total.figures.of(m_measure);
        return all > 0 ? m_format.percent(row.figures.of(m_measure) / all) : QString();
    }
    case Cost:
        return figure(row.figures, UsageMeasure::Cost);
    case Tokens:
        return figure(row.figures, UsageMeasure::Tokens);
    case Minutes:
        return figure(row.figures, UsageMeasure::Minutes);
    case Calls:
        return figure(row.figures, UsageMeasure::Calls);
    case Before:
        return row.before ? figure(*row.before, m_measure) : QString();
    case Change: {
        if (!row.before)
            return {};
        const auto change = changeOf(row.figures.of(m_measure), row.before->of(m_measure));
        if (!change)
            return row.figures.of(m_measure) > 0 ? tr("new", "there was nothing before") : QString();
        return m_format.change(*change);
    }
    default:
        return {};
    }
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool total = index.row() == 0;
    const Row &row = total ? m_total : m_rows.at(index.row() - 1);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.date.isValid() && index.column() == Name ? m_format.locale().toString(row.date, QLocale::LongFormat)
                                                            : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    case SeriesRole:
        return total ? -1 : int(m_series.indexOf(row.key));
    case RestRole:
        return row.key == OtherUsageKey;
    case TotalRole:
        return total;
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Name ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role == Qt::ToolTipRole && section == Share)
        return tr("Of the whole, by what the chart shows");
    if (role == Qt::ToolTipRole && (section == Before || section == Change))
        return tr("The period before, by what the chart shows");
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return m_group == UsageGroup::Day     ? tr("Day (UTC)")
            : m_group == UsageGroup::User     ? tr("User")
            : m_group == UsageGroup::Provider ? tr("Provider")
                                              : tr("Organisation");
    case Share:
        return tr("Share");
    case Cost:
        return measureName(UsageMeasure::Cost);
    case Tokens:
        return measureName(UsageMeasure::Tokens);
    case Minutes:
        return measureName(UsageMeasure::Minutes);
    case Calls:
        return measureName(UsageMeasure::Calls);
    case Before:
        return tr("Before");
    case Change:
        return tr("Change");
    default:
        return {};
    }
}

double UsageTableModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Cost:
        return double(row.figures.cost.nanos());
    case Tokens:
        return double(row.figures.tokens);
    case Minutes:
        return double(row.figures.microMinutes);
    case Calls:
        return double(row.figures.calls);
    case Before:
        return row.before ? row.before->of(m_measure) : 0;
    case Change:
        return row.before ? changeOf(row.figures.of(m_measure), row.before->of(m_measure)).value_or(1e300) : 0;
    default:
        return row.figures.of(m_measure);
    }
}

void UsageTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    if (column < 0)
        return;
    emit layoutAboutToBeChanged();
    const auto less = [this, column](const Row &a, const Row &b) {
        if (column != Name)
            return sortValue(a, column) < sortValue(b, column);
        return a.date.isValid() ? a.date < b.date : a.name.localeAwareCompare(b.name) < 0;
    };
    std::ranges::stable_sort(
        m_rows, [&](const Row &a, const Row &b) { return order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    emit layoutChanged();
}

QString UsageTableModel::keyAt(int row) const
{
    return row > 0 && row <= m_rows.size() ? m_rows.at(row - 1).key : QString();
}

QString UsageTableModel::nameAt(int row) const
{
    return row > 0 && row <= m_rows.size() ? m_rows.at(row - 1).name : QString();
}

QDate UsageTableModel::dateAt(int row) const
{
    return row > 0 && row <= m_rows.size() ? m_rows.at(row - 1).date : QDate();
}
