// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gatepage.h"

/// A new password with the token that came by mail.
class ResetPasswordPage : public GatePage
{
    Q_OBJECT
public:
    explicit ResetPasswordPage(const Context &context, QWidget *parent = nullptr);
    ~ResetPasswordPage() override;

    void start(const QString &email); ///< to which the mail went; empty: it came earlier
    void setBusy(bool busy);
    void resetFailed(const Error &error);
    void forget(); ///< what was typed

signals:
    void resetRequested(const QString &token, const QString &password);
    void backRequested();

private:
    void submit();

    QLineEdit *m_token;
    QLineEdit *m_password;
    QLineEdit *m_repeat;
    QPushButton *m_submit;
};
