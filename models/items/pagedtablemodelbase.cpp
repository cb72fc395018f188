// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pagedtablemodelbase.h"

#include "models/items/displayformat.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace
{
constexpr int WantedPages = 4; // more than a screen shows; older wishes were scrolled past
}

PagedTableModelBase::PagedTableModelBase(QList<ColumnInfo> columns, const DisplayFormat &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_format(format)
{
    m_query.limit = PageSize;
    m_wish.setSingleShot(true);
    m_wish.setInterval(0ms);
    connect(&m_wish, &QTimer::timeout, this, &PagedTableModelBase::pump);
    connect(&format, &DisplayFormat::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
    });
}

int PagedTableModelBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_pages.isEmpty() ? 0 : m_pages.last().firstRow + m_pages.last().count;
}

int PagedTableModelBase::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant PagedTableModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ColumnInfo &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.explanation.isEmpty() ? column.title : column.explanation;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure(column.format) ? Qt::AlignTrailing : Qt::AlignLeading));
    default:
        return {};
    }
}

QVariant PagedTableModelBase::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ColumnInfo &column = m_columns.at(index.column());
    const int page = pageOf(index.row());
    const int offset = index.row() - m_pages.at(page).firstRow;
    if (role == Qt::DisplayRole || role == ValueRole || role == LoadingRole)
        touch(page);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_format.text(value(page, offset, index.column()), column.format);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value, for screen readers")
            .arg(column.title, m_format.text(value(page, offset, index.column()), column.format));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case ValueRole:
        return value(page, offset, index.column());
    case IdRole:
        return idAt(page, offset);
    case LoadingRole:
        return !isResident(page);
    default:
        return {};
    }
}

int PagedTableModelBase::columnOf(const QString &id) const
{
    const auto at = std::ranges::find(m_columns, id, &ColumnInfo::id);
    return at == m_columns.cend() ? -1 : int(at - m_columns.cbegin());
}

int PagedTableModelBase::pageOf(int row) const
{
    const auto after = std::ranges::upper_bound(m_pages, row, {}, &PageSlot::firstRow);
    return int(after - m_pages.cbegin()) - 1;
}

int PagedTableModelBase::offsetInPage(int row) const { return row - m_pages.at(pageOf(row)).firstRow; }

// A view lays out its model, and so asks for more, even while it is hidden: what nobody opened is not read.
bool PagedTableModelBase::canFetchMore(const QModelIndex &parent) const
{
    return m_asked && !parent.isValid() && !m_atEnd && !m_error && !m_moreWanted && m_fetching != m_pages.size();
}

// Views and QAbstractItemModelTester call this without asking canFetchMore() first.
void PagedTableModelBase::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_moreWanted = true;
    pump();
}

void PagedTableModelBase::sort(int column, Qt::SortOrder order)
{
    const QString key = m_columns.value(column).sortKey;
    if (!key.isEmpty())
        setQuery(m_query.filters, order == Qt::DescendingOrder ? QString(u'-' + key) : key);
}

void PagedTableModelBase::setFilters(const QMap<QString, QString> &filters) { setQuery(filters, m_query.sort); }

void PagedTableModelBase::setQuery(const QMap<QString, QString> &filters, const QString &sort)
{
    const PageQuery before = m_query;
    prepareQuery(filters, sort);
    const bool same = before.filters == m_query.filters && before.sort == m_query.sort;
    if (!same || !(hasLoaded() || isLoading()))
        reload();
}

void PagedTableModelBase::prepareQuery(const QMap<QString, QString> &filters, const QString &sort)
{
    m_query.filters = filters;
    m_query.filters.removeIf([](std::pair<const QString &, QString &> entry) { return entry.second.isEmpty(); });
    m_query.sort = sort;
}

void PagedTableModelBase::reload()
{
    m_asked = true;
    beginResetModel();
    ++m_generation;
    m_pages.clear();
    m_resident.clear();
    m_stale.clear();
    m_wanted.clear();
    m_nextCursor.clear();
    m_error.reset();
    m_total.reset();
    m_atEnd = false;
    m_moreWanted = false;
    dropAll();
    m_fetching = -1;
    endResetModel();
    fetchMore({});
}

void PagedTableModelBase::refresh()
{
    if (rowCount() == 0)
        return reload();
    if (m_error) {
        m_error.reset();
        m_moreWanted = !m_atEnd; // nobody asks again for what failed
    }
    m_stale = m_resident;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); // a view asks again for what it shows
}

void PagedTableModelBase::retry()
{
    if (!m_error)
        return;
    if (rowCount() == 0)
        return reload();
    m_error.reset();
    m_moreWanted = !m_atEnd;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    pump();
}

// A view looks at this page.
void PagedTableModelBase::touch(int page) const
{
    const bool held = m_resident.contains(page);
    if (held && m_resident.last() != page) {
        m_resident.removeOne(page);
        m_resident.append(page);
    }
    if ((held && !m_stale.contains(page)) || m_error || m_fetching == page)
        return;
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > WantedPages)
        m_wanted.removeFirst();
    if (!m_wish.isActive())
        m_wish.start();
}

