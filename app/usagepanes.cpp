// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usagepanes.h"

#include "ui/mainwindow.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/legacypane.h"
#include "ui/panes/usagepane.h"

void addUsagePane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources,
                  UserDirectory &users)
{
    window.addPane(group, new UsagePane(context, sources.usage, users, sources.today));
}

void addHealthPane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources)
{
    window.addPane(group, new HealthPane(context, sources.performance));
}

void addLegacyPane(MainWindow &window, const QString &group, const Context &context, const UsagePaneSources &sources)
{
    if (context.access.user().role == Role::Admin)
        window.addPane(group, new LegacyPane(context, sources.legacy));
}
