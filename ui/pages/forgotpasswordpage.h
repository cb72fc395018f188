// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gatepage.h"

/// Asks the server for a mail with a token that sets a new password.
class ForgotPasswordPage : public GatePage
{
    Q_OBJECT
public:
    explicit ForgotPasswordPage(const Context &context, QWidget *parent = nullptr);

    void start(const QString &email);
    void setBusy(bool busy);

signals:
    void mailRequested(const QString &email);
    void tokenAtHand(); ///< the mail is there already
    void backRequested();

private:
    QLineEdit *m_email;
    QPushButton *m_submit;
};
