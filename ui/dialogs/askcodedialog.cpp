// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askcodedialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

AskCodeDialog::AskCodeDialog(const Context &context, const QString &title, const QString &subtitle,
                             const QString &submitText, QWidget *parent)
    : FormDialog(context, title, subtitle, submitText, parent)
    , m_code(new QLineEdit)
{
    setObjectName(u"askCodeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_code->setObjectName(u"askedCodeEdit"_s);
    m_code->setMaxLength(64);
    m_code->setFont(context.theme.font(TextStyle::Code));
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    addField(u"code"_s, tr("Code"), m_code, tr("The six digits that your authenticator shows now."));
    setSubmittable(false);
    connect(m_code, &QLineEdit::textChanged, this,
            [this](const QString &text) { setSubmittable(!text.trimmed().isEmpty()); });
    connect(this, &FormDialog::submitted, this, [this] {
        setBusy(true);
        emit codeGiven(m_code->text().remove(u' ')); // shown in groups, typed in groups
    });
    m_code->setFocus();
}

void AskCodeDialog::refuse(const Error &error)
{
    fail(codeErrorInWords(error));
    m_code->selectAll();
}

void AskCodeDialog::done(int result)
{
    setBusy(false);
    m_code->clear();
    FormDialog::done(result);
}

Error codeErrorInWords(const Error &error)
{
    if (!(error == ErrorCode::InvalidCredentials) && !(error == ErrorCode::ValidationError))
        return error;
    Error wrong = error;
    wrong.details = {{u"code"_s, AskCodeDialog::tr("This code is wrong or used already. Wait for the next one.")}};
    return wrong;
}
