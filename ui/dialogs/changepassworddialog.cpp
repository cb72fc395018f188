// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changepassworddialog.h"

#include "models/domain/accountsecurity.h"
#include "models/domain/async.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

ChangePasswordDialog::ChangePasswordDialog(const Context &context, AccountSecurity &security, QWidget *parent)
    : FormDialog(context, tr("Change the password"), tr("All your other sessions are signed out."), tr("Change"),
                 parent)
    , m_security(security)
{
    setObjectName(u"changePasswordDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_current = addPassword(u"currentPasswordEdit"_s, u"currentPassword"_s, tr("Current password"));
    m_next = addPassword(u"newPasswordEdit"_s, u"newPassword"_s, tr("New password"), tr("At least 8 characters."));
    m_repeat = addPassword(u"repeatPasswordEdit"_s, u"repeat"_s, tr("New password again"));
    const auto update = [this] {
        setSubmittable(!m_current->text().isEmpty() && !m_next->text().isEmpty() && !m_repeat->text().isEmpty());
    };
    for (QLineEdit *edit : {m_current, m_next, m_repeat})
        connect(edit, &QLineEdit::textChanged, this, update);
    update();
    connect(this, &FormDialog::submitted, this, &ChangePasswordDialog::save);
    m_current->setFocus();
}

ChangePasswordDialog::~ChangePasswordDialog()
{
    for (QLineEdit *edit : {m_current, m_next, m_repeat})
        edit->clear();
}

QLineEdit *ChangePasswordDialog::addPassword(const QString &name, const QString &apiName, const QString &label,
                                             const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(LongestPassword);
    addField(apiName, label, edit, hint);
    return edit;
}

void ChangePasswordDialog::save()
{
    Error wrong{.code = ErrorCode::ValidationError};
    if (m_next->text().size() < ShortestPassword)
        wrong.details.insert(u"newPassword"_s, tr("Use at least 8 characters."));
    else if (m_next->text() != m_repeat->text())
        wrong.details.insert(u"repeat"_s, tr("The two passwords differ."));
    if (!wrong.details.isEmpty())
        return fail(wrong);
    setBusy(true);
    whenDone(m_security.changePassword(m_current->text(), m_next->text()), this, [this](const Result<qint64> &answer) {
        if (!answer) {
            Error error = answer.error();
            if (error == ErrorCode::InvalidCredentials)
                error.details = {{u"currentPassword"_s, tr("This is not your password.")}};
            return fail(error);
        }
        setBusy(false);
        accept();
        emit changed(*answer);
    });
}
