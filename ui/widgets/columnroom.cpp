// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnroom.h"

#include <algorithm>

QList<int> shareRoom(const QList<ColumnWish> &columns, int room)
{
    int all = 0;
    int texts = 0;
    for (const ColumnWish &column : columns) {
        all += column.width;
        texts += column.text ? column.width : 0;
    }
    const int spare = std::max(0, room - all);
    const int forTexts = std::min(spare, texts / 2);
    const double textShare = texts > 0 ? double(forTexts) / texts : 0;
    const double share = all > 0 ? double(spare - forTexts) / all : 0;
    QList<int> widths;
    int left = all + spare;
    for (const ColumnWish &column : columns) {
        widths << int(column.width * (1 + share + (column.text ? textShare : 0)));
        left -= widths.constLast();
    }
    if (!widths.isEmpty())
        widths.last() += left; // what rounding left
    return widths;
}
