// SPDX-License-Identifier: GPL-3.0-or-later
// The own account over fake sources: second factor, devices, password, e-mail address and preferences.
#include "tests/ui/fakeplatform.h"
#include "tests/ui/panedesk.h"
#include "ui/mainwindow.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/securitypane.h"
#include "ui/widgets/qrcode.h"

#include <QSignalSpy>
#include <QTest>

namespace
{
struct SecurityDesk : PaneDesk {
    explicit SecurityDesk(bool enabled = false)
        : activity(security.activity(), auditColumns(), identity, format)
    {
        if (enabled)
            security.factor = {true, FakeVersions::now(), 2};
        auto *made = new SecurityPane(context, security, account, activity);
        put(made, [made] { return made->loadedAt().isValid(); });
    }
    ~SecurityDesk() { pane.reset(); }
    QString label(const QString &name) { return child<QLabel>(*pane, name)->text(); }
    void openTab(int index) { child<QTabWidget>(*pane, u"securityTabs"_s)->setCurrentIndex(index); }
    FakeSecurity security;
    FakeAccount account;
    PagedTableModel<AuditEntry> activity;
};
}

class TestSecurityPane : public QObject
{
    Q_OBJECT

private slots:
    void theOwnAccountIsInTheUserMenuOnly()
    {
        SecurityDesk desk;
        MainWindow window(desk.context);
        window.addAccountPane(desk.pane.release());
        QVERIFY(!window.findChild<QWidget *>(u"navigation_security"_s));
        auto *open = child<QAction>(window, u"open_security"_s);
        const auto menus = open->associatedObjects();
        QVERIFY(std::ranges::any_of(menus, [&](QObject *menu) {
            return menu->isWidgetType()
                && static_cast<QWidget *>(menu)->actions().contains(child<QAction>(window, u"signOutAction"_s))
                && static_cast<QWidget *>(menu)->actions().size() == 2; // the user menu
        }));
        open->trigger();
        QCOMPARE(window.currentPane()->id(), u"security"_s);
        window.removePanes();
    }
    void theSecondFactorIsSetUpWithACode()
    {
        SecurityDesk desk;
        QCOMPARE(desk.security.asked.size(), 2);
        QVERIFY(desk.security.audit.asked.isEmpty());
        QVERIFY(!desk.action(u"disableTwoFactorAction"_s)->isEnabled());
        desk.trigger(u"enrolTwoFactorAction"_s);
        const QString name = u"enrolTwoFactorDialog"_s;
        auto *code = desk.in<QLineEdit>(name, u"enrolmentCodeEdit"_s);
        QTRY_VERIFY(!desk.in<QrCode>(name, u"enrolmentPicture"_s)->modules().isNull());
        QCOMPARE(desk.in<QLineEdit>(name, u"enrolmentSecretEdit"_s)->text(), u"ABCD EFGH 23"_s);
        QVERIFY(!desk.in<QPushButton>(name, u"submitButton"_s)->isEnabled());
        code->setText(u"000 000"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"codeErrorLabel"_s)->isVisible());
        QCOMPARE(code->text(), u"000 000"_s); // what was typed stays
        code->setText(u"123 456"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.dialog(u"showRecoveryCodesDialog"_s));
        QVERIFY(textIn(*desk.dialog(u"showRecoveryCodesDialog"_s)).contains(u"code-3"_s));
        QTRY_VERIFY(desk.action(u"disableTwoFactorAction"_s)->isEnabled());
        QVERIFY(!desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
        QVERIFY(child<QPushButton>(*desk.pane, u"disableTwoFactorButton"_s)->isVisible());
        QVERIFY(!child<QPushButton>(*desk.pane, u"enrolTwoFactorButton"_s)->isVisible());
    }
    void aQrCodeIsDarkOnWhiteWithAQuietZone()
    {
        QrCode code;
        QVERIFY(code.setText(u"otpauth://totp/V:a?secret=ABCDEFGH23"_s));
        const QImage modules = code.modules();
        QVERIFY(modules.width() == modules.height() && modules.width() > 8 + 20);
        for (int i = 0; i < modules.width(); ++i) {
            for (const int edge : {0, 1, 2, 3, modules.width() - 1, modules.width() - 4}) {
                QCOMPARE(modules.pixelColor(i, edge), QColor(Qt::white));
                QCOMPARE(modules.pixelColor(edge, i), QColor(Qt::white));
            }
        }
        for (int i = 0; i < 7; ++i) // the finder pattern in the corner
            QCOMPARE(modules.pixelColor(4 + i, 4), QColor(Qt::black));
        QVERIFY(!code.setText({}));
        QVERIFY(!code.setText(QString(5000, u'x'))); // more than a code holds
    }
    void recoveryCodesAreKeptBeforeTheyGo()
    {
        SecurityDesk desk(true);
        QVERIFY(desk.label(u"recoveryCodesLabel"_s).contains(u"2"_s));
        desk.trigger(u"newRecoveryCodesAction"_s);
        desk.in<QLineEdit>(u"askCodeDialog"_s, u"askedCodeEdit"_s)->setText(u"123456"_s);
        desk.submit(u"askCodeDialog"_s);
        const QString name = u"showRecoveryCodesDialog"_s;
        QTRY_VERIFY(desk.dialog(name));
        auto *close = desk.in<QPushButton>(name, u"closeCodesButton"_s);
        close->click();
        QVERIFY(desk.dialog(name)); // it asks once
        const auto all = [&] { return desk.dialog(name)->layout()->totalMinimumSize(); };
        QVERIFY(desk.dialog(name)->width() >= all().width()); // and grows with the longer words
        desk.in<QPushButton>(name, u"copyCodesButton"_s)->click();
        QVERIFY(desk.dialog(name)->height() >= all().height()); // what it says then takes nothing from the codes
        QCOMPARE(QGuiApplication::clipboard()->text(), u"code-1\ncode-2\ncode-3"_s);
        QCOMPARE(close->text(), u"Close"_s);
        close->click();
        QTRY_VERIFY(!desk.dialog(name));
    }
    void turningItOffNeedsACode()
    {
        SecurityDesk desk(true);
        desk.trigger(u"disableTwoFactorAction"_s);
        QCOMPARE(desk.in<QPushButton>(u"askCodeDialog"_s, u"submitButton"_s)->property("rank").toString(), u"danger"_s);
        auto *code = desk.in<QLineEdit>(u"askCodeDialog"_s, u"askedCodeEdit"_s);
        code->setText(u"999999"_s);
        desk.submit(u"askCodeDialog"_s);
        QTRY_VERIFY(desk.in<QLabel>(u"askCodeDialog"_s, u"codeErrorLabel"_s)->isVisible());
        QVERIFY(desk.security.factor.enabled);
        code->setText(u"123456"_s);
        desk.submit(u"askCodeDialog"_s);
        QTRY_VERIFY(!desk.dialog(u"askCodeDialog"_s));
        QTRY_VERIFY(desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
    }
    void devicesAreRenamedAndSignedOut()
    {
        SecurityDesk desk;
        auto *table = child<QTableWidget>(*desk.pane, u"deviceTable"_s);
        QCOMPARE(table->item(0, 0)->text(), u"Laptop (this one)"_s);
        QVERIFY(!desk.action(u"revokeDeviceAction"_s)->isEnabled());
        table->selectRow(0);
        QVERIFY(!desk.action(u"revokeDeviceAction"_s)->isEnabled());
        QVERIFY(desk.action(u"revokeDeviceAction"_s)->toolTip().contains(u"Sign out instead"_s));
        table->selectRow(1);
        desk.trigger(u"renameDeviceAction"_s);
        desk.in<QLineEdit>(u"renameDeviceDialog"_s, u"deviceNameEdit"_s)->setText(u" Lost phone "_s);
        desk.submit(u"renameDeviceDialog"_s);
        QTRY_COMPARE(table->item(1, 0)->text(), u"Lost phone"_s);
        QCOMPARE(table->currentRow(), 1); // the same device is selected still
        desk.trigger(u"revokeDeviceAction"_s);
        QVERIFY(desk.dialog(u"confirmDialog"_s)->windowTitle().contains(u"Lost phone"_s));
        desk.submit(u"confirmDialog"_s);
        QTRY_COMPARE(table->rowCount(), 1);
        QVERIFY(desk.security.asked.contains(u"revoke d1"_s));
    }
    void aPasswordIsChangedOnlyWithTheOldOne()
    {
        SecurityDesk desk;
        const QString name = u"changePasswordDialog"_s;
        desk.trigger(u"changePasswordAction"_s);
        const auto type
            = [&](const QString &edit, const QString &text) { desk.in<QLineEdit>(name, edit)->setText(text); };
        type(u"currentPasswordEdit"_s, u"wrong"_s);
        type(u"newPasswordEdit"_s, u"new password"_s);
        type(u"repeatPasswordEdit"_s, u"new passwort"_s);
        desk.submit(name);
        QVERIFY(desk.in<QLabel>(name, u"repeatErrorLabel"_s)->isVisible());
        QVERIFY(!desk.security.asked.contains(u"password"_s));
        type(u"repeatPasswordEdit"_s, u"new password"_s);
        QVERIFY(!desk.in<QLabel>(name, u"repeatErrorLabel"_s)->isVisible());
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"currentPasswordErrorLabel"_s)->isVisible());
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        type(u"currentPasswordEdit"_s, u"right password"_s);
        desk.submit(name);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(noticed.first().first().value<Notice>().text.contains(u"2"_s));
    }
    void theOwnAccountIsNobodyElsesMatter()
    {
        SecurityDesk desk;
        desk.setRole(Role::Support);
        ServerProfile profile = desk.access.profile();
        profile.readOnly = true;
        desk.access.setProfile(profile);
        QVERIFY(desk.action(u"changePasswordAction"_s)->isEnabled());
        QVERIFY(desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
    }
    void activityIsReadWhenItIsLookedAt()
    {
        SecurityDesk desk;
        child<QTabWidget>(*desk.pane, u"securityTabs"_s)->setCurrentIndex(1);
        QTRY_COMPARE(desk.activity.rowCount(), 3);
        QCOMPARE(desk.security.audit.asked.size(), 1);
    }
    void theAddressIsConfirmedWithTheMailedCode()
    {
        SecurityDesk desk;
        QVERIFY(desk.account.asked.isEmpty()); // what is not looked at is not read
        QVERIFY(!desk.action(u"confirmEmailAction"_s)->isEnabled());
        desk.openTab(2);
        QTRY_VERIFY(desk.action(u"confirmEmailAction"_s)->isEnabled());
        QCOMPARE(desk.account.asked.size(), 2);
        QCOMPARE(desk.label(u"emailAddressLabel"_s), u"ada@example.com"_s);
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.trigger(u"mailEmailCodeAction"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(desk.account.asked.contains(u"mail ada@example.com"_s));
        desk.trigger(u"confirmEmailAction"_s);
        const QString name = u"confirmEmailDialog"_s;
        auto *code = desk.in<QLineEdit>(name, u"emailCodeEdit"_s);
        QVERIFY(!desk.in<QPushButton>(name, u"submitButton"_s)->isEnabled());
        code->setText(u"bad code"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"tokenErrorLabel"_s)->isVisible());
        QVERIFY(desk.in<QLabel>(name, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(code->text(), u"bad code"_s); // what was typed stays
        code->setText(u"good code"_s);
        desk.submit(name);
        QTRY_VERIFY(!desk.dialog(name));
        QTRY_VERIFY(!desk.action(u"confirmEmailAction"_s)->isEnabled());
        QVERIFY(desk.action(u"confirmEmailAction"_s)->toolTip().contains(u"confirmed already"_s));
    }
    void preferencesThatAreNotSavedStayInTheForm()
    {
        SecurityDesk desk;
        desk.openTab(2);
        QTRY_VERIFY(desk.action(u"editPreferencesAction"_s)->isEnabled());
        QCOMPARE(desk.label(u"marketingLabel"_s), u"No"_s);
        const QString name = u"editPreferencesDialog"_s;
        desk.trigger(u"editPreferencesAction"_s);
        auto *marketing = desk.in<QCheckBox>(name, u"marketingCheckBox"_s);
        QVERIFY(!marketing->isChecked());
        QVERIFY(desk.in<QCheckBox>(name, u"notificationsCheckBox"_s)->isChecked());
        marketing->setChecked(true);
        desk.account.failSave = Error{.code = ErrorCode::ServiceUnavailable};
        desk.submit(name);
        QTRY_VERIFY(desk.in<QWidget>(name, u"errorBanner"_s)->isVisible());
        QVERIFY(marketing->isChecked());
        QVERIFY(!desk.account.kept.marketing);
        desk.account.failSave.reset();
        desk.submit(name);
        QTRY_VERIFY(!desk.dialog(name));
        QCOMPARE(desk.account.kept, (Preferences{.marketing = true}));
        QCOMPARE(desk.label(u"marketingLabel"_s), u"Yes"_s);
    }
    void refreshingReadsWhatIsLookedAt()
    {
        SecurityDesk desk;
        desk.openTab(2);
        QTRY_COMPARE(desk.account.asked.size(), 2);
        QTRY_VERIFY(desk.action(u"editPreferencesAction"_s)->isEnabled());
        desk.security.asked.clear();
        desk.pane->refresh();
        QTRY_COMPARE(desk.account.asked.size(), 4);
        QVERIFY(desk.security.asked.isEmpty());
        desk.openTab(0);
        desk.pane->refresh();
        QTRY_COMPARE(desk.security.asked.size(), 2);
        QCOMPARE(desk.account.asked.size(), 4);
    }
};

QTEST_MAIN(TestSecurityPane)
#include "tst_securitypane.moc"
