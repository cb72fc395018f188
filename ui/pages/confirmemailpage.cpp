// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/confirmemailpage.h"

#include "ui/dialogs/confirmemaildialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

ConfirmEmailPage::ConfirmEmailPage(const Context &context, QWidget *parent)
    : GatePage(context, tr("Confirm the e-mail address"), {}, parent)
{
    setObjectName(u"confirmEmailPage"_s);
    m_code = addEdit(u"confirmCodeEdit"_s, u"token"_s, tr("Code"), tr("From the mail; it works once."));
    m_submit = addSubmit(u"confirmEmailButton"_s, tr("Confirm"), tr("Confirm the address (Return)"),
                         tr("Type the code of the mail first."));
    m_again = addLink(u"mailAgainLink"_s, tr("Mail another code"), tr("At most one mail a minute"),
                      [this] { emit mailRequested(m_email); });
    addLink(u"confirmBackLink"_s, tr("Back to sign-in"), tr("Sign in with the password"),
            [this] { emit backRequested(); });
    connect(m_submit, &QPushButton::clicked, this, [this] {
        clearErrors();
        emit codeGiven(m_code->text().trimmed());
    });
    start({});
}

void ConfirmEmailPage::start(const QString &email)
{
    clearErrors();
    m_email = email;
    m_code->clear();
    setSubtitle(tr("This server lets nobody in before the address is confirmed. A mail with a code went to %1 when the "
                   "account was made.")
                    .arg(email));
    setBusy(false);
    m_code->setFocus();
}

void ConfirmEmailPage::setBusy(bool busy)
{
    m_code->setEnabled(!busy);
    m_again->setEnabled(!busy);
    m_submit->setText(busy ? tr("Asking…") : tr("Confirm"));
    holdSubmit(busy);
}

void ConfirmEmailPage::confirmFailed(const Error &error)
{
    setBusy(false);
    fail(mailedCodeErrorInWords(error));
    m_code->setFocus();
    m_code->selectAll();
}

void ConfirmEmailPage::mailSent()
{
    setBusy(false);
    clearErrors();
    setSubtitle(tr("If %1 has an account here that waits for it, a mail with a new code is on its way.").arg(m_email));
    m_code->setFocus();
}
