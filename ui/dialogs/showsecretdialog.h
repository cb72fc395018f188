// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

/// A secret that is shown this once, with a button that copies it.
class ShowSecretDialog : public QDialog
{
    Q_OBJECT
public:
    ShowSecretDialog(const Context &context, const QString &title, const QString &secret, const QString &warning,
                     QWidget *parent = nullptr);
    ~ShowSecretDialog() override;

protected:
    void reject() override; ///< asks once, while it was not copied

private:
    void copy();

    QLineEdit *m_secret;
    QPushButton *m_copy;
    QPushButton *m_done;
    bool m_copied = false;
    bool m_warned = false;
};
