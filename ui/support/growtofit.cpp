// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/growtofit.h"

#include <QLayout>
#include <QWidget>

#include <algorithm>

void growToFit(QWidget &window)
{
    QLayout &layout = *window.layout();
    layout.activate();
    const int width = std::max(window.width(), layout.totalMinimumSize().width());
    const int height = std::max(window.height(), layout.totalHeightForWidth(width));
    window.resize(width, std::max(height, layout.totalMinimumSize().height()));
}
