// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintable.h"

#include "ui/theme/theme.h"
#include "ui/widgets/columnroom.h"

#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

namespace
{
class PlainTable : public QTableWidget
{
public:
    PlainTable(int columns, int figures)
        : QTableWidget(0, columns)
        , m_figures(figures)
    {
    }
    void fit()
    {
        const QFontMetrics headings(horizontalHeader()->font());
        QList<ColumnWish> wishes;
        for (int column = 0; column < columnCount(); ++column) { // no room for a sort mark: there is none
            const int heading = headings.horizontalAdvance(horizontalHeaderItem(column)->text()) + Space::S5;
            wishes.append({std::max(heading, sizeHintForColumn(column)), column < m_figures});
        }
        int others = 0; // the first is cut before the table must be scrolled
        for (const ColumnWish &wish : std::as_const(wishes))
            others += &wish == &wishes.constFirst() ? 0 : wish.width;
        const int heading = headings.horizontalAdvance(horizontalHeaderItem(0)->text()) + Space::S5;
        wishes.first().width = std::clamp(viewport()->width() - others, heading, wishes.constFirst().width);
        const QList<int> widths = shareRoom(wishes, viewport()->width());
        for (int column = 0; column < columnCount(); ++column)
            setColumnWidth(column, widths.at(column));
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTableWidget::resizeEvent(event);
        fit();
    }

private:
    int m_figures;
};
}

QTableWidget *makePlainTable(const QString &name, const QString &accessibleName, const QStringList &columns,
                             int figures)
{
    auto *table = new PlainTable(int(columns.size()), figures);
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeaderLabels(columns);
    for (int column = figures; column < columns.size(); ++column)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    return table;
}

void setPlainRow(QTableWidget &table, int row, const QStringList &cells)
{
    for (int column = 0; column < cells.size(); ++column) {
        auto *item = new QTableWidgetItem(cells.at(column));
        const auto heading = Qt::Alignment::fromInt(table.horizontalHeaderItem(column)->textAlignment());
        item->setTextAlignment(heading | Qt::AlignVCenter);
        table.setItem(row, column, item);
    }
}

void fitPlainColumns(QTableWidget &table) { static_cast<PlainTable &>(table).fit(); }
