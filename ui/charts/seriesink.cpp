// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/seriesink.h"

#include "ui/theme/paint.h"

#include <array>

namespace
{
constexpr std::array Dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
constexpr std::array Patterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern, Qt::DiagCrossPattern};

std::size_t roundOf(const SeriesInk &ink, const Colours &colours)
{
    return std::size_t(ink.index) / colours.series.size();
}
}

QColor SeriesInk::colour(const Colours &colours) const
{
    return rest ? colours.faint : colours.series.at(std::size_t(index) % colours.series.size());
}

QPen SeriesInk::pen(const Colours &colours, qreal width) const
{
    return {colour(colours), width, rest ? Qt::DashDotDotLine : Dashes.at(roundOf(*this, colours) % Dashes.size()),
            Qt::FlatCap, Qt::RoundJoin};
}

void SeriesInk::fill(QPainter &painter, const QRectF &rect, const Colours &colours) const
{
    const QColor ink = colour(colours);
    const Qt::BrushStyle pattern = rest ? Qt::FDiagPattern : Patterns.at(roundOf(*this, colours) % Patterns.size());
    if (pattern == Qt::SolidPattern)
        return painter.fillRect(rect, ink);
    QColor ground = ink;
    ground.setAlphaF(0.28F);
    painter.fillRect(rect, ground);
    painter.fillRect(rect, QBrush(ink, pattern));
}

void SeriesInk::swatch(QPainter &painter, const QRectF &rect, const Colours &colours) const
{
    painter.save();
    fill(painter, rect, colours);
    painter.restore();
}
