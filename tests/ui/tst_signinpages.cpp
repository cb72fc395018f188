// SPDX-License-Identifier: GPL-3.0-or-later
// What signing in may take besides a password: the second step, a confirmed address, a password that was forgotten.
#include "tests/ui/fakes.h"
#include "ui/pages/codepage.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/signinpage.h"

#include <QSignalSpy>
#include <QTest>

class TestSignInPages : public QObject
{
    Q_OBJECT

private slots:
    void aServerThatWantsTheAddressConfirmedIsGivenTheCode()
    {
        Desk desk;
        SignInPage signIn(desk.context);
        signIn.show();
        auto *link = child<QPushButton>(signIn, u"confirmEmailLink"_s);
        QVERIFY(!link->isVisible());
        signIn.prefill(u"ada@example.com"_s, u"right password"_s);
        signIn.signInFailed({.code = ErrorCode::Forbidden});
        QVERIFY(link->isVisible());
        QVERIFY(textIn(signIn).contains(u"not confirmed"_s));
        QSignalSpy asked(&signIn, &SignInPage::confirmRequested);
        link->click();
        QCOMPARE(asked.size(), 1);
        ConfirmEmailPage page(desk.context);
        page.show();
        page.start(u"ada@example.com"_s);
        auto *code = child<QLineEdit>(page, u"confirmCodeEdit"_s);
        auto *submit = child<QPushButton>(page, u"confirmEmailButton"_s);
        QVERIFY(!submit->isEnabled());
        QSignalSpy mail(&page, &ConfirmEmailPage::mailRequested);
        child<QPushButton>(page, u"mailAgainLink"_s)->click();
        QCOMPARE(mail.first().first().toString(), u"ada@example.com"_s);
        QSignalSpy given(&page, &ConfirmEmailPage::codeGiven);
        code->setText(u" tok "_s);
        submit->click();
        QCOMPARE(given.first().first().toString(), u"tok"_s);
        page.setBusy(true);
        QVERIFY(!submit->isEnabled());
        page.confirmFailed({.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"?"_s}}});
        QVERIFY(child<QLabel>(page, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(code->text(), u" tok "_s);
    }
    void aWrongCodeKeepsTheForm()
    {
        Desk desk;
        CodePage page(desk.context);
        page.show();
        page.ask(u"ada@example.com"_s);
        QSignalSpy given(&page, &CodePage::codeGiven);
        auto *code = child<QLineEdit>(page, u"codeEdit"_s);
        auto *submit = child<QPushButton>(page, u"giveCodeButton"_s);
        QVERIFY(!submit->isEnabled());
        code->setText(u"123 456"_s); // six digits: nothing is left to type
        QCOMPARE(given.size(), 1);
        page.setBusy(true);
        QVERIFY(!submit->isEnabled());
        page.codeFailed({.code = ErrorCode::InvalidCredentials});
        QCOMPARE(code->text(), u"123 456"_s);
        QVERIFY(child<QLabel>(page, u"codeErrorLabel"_s)->isVisible());
        QVERIFY(submit->isEnabled());
        QCOMPARE(given.size(), 1);
    }
    void recoveryCodesAreTakenInstead()
    {
        Desk desk;
        CodePage page(desk.context);
        page.show();
        page.ask(u"ada@example.com"_s);
        QSignalSpy given(&page, &CodePage::codeGiven);
        child<QPushButton>(page, u"otherCodeLink"_s)->click();
        auto *code = child<QLineEdit>(page, u"codeEdit"_s);
        QCOMPARE(code->accessibleName(), u"Recovery code"_s);
        code->setText(u"123456"_s); // may be the beginning of one
        QCOMPARE(given.size(), 0);
        child<QPushButton>(page, u"giveCodeButton"_s)->click();
        QCOMPARE(given.size(), 1);
        page.codeFailed({.code = ErrorCode::AccountLocked, .retryAfterSeconds = 30});
        QVERIFY(!child<QPushButton>(page, u"giveCodeButton"_s)->isEnabled());
        QVERIFY(child<QPushButton>(page, u"giveCodeButton"_s)->text().contains(u"30"_s));
    }
    void aForgottenPasswordIsSetAnew()
    {
        Desk desk;
        ForgotPasswordPage forgot(desk.context);
        forgot.show();
        forgot.start(u"ada@example.com"_s);
        QSignalSpy mail(&forgot, &ForgotPasswordPage::mailRequested);
        child<QPushButton>(forgot, u"requestMailButton"_s)->click();
        QCOMPARE(mail.first().first().toString(), u"ada@example.com"_s);
        ResetPasswordPage reset(desk.context);
        reset.show();
        reset.start(u"ada@example.com"_s);
        QSignalSpy asked(&reset, &ResetPasswordPage::resetRequested);
        auto *submit = child<QPushButton>(reset, u"resetPasswordButton"_s);
        QVERIFY(!submit->isEnabled());
        QTest::keyClick(child<QLineEdit>(reset, u"resetPasswordEdit"_s), Qt::Key_Return);
        QVERIFY(child<QLabel>(reset, u"tokenErrorLabel"_s)->isVisible());
        child<QLineEdit>(reset, u"resetTokenEdit"_s)->setText(u" tok "_s);
        child<QLineEdit>(reset, u"resetPasswordEdit"_s)->setText(u"new password"_s);
        child<QLineEdit>(reset, u"resetRepeatEdit"_s)->setText(u"new password"_s);
        submit->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"tok"_s);
        reset.resetFailed({.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"no code of ours"_s}}});
        QVERIFY(child<QLabel>(reset, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(child<QLineEdit>(reset, u"resetPasswordEdit"_s)->text(), u"new password"_s); // stays
    }
};

QTEST_MAIN(TestSignInPages)
#include "tst_signinpages.moc"
