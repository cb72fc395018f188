// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/edituserformdialog.h"

class QComboBox;
class QLineEdit;

/// Name, role and tier of one user.
class EditUserDialog : public EditUserFormDialog
{
    Q_OBJECT
public:
    EditUserDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent = nullptr);

private:
    void fill(const User &user) override;
    void follow(const User &theirs) override;
    QFuture<Result<Tagged<User>>> send(const QString &id, const QByteArray &etag) override;
    QList<ConflictLine> differences(const User &theirs) const override;
    UserChange change() const; ///< what is not as it was read

    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QComboBox *m_role;
    QComboBox *m_tier;
};
