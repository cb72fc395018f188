// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/usagetable.h"

#include "models/items/usagetablemodel.h"
#include "ui/charts/seriesink.h"
#include "ui/theme/paint.h"
#include "ui/widgets/columnroom.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace
{
constexpr int SwatchSize = 10;

class FigureDelegate : public QStyledItemDelegate
{
public:
    FigureDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const bool total = index.data(UsageTableModel::TotalRole).toBool();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        QRect rect = option.rect.adjusted(Space::S2, 0, -Space::S2, 0);
        painter->save();
        painter->setFont(m_theme.font(total ? TextStyle::Strong : TextStyle::Body));
        painter->setPen(total || index.column() == UsageTableModel::Name ? c.text : c.muted);
        const QString text = index.data().toString();
        if (index.column() != UsageTableModel::Name) {
            drawAlignedNumber(*painter, rect, text, option.direction == Qt::LeftToRight);
        } else {
            const int series = index.data(UsageTableModel::SeriesRole).toInt();
            const bool rest = index.data(UsageTableModel::RestRole).toBool();
            if (series >= 0 || rest) {
                QRect mark(rect.left(), 0, SwatchSize, SwatchSize);
                mark.moveTop(rect.center().y() - SwatchSize / 2);
                SeriesInk{std::max(0, series), rest}.swatch(*painter, QStyle::visualRect(option.direction, rect, mark),
                                                            c);
            }
            if (series >= 0 || rest)
                rect = QStyle::visualRect(option.direction, rect, rect.adjusted(SwatchSize + Space::S2, 0, 0, 0));
            painter->setFont(m_theme.font(total ? TextStyle::Strong : TextStyle::Body));
            painter->drawText(rect, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        }
        painter->restore();
        if (total) {
            painter->save();
            painter->setPen(c.borderStrong);
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
            painter->restore();
        }
    }

private:
    const Theme &m_theme;
};
}

UsageTable::UsageTable(const Theme &theme, UsageTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new FigureDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(controlHeight(fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit rowActivated(index.row()); });
}

void UsageTable::fitColumns()
{
    using M = UsageTableModel;
    const bool compares = m_model.comparesWithBefore();
    setColumnHidden(M::Before, !compares);
    setColumnHidden(M::Change, !compares);
    const QFontMetrics metrics(font());
    const int figure = metrics.averageCharWidth() * (compares ? 13 : 15);
    QList<int> shown{M::Name};
    QList<ColumnWish> wishes{{metrics.averageCharWidth() * 20, true}};
    for (int column = M::Share; column < M::ColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        shown << column;
        wishes.append({std::max(column == M::Share || column == M::Change ? figure * 3 / 4 : figure,
                                horizontalHeader()->sectionSizeHint(column)),
                       false});
    }
    const QList<int> widths = shareRoom(wishes, viewport()->width());
    for (qsizetype i = 0; i < shown.size(); ++i)
        setColumnWidth(shown.at(i), widths.at(i));
}

void UsageTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void UsageTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        emit rowActivated(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}
