// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

/// What a device of the own account is called. `security` outlives it.
class RenameDeviceDialog : public FormDialog
{
    Q_OBJECT
public:
    RenameDeviceDialog(const Context &context, AccountSecurity &security, const Device &device,
                       QWidget *parent = nullptr);

signals:
    void renamed();

private:
    void save();

    AccountSecurity &m_security;
    QString m_id;
    QLineEdit *m_name;
};
