// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn of versions, the audit log, the own account and the second step of signing in.
#include "app/screenshotstage.h"
#include "ui/pages/codepage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/securitypane.h"
#include "ui/panes/versionspane.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

void Screenshots::planSignIn()
{
    step([this] {
        m_stage->window.showPage(m_stage->code);
        m_stage->code->ask(u"ada.okafor@northwind.example"_s);
    });
    shot(u"sign-in-code"_s);
    step([this] { m_stage->code->codeFailed({.code = ErrorCode::InvalidCredentials}); });
    shot(u"sign-in-code-refused"_s);
    step([this] {
        m_stage->window.showPage(m_stage->forgot);
        m_stage->forgot->start(u"ada.okafor@northwind.example"_s);
    });
    shot(u"forgotten-password"_s);
    step([this] {
        m_stage->window.showPage(m_stage->reset);
        m_stage->reset->start(u"ada.okafor@northwind.example"_s);
    });
    shot(u"new-password"_s);
    step([this] {
        m_stage->window.showPage(m_stage->confirmEmail);
        m_stage->confirmEmail->start(u"ada.okafor@northwind.example"_s);
    });
    shot(u"confirm-email"_s);
    step([this] { m_stage->window.showPanes(); });
}

void Screenshots::planVersions()
{
    const auto trigger = [this](const char *action) {
        step([this, action] { m_stage->window.findChild<QAction *>(QString::fromLatin1(action))->trigger(); });
    };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->deleteLater();
        });
    };
    const auto pane = [this] { return static_cast<VersionsPane *>(m_stage->window.pane(VersionsPane::Id)); };
    const auto submit = [this] {
        step([this] {
            m_stage->window.findChild<QDialog *>(u"editVersionsDialog"_s)
                ->findChild<QPushButton *>(u"submitButton"_s)
                ->click();
        });
    };
    step([this] {
        m_stage->setProduction(false);
        m_stage->window.openPane(VersionsPane::Id);
    });
    step([] {}); // the charts' axes take another turn
    shot(u"versions"_s);
    step([pane] { pane()->showVersion(u"v1"_s); });
    step([] {});
    step([pane] {
        auto *scroll = pane()->findChild<QScrollArea *>(u"versionsScroll"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    shot(u"versions-callers"_s);
    step([pane] { pane()->findChild<QTabWidget *>(u"versionTabs"_s)->setCurrentIndex(1); });
    shot(u"versions-routes"_s);
    trigger("editVersionsAction");
    step([this] {
        auto *dialog = m_stage->window.findChild<QDialog *>(u"editVersionsDialog"_s);
        dialog->findChild<QTabWidget *>(u"formTabs"_s)->setCurrentIndex(1);
    });
    shot(u"edit-versions"_s);
    step([this] {
        auto *dialog = m_stage->window.findChild<QDialog *>(u"editVersionsDialog"_s);
        dialog->findChild<QWidget *>(u"v1Brownouts"_s)->findChild<QPushButton *>(u"addBrownoutButton"_s)->click();
    });
    submit();
    shot(u"edit-versions-preview"_s);
    close();
    trigger("notifyCallersAction");
    shot(u"notify-callers"_s);
    close();
}

void Screenshots::planAudit()
{
    const auto table = [this] { return static_cast<TablePane *>(m_stage->window.currentPane()); };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->deleteLater();
        });
    };
    const auto trigger = [this](const char *action) {
        step([this, action] { m_stage->window.findChild<QAction *>(QString::fromLatin1(action))->trigger(); });
    };
    step([this] { m_stage->window.openPane(AuditPane::Id); });
    shot(u"audit"_s);
    step([table] { table()->stepRow(0); });
    shot(u"audit-details"_s);
    trigger("revertAction");
    shot(u"audit-revert"_s);
    close();
    step([table] {
        table()->stepRow(1);
        table()->stepRow(1);
    });
    shot(u"audit-details-agent"_s);
    step([table] { table()->clearSelection(); });
    trigger("verifyAuditAction");
    step([this] { m_stage->window.findChild<QWidget *>(u"toast"_s)->hide(); });
    shot(u"audit-verified"_s);
    close();
}

void Screenshots::planSecurity()
{
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->deleteLater();
        });
    };
    const auto trigger = [this](const char *action) {
        step([this, action] { m_stage->window.findChild<QAction *>(QString::fromLatin1(action))->trigger(); });
    };
    step([this] { m_stage->window.openPane(SecurityPane::Id); });
    shot(u"security-off"_s);
    trigger("enrolTwoFactorAction");
    step([this] { m_stage->window.findChild<QLineEdit *>(u"enrolmentCodeEdit"_s)->setText(u"123456"_s); });
    shot(u"security-enrol"_s);
    step([this] {
        m_stage->window.findChild<QDialog *>(u"enrolTwoFactorDialog"_s)
            ->findChild<QPushButton *>(u"submitButton"_s)
            ->click();
    });
    shot(u"security-recovery-codes"_s);
    close();
    shot(u"security"_s);
    trigger("changePasswordAction");
    shot(u"security-password"_s);
    close();
    step([this] { m_stage->window.currentPane()->findChild<QTabWidget *>(u"securityTabs"_s)->setCurrentIndex(1); });
    shot(u"security-activity"_s);
    step([this] { m_stage->window.currentPane()->findChild<QTabWidget *>(u"securityTabs"_s)->setCurrentIndex(2); });
    shot(u"security-account"_s);
    trigger("editPreferencesAction");
    shot(u"edit-preferences"_s);
    close();
    trigger("confirmEmailAction");
    step([this] {
        auto *dialog = m_stage->window.findChild<QDialog *>(u"confirmEmailDialog"_s);
        dialog->findChild<QLineEdit *>(u"emailCodeEdit"_s)->setText(u"8f1c-0d2e"_s);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
    });
    shot(u"confirm-email-refused"_s);
    close();
    step([this] { m_stage->window.currentPane()->findChild<QTabWidget *>(u"securityTabs"_s)->setCurrentIndex(0); });
    trigger("disableTwoFactorAction");
    step([this] {
        auto *ask = m_stage->window.findChild<QDialog *>(u"askCodeDialog"_s);
        ask->findChild<QLineEdit *>(u"askedCodeEdit"_s)->setText(u"123456"_s);
        ask->findChild<QPushButton *>(u"submitButton"_s)->click();
    });
    shot(u"security-code-refused"_s);
    close();
}
