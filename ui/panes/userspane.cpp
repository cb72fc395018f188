// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/userspane.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/editlimitsdialog.h"
#include "ui/dialogs/edituserdialog.h"
#include "ui/dialogs/runbulkdialog.h"
#include "ui/dialogs/showsessionsdialog.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/usagepane.h"
#include "ui/panes/userdeclaration.h"

using namespace Qt::StringLiterals;

const QString UsersPane::Id = u"users"_s;

namespace
{
constexpr int UsersAtOnce = 100; // the server takes a thousand; so the progress moves and Stop has something to stop
}

UsersPane::UsersPane(const Context &context, UserDirectory &users, PagedTableModel<User> &model, RowExport *rowExport,
                     CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declareUsers(model, std::move(curl), actionsOf(this)), rowExport, parent)
    , m_users(users)
    , m_rows(model)
{
}

// Runs before the base exists: the functions only keep the pointer for later.
QList<RowAction> UsersPane::actionsOf(UsersPane *pane)
{
    const auto bind = [pane](void (UsersPane::*method)(const QStringList &)) {
        return [pane, method](const QStringList &ids) { (pane->*method)(ids); };
    };
    const auto notMe = [pane](const QStringList &ids) {
        return ids.contains(pane->context().access.user().id) ? tr("You cannot do this to your own account.")
                                                              : QString();
    };
    const auto noneIs = [pane](bool active, const QString &reason) {
        return [pane, active, reason](const QStringList &ids) {
            for (const QString &id : ids) {
                const User *one = pane->m_rows.rowById(id);
                if (!one || one->active != active)
                    return QString();
            }
            return reason;
        };
    };
    const auto notInactive = noneIs(false, tr("Inactive already."));
    return {
        {.id = u"editLimitsAction"_s,
         .text = tr("Edit limits…"),
         .icon = u"gauge"_s,
         .shortcut = Qt::Key_F2,
         .explanation = tr("Change what this user may consume (F2)"),
         .run = bind(&UsersPane::editLimits)},
        {.id = u"editUserAction"_s,
         .text = tr("Edit user…"),
         .icon = u"pencil"_s,
         .shortcut = Qt::SHIFT | Qt::Key_F2,
         .explanation = tr("Change name, role and tier (Shift+F2)"),
         .run = bind(&UsersPane::editUser)},
        {.id = u"showUsageAction"_s,
         .text = tr("Show usage"),
         .icon = u"chart-column"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_G,
         .explanation = tr("What this user consumed, against the quota (Ctrl+Shift+G)"),
         .changes = false,
         .run = bind(&UsersPane::showUsage)},
        {.id = u"showUserAgentsAction"_s,
         .text = tr("Show agents"),
         .icon = u"bot"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_B,
         .explanation = tr("The agents that this user created (Ctrl+Shift+B)"),
         .changes = false,
         .run = bind(&UsersPane::showAgents)},
        {.id = u"showUserAuditAction"_s,
         .text = tr("Show audit log"),
         .icon = u"scroll-text"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_H,
         .explanation = tr("The audit log of what this user did (Ctrl+Shift+H)"),
         .changes = false,
         .run = bind(&UsersPane::showAudit)},
        {.id = u"sessionsAction"_s,
         .text = tr("Sessions…"),
         .icon = u"monitor-smartphone"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_S,
         .explanation = tr("Where this user is signed in (Ctrl+Shift+S)"),
         .changes = false,
         .run = bind(&UsersPane::showSessions)},
        {.id = u"activateAction"_s,
         .text = tr("Activate"),
         .icon = u"user-check"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
         .explanation = tr("Let these users sign in again (Ctrl+Shift+A)"),
         .many = true,
         .whyNot = noneIs(true, tr("Active already.")),
         .run = [pane](const QStringList &ids) { pane->setActive(ids, true); }},
        {.id = u"deactivateAction"_s,
         .text = tr("Deactivate"),
         .icon = u"user-x"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
         .explanation = tr("Sign these users out and keep them out (Ctrl+Shift+D)"),
         .many = true,
         .destructive = true,
         .whyNot = [notMe, notInactive](
                       const QStringList &ids) { return notMe(ids).isEmpty() ? notInactive(ids) : notMe(ids); },
         .run = bind(&UsersPane::askDeactivate)},
        {.id = u"deleteUserAction"_s,
         .text = tr("Delete…"),
         .icon = u"trash-2"_s,
         .shortcut = QKeySequence::Delete,
         .explanation = tr("Delete this user for good (Del)"),
         .destructive = true,
         .whyNot = notMe,
         .run = bind(&UsersPane::askRemove)},
    };
}

const User *UsersPane::user(const QStringList &ids) const
{
    return ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
}

QString UsersPane::nameOf(const QString &id) const
{
    const User *one = m_rows.rowById(id);
    return one ? one->email : id;
}

