// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/forgotpasswordpage.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

ForgotPasswordPage::ForgotPasswordPage(const Context &context, QWidget *parent)
    : GatePage(context, tr("Forgotten password"),
               tr("The server sends a mail to the address of your account, with a code that sets a new password."),
               parent)
{
    setObjectName(u"forgotPasswordPage"_s);
    m_email = addEdit(u"forgotEmailEdit"_s, u"email"_s, tr("E-mail"));
    m_submit = addSubmit(u"requestMailButton"_s, tr("Send the mail"), tr("Ask the server for the mail (Return)"),
                         tr("Type the e-mail address first."));
    addLink(u"tokenAtHandLink"_s, tr("I have a code already"), tr("Set the new password with the code of a mail"),
            [this] { emit tokenAtHand(); });
    addLink(u"forgotBackLink"_s, tr("Back to sign-in"), tr("Sign in with the password"),
            [this] { emit backRequested(); });
    connect(m_submit, &QPushButton::clicked, this, [this] {
        clearErrors();
        if (!m_email->text().contains(u'@'))
            return setFieldError(m_email, tr("This is not an e-mail address."));
        emit mailRequested(m_email->text().trimmed());
    });
}

void ForgotPasswordPage::start(const QString &email)
{
    clearErrors();
    m_email->setText(email);
    setBusy(false);
    m_email->setFocus();
}

void ForgotPasswordPage::setBusy(bool busy)
{
    m_email->setEnabled(!busy);
    m_submit->setText(busy ? tr("Sending…") : tr("Send the mail"));
    holdSubmit(busy);
}
