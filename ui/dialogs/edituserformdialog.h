// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/userdirectory.h"
#include "ui/dialogs/formdialog.h"

/// A form over one user: reads it with its tag, saves with that tag, and lets the person decide when somebody else was
/// faster. `users` outlives it.
class EditUserFormDialog : public FormDialog
{
    Q_OBJECT
public:
    EditUserFormDialog(const Context &context, UserDirectory &users, const User &user, const QString &title,
                       QWidget *parent);

signals:
    void saved(const User &user);

protected:
    virtual void fill(const User &user) = 0;
    /// Fills what is as it was read, which is user(), with `theirs`.
    virtual void follow(const User &theirs) = 0;
    virtual QFuture<Result<Tagged<User>>> send(const QString &id, const QByteArray &etag) = 0;
    /// Between what send() would save and `theirs`.
    virtual QList<ConflictLine> differences(const User &theirs) const = 0;
    UserDirectory &users() { return m_users; }
    const User &user() const { return m_user; }
    void read(); ///< call at the end of the constructor

private:
    void save();
    QList<ConflictLine> rebase(const Tagged<User> &theirs);

    UserDirectory &m_users;
    User m_user; ///< what the form started from
    QByteArray m_etag; ///< of m_user
};
