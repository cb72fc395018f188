// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;

/// Asks once before something destructive and names what it hits; on a production server its name must be typed.
class ConfirmDialog : public FormDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const Context &context, const QString &question, const QString &consequence,
                  const QString &confirmText, QWidget *parent = nullptr);

private:
    QLineEdit *m_typed = nullptr;
};
