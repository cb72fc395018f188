// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

ConfirmDialog::ConfirmDialog(const Context &context, const QString &question, const QString &consequence,
                             const QString &confirmText, QWidget *parent)
    : FormDialog(context, question, consequence, confirmText, parent)
{
    setObjectName(u"confirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setSubmitRank(u"danger"_s);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    const QString name = context.access.nameToType();
    if (name.isEmpty())
        return;
    m_typed = new QLineEdit;
    m_typed->setObjectName(u"typedNameEdit"_s);
    addField({}, tr("Type “%1” to go on").arg(name), m_typed, tr("This server is marked as production."));
    setSubmittable(false);
    connect(m_typed, &QLineEdit::textChanged, this,
            [this, name](const QString &text) { setSubmittable(text == name); });
}
