// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signinpage.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SignInPage::SignInPage(const Context &context, QWidget *parent)
    : GatePage(context, tr("Sign in"), {}, parent)
    , m_remember(new QCheckBox(tr("Stay signed in on this computer")))
    , m_secrets(new ThemedLabel(context.theme, TextStyle::Small, &Colours::muted))
    , m_offline(new Banner(context.theme, Tone::Warning, u"wifi-off"_s))
    , m_tick(new QTimer(this))
{
    setObjectName(u"signInPage"_s);
    m_offline->setObjectName(u"signInOffline"_s);
    m_offline->setRadius(Radius::Medium);
    column().addWidget(m_offline);
    m_email = addEdit(u"emailEdit"_s, u"email"_s, tr("E-mail"));
    m_password = addPassword(u"passwordEdit"_s, u"password"_s, tr("Password"));
    m_remember->setObjectName(u"rememberCheckBox"_s);
    m_remember->setToolTip(tr("Keeps the sign-in in the keychain of this computer, nowhere else"));
    m_secrets->setObjectName(u"secretsProblemLabel"_s);
    m_secrets->setWordWrap(true);
    m_secrets->setVisible(false);
    column().addWidget(m_remember);
    column().addWidget(m_secrets);
    m_submit = addSubmit(u"signInButton"_s, tr("Sign in"), tr("Sign in (Return)"),
                         tr("Fill in the e-mail address and the password first."));
    column().addSpacing(Space::S2);
    m_confirm = addLink(u"confirmEmailLink"_s, tr("Enter the code of the confirmation mail…"),
                        tr("This server lets nobody in before the e-mail address is confirmed"),
                        [this] { emit confirmRequested(); });
    m_confirm->setVisible(false); // until the server asks for it
    addLink(u"forgotLink"_s, tr("Forgotten your password?"), tr("Set a new one by a mail of the server"),
            [this] { emit forgotRequested(); });
    m_setup
        = addLink(u"setupLink"_s, tr("Set up the first administrator…"),
                  tr("This server has no administrator yet; needs its setup token"), [this] { emit setupRequested(); });
    m_setup->setVisible(false); // until the server says that it needs one
    addLink(u"otherServerLink"_s, tr("Other server…"), tr("Choose, add or change servers"),
            [this] { emit otherServerRequested(); });
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_offline, &Banner::actionTriggered, this, &SignInPage::retryConnectionRequested);
    m_tick->setInterval(1s);
    connect(m_tick, &QTimer::timeout, this, &SignInPage::countDown);
    setReason({});
}

void SignInPage::setProfile(const ServerProfile &profile)
{
    const QString host = profile.local ? tr("this computer") : profile.url.toDisplayString(QUrl::RemoveScheme).mid(2);
    m_server = sendsInClear(profile.url) ? tr("%1 · %2 · not encrypted", "profile, host").arg(profile.name, host)
                                         : tr("%1 · %2", "profile, host").arg(profile.name, host);
    setReason({});
    m_password->clear();
    m_confirm->setVisible(false);
    m_setup->setVisible(false);
    m_tick->stop();
    m_lockedSeconds = 0; // the lock is another server's
    setBusy(false);
    clearErrors();
}

void SignInPage::setEmail(const QString &email) { m_email->setText(email); }

void SignInPage::setRemember(bool remember)
{
    m_wantsRemembering = remember;
    m_remember->setChecked(remember && m_remember->isEnabled());
}

void SignInPage::prefill(const QString &email, const QString &password)
{
    m_email->setText(email);
    m_password->setText(password);
}

void SignInPage::setReason(const QString &reason)
{
    setSubtitle(reason.isEmpty() ? m_server : m_server + u'\n' + reason);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_email->setEnabled(!busy);
    m_password->setEnabled(!busy);
    updateSubmit();
}

void SignInPage::setNeedsSetup(bool needs) { m_setup->setVisible(needs); }

void SignInPage::setConnection(ConnectionState state, const QString &reason)
{
    m_offline->say(state == ConnectionState::Offline ? tr("The server does not answer. %1").arg(reason).trimmed()
                                                     : QString(),
                   tr("Try again"));
}

void SignInPage::setSecretsProblem(const QString &problem)
{
    m_secrets->setText(problem.isEmpty() ? QString() : tr("Sign-in will not be remembered: %1").arg(problem));
    m_secrets->setVisible(!problem.isEmpty());
    if (m_remember->isEnabled())
        m_wantsRemembering = m_remember->isChecked();
    m_remember->setEnabled(problem.isEmpty());
    m_remember->setChecked(problem.isEmpty() && m_wantsRemembering);
}

QString SignInPage::email() const { return m_email->text().trimmed(); }

void SignInPage::forgetPassword() { m_password->clear(); }

void SignInPage::signInFailed(const Error &error)
{
    setBusy(false);
    Error shown = error;
    if (error == ErrorCode::InvalidCredentials)
        shown.details.clear(); // it is said of both fields, and in the person's language
    const bool unconfirmed = error == ErrorCode::Forbidden; // the one thing that a right password does not open
    m_confirm->setVisible(unconfirmed);
    if (unconfirmed)
        setReason(tr("The e-mail address of this account is not confirmed yet."));
    else
        fail(shown);
    m_password->setFocus();
    m_password->selectAll();
    if (error == ErrorCode::AccountLocked && error.retryAfterSeconds > 0) {
        m_lockedSeconds = error.retryAfterSeconds + 1;
        m_tick->start();
        countDown();
    }
}

void SignInPage::countDown()
{
    if (--m_lockedSeconds <= 0) {
        m_tick->stop();
        clearErrors();
        setBusy(false);
        return;
    }
    const int minutes = (m_lockedSeconds + 59) / 60;
    m_submit->setText(m_lockedSeconds > 90 ? tr("Locked for %n minute(s)", nullptr, minutes)
                                           : tr("Locked for %n second(s)", nullptr, m_lockedSeconds));
    updateSubmit();
}

void SignInPage::updateSubmit() { holdSubmit(m_busy || m_lockedSeconds > 0); }

void SignInPage::submit()
{
    clearErrors();
    emit signInRequested(email(), m_password->text(),
                         m_remember->isEnabled() ? m_remember->isChecked() : m_wantsRemembering);
}
