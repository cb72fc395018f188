// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resetpasswordpage.h"

#include "models/domain/accountsecurity.h"
#include "ui/dialogs/confirmemaildialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

ResetPasswordPage::ResetPasswordPage(const Context &context, QWidget *parent)
    : GatePage(context, tr("New password"), {}, parent)
{
    setObjectName(u"resetPasswordPage"_s);
    m_token = addEdit(u"resetTokenEdit"_s, u"token"_s, tr("Code"), tr("From the mail; it works once."));
    m_password
        = addPassword(u"resetPasswordEdit"_s, u"newPassword"_s, tr("New password"), tr("At least 8 characters."));
    m_repeat = addPassword(u"resetRepeatEdit"_s, u"repeat"_s, tr("New password again"));
    m_submit = addSubmit(u"resetPasswordButton"_s, tr("Set the password"));
    addLink(u"resetBackLink"_s, tr("Back to sign-in"), tr("Leave the password as it is"),
            [this] { emit backRequested(); });
    connect(m_submit, &QPushButton::clicked, this, &ResetPasswordPage::submit);
    start({});
}

ResetPasswordPage::~ResetPasswordPage() { forget(); }

void ResetPasswordPage::start(const QString &email)
{
    clearErrors();
    forget();
    setSubtitle(email.isEmpty()
                    ? tr("Setting a new password ends every session of the account.")
                    : tr("If %1 has an account here, a mail is on its way. Setting a new password ends every session "
                         "of the account.")
                          .arg(email));
    setBusy(false);
    m_token->setFocus();
}

void ResetPasswordPage::setBusy(bool busy)
{
    for (QLineEdit *edit : {m_token, m_password, m_repeat})
        edit->setEnabled(!busy);
    holdSubmit(busy);
    m_submit->setText(busy ? tr("Setting…") : tr("Set the password"));
}

void ResetPasswordPage::resetFailed(const Error &error)
{
    setBusy(false);
    const Error shown = mailedCodeErrorInWords(error);
    fail(shown);
    if (shown.details.contains(u"token"_s))
        m_token->setFocus();
}

void ResetPasswordPage::forget()
{
    for (QLineEdit *edit : {m_token, m_password, m_repeat})
        edit->clear();
}

void ResetPasswordPage::submit()
{
    clearErrors();
    bool good = true;
    const auto refuse = [&](QLineEdit *edit, const QString &why) {
        setFieldError(edit, why);
        if (good)
            edit->setFocus();
        good = false;
    };
    if (m_password->text().size() < ShortestPassword)
        refuse(m_password, tr("Use at least 8 characters."));
    else if (m_password->text() != m_repeat->text())
        refuse(m_repeat, tr("The two passwords differ."));
    if (good)
        emit resetRequested(m_token->text().trimmed(), m_password->text());
}
