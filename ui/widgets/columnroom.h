// SPDX-License-Identifier: GPL-3.0-or-later
// How the columns of a table share its width.
#pragma once

#include <QList>

struct ColumnWish {
    int width = 0; ///< pixels it prefers
    bool text = false; ///< what gets cut when there is too little
};

/// The widths of the columns so that they fill `room`: half their width again goes to texts first, what is left then
/// to all, in proportion. What they prefer where there is no more room than that.
QList<int> shareRoom(const QList<ColumnWish> &columns, int room);
