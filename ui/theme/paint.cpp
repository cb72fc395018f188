// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include "ui/theme/theme.h"

#include <QStyleOptionSlider>

int controlHeight(const QFontMetrics &metrics) { return (metrics.height() + 2 * Space::S2 + 3) / 4 * 4; }

void fillRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(edge.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter.restore();
}

void strokeRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &edge, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(edge, width));
    const qreal half = width / 2;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

void drawAlignedNumber(QPainter &painter, const QRect &rect, const QString &text, bool leftToRight)
{
    const QFontMetricsF metrics(painter.font());
    const qreal digit = metrics.horizontalAdvance(u'0');
    qreal width = 0;
    for (const QChar ch : text)
        width += ch.isDigit() ? digit : metrics.horizontalAdvance(ch);
    qreal x = leftToRight ? rect.right() + 1 - width : rect.left();
    const qreal y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar ch : text) {
        const qreal own = metrics.horizontalAdvance(ch);
        const qreal cell = ch.isDigit() ? digit : own;
        painter.drawText(QPointF(x + (cell - own) / 2, y), ch);
        x += cell;
    }
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int slider
        = range <= 0 ? length : std::clamp(int(qint64(length) * bar.pageStep / (range + bar.pageStep)), 32, length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider,
                                                      bar.upsideDown);
    int from = start;
    int size = slider;
    if (part == QStyle::SC_ScrollBarSubPage) {
        from = 0;
        size = start;
    } else if (part == QStyle::SC_ScrollBarAddPage) {
        from = start + slider;
        size = length - from;
    }
    return flat ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
}
