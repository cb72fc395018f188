// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config.h"

#include <QList>

/// One thing `voxdeskd doctor` looked at.
struct Finding {
    enum class Level { Fine, Notice, Problem };
    Level level = Level::Fine;
    QString what; ///< "database"
    QString sentence; ///< what was found and, unless it is fine, what to do
};

/// Looks at everything `serve` needs, changes nothing but may make the data folder's temporary probe file.
QList<Finding> examine(const Config &config);
