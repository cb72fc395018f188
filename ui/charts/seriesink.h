// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QBrush>
#include <QPainter>
#include <QPen>

/// How a series is told from the others: a colour of the theme, and beyond those a pattern or a dash as well.
struct SeriesInk {
    int index = 0; ///< in the order of the legend
    bool rest = false; ///< what the other series leave over

    QColor colour(const Colours &colours) const;
    QPen pen(const Colours &colours, qreal width) const;
    void fill(QPainter &painter, const QRectF &rect, const Colours &colours) const;
    void swatch(QPainter &painter, const QRectF &rect, const Colours &colours) const; ///< for legend and table
};
