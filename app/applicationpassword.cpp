// SPDX-License-Identifier: GPL-3.0-or-later
// The ways into an account that somebody cannot sign in to: a forgotten password, an address that is not confirmed.
#include "app/application.h"

#include "models/domain/async.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/signinpage.h"

void Application::connectPasswordPages()
{
    connect(m_signIn, &SignInPage::forgotRequested, this, [this] {
        m_window.showPage(m_forgot);
        m_forgot->start(m_signIn->email());
    });
    connect(m_forgot, &ForgotPasswordPage::mailRequested, this, &Application::requestPasswordMail);
    connect(m_forgot, &ForgotPasswordPage::tokenAtHand, this, [this] {
        m_window.showPage(m_reset);
        m_reset->start({});
    });
    connect(m_reset, &ResetPasswordPage::resetRequested, this, &Application::resetPassword);
    const auto back = [this] { m_window.showPage(m_signIn); };
    connect(m_forgot, &ForgotPasswordPage::backRequested, this, back);
    connect(m_reset, &ResetPasswordPage::backRequested, this, back);
}

void Application::requestPasswordMail(const QString &email)
{
    m_forgot->setBusy(true);
    whenDone(m_platform.security.forgotPassword(email), m_forgot, [this, email](const Result<Done> &answer) {
        m_forgot->setBusy(false);
        if (!answer)
            return m_forgot->fail(answer.error());
        m_window.showPage(m_reset);
        m_reset->start(email);
    });
}

void Application::resetPassword(const QString &token, const QString &password)
{
    m_reset->setBusy(true);
    whenDone(m_platform.security.resetPassword(token, password), m_reset, [this](const Result<Done> &answer) {
        m_reset->setBusy(false);
        if (!answer)
            return m_reset->resetFailed(answer.error());
        m_reset->forget();
        m_window.showPage(m_signIn);
        m_signIn->setReason(tr("The new password is set. Sign in with it."));
    });
}

void Application::connectConfirmPage()
{
    connect(m_signIn, &SignInPage::confirmRequested, this, [this] {
        m_window.showPage(m_confirm);
        m_confirm->start(m_signIn->email());
    });
    connect(m_confirm, &ConfirmEmailPage::mailRequested, this, &Application::mailConfirmation);
    connect(m_confirm, &ConfirmEmailPage::codeGiven, this, &Application::confirmEmail);
    connect(m_confirm, &ConfirmEmailPage::backRequested, this, [this] { m_window.showPage(m_signIn); });
}

void Application::mailConfirmation(const QString &email)
{
    m_confirm->setBusy(true);
    whenDone(m_platform.account.mailCode(email), m_confirm, [this](const Result<Done> &answer) {
        if (answer)
            m_confirm->mailSent();
        else
            m_confirm->confirmFailed(answer.error());
    });
}

void Application::confirmEmail(const QString &code)
{
    m_confirm->setBusy(true);
    whenDone(m_platform.account.confirmEmail(code), m_confirm, [this](const Result<Done> &answer) {
        if (!answer)
            return m_confirm->confirmFailed(answer.error());
        m_confirm->setBusy(false);
        m_window.showPage(m_signIn);
        m_signIn->setReason(tr("The e-mail address is confirmed. Sign in."));
    });
}
