// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/edituserformdialog.h"

EditUserFormDialog::EditUserFormDialog(const Context &context, UserDirectory &users, const User &user,
                                       const QString &title, QWidget *parent)
    : FormDialog(context, title, user.email, tr("Save"), parent)
    , m_users(users)
    , m_user(user)
{
    setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &FormDialog::submitted, this, &EditUserFormDialog::save);
    connect(this, &FormDialog::overwriteChosen, this, &EditUserFormDialog::save);
    connect(this, &FormDialog::theirsChosen, this, [this] {
        fill(m_user);
        updateSubmitButton();
    });
}

void EditUserFormDialog::read()
{
    fill(m_user);
    submitOnlyChanges([this] { return !differences(m_user).isEmpty(); });
    setReading(true);
    whenRead(m_users.get(m_user.id), [this](const Result<Tagged<User>> &answer) {
        setReading(false);
        if (!answer) {
            setSubmittable(false); // without its tag it would undo what others changed meanwhile
            return fail(answer.error());
        }
        m_user = answer->value;
        m_etag = answer->etag;
        fill(m_user);
        updateSubmitButton();
    });
}

void EditUserFormDialog::save()
{
    setBusy(true);
    whenDone(send(m_user.id, m_etag), this, [this](const Result<Tagged<User>> &answer) {
        if (answer) {
            setBusy(false);
            emit saved(answer->value);
            return accept();
        }
        if (answer.error() == ErrorCode::PreconditionFailed)
            return compareWith(m_users.get(m_user.id), answer.error(),
                               [this](const Tagged<User> &theirs) { return rebase(theirs); });
        fail(answer.error());
    });
}

QList<ConflictLine> EditUserFormDialog::rebase(const Tagged<User> &theirs)
{
    follow(theirs.value);
    m_user = theirs.value;
    m_etag = theirs.etag;
    return differences(m_user);
}
