// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agentpanes.h"
#include "app/platformpanes.h"
#include "app/usagepanes.h"
#include "models/domain/health.h"
#include "models/domain/organization.h"
#include "models/domain/overview.h"
#include "models/domain/userdirectory.h"
#include "models/domain/valuesource.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/support/context.h"
#include "ui/support/rowexport.h"

class MainWindow;

/// Where the panes get what they show. All of it outlives the PaneSet.
struct PaneSources {
    UserDirectory &users;
    PageSource<Organization> &organizations;
    ValueSource<Overview> &overview;
    ValueSource<Health> &health;
    UsagePaneSources usage;
    AgentPaneSources agents;
    PlatformPaneSources platform;
    RowExport *userExport = nullptr;
    RowExport *organizationExport = nullptr;
    CurlFunction userCurl = {};
    CurlFunction organizationCurl = {};
};

/// The panes a role may use, with their models. Puts them into the window and takes them out when it dies.
class PaneSet
{
public:
    PaneSet(const Context &context, const PaneSources &sources, MainWindow &window);
    ~PaneSet();
    PaneSet(const PaneSet &) = delete;
    PaneSet &operator=(const PaneSet &) = delete;

private:
    MainWindow &m_window;
    PagedTableModel<User> m_users;
    PagedTableModel<Organization> m_organizations;
    AgentPanes m_agents;
    PlatformPanes m_platform;
};
