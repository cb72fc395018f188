// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "models/items/displayformat.h"
#include "models/items/pagedtablemodelbase.h"
#include "ui/charts/axisscale.h"
#include "ui/theme/paint.h"
#include "ui/widgets/usagebar.h"

#include <QApplication>
#include <QPainter>

namespace
{
// A second sign beside the colour.
bool isDotted(const TagValue &tag) { return tag.tone != Tone::Accent && tag.tone != Tone::Neutral; }
}

CellDelegate::CellDelegate(const Theme &theme, const DisplayFormat &format, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_format(format)
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {Space::S12, controlHeight(option.fontMetrics)};
}

int CellDelegate::tagWidth(const TagValue &tag) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const int rounded = 1; // an advance of 51.4 is told as 51, where the text does not fit
    return metrics.horizontalAdvance(tag.text) + rounded + (isDotted(tag) ? Space::S3 : 0) + 4 * Space::S2;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    option.state.setFlag(QStyle::State_MouseOver, index.row() == m_hoveredRow);
    const Colours &c = m_theme.colours();
    const auto *model = qobject_cast<const PagedTableModelBase *>(index.model());
    if (!model)
        return QStyledItemDelegate::paint(painter, option, index);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect rect = option.rect.adjusted(Space::S2, 0, -Space::S2, 0);
    if (index.data(PagedTableModelBase::LoadingRole).toBool()) {
        fillRound(*painter, QRect(rect.left(), rect.center().y() - 4, rect.width() * 2 / 3, 8), Radius::Small,
                  c.skeleton, {});
        return;
    }
    const ColumnInfo &column = model->columns().at(index.column());
    painter->save();
    painter->setFont(option.font);
    painter->setPen(c.text);
    if (const QString text = index.data().toString(); text.isEmpty() && column.format != CellFormat::Usage) {
        painter->setPen(c.faint); // nothing is shown as such: an empty cell would look as if it were still to come
        const Qt::Alignment side = isFigure(column.format) ? Qt::AlignTrailing : Qt::AlignLeading;
        painter->drawText(rect, int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, side)),
                          QStringLiteral("–"));
        painter->restore();
        return;
    }
    switch (column.format) {
    case CellFormat::Tag:
        // A selected row or the one under the pointer has the colour that a plain tag is filled with.
        paintTag(*painter, rect, index.data(PagedTableModelBase::ValueRole).value<TagValue>(), m_theme,
                 option.direction,
                 option.state & (QStyle::State_Selected | QStyle::State_MouseOver) ? c.borderStrong : QColor());
        break;
    case CellFormat::Usage:
        paintUsage(*painter, rect, index.data(PagedTableModelBase::ValueRole), option.direction);
        break;
    case CellFormat::Integer:
    case CellFormat::Money:
    case CellFormat::Duration:
        drawAlignedNumber(*painter, rect, index.data().toString(), option.direction == Qt::LeftToRight);
        break;
    default: {
        if (column.format == CellFormat::Timestamp || column.format == CellFormat::Identifier || index.column() > 0)
            painter->setPen(c.muted);
        if (index.column() == 0)
            painter->setFont(m_theme.font(TextStyle::Body));
        if (column.format == CellFormat::Identifier)
            painter->setFont(m_theme.font(TextStyle::Code));
        painter->drawText(
            rect, int(Qt::AlignVCenter | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    }
    }
    painter->restore();
}

void CellDelegate::paintTag(QPainter &painter, const QRect &rect, const TagValue &tag, const Theme &theme,
                            Qt::LayoutDirection direction, const QColor &edge)
{
    const Colours &c = theme.colours();
    painter.setFont(theme.font(TextStyle::Caption));
    const QFontMetrics metrics(painter.font());
    const bool dotted = isDotted(tag);
    const int dot = dotted ? Space::S3 : 0;
    const QString text = metrics.elidedText(tag.text, Qt::ElideRight, rect.width() - 2 * Space::S2 - dot);
    QRect pill(0, 0, metrics.horizontalAdvance(text) + 2 * Space::S2 + dot, metrics.height() + Space::S1);
    pill.moveCenter(rect.center());
    if (direction == Qt::RightToLeft)
        pill.moveRight(rect.right());
    else
        pill.moveLeft(rect.left());
    fillRound(painter, pill, pill.height() / 2.0, c.softOf(tag.tone), edge);
    const QRect words = pill.adjusted(Space::S2, 0, -Space::S2, 0);
    if (dotted) {
        QRect circle(0, 0, 6, 6);
        circle.moveCenter(words.center());
        if (direction == Qt::RightToLeft)
            circle.moveRight(words.right());
        else
            circle.moveLeft(words.left());
        fillRound(painter, circle, 3, c.of(tag.tone), {});
    }
    painter.setPen(c.of(tag.tone));
    painter.drawText(words, int(Qt::AlignVCenter | (direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight)),
                     text);
}

void CellDelegate::paintUsage(QPainter &painter, const QRect &rect, const QVariant &value,
                              Qt::LayoutDirection direction) const
{
    const auto usage = value.value<UsageValue>();
    const QString words = m_format.percent(usage.share());
    const QFontMetrics small(m_theme.font(TextStyle::Small));
    if (rect.height() >= small.height() + Space::S2 + Space::S1)
        return paintUsageInWords(painter, rect, usage, direction);
    const QFontMetrics metrics(painter.font());
    const int figures = metrics.horizontalAdvance(QStringLiteral("100 %")) + Space::S2;
    const bool leftToRight = direction == Qt::LeftToRight;
    const QRect bar = leftToRight ? rect.adjusted(0, 0, -figures, 0) : rect.adjusted(figures, 0, 0, 0);
    UsageBar::paint(painter, bar, usage, m_theme.colours(), direction);
    painter.setPen(usage.tone() == Tone::Accent ? m_theme.colours().muted : m_theme.colours().of(usage.tone()));
    const QRect number = leftToRight ? QRect(rect.right() - figures, rect.top(), figures + 1, rect.height())
                                     : QRect(rect.left(), rect.top(), figures, rect.height());
    drawAlignedNumber(painter, number, words, leftToRight);
}

// The figures over the bar, where a row is high enough.
void CellDelegate::paintUsageInWords(QPainter &painter, const QRect &rect, const UsageValue &usage,
                                     Qt::LayoutDirection direction) const
{
    const Colours &c = m_theme.colours();
    painter.setFont(m_theme.font(TextStyle::Small));
    const int height = painter.fontMetrics().height();
    const int top = rect.center().y() - (height + Space::S2) / 2 + 1;
    const QRect words(rect.left(), top, rect.width(), height);
    const QString share = m_format.percent(usage.share());
    const bool leftToRight = direction == Qt::LeftToRight;
    painter.setPen(usage.tone() == Tone::Accent ? c.muted : c.of(usage.tone()));
    drawAlignedNumber(painter, words, share, leftToRight);
    const int taken = painter.fontMetrics().horizontalAdvance(share) + Space::S2;
    const QRect rest = leftToRight ? words.adjusted(0, 0, -taken, 0) : words.adjusted(taken, 0, 0, 0);
    const QString figures = tr("%1 / %2", "used / allowed")
                                .arg(briefNumber(m_format.locale(), double(usage.used)),
                                     briefNumber(m_format.locale(), double(usage.limit)));
    painter.setPen(c.muted);
    painter.drawText(rest, int(Qt::AlignVCenter | (leftToRight ? Qt::AlignLeft : Qt::AlignRight)),
                     painter.fontMetrics().elidedText(figures, Qt::ElideRight, rest.width()));
    UsageBar::paint(painter, {rect.left(), words.bottom() + 1, rect.width(), Space::S2}, usage, c, direction);
}
