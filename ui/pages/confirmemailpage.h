// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gatepage.h"

/// In front of a server that lets nobody in before the e-mail address is confirmed: takes the code of its mail.
class ConfirmEmailPage : public GatePage
{
    Q_OBJECT
public:
    explicit ConfirmEmailPage(const Context &context, QWidget *parent = nullptr);

    void start(const QString &email);
    void setBusy(bool busy);
    void confirmFailed(const Error &error); ///< what was typed stays
    void mailSent();

signals:
    void codeGiven(const QString &code);
    void mailRequested(const QString &email);
    void backRequested();

private:
    QLineEdit *m_code;
    QPushButton *m_submit;
    QPushButton *m_again;
    QString m_email;
};
