// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QWidget;

/// What the layout needs at a width, as it is laid out now.
int heightNeeded(const QLayout &layout, int width);

/// Gives a window with a layout the height that what it shows needs at its width: exactly that when it is shown first
/// and nobody gave it a size, afterwards never less than it has. At most nine tenths of its parent's window, unless
/// it cannot be smaller. GUI thread.
void growToFit(QWidget &window);
/// The same for a window of which `missing` pixels are out of sight in something that scrolls.
void growToFit(QWidget &window, int missing);
