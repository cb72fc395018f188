// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"
#include "ui/theme/theme.h"

/// The colour of a profile as it is shown: its own, red for production, else the theme's grey.
QColor profileColour(const ServerProfile &profile, const Theme &theme);

/// A dot in a profile's colour, for lists and menus; `hollow`: it is not connected.
QIcon profileMark(const QColor &colour, bool hollow = false);
