// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmemaildialog.h"

#include "models/domain/async.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

ConfirmEmailDialog::ConfirmEmailDialog(const Context &context, OwnAccount &account, const QString &address,
                                       QWidget *parent)
    : FormDialog(context, tr("Confirm the e-mail address"),
                 tr("With the code of the mail that went to %1.").arg(address), tr("Confirm"), parent)
    , m_account(account)
    , m_code(new QLineEdit)
{
    setObjectName(u"confirmEmailDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_code->setObjectName(u"emailCodeEdit"_s);
    m_code->setMaxLength(200);
    m_code->setFont(context.theme.font(TextStyle::Code));
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    addField(u"token"_s, tr("Code"), m_code, tr("It works once and expires; the mail says when."));
    setSubmittable(false);
    connect(m_code, &QLineEdit::textChanged, this,
            [this](const QString &text) { setSubmittable(!text.trimmed().isEmpty()); });
    connect(this, &FormDialog::submitted, this, &ConfirmEmailDialog::save);
    m_code->setFocus();
}

void ConfirmEmailDialog::save()
{
    setBusy(true);
    whenDone(m_account.confirmEmail(m_code->text()), this, [this](const Result<Done> &answer) {
        if (!answer) {
            fail(mailedCodeErrorInWords(answer.error()));
            return m_code->selectAll();
        }
        setBusy(false);
        emit confirmed();
        accept();
    });
}

Error mailedCodeErrorInWords(const Error &error)
{
    const bool worthless = error == ErrorCode::AuthInvalid || error == ErrorCode::AuthExpired
        || error == ErrorCode::InvalidCredentials || error == ErrorCode::ResourceNotFound
        || error.details.keys() == QStringList{u"token"_s};
    if (!worthless)
        return error;
    Error wrong{.code = ErrorCode::ValidationError, .requestId = error.requestId};
    wrong.details
        = {{u"token"_s, ConfirmEmailDialog::tr("This code is wrong, used or too old. Ask for another mail.")}};
    return wrong;
}
