// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/organization.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

QList<Column<Organization>> organizationColumns(); ///< also of the CSV export
QString idOf(const Organization &organization);

/// Every tenant; leads to its users, agents, keys and calls.
class OrganizationsPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it.
    OrganizationsPane(const Context &context, PagedTableModel<Organization> &model, RowExport *rowExport,
                      CurlFunction curl, QWidget *parent = nullptr);

private:
    static QList<RowAction> actionsOf(OrganizationsPane *pane);
    void showRowsOf(const QStringList &ids, const QString &paneId);

    PagedTableModel<Organization> &m_rows;
};
