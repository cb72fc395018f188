// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// Makes a window with a layout larger where what it shows came to need more. GUI thread.
void growToFit(QWidget &window);
