// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations pane on its own in front of an administrator.
#pragma once

#include "tests/ui/fakes.h"
#include "ui/panes/organizationspane.h"
#include "ui/widgets/rowtable.h"

#include <QTest>

/// The organisations pane over one organisation, "o1", shown, active and loaded.
struct OrganizationsDesk : Desk {
    OrganizationsDesk()
        : model(
              organizations, organizationColumns(), [](const Organization &o) { return o.id; }, format)
        , pane(context, model, nullptr, {})
    {
        pane.show();
        pane.activateWindow();
        pane.activate();
        if (!QTest::qWaitForWindowActive(&pane) || !QTest::qWaitFor([this] { return model.rowCount() == 1; }))
            qFatal("no organisation");
    }
    RowTable &table() { return *child<RowTable>(pane, u"organizationsTable"_s); }

    FakeOrganizations organizations;
    PagedTableModel<Organization> model;
    OrganizationsPane pane;
};
