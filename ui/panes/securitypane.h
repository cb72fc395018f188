// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/accounttab.h"

class EmptyState;
class ErrorBanner;
class QStackedLayout;
class QTableWidget;
class QTabWidget;
class RowTable;
class TagLabel;
class ThemedLabel;

/// The own account: how it is protected (password, second factor, devices), what happened to it lately, its e-mail
/// address and preferences. Not a matter of roles or of a read-only profile: everybody may look after their own
/// account.
class SecurityPane : public Pane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All outlive it. `activity` is a model over AccountSecurity::activity().
    SecurityPane(const Context &context, AccountSecurity &security, OwnAccount &account,
                 PagedTableModel<AuditEntry> &activity, QWidget *parent = nullptr);

    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override { return m_loadedAt; }

private:
    // securitypane.cpp
    void load();
    void settle(const std::optional<Error> &error);
    void openTab(int index);
    void read(); ///< what is looked at has just been
    void showTwoFactor();
    void showDevices();
    void updateActions();
    const Device *selectedDevice() const;
    void changePassword();
    void enrol();
    void askDisable();
    void askNewCodes();
    void showCodes(const QStringList &codes);
    void renameDevice();
    void askRevoke();

    // securitypanelayout.cpp
    void addCommands();
    void buildLayout();
    QWidget *buildSignIn();
    QWidget *buildActivity();
    AccountTab::Commands addAccountCommands();

    Context m_context;
    AccountSecurity &m_security;
    PagedTableModel<AuditEntry> &m_activity;
    std::optional<TwoFactor> m_twoFactor;
    QList<Device> m_devices;
    std::optional<Error> m_failure;
    QDateTime m_loadedAt;
    int m_pending = 0;

    ErrorBanner *m_error;
    QTabWidget *m_tabs;
    AccountTab *m_account = nullptr;
    TagLabel *m_factorTag;
    ThemedLabel *m_factorWords;
    ThemedLabel *m_codesWords;
    QTableWidget *m_deviceTable;
    RowTable *m_activityTable;
    ErrorBanner *m_activityError;
    EmptyState *m_noActivity;
    QStackedLayout *m_activityStack;
    QAction *m_passwordAction = nullptr;
    QAction *m_enrolAction = nullptr;
    QAction *m_codesAction = nullptr;
    QAction *m_disableAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_revokeAction = nullptr;
};