void PagedTableModelBase::pump()
{
    if (m_fetching >= 0 || m_error)
        return;
    PageQuery query = m_query;
    while (!m_wanted.isEmpty()) {
        const int page = m_wanted.takeLast();
        if (page >= m_pages.size() || (m_resident.contains(page) && !m_stale.contains(page)))
            continue;
        query.cursor = m_pages.at(page).cursor;
        setFetching(page);
        return startFetch(page, query, m_generation);
    }
    if (!std::exchange(m_moreWanted, false) || m_atEnd)
        return;
    query.cursor = m_nextCursor;
    setFetching(int(m_pages.size()));
    startFetch(m_fetching, query, m_generation);
}

void PagedTableModelBase::setFetching(int page)
{
    const bool before = isLoading();
    m_fetching = page;
    if (before != isLoading())
        emit loadingChanged(isLoading());
}

void PagedTableModelBase::arrive(int page, const Arrived &arrived, const std::function<void()> &store)
{
    m_loadedAt = QDateTime::currentDateTimeUtc();
    if (arrived.total)
        m_total = arrived.total;
    if (page == m_pages.size())
        append(arrived, store);
    else
        replace(page, arrived, store);
    setFetching(-1);
    emit loaded();
    pump();
}

void PagedTableModelBase::fail(const Error &error)
{
    m_error = error;
    m_moreWanted = false;
    m_wanted.clear();
    setFetching(-1);
    emit loadFailed(error);
}

void PagedTableModelBase::append(const Arrived &arrived, const std::function<void()> &store)
{
    const int first = rowCount();
    const QString asked = m_nextCursor;
    // A cursor that leads back to itself, or an empty page, would be asked for without end.
    m_atEnd = arrived.next.isEmpty() || arrived.next == asked || arrived.count == 0;
    m_nextCursor = arrived.next;
    if (arrived.count == 0)
        return;
    beginInsertRows({}, first, first + arrived.count - 1);
    m_pages.append({asked, arrived.lastId, first, arrived.count});
    store();
    hold(int(m_pages.size()) - 1);
    endInsertRows();
}

// A page that was away, or is stale, is here again. Rows may have come or gone on the server meanwhile.
void PagedTableModelBase::replace(int page, const Arrived &arrived, const std::function<void()> &store)
{
    const bool sameEnd = arrived.lastId == m_pages.at(page).lastId;
    const bool last = page == m_pages.size() - 1;
    m_stale.removeOne(page);
    if (!sameEnd || last) {
        cutAfter(page); // the pages behind it no longer start where they did
        m_nextCursor = arrived.next;
        m_atEnd = arrived.next.isEmpty();
    }
    const int kept = std::min(arrived.count, m_pages.at(page).count);
    const int first = m_pages.at(page).firstRow;
    if (arrived.count < m_pages.at(page).count)
        resize(page, arrived.count);
    const int grown = arrived.count - m_pages.at(page).count;
    if (grown > 0)
        beginInsertRows({}, first + kept, first + arrived.count - 1);
    store();
    m_pages[page].lastId = arrived.lastId;
    if (grown > 0) {
        m_pages[page].count = arrived.count;
        for (int i = page + 1; i < m_pages.size(); ++i)
            m_pages[i].firstRow += grown;
        endInsertRows();
    }
    hold(page);
    if (kept > 0)
        emit dataChanged(index(first, 0), index(first + kept - 1, columnCount() - 1));
}

void PagedTableModelBase::resize(int page, int count)
{
    const int first = m_pages.at(page).firstRow;
    const int gone = m_pages.at(page).count - count;
    beginRemoveRows({}, first + count, first + m_pages.at(page).count - 1);
    m_pages[page].count = count;
    for (int i = page + 1; i < m_pages.size(); ++i)
        m_pages[i].firstRow -= gone;
    endRemoveRows();
}

void PagedTableModelBase::cutAfter(int page)
{
    const int firstGone = m_pages.at(page).firstRow + m_pages.at(page).count;
    if (page + 1 >= m_pages.size())
        return;
    beginRemoveRows({}, firstGone, rowCount() - 1);
    for (int i = page + 1; i < m_pages.size(); ++i) {
        drop(i);
        m_resident.removeOne(i);
        m_stale.removeOne(i);
    }
    m_pages.resize(page + 1);
    endRemoveRows();
}

void PagedTableModelBase::hold(int page)
{
    m_resident.removeOne(page);
    m_resident.append(page);
    while (m_resident.size() > ResidentPages)
        drop(m_resident.takeFirst());
}

void PagedTableModelBase::rowChanged(int row) { emit dataChanged(index(row, 0), index(row, columnCount() - 1)); }

QString PagedTableModelBase::rowId(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const int page = pageOf(row);
    return idAt(page, row - m_pages.at(page).firstRow);
}

int PagedTableModelBase::rowOf(const QString &id) const
{
    if (id.isEmpty())
        return -1;
    for (const int page : m_resident) {
        for (int i = 0; i < m_pages.at(page).count; ++i) {
            if (idAt(page, i) == id)
                return m_pages.at(page).firstRow + i;
        }
    }
    return -1;
}

int PagedTableModelBase::residentRows() const
{
    int rows = 0;
    for (const int page : m_resident)
        rows += m_pages.at(page).count;
    return rows;
}
