// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/setuppage.h"

#include "models/domain/accountsecurity.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

SetupPage::SetupPage(const Context &context, QWidget *parent)
    : GatePage(context, tr("First administrator"),
               tr("This server has no administrator yet. The setup token proves that you run it; it works once."),
               parent)
{
    setObjectName(u"setupPage"_s);
    m_token = addEdit(u"setupTokenEdit"_s, u"setup_token"_s, tr("Setup token"),
                      tr("The server prints it when it starts without an administrator."));
    m_email = addEdit(u"setupEmailEdit"_s, u"email"_s, tr("E-mail"));
    m_password = addPassword(u"setupPasswordEdit"_s, u"password"_s, tr("Password"), tr("At least 8 characters."));
    m_repeat = addPassword(u"setupRepeatEdit"_s, u"repeat"_s, tr("Password again"));
    m_submit = addSubmit(u"setupButton"_s, tr("Create administrator"));
    addLink(u"setupBackLink"_s, tr("Back to sign-in"), tr("Sign in with an existing account"),
            [this] { emit backRequested(); });
    connect(m_submit, &QPushButton::clicked, this, &SetupPage::submit);
}

void SetupPage::setToken(const QString &token) { m_token->setText(token); }

void SetupPage::setBusy(bool busy)
{
    holdSubmit(busy);
    m_submit->setText(busy ? tr("Creating…") : tr("Create administrator"));
}

void SetupPage::refuseToken()
{
    setFieldError(m_token, tr("This is not the server's token. Copy the one that it printed when it started last."));
    m_token->setFocus();
}

void SetupPage::submit()
{
    clearErrors();
    bool good = true;
    const auto refuse = [&](QLineEdit *edit, const QString &why) {
        setFieldError(edit, why);
        if (good)
            edit->setFocus();
        good = false;
    };
    if (!m_email->text().contains(u'@'))
        refuse(m_email, tr("This is not an e-mail address."));
    if (m_password->text().size() < ShortestPassword)
        refuse(m_password, tr("Use at least 8 characters."));
    else if (m_password->text() != m_repeat->text())
        refuse(m_repeat, tr("The two passwords differ."));
    if (good)
        emit setupRequested(m_token->text().trimmed(), m_email->text().trimmed(), m_password->text());
}
