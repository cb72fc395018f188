// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/providerkey.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

QList<Column<ProviderKeyRow>> providerKeyColumns(); ///< also of the CSV export
QString idOf(const ProviderKeyRow &row);

/// Which tenant has a key for which provider; the own ones are set, tested and removed here.
class ProviderKeysPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it. `curl`: the shell line that reads one tenant's keys.
    ProviderKeysPane(const Context &context, ProviderKeyVault &vault, PagedTableModel<ProviderKeyRow> &model,
                     RowExport *rowExport, CurlFunction curl, QWidget *parent = nullptr);

private:
    static QList<RowAction> actionsOf(ProviderKeysPane *pane);
    void manage(const QStringList &ids);
    void showOrganization(const QStringList &ids, const QString &paneId);

    ProviderKeyVault &m_vault;
    PagedTableModel<ProviderKeyRow> &m_rows;
};
