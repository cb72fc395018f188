// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

/// Another password for the own account. Nothing typed here outlives the window. `security` does.
class ChangePasswordDialog : public FormDialog
{
    Q_OBJECT
public:
    ChangePasswordDialog(const Context &context, AccountSecurity &security, QWidget *parent = nullptr);
    ~ChangePasswordDialog() override;

signals:
    void changed(qint64 sessionsEnded);

private:
    QLineEdit *addPassword(const QString &name, const QString &apiName, const QString &label, const QString &hint = {});
    void save();

    AccountSecurity &m_security;
    QLineEdit *m_current;
    QLineEdit *m_next;
    QLineEdit *m_repeat;
};
