// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/userdirectory.h"
#include "ui/support/context.h"

#include <QDialog>

class EmptyState;
class ErrorBanner;
class QPushButton;
class QStackedLayout;
class QTableWidget;

/// Where a user is signed in. `users` outlives it.
class ShowSessionsDialog : public QDialog
{
    Q_OBJECT
public:
    ShowSessionsDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent = nullptr);

private:
    void load();
    void show(const QList<UserSession> &sessions);
    void signOutEverywhere();

    Context m_context;
    UserDirectory &m_users;
    User m_user;
    ErrorBanner *m_error;
    QTableWidget *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QPushButton *m_signOut;
};
