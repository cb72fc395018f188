// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/edituserdialog.h"

#include "models/domain/async.h"
#include "ui/support/words.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

EditUserDialog::EditUserDialog(const Context &context, UserDirectory &users, const User &user, QWidget *parent)
    : EditUserFormDialog(context, users, user, tr("Edit user"), parent)
    , m_firstName(new QLineEdit)
    , m_lastName(new QLineEdit)
    , m_role(new QComboBox)
    , m_tier(new QComboBox)
{
    setObjectName(u"editUserDialog"_s);
    m_firstName->setObjectName(u"firstNameEdit"_s);
    m_lastName->setObjectName(u"lastNameEdit"_s);
    m_role->setObjectName(u"roleCombo"_s);
    m_tier->setObjectName(u"tierCombo"_s);
    for (const Role role : {Role::User, Role::Enterprise, Role::Support, Role::Admin})
        m_role->addItem(inWords(role), int(role));
    for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
        m_tier->addItem(inWords(tier), int(tier));
    addField(u"first_name"_s, tr("First name"), m_firstName);
    addField(u"last_name"_s, tr("Last name"), m_lastName);
    addField(u"role"_s, tr("Role"), m_role,
             user.id == context.access.user().id
                 ? tr("You cannot change your own role.")
                 : tr("Support looks at everything and changes nothing; an administrator may do everything."));
    addField(u"subscription_tier"_s, tr("Tier"), m_tier, tr("Limits that were set for this user stay as they are."));
    m_role->setEnabled(user.id != context.access.user().id);
    read();
}

void EditUserDialog::fill(const User &user)
{
    m_firstName->setText(user.firstName);
    m_lastName->setText(user.lastName);
    m_role->setCurrentIndex(m_role->findData(int(user.role)));
    m_tier->setCurrentIndex(m_tier->findData(int(user.tier)));
}

void EditUserDialog::follow(const User &theirs)
{
    const UserChange mine = change();
    fill(theirs);
    if (mine.firstName)
        m_firstName->setText(*mine.firstName);
    if (mine.lastName)
        m_lastName->setText(*mine.lastName);
    if (mine.role)
        m_role->setCurrentIndex(m_role->findData(int(*mine.role)));
    if (mine.tier)
        m_tier->setCurrentIndex(m_tier->findData(int(*mine.tier)));
}

UserChange EditUserDialog::change() const
{
    const auto role = Role(m_role->currentData().toInt());
    const auto tier = Tier(m_tier->currentData().toInt());
    UserChange change;
    if (m_firstName->text() != user().firstName)
        change.firstName = m_firstName->text().trimmed();
    if (m_lastName->text() != user().lastName)
        change.lastName = m_lastName->text().trimmed();
    if (role != user().role)
        change.role = role;
    if (tier != user().tier)
        change.tier = tier;
    return change;
}

QFuture<Result<Tagged<User>>> EditUserDialog::send(const QString &id, const QByteArray &etag)
{
    const UserChange mine = change();
    if (mine.isEmpty())
        return readyFuture(Result<Tagged<User>>(Tagged<User>{user(), etag}));
    return users().update(id, mine, etag);
}

QList<ConflictLine> EditUserDialog::differences(const User &theirs) const
{
    const UserChange mine = change();
    QList<ConflictLine> lines;
    const auto add = [&](const QString &field, const QString &there, const QString &here) {
        if (there != here)
            lines.append({field, there, here});
    };
    if (mine.firstName)
        add(tr("First name"), theirs.firstName, *mine.firstName);
    if (mine.lastName)
        add(tr("Last name"), theirs.lastName, *mine.lastName);
    if (mine.role)
        add(tr("Role"), inWords(theirs.role), inWords(*mine.role));
    if (mine.tier)
        add(tr("Tier"), inWords(theirs.tier), inWords(*mine.tier));
    return lines;
}
