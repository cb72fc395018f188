// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn: each pane, page and dialog, brought into the state worth a look.
#include "app/screenshotstage.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/legacypane.h"
#include "ui/panes/usagepane.h"
#include "ui/panes/userspane.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>

void Screenshots::planPages()
{
    step([this] {
        m_stage->window.setProfiles({}, {});
        m_stage->window.showPage(m_stage->firstRun);
    });
    shot(u"first-run"_s);
    step([this] {
        m_stage->setProduction(false);
        m_stage->signIn->setProfile(demoProfile(false));
        m_stage->signIn->setEmail(u"ada.okafor@northwind.example"_s);
        m_stage->signIn->setSecretsProblem(u"no keychain answers on this computer."_s);
        m_stage->window.showPage(m_stage->signIn);
    });
    shot(u"sign-in"_s);
    step([this] {
        m_stage->signIn->signInFailed({.code = ErrorCode::InvalidCredentials, .requestId = u"req_01j9d2"_s});
    });
    shot(u"sign-in-refused"_s);
    step([this] { m_stage->window.showPage(m_stage->setUp); });
    shot(u"first-administrator"_s);
    step([this] { m_stage->window.showPanes(); });
}

void Screenshots::planPanes()
{
    const auto open
        = [this](const char *id) { step([this, id] { m_stage->window.openPane(QString::fromLatin1(id)); }); };
    const auto table = [this] { return static_cast<TablePane *>(m_stage->window.currentPane()); };
    const auto settle = [this] { // the search field's button takes 160 ms to come and to go
        for (int turn = 0; turn < 5; ++turn)
            step([] {});
    };
    open("overview");
    shot(u"overview"_s);
    open("users");
    shot(u"users"_s);
    step([table] { table()->revealRow(u"user_01j0000000004"_s); });
    shot(u"users-details"_s);
    step([table] {
        table()->clearSelection();
        table()->showFiltered({{u"subscription_tier"_s, u"pro"_s}, {u"is_active"_s, u"true"_s}}, {});
    });
    step([table] {
        auto *view = table()->findChild<QTableView *>();
        for (const int row : {1, 2, 4})
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    shot(u"users-bulk"_s);
    step([table] {
        table()->clearSelection();
        table()->search(u"nobody has this name"_s);
    });
    settle();
    shot(u"users-empty"_s);
    step([table] { table()->showFiltered({}, {}); });
    step([this] { m_stage->window.setConnection(ConnectionState::Offline, u"Connection refused."_s); });
    settle();
    shot(u"users-offline"_s);
    step([this] {
        m_stage->window.setConnection(ConnectionState::Online, {});
        m_stage->window.currentPane()->refresh();
    });
    open("organizations");
    shot(u"organizations"_s);
    step([table] { table()->stepRow(0); });
    step([this] { m_stage->setProduction(true); });
    shot(u"organizations-production"_s);
}

void Screenshots::planAgents()
{
    const auto pane = [this](const char *id, const char *row) {
        step([this, id, row] {
            m_stage->setProduction(false);
            m_stage->window.openPane(QString::fromLatin1(id));
            m_stage->window.currentPane()->revealRow(QString::fromLatin1(row));
        });
    };
    const auto trigger = [this](const char *action) {
        step([this, action] { m_stage->window.findChild<QAction *>(QString::fromLatin1(action))->trigger(); });
    };
    const auto click = [this](const char *button) {
        step([this, button] {
            if (auto *found = m_stage->window.findChild<QPushButton *>(QString::fromLatin1(button)))
                found->click();
        });
    };
    const auto type = [this](const char *edit, const QString &text) {
        step([this, edit, text] {
            if (auto *found = m_stage->window.findChild<QLineEdit *>(QString::fromLatin1(edit)))
                found->setText(text);
        });
    };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->done(QDialog::Rejected);
        });
    };
    pane("agents", "");
    shot(u"agents"_s);
    pane("agents", "agent_01j0000000000");
    shot(u"agents-details"_s);
    trigger("editAgentAction");
    step([this] { m_stage->window.findChild<QTabWidget *>(u"formTabs"_s)->setCurrentIndex(1); });
    shot(u"edit-agent"_s);
    type("nameSetting", u"Front desk, renamed"_s);
    step([this] {
        m_stage->window.findChild<QDialog *>(u"editAgentDialog"_s)
            ->findChild<QPushButton *>(u"submitButton"_s)
            ->click();
    });
    shot(u"edit-agent-conflict"_s);
    close();
    trigger("newAgentAction");
    type("phone_numberSetting", u"0301234"_s);
    step([this] {
        m_stage->window.findChild<QDialog *>(u"editAgentDialog"_s)
            ->findChild<QPushButton *>(u"submitButton"_s)
            ->click();
    });
    shot(u"new-agent-refused"_s);
    close();
    trigger("tryAgentAction");
    type("chatEdit", u"I need an appointment next week."_s);
    click("sendChatButton");
    type("chatEdit", u"Thursday, please."_s);
    click("sendChatButton");
    shot(u"try-agent"_s);
    close();
    pane("calls", "");
    shot(u"calls"_s);
    pane("calls", "call_01j0000000003");
    shot(u"calls-details"_s);
}

