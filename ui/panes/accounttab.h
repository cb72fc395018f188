// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ownaccount.h"
#include "ui/widgets/pane.h"

class ErrorBanner;
class QAction;
class QFormLayout;
class QVBoxLayout;
class TagLabel;
class ThemedLabel;

/// Where the own account's mails go, and what its person wants of the service: a tab of the Security pane.
class AccountTab : public QWidget
{
    Q_OBJECT
public:
    /// What can be done here; the pane's.
    struct Commands {
        QAction *mailCode;
        QAction *enterCode;
        QAction *preferences;
    };
    /// All outlive it.
    AccountTab(const Context &context, OwnAccount &account, const Commands &commands, QWidget *parent = nullptr);

    bool hasLoaded() const { return m_hasLoaded; }
    void load();

signals:
    void loaded();
    void noticed(const Notice &notice);

private:
    void settle(const std::optional<Error> &error);
    void showAccount();
    void mailCode();
    void enterCode();
    void editPreferences();
    void buildLayout();

    Context m_context;
    OwnAccount &m_account;
    Commands m_commands;
    std::optional<EmailAddress> m_email;
    std::optional<Preferences> m_preferences;
    std::optional<Error> m_failure;
    int m_pending = 0;
    bool m_hasLoaded = false;

    ErrorBanner *m_error;
    TagLabel *m_emailTag;
    ThemedLabel *m_address;
    ThemedLabel *m_emailWords;
    ThemedLabel *m_marketing;
    ThemedLabel *m_notifications;
    ThemedLabel *m_twoFactor;
};
