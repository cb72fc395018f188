// SPDX-License-Identifier: GPL-3.0-or-later
// What scrolls in a pane has its scroll bar in the pane's margin, whose room is kept for it: the right edge is the same
// whether there is something to scroll or not.
#pragma once

#include "ui/theme/theme.h"

class QAbstractScrollArea;
class QHBoxLayout;
class QLayout;
class QScrollArea;
class QString;
class QWidget;

/// Fills `scroll` with `page`, whose own margins are those above and below; `margin`: pixels to its sides.
void fillPageScroll(QScrollArea &scroll, QWidget *page, const QString &name, const QString &accessibleName,
                    int margin = Space::S6);

/// Between the margins of a pane, and over the right one as far as the scroll bars of what is inside.
QHBoxLayout *overMargin(QLayout *inside);
QHBoxLayout *overMargin(QWidget *inside);

/// For what has no scroll bar in such a place.
QHBoxLayout *besideScrollBar(QLayout *inside);

void keepScrollBar(QAbstractScrollArea &area); ///< always there, seen when there is something to scroll
