// SPDX-License-Identifier: GPL-3.0-or-later
// How the Security pane is put together.
#include "ui/panes/accounttab.h"
#include "ui/panes/securitypane.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/taglabel.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/titledcard.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

using namespace Qt::StringLiterals;

SecurityPane::SecurityPane(const Context &context, AccountSecurity &security, OwnAccount &account,
                           PagedTableModel<AuditEntry> &activity, QWidget *parent)
    : Pane(Id, tr("Account and security"), u"shield"_s, parent)
    , m_context(context)
    , m_security(security)
    , m_activity(activity)
    , m_error(new ErrorBanner(context.theme))
    , m_tabs(new QTabWidget)
    , m_factorTag(new TagLabel(context.theme))
    , m_factorWords(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_codesWords(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_deviceTable(
          makePlainTable(u"deviceTable"_s, tr("Devices"),
                         {tr("Device"), tr("Kind"), tr("Address"), tr("Last seen"), tr("First seen"), tr("Now")}, 6))
    , m_activityTable(new RowTable(context.theme, context.format, activity))
    , m_activityError(new ErrorBanner(context.theme))
    , m_noActivity(new EmptyState(context.theme))
    , m_activityStack(new QStackedLayout)
{
    addCommands();
    m_account = new AccountTab(context, account, addAccountCommands());
    buildLayout();
    connect(m_account, &AccountTab::noticed, this, &Pane::noticed);
    connect(m_account, &AccountTab::loaded, this, &SecurityPane::read);
    connect(m_error, &ErrorBanner::retryRequested, this, &SecurityPane::refresh);
    connect(m_activityError, &ErrorBanner::retryRequested, &m_activity, &PagedTableModelBase::retry);
    connect(&m_activity, &PagedTableModelBase::loadFailed, this,
            [this](const Error &error) { m_activityError->showRead(error, m_activity.rowCount() > 0); });
    connect(&m_activity, &PagedTableModelBase::loaded, this, [this] {
        m_activityError->clear();
        m_activityStack->setCurrentIndex(m_activity.rowCount() > 0 ? 0 : 1);
        read();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &SecurityPane::openTab);
    connect(m_deviceTable, &QTableWidget::itemSelectionChanged, this, &SecurityPane::updateActions);
    connect(&context.format, &DisplayFormat::changed, this, [this] {
        showTwoFactor();
        showDevices();
    });
    showTwoFactor();
    updateActions();
}

void SecurityPane::addCommands()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &shortcut,
                            auto slot) {
        QAction *action = addCommand(name, text, m_context.theme.icon(icon));
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_passwordAction = add(u"changePasswordAction"_s, tr("Change the password…"), u"key-round"_s,
                           Qt::CTRL | Qt::SHIFT | Qt::Key_P, &SecurityPane::changePassword);
    m_enrolAction = add(u"enrolTwoFactorAction"_s, tr("Set up…"), u"shield-check"_s, {}, &SecurityPane::enrol);
    m_codesAction
        = add(u"newRecoveryCodesAction"_s, tr("New recovery codes…"), u"refresh-cw"_s, {}, &SecurityPane::askNewCodes);
    m_disableAction = add(u"disableTwoFactorAction"_s, tr("Turn off…"), u"shield-off"_s, {}, &SecurityPane::askDisable);
    m_renameAction
        = add(u"renameDeviceAction"_s, tr("Rename the device…"), u"pencil"_s, Qt::Key_F2, &SecurityPane::renameDevice);
    m_revokeAction = add(u"revokeDeviceAction"_s, tr("Sign the device out…"), u"log-out"_s, QKeySequence::Delete,
                         &SecurityPane::askRevoke);
}

AccountTab::Commands SecurityPane::addAccountCommands()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon, Qt::Key key) {
        QAction *action = addCommand(name, text, m_context.theme.icon(icon));
        action->setShortcut(Qt::CTRL | Qt::SHIFT | key);
        return action;
    };
    return {.mailCode = add(u"mailEmailCodeAction"_s, tr("Mail a code"), u"mail"_s, Qt::Key_M),
            .enterCode = add(u"confirmEmailAction"_s, tr("Enter the code…"), u"circle-check"_s, Qt::Key_C),
            .preferences = add(u"editPreferencesAction"_s, tr("Change the preferences…"), u"settings"_s, Qt::Key_E)};
}

