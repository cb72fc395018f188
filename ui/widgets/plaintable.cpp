// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintable.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

QTableWidget *makePlainTable(const QString &name, const QString &accessibleName, const QStringList &columns,
                             int figures)
{
    auto *table = new QTableWidget(0, int(columns.size()));
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeaderLabels(columns);
    for (int column = figures; column < columns.size(); ++column)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
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

void fitPlainColumns(QTableWidget &table)
{
    const QFontMetrics headings(table.horizontalHeader()->font());
    const QAbstractItemView &cells = table;
    for (int column = 1; column < table.columnCount(); ++column) { // no room for a sort mark: there is none
        const int heading = headings.horizontalAdvance(table.horizontalHeaderItem(column)->text()) + Space::S5;
        table.setColumnWidth(column, std::max(heading, cells.sizeHintForColumn(column)));
    }
}
