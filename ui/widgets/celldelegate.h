// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

class DisplayFormat;

/// Draws the cells of every table: text, aligned numbers, tags, usage bars, and a placeholder while a row is away.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(const Theme &theme, const DisplayFormat &format, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int tagWidth(const TagValue &tag) const; ///< of a cell that holds it uncut
    void setHoveredRow(int row) { m_hoveredRow = row; } ///< the one under the pointer, all of it; -1: none
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// `edge`: of the colour around it, where what is behind may be as the tag itself; none by default.
    static void paintTag(QPainter &painter, const QRect &rect, const TagValue &tag, const Theme &theme,
                         Qt::LayoutDirection direction, const QColor &edge = {});

private:
    void paintUsage(QPainter &painter, const QRect &rect, const QVariant &value, Qt::LayoutDirection direction) const;
    void paintUsageInWords(QPainter &painter, const QRect &rect, const UsageValue &usage,
                           Qt::LayoutDirection direction) const;

    const Theme &m_theme;
    const DisplayFormat &m_format;
    int m_hoveredRow = -1;
};
