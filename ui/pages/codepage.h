// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gatepage.h"

class QTimer;

/// The second step of signing in: the code of the authenticator, or a recovery code.
class CodePage : public GatePage
{
    Q_OBJECT
public:
    explicit CodePage(const Context &context, QWidget *parent = nullptr);

    void ask(const QString &email); ///< afresh
    void setBusy(bool busy);
    void codeFailed(const Error &error); ///< what was typed stays; AccountLocked counts down

signals:
    void codeGiven(const QString &code);
    void backRequested(); ///< to the password

private:
    void useRecovery(bool recovery);
    void submit();
    void countDown();
    void updateSubmit();

    QLineEdit *m_code;
    QPushButton *m_submit;
    QPushButton *m_other;
    QTimer *m_tick;
    QString m_email;
    int m_lockedSeconds = 0;
    bool m_recovery = false;
    bool m_busy = false;
};