void UsersPane::taken(const User &user)
{
    m_rows.replaceRow(user);
    rowEdited();
}

void UsersPane::editLimits(const QStringList &ids)
{
    if (const User *one = user(ids)) {
        auto *dialog = new EditLimitsDialog(context(), m_users, *one, this);
        connect(dialog, &EditUserFormDialog::saved, this, [this](const User &saved) {
            taken(saved);
            emit noticed({tr("Limits of %1 saved.").arg(saved.email), Tone::Good});
        });
        dialog->open();
    }
}

void UsersPane::editUser(const QStringList &ids)
{
    if (const User *one = user(ids)) {
        auto *dialog = new EditUserDialog(context(), m_users, *one, this);
        connect(dialog, &EditUserFormDialog::saved, this, [this](const User &saved) {
            taken(saved);
            emit noticed({tr("%1 saved.").arg(saved.email), Tone::Good});
        });
        dialog->open();
    }
}

void UsersPane::showSessions(const QStringList &ids)
{
    if (const User *one = user(ids))
        (new ShowSessionsDialog(context(), m_users, *one, this))->open();
}

void UsersPane::showUsage(const QStringList &ids)
{
    if (const User *one = user(ids))
        emit openPaneRequested(UsagePane::Id, {{u"user_id"_s, one->id}}, {{u"user_id"_s, one->email}});
}

void UsersPane::showAgents(const QStringList &ids)
{
    if (const User *one = user(ids))
        emit openPaneRequested(AgentsPane::Id, {{u"user_id"_s, one->id}}, {{u"user_id"_s, one->email}});
}

void UsersPane::showAudit(const QStringList &ids)
{
    if (const User *one = user(ids))
        emit openPaneRequested(AuditPane::Id, {{u"actor_id"_s, one->id}}, {{u"actor_id"_s, one->email}});
}

void UsersPane::askDeactivate(const QStringList &ids)
{
    // One user can be undone from the notice; several, or anything on a production server, are asked for first.
    if (ids.size() == 1 && context().access.nameToType().isEmpty())
        return setActive(ids, false);
    auto *ask = new ConfirmDialog(context(),
                                  ids.size() == 1 ? tr("Deactivate %1?").arg(nameOf(ids.first()))
                                                  : tr("Deactivate %n users?", nullptr, int(ids.size())),
                                  tr("They are signed out at once and cannot sign in until they are activated again."),
                                  tr("Deactivate"), this);
    connect(ask, &QDialog::accepted, this, [this, ids] { setActive(ids, false); });
    ask->open();
}

void UsersPane::setActive(const QStringList &ids, bool active)
{
    if (ids.size() == 1)
        return setOneActive(ids.first(), active, false);
    setManyActive(ids, active);
}

void UsersPane::setOneActive(const QString &id, bool active, bool undoing)
{
    whenDone(m_users.setActive(id, active), this, [this, id, active, undoing](const Result<Tagged<User>> &answer) {
        if (!answer)
            return showError(answer.error());
        taken(answer->value);
        const QString text
            = active ? tr("%1 is active.").arg(answer->value.email) : tr("%1 is deactivated.").arg(answer->value.email);
        if (undoing)
            emit noticed({text, Tone::Good});
        else
            emit noticed({text, Tone::Good, tr("Undo"), [this, id, active] { setOneActive(id, !active, true); }});
    });
}

void UsersPane::setManyActive(const QStringList &ids, bool active)
{
    QList<RunBulkDialog::Row> rows;
    for (const QString &id : ids)
        rows.append({id, nameOf(id)});
    const auto run = [this, active](const QStringList &some) { return m_users.setManyActive(some, active); };
    auto *dialog = new RunBulkDialog(context(), active ? tr("Activate users") : tr("Deactivate users"), rows, run,
                                     UsersAtOnce, this);
    connect(dialog, &RunBulkDialog::ranAll, this, &UsersPane::refresh); // the rows as the server has them now
    dialog->open();
    dialog->start();
}

void UsersPane::askRemove(const QStringList &ids)
{
    const User *one = user(ids);
    if (!one)
        return;
    auto *ask = new ConfirmDialog(
        context(), tr("Delete %1?").arg(one->email),
        tr("The account and its %n agent(s) are deleted for good. This cannot be undone; deactivating can.", nullptr,
           int(one->agentCount)),
        tr("Delete"), this);
    connect(ask, &QDialog::accepted, this, [this, id = one->id, email = one->email] { remove(id, email); });
    ask->open();
}

void UsersPane::remove(const QString &id, const QString &email)
{
    whenDone(m_users.remove(id), this, [this, email](const Result<Done> &answer) {
        if (!answer)
            return showError(answer.error());
        clearSelection();
        m_rows.reload();
        emit noticed({tr("%1 is deleted.").arg(email), Tone::Good});
    });
}
