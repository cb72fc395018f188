// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFontMetrics>
#include <QPainter>
#include <QString>
#include <QStyle>

class QStyleOptionSlider;

/// One height for all controls that stand in a row with text of these metrics.
int controlHeight(const QFontMetrics &metrics);

void fillRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge);
void strokeRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &edge, qreal width);

/// Digits of one width, so that columns of numbers line up whatever the face. Right-aligned in `rect`.
void drawAlignedNumber(QPainter &painter, const QRect &rect, const QString &text, bool leftToRight);

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);
