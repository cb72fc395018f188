// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowtable.h"

#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columnroom.h"

#include <QEvent>
#include <QHeaderView>
#include <QHoverEvent>
#include <QJsonObject>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

RowTable::RowTable(const Theme &theme, const DisplayFormat &format, PagedTableModelBase &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new CellDelegate(theme, format, this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    followRows(); // hears of rows that go before the selection does
    setModel(&model);
    setUpHeader();
    applyRowHeight();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { // other rows come under a still pointer
        if (m_hoveredRow >= 0)
            hoverOver(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &RowTable::showSort);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        measureTags(first, last);
        shiftRows(first, last - first + 1);
        restoreSelection(first, last);
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (from.row() == to.row()) // an edited one; a page that comes back was measured
            measureTags(from.row(), to.row());
        takeChanged(from.row(), to.row());
    });
}

void RowTable::followRows()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        for (const QString &id : std::as_const(m_idOfRow))
            m_lost.insert(id);
        m_idOfRow.clear();
    });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                m_following = true;
                m_idOfRow.removeIf([=, this](QMap<int, QString>::iterator at) {
                    const bool goes = at.key() >= first && at.key() <= last;
                    if (goes)
                        m_lost.insert(at.value()); // it may only have moved
                    return goes;
                });
            });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        shiftRows(last + 1, first - last - 1);
        m_following = false;
    });
    connect(&m_model, &PagedTableModelBase::loaded, this, [this] {
        if (!std::exchange(m_followed, false))
            return;
        if (m_model.isAtEnd())
            m_lost.clear(); // they are gone
        emit selectedIdsChanged();
    });
}

void RowTable::setUpHeader()
{
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setTextElideMode(Qt::ElideRight);
    header->setAccessibleName(tr("Column headers"));
    header->setMinimumSectionSize(Space::S12);
    for (const ColumnInfo &column : m_model.columns())
        m_wanted << column.visible;
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RowTable::takeSort);
    connect(header, &QHeaderView::sectionMoved, this, &RowTable::layoutEdited);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (m_fitting || size == 0)
            return;
        m_handWidths.insert(column, size);
        emit layoutEdited();
    });
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { emit columnsMenuRequested(header->mapToGlobal(at)); });
    showSort();
}

void RowTable::takeSort(int column, Qt::SortOrder order)
{
    if (m_fitting)
        return;
    if (m_model.columns().value(column).sortKey.isEmpty())
        return showSort(); // the server cannot sort by it: the arrow goes back
    m_model.sort(column, order);
    emit layoutEdited();
}