QWidget *SecurityPane::buildSignIn()
{
    m_deviceTable->setMinimumHeight(Space::S4 * 10);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Space::S4, 0, Space::S6);
    column->setSpacing(Space::S4);
    auto *password = addTitledCard(*column, m_context.theme, tr("Password"),
                                   tr("Long and used nowhere else is better than complicated."));
    auto *passwordRow = new QHBoxLayout;
    addActionButton(*passwordRow, m_passwordAction);
    passwordRow->addStretch();
    password->addLayout(passwordRow);

    m_factorTag->setObjectName(u"twoFactorTag"_s);
    m_factorWords->setObjectName(u"twoFactorLabel"_s);
    m_codesWords->setObjectName(u"recoveryCodesLabel"_s);
    m_factorWords->setWordWrap(true);
    m_codesWords->setWordWrap(true);
    m_codesWords->setVisible(false);
    auto *factor = addTitledCard(*column, m_context.theme, tr("Second factor"), {}, m_factorTag);
    factor->addWidget(m_factorWords);
    factor->addWidget(m_codesWords);
    auto *factorRow = new QHBoxLayout;
    factorRow->setSpacing(Space::S2);
    QPushButton *enrol = addActionButton(*factorRow, m_enrolAction);
    enrol->setProperty("rank", u"primary"_s);
    enrol->setIcon({}); // it would be dark on the accent
    addActionButton(*factorRow, m_codesAction);
    addActionButton(*factorRow, m_disableAction);
    factorRow->addStretch();
    factor->addLayout(factorRow);

    auto *devices = addTitledCard(*column, m_context.theme, tr("Devices"),
                                  tr("Where this account was signed in. Sign out what you do not know, "
                                     "and change the password then."));
    auto *deviceRow = new QHBoxLayout;
    deviceRow->setSpacing(Space::S2);
    addActionButton(*deviceRow, m_renameAction);
    addActionButton(*deviceRow, m_revokeAction);
    deviceRow->addStretch();
    devices->addLayout(deviceRow);
    devices->addWidget(m_deviceTable, 1);
    column->setStretch(2, 1);
    auto *scroll = new QScrollArea;
    fillPageScroll(*scroll, page, u"securityScroll"_s, title(), 0);
    return scroll;
}

QWidget *SecurityPane::buildActivity()
{
    m_activityTable->setObjectName(u"ownActivityTable"_s);
    keepScrollBar(*m_activityTable);
    m_activityTable->setAccessibleName(tr("What happened to this account"));
    m_noActivity->set(u"inbox"_s, tr("Nothing yet"), tr("Sign-ins and changes of this account appear here."));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Space::S4, 0, 0);
    column->setSpacing(Space::S2);
    column->addWidget(m_activityError);
    column->addLayout(m_activityStack, 1);
    m_activityStack->addWidget(m_activityTable);
    m_activityStack->addWidget(m_noActivity);
    return page;
}

void SecurityPane::buildLayout()
{
    m_tabs->setObjectName(u"securityTabs"_s);
    m_tabs->setAccessibleName(title());
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setProperty("overMargin", Style::ScrollBarWidth);
    m_tabs->addTab(buildSignIn(), tr("Signing in"));
    m_tabs->addTab(buildActivity(), tr("Recent activity"));
    m_tabs->addTab(m_account, tr("E-mail and preferences"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S5, 0, 0);
    column->setSpacing(Space::S3);
    auto *head = makeHead(m_context.theme);
    head->addWidget(new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::muted, m_context.access.user().email),
                    1, Qt::AlignBaseline);
    auto *upper = new QVBoxLayout;
    upper->setContentsMargins(Space::S6, 0, Space::S6, 0);
    upper->setSpacing(Space::S3);
    upper->addLayout(head);
    upper->addWidget(m_error);
    column->addLayout(upper);
    column->addLayout(overMargin(m_tabs), 1);
}
