// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/userdirectory.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

/// Every user of the platform: look up, limits, role and tier, activate and deactivate, sessions.
class UsersPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it.
    UsersPane(const Context &context, UserDirectory &users, PagedTableModel<User> &model, RowExport *rowExport,
              CurlFunction curl, QWidget *parent = nullptr);

private:
    static QList<RowAction> actionsOf(UsersPane *pane);
    const User *user(const QStringList &ids) const;
    void editLimits(const QStringList &ids);
    void editUser(const QStringList &ids);
    void showSessions(const QStringList &ids);
    void showUsage(const QStringList &ids);
    void showAgents(const QStringList &ids);
    void showAudit(const QStringList &ids);
    void askDeactivate(const QStringList &ids);
    void setActive(const QStringList &ids, bool active);
    void setOneActive(const QString &id, bool active, bool undoing);
    void setManyActive(const QStringList &ids, bool active);
    void askRemove(const QStringList &ids);
    void remove(const QString &id, const QString &email);
    void taken(const User &user);
    QString nameOf(const QString &id) const;

    UserDirectory &m_users;
    PagedTableModel<User> &m_rows;
};
