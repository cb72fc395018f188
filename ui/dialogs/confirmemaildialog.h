// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ownaccount.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

/// Takes the code that was mailed to the account's address.
class ConfirmEmailDialog : public FormDialog
{
    Q_OBJECT
public:
    ConfirmEmailDialog(const Context &context, OwnAccount &account, const QString &address, QWidget *parent = nullptr);

signals:
    void confirmed();

private:
    void save();

    OwnAccount &m_account;
    QLineEdit *m_code;
};

/// What a worthless code of a mail is called, wherever one is typed: an error of the field "token". Other errors stay
/// as they are.
Error mailedCodeErrorInWords(const Error &error);