void Screenshots::planKeys()
{
    const auto pane = [this](const char *id, const char *row) {
        step([this, id, row] {
            m_stage->window.openPane(QString::fromLatin1(id));
            m_stage->window.currentPane()->revealRow(QString::fromLatin1(row));
        });
    };
    const auto trigger = [this](const char *action) {
        step([this, action] { m_stage->window.findChild<QAction *>(QString::fromLatin1(action))->trigger(); });
    };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->deleteLater();
        });
    };
    pane("providerKeys", "");
    shot(u"provider-keys"_s);
    pane("providerKeys", "org_01j0002");
    shot(u"provider-keys-details"_s);
    trigger("manageKeysAction");
    shot(u"manage-provider-keys-foreign"_s);
    close();
    trigger("ownKeysAction");
    shot(u"manage-provider-keys"_s);
    step([this] { m_stage->window.findChild<QPushButton *>(u"setKeyButton_openai"_s)->click(); });
    shot(u"set-provider-key"_s);
    close();
    pane("accessKeys", "");
    shot(u"access-keys"_s);
    pane("accessKeys", "key_01j0000000001");
    shot(u"access-keys-details"_s);
    for (const auto &[action, name] :
         {std::pair{"newAccessKeyAction", "new-access-key"}, std::pair{"rotateAccessKeyAction", "rotate-access-key"},
          std::pair{"revokeAccessKeyAction", "revoke-access-key"}}) {
        trigger(action);
        shot(QString::fromLatin1(name));
        close();
    }
    trigger("rotateAccessKeyAction");
    step([this] {
        m_stage->window.findChild<QDialog *>(u"rotateAccessKeyDialog"_s)
            ->findChild<QPushButton *>(u"submitButton"_s)
            ->click();
    });
    shot(u"access-key-secret"_s);
    close();
}

void Screenshots::planUsage()
{
    const auto usage = [this](std::function<void(UsageView &)> change) {
        step([this, change] {
            m_stage->setProduction(false);
            m_stage->window.openPane(UsagePane::Id);
            UsageView view;
            change(view);
            static_cast<UsagePane *>(m_stage->window.currentPane())->setView(view);
        });
        step([] {}); // the chart's axes take another turn
    };
    usage([](UsageView &) {});
    shot(u"usage"_s);
    usage([](UsageView &view) {
        view.period = UsagePeriod::ThisMonth;
        view.group = UsageGroup::Provider;
        view.measure = UsageMeasure::Tokens;
        view.style = UsageStyle::Lines;
        view.compare = true;
        view.filters = {{u"organization_id"_s, u"org_01j0000"_s}};
        view.filterNames = {{u"organization_id"_s, u"Northwind Telecom"_s}};
    });
    shot(u"usage-compared"_s);
    step([this] {
        m_stage->window.currentPane()->showFiltered({{u"user_id"_s, u"user_01j0000000004"_s}},
                                                    {{u"user_id"_s, demoUser(4).email}});
    });
    step([] {});
    shot(u"usage-quota"_s);
    usage([](UsageView &view) {
        view.period = UsagePeriod::Custom;
        view.custom = {demoNow().date().addDays(-365), demoNow().date()};
        view.group = UsageGroup::Day;
        view.measure = UsageMeasure::Calls;
    });
    shot(u"usage-year"_s);
    step([this] { m_stage->window.openPane(HealthPane::Id); });
    for (int i = 0; i < 60; ++i)
        step([this] { m_stage->window.currentPane()->refresh(); });
    shot(u"health"_s);
    step([this] {
        if (auto *scroll = m_stage->window.currentPane()->findChild<QScrollArea *>())
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    shot(u"health-below"_s);
    step([this] { m_stage->window.openPane(LegacyPane::Id); });
    shot(u"legacy"_s);
    step([this] { static_cast<LegacyPane *>(m_stage->window.currentPane())->openFile(u"voxflow-export.json"_s); });
    shot(u"legacy-checked"_s);
    step([this] { static_cast<LegacyPane *>(m_stage->window.currentPane())->run(); });
    shot(u"legacy-done"_s);
    step([this] { m_stage->window.findChild<QWidget *>(u"toast"_s)->hide(); });
}

void Screenshots::planDialogs()
{
    const auto trigger = [this](const char *pane, const char *action) {
        step([this, pane] {
            m_stage->window.openPane(QString::fromLatin1(pane));
            m_stage->window.currentPane()->revealRow(u"user_01j0000000004"_s);
        });
        step([this, action] {
            if (auto *found = m_stage->window.findChild<QAction *>(QString::fromLatin1(action)))
                found->trigger();
        });
    };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->done(QDialog::Rejected);
        });
    };
    const std::array dialogs{std::pair{"editLimitsAction", "edit-limits"}, std::pair{"editUserAction", "edit-user"},
                             std::pair{"sessionsAction", "sessions"},      std::pair{"deleteUserAction", "delete-user"},
                             std::pair{"shortcutsAction", "shortcuts"},    std::pair{"aboutAction", "about"}};
    for (const auto &[action, name] : dialogs) {
        trigger("users", action);
        shot(QString::fromLatin1(name));
        close();
    }
    step([this] { m_stage->setProduction(false); });
    step([this] { (new ManageProfilesDialog(m_stage->context, m_stage->book, u"p2"_s, &m_stage->window))->open(); });
    shot(u"servers"_s);
    close();
    step([this] { m_stage->window.openPalette(u"us"_s); });
    shot(u"palette"_s);
}
