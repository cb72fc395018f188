// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/displayformat.h"
#include "ui/support/access.h"
#include "ui/support/viewstate.h"
#include "ui/theme/theme.h"

/// What every widget of the window shares. All of it outlives the window.
struct Context {
    Theme &theme;
    DisplayFormat &format;
    ViewState &state;
    Access &access;
};
