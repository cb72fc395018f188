// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;

/// Asks for a code of the second factor. Whoever opens it tries the code and then accepts or refuses.
class AskCodeDialog : public FormDialog
{
    Q_OBJECT
public:
    using FormDialog::setSubmitRank; ///< "danger" where the answer takes something away

    AskCodeDialog(const Context &context, const QString &title, const QString &subtitle, const QString &submitText,
                  QWidget *parent = nullptr);

    void refuse(const Error &error); ///< what was typed stays
    void done(int result) override;

signals:
    void codeGiven(const QString &code);

private:
    QLineEdit *m_code;
};

/// What a wrong code is called, wherever one is typed. Other errors stay as they are.
Error codeErrorInWords(const Error &error);
