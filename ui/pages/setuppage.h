// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gatepage.h"

/// Makes the first administrator of a new server with its one-time setup token.
class SetupPage : public GatePage
{
    Q_OBJECT
public:
    explicit SetupPage(const Context &context, QWidget *parent = nullptr);

    void setToken(const QString &token); ///< of a server this console started
    void setBusy(bool busy);
    void refuseToken(); ///< the server does not know it

signals:
    void setupRequested(const QString &token, const QString &email, const QString &password);
    void backRequested();

private:
    void submit();

    QLineEdit *m_token;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLineEdit *m_repeat;
    QPushButton *m_submit;
};
