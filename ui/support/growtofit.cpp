// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/growtofit.h"

#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace
{
/// Bounded by the parent's window and by what the layout can do.
void setHeight(QWidget &window, int width, int height)
{
    if (const QWidget *parent = window.parentWidget())
        height = std::min(height, parent->window()->height() * 9 / 10);
    window.resize(width, std::max(height, window.layout()->totalMinimumSize().height()));
}
}

int heightNeeded(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

void growToFit(QWidget &window)
{
    QLayout &layout = *window.layout();
    layout.activate();
    const int width = std::max(window.width(), layout.totalMinimumSize().width());
    const int needed = heightNeeded(layout, width);
    const bool sized = window.testAttribute(Qt::WA_Resized); // not: Qt guessed before it was shown
    setHeight(window, width, sized ? std::max(window.height(), needed) : needed);
}

void growToFit(QWidget &window, int missing)
{
    if (missing > 0)
        setHeight(window, window.width(), window.height() + missing);
}
