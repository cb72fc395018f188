// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/theme/paint.h"

#include <array>

Skeleton::Skeleton(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Loading…"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int row = controlHeight(fontMetrics());
    const std::array<int, 5> shares{24, 18, 10, 14, 12}; // percent of the width, like a list's columns
    for (int y = row / 2, line = 0; y < height() - row; y += row, ++line) {
        int x = Space::S3;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const int column = width() * shares[i] / 100;
            const int bar = column * (70 + int((line * 7 + int(i) * 11) % 30)) / 100;
            const QRect r(layoutDirection() == Qt::RightToLeft ? width() - x - bar : x, y + row / 2 - 4, bar, 8);
            fillRound(painter, r, Radius::Small, m_theme.colours().skeleton, {});
            x += width() / 5;
        }
    }
}
