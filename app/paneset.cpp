// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneset.h"

#include "ui/mainwindow.h"
#include "ui/panes/organizationspane.h"
#include "ui/panes/overviewpane.h"
#include "ui/panes/userspane.h"

#include <QCoreApplication>

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaneSet)
};
}

PaneSet::PaneSet(const Context &context, const PaneSources &sources, MainWindow &window)
    : m_window(window)
    , m_users(
          sources.users, userColumns(), [](const User &user) { return idOf(user); }, context.format)
    , m_organizations(
          sources.organizations, organizationColumns(),
          [](const Organization &organization) { return idOf(organization); }, context.format)
    , m_agents(context, sources.agents)
    , m_platform(context, sources.platform)
{
    if (!context.access.seesPlatform())
        return; // every pane so far is for administrators and support
    window.addPane({}, new OverviewPane(context, sources.overview, sources.health));
    window.addPane(Text::tr("Tenants"),
                   new UsersPane(context, sources.users, m_users, sources.userExport, sources.userCurl));
    window.addPane(
        Text::tr("Tenants"),
        new OrganizationsPane(context, m_organizations, sources.organizationExport, sources.organizationCurl));
    m_agents.addTenantPanes(window, Text::tr("Tenants"));
    addUsagePane(window, Text::tr("Usage"), context, sources.usage, sources.users);
    m_agents.addKeyPanes(window, Text::tr("Usage"));
    m_agents.addOperationPanes(window, Text::tr("Operations"));
    addHealthPane(window, Text::tr("Platform"), context, sources.usage);
    m_platform.addPlatformPanes(window, Text::tr("Platform"));
    addLegacyPane(window, Text::tr("Platform"), context, sources.usage);
    m_platform.addAccountPane(window);
}

PaneSet::~PaneSet() { m_window.removePanes(); }
