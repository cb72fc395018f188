// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/auditentry.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

QList<Column<AuditEntry>> auditColumns();
QString idOf(const AuditEntry &entry);

/// Every change and sign-in: who, what, on which row, before and after; whether the log is as it was written; taking
/// back what can be taken back.
class AuditPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it.
    AuditPane(const Context &context, AuditLog &log, PagedTableModel<AuditEntry> &model, RowExport *rowExport,
              CurlFunction curl, QWidget *parent = nullptr);

private:
    static QList<RowAction> actionsOf(AuditPane *pane);
    const AuditEntry *entry(const QStringList &ids) const;
    Details detailsOf(int row) const;
    void verify();
    void tell(const AuditCheck &check);
    void onlyActor(const QStringList &ids);
    void onlyTarget(const QStringList &ids);
    void onlyRequest(const QStringList &ids);
    void askRevert(const QStringList &ids);
    void revert(const AuditEntry &entry);

    AuditLog &m_log;
    PagedTableModel<AuditEntry> &m_rows;
    CurlFunction m_curl;
    bool m_verifying = false;
};
