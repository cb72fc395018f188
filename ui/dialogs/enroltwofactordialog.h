// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;
class QrCode;

/// Turns the second factor on: a code to scan or to type, then the first code of the authenticator.
class EnrolTwoFactorDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `security` outlives it.
    EnrolTwoFactorDialog(const Context &context, AccountSecurity &security, QWidget *parent = nullptr);
    ~EnrolTwoFactorDialog() override;

signals:
    void enrolled(const QStringList &recoveryCodes);

private:
    void load();
    void show(const TwoFactorEnrolment &enrolment);
    void confirm();
    void updateSubmit();

    AccountSecurity &m_security;
    QrCode *m_picture;
    QLineEdit *m_secret;
    QLineEdit *m_code;
    bool m_loaded = false;
};
