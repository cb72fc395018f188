// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/legacyimport.h"
#include "models/domain/performancereport.h"
#include "models/domain/usagereport.h"
#include "models/domain/userdirectory.h"
#include "models/domain/valuesource.h"
#include "ui/support/context.h"

#include <functional>

class MainWindow;

/// Where the panes about usage, health and the legacy system get what they show. All of it outlives them.
struct UsagePaneSources {
    UsageSource &usage;
    ValueSource<PerformanceReport> &performance;
    LegacyImporter &legacy;
    std::function<QDate()> today; ///< the UTC day
};

void addUsagePane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources,
                  UserDirectory &users);
void addHealthPane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources);
/// For administrators only: nothing happens for others.
void addLegacyPane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources);
