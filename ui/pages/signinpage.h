// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstate.h"
#include "models/domain/serverprofile.h"
#include "ui/pages/gatepage.h"

class Banner;
class QCheckBox;
class QTimer;

/// E-mail and password for one server; says in words what stands in the way.
class SignInPage : public GatePage
{
    Q_OBJECT
public:
    explicit SignInPage(const Context &context, QWidget *parent = nullptr);

    void setProfile(const ServerProfile &profile);
    void setEmail(const QString &email);
    void setRemember(bool remember);
    void setBusy(bool busy);
    void setReason(const QString &reason); ///< why signing in is needed again; empty: the usual words
    void setNeedsSetup(bool needs); ///< the server has no administrator yet
    void setConnection(ConnectionState state, const QString &reason);
    void setSecretsProblem(const QString &problem); ///< why it will not be remembered; empty: it will
    void signInFailed(const Error &error); ///< AccountLocked counts down
    QString email() const;
    void forgetPassword(); ///< what was typed
    void prefill(const QString &email, const QString &password);

signals:
    void signInRequested(const QString &email, const QString &password, bool remember);
    void forgotRequested();
    void confirmRequested(); ///< the code of the mail that confirms the address is at hand
    void setupRequested();
    void otherServerRequested();
    void retryConnectionRequested();

private:
    void submit();
    void countDown();
    void updateSubmit();

    QLineEdit *m_email;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QPushButton *m_submit;
    QPushButton *m_confirm;
    QPushButton *m_setup;
    ThemedLabel *m_secrets;
    Banner *m_offline;
    QTimer *m_tick;
    QString m_server;
    int m_lockedSeconds = 0;
    bool m_busy = false;
    bool m_wantsRemembering = false; ///< also while it cannot be: it is the setting for the next time
};