void RowTable::showSort()
{
    QString key = m_model.sortOrder();
    const bool descending = key.startsWith(u'-');
    if (descending)
        key.remove(0, 1);
    const auto &columns = m_model.columns();
    const auto at
        = std::ranges::find_if(columns, [&](const ColumnInfo &c) { return !key.isEmpty() && c.sortKey == key; });
    m_fitting = true;
    horizontalHeader()->setSortIndicator(at == columns.cend() ? -1 : int(at - columns.cbegin()),
                                         descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_fitting = false;
}

int RowTable::declaredWidth(int column) const
{
    const ColumnInfo &info = m_model.columns().at(column);
    const int text = info.width * fontMetrics().averageCharWidth() + 2 * Space::S2;
    const int unsorted = info.sortKey.isEmpty() ? Style::SortMarkRoom : 0;
    return std::max(text, horizontalHeader()->sectionSizeHint(column) - unsorted);
}

int RowTable::preferredWidth(int column) const { return std::max(declaredWidth(column), m_tagWidths.value(column)); }

void RowTable::fitColumns()
{
    m_fitting = true;
    QList<int> loose;
    int wanted = 0;
    int fixed = 0;
    bool full = false;
    for (int visual = 0; visual < m_model.columns().size(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        setColumnHidden(column, false); // a hidden one's header wants no width
        const int width = m_handWidths.value(column, preferredWidth(column));
        full = full || (m_wanted.at(column) && !m_chosen && fixed + wanted + width > viewport()->width());
        const bool shown = m_wanted.at(column) && (!full || isPinned(column));
        setColumnHidden(column, !shown);
        if (!shown)
            continue;
        if (m_handWidths.contains(column)) {
            fixed += width;
            setColumnWidth(column, width);
        } else {
            loose << column;
            wanted += width;
        }
    }
    QList<ColumnWish> wishes;
    for (const int column : std::as_const(loose))
        wishes.append({preferredWidth(column), m_model.columns().at(column).format == CellFormat::Text});
    const QList<int> widths = shareRoom(wishes, viewport()->width() - fixed);
    for (qsizetype i = 0; i < loose.size(); ++i)
        setColumnWidth(loose.at(i), widths.at(i));
    m_fitting = false;
    QStringList cut;
    for (int column = 0; column < m_model.columns().size(); ++column) {
        if (m_wanted.at(column) && isColumnHidden(column))
            cut << m_model.columns().at(column).title;
    }
    if (cut != m_cut) {
        m_cut = cut;
        emit cutColumnsChanged(cut);
    }
}

// A tag that is cut says nothing, so its column is as wide as the widest seen.
void RowTable::measureTags(int first, int last)
{
    bool grown = false;
    for (int column = 0; column < m_model.columns().size(); ++column) {
        if (m_model.columns().at(column).format != CellFormat::Tag)
            continue;
        for (int row = first; row <= last; ++row) {
            const auto tag = m_model.index(row, column).data(PagedTableModelBase::ValueRole).value<TagValue>();
            const int width = m_delegate->tagWidth(tag);
            if (width <= m_tagWidths.value(column))
                continue;
            m_tagWidths.insert(column, width);
            grown = grown || width > declaredWidth(column);
        }
    }
    if (grown)
        fitColumns();
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_tagWidths.clear();
        measureTags(0, std::min(m_model.rowCount(), PagedTableModelBase::PageSize) - 1);
        applyRowHeight();
        fitColumns();
    }
}

bool RowTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        hoverOver(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
        break;
    case QEvent::HoverLeave:
        hoverOver(-1);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void RowTable::hoverOver(int row)
{
    if (row == m_hoveredRow)
        return;
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void RowTable::applyRowHeight()
{
    const int height = controlHeight(fontMetrics()) + (m_compact ? -Space::S1 : Space::S2);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void RowTable::setCompact(bool compact)
{
    m_compact = compact;
    applyRowHeight();
}

void RowTable::setColumnVisible(int column, bool visible)
{
    if (isPinned(column))
        return;
    m_wanted[column] = visible;
    m_chosen = true;
    fitColumns();
    emit layoutEdited();
}

bool RowTable::isPinned(int column) const { return m_model.columns().value(column).id == m_pinned; }

void RowTable::resetColumns()
{
    m_handWidths.clear();
    m_chosen = false;
    m_fitting = true;
    for (int i = 0; i < m_model.columns().size(); ++i) {
        m_wanted[i] = m_model.columns().at(i).visible;
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(i), i);
    }
    m_fitting = false;
    fitColumns();
    emit layoutEdited();
}

QJsonArray RowTable::columnsState() const
{
    QJsonArray state;
    for (int visual = 0; visual < m_model.columns().size(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        QJsonObject entry{{u"id"_s, m_model.columns().at(column).id}, {u"visible"_s, m_wanted.at(column)}};
        if (m_handWidths.contains(column))
            entry.insert(u"width"_s, m_handWidths.value(column));
        state.append(entry);
    }
    return state;
}

void RowTable::restoreColumns(const QJsonArray &state)
{
    m_fitting = true;
    int visual = 0;
    m_chosen = false;
    m_handWidths.clear();
    for (const auto &value : state) {
        const QJsonObject entry = value.toObject();
        const int column = m_model.columnOf(entry[u"id"_s].toString());
        if (column < 0)
            continue;
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual++);
        m_wanted[column] = entry[u"visible"_s].toBool(true) || isPinned(column);
        m_chosen = m_chosen || m_wanted.at(column) != m_model.columns().at(column).visible;
        const int width = entry[u"width"_s].toInt();
        if (width > 0)
            m_handWidths.insert(column, width);
    }
    m_fitting = false;
    fitColumns();
}

QStringList RowTable::selectedIds() const
{
    QStringList ids = m_idOfRow.values();
    ids.removeDuplicates(); // a row that moved between two answers stands in both
    return ids;
}

void RowTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_following)
        m_lost.clear(); // what the person selects now is all
    for (const auto &range : deselected) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_idOfRow.remove(row);
    }
    for (const auto &range : selected) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString id = m_model.rowId(row);
            if (!id.isEmpty())
                m_idOfRow.insert(row, id);
        }
    }
    if (m_following)
        m_followed = true; // told when the whole answer is in
    else
        emit selectedIdsChanged();
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !m_following)
        m_currentId = m_model.rowId(current.row());
}

void RowTable::shiftRows(int from, int by)
{
    if (m_idOfRow.isEmpty() || m_idOfRow.lastKey() < from)
        return;
    QMap<int, QString> shifted;
    for (auto at = m_idOfRow.cbegin(); at != m_idOfRow.cend(); ++at)
        shifted.insert(at.key() < from ? at.key() : at.key() + by, at.value());
    m_idOfRow = shifted;
}

// Rows that come again in place may be others: the selection goes where its rows are now.
void RowTable::takeChanged(int first, int last)
{
    QItemSelection left;
    for (auto at = m_idOfRow.lowerBound(first); at != m_idOfRow.end() && at.key() <= last;) {
        const QString id = m_model.rowId(at.key());
        if (id.isEmpty() || id == at.value()) { // away, or the same
            ++at;
            continue;
        }
        const QModelIndex cell = m_model.index(at.key(), 0);
        left.select(cell, cell);
        m_lost.insert(at.value());
        at = m_idOfRow.erase(at);
    }
    if (m_lost.isEmpty())
        return;
    const QScopedValueRollback following(m_following, true);
    selectionModel()->select(left, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false); // the person looks where they look
    restoreSelection(first, last + PagedTableModelBase::PageSize); // with what the page has grown by
    setAutoScroll(scrolls);
}

void RowTable::restoreSelection(int first, int last)
{
    const QScopedValueRollback following(m_following, true);
    last = std::min(last, m_model.rowCount() - 1);
    for (int row = first; row <= last && !m_lost.isEmpty(); ++row) {
        const QString id = m_model.rowId(row);
        if (!m_lost.remove(id))
            continue;
        selectionModel()->select(m_model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        if (id == m_currentId)
            selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
    }
}

void RowTable::forgetSelection()
{
    m_lost.clear();
    m_currentId.clear();
    clearSelection();
    if (!m_idOfRow.isEmpty())
        m_idOfRow.clear();
    emit selectedIdsChanged();
}

bool RowTable::selectId(const QString &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    selectRow(row);
    scrollTo(m_model.index(row, 0));
    return true;
}

void RowTable::step(int rows)
{
    const bool somewhere = currentIndex().isValid() && !m_idOfRow.isEmpty();
    const int row = somewhere ? currentIndex().row() + rows : 0;
    if (row < 0 || row >= m_model.rowCount())
        return;
    selectRow(row);
    scrollTo(m_model.index(row, 0));
}
