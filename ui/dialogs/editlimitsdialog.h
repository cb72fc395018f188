// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/edituserformdialog.h"

class QDoubleSpinBox;
class QPlainTextEdit;
class QSpinBox;

/// What one user may consume, and why.
class EditLimitsDialog : public EditUserFormDialog
{
    Q_OBJECT
public:
    EditLimitsDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent = nullptr);

private:
    void fill(const User &user) override;
    void follow(const User &theirs) override;
    QFuture<Result<Tagged<User>>> send(const QString &id, const QByteArray &etag) override;
    QList<ConflictLine> differences(const User &theirs) const override;
    Limits limits() const;

    QSpinBox *m_agents;
    QDoubleSpinBox *m_tokens; ///< whole numbers: a QSpinBox ends where an int does
    QSpinBox *m_requests;
    QPlainTextEdit *m_notes;
};
