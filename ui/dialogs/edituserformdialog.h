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
    virtual QFuture<Result<Tagged<User>>> send(const QString &id, const QByteArray &etag) = 0;
    /// Between what send() would save and `theirs`.
    virtual QList<ConflictLine> differences(const User &theirs) const = 0;
    UserDirectory &users() { return m_users; }
    const User &user() const { return m_user; }
    void read(); ///< call at the end of the constructor

private:
    void save();
    void compare(const Error &refused);

    UserDirectory &m_users;
    User m_user;
    QByteArray m_etag;
    Tagged<User> m_theirs;
};
