// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/accesskeyspane.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/editaccesskeydialog.h"
#include "ui/dialogs/rotateaccesskeydialog.h"
#include "ui/dialogs/showsecretdialog.h"
#include "ui/support/words.h"

using namespace Qt::StringLiterals;

const QString AccessKeysPane::Id = u"accessKeys"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AccessKeysPane)
};

Details details(const AccessKey &key, const CurlFunction &curl, const QDateTime &now)
{
    using F = CellFormat;
    Details shown{
        .id = key.id,
        .title = key.name,
        .subtitle = key.createdBy.isEmpty() ? QString() : Text::tr("Created by %1").arg(key.createdBy),
        .state = tagOf(key, now),
        .sections = {{Text::tr("Permissions"),
                      {{Text::tr("Permission"), QVariant::fromValue(tagOf(key.permission)), F::Tag},
                       {Text::tr("Requests an hour"), key.requestsPerHour ? QVariant(*key.requestsPerHour) : QVariant(),
                        key.requestsPerHour ? F::Integer : F::Text}}},
                     {Text::tr("Dates"),
                      {{Text::tr("Last used"), key.lastUsedAt, F::Timestamp},
                       {Text::tr("Expires"), key.expiresAt, F::Timestamp},
                       {Text::tr("Created"), key.createdAt, F::Timestamp}}}},
        .curl = curl ? curl(key.id) : QString(),
        .kind = u"access_key"_s,
    };
    if (!key.lastFour.isEmpty())
        shown.sections.first().fields.append({Text::tr("Ends in"), QString(u'…' + key.lastFour), F::Identifier});
    if (key.oldSecretUntil.isValid())
        shown.sections.last().fields.append({Text::tr("Old secret until"), key.oldSecretUntil, F::Timestamp});
    if (key.revokedAt.isValid())
        shown.sections.last().fields.append({Text::tr("Revoked"), key.revokedAt, F::Timestamp});
    shown.sections.append({Text::tr("Id"), {{Text::tr("Key"), key.id, F::Identifier}}});
    return shown;
}

TableDeclaration declare(const PagedTableModel<AccessKey> &model, CurlFunction curl, std::function<QDateTime()> now,
                         QList<RowAction> actions)
{
    return {
        .id = u"accessKeys"_s,
        .title = Text::tr("Access keys"),
        .icon = u"key-square"_s,
        .searchPlaceholder = Text::tr("Name"),
        .defaultSort = u"-created_at"_s,
        .filters = {{u"status"_s,
                     Text::tr("State"),
                     {{u"active"_s, Text::tr("Valid")},
                      {u"expired"_s, Text::tr("Expired")},
                      {u"revoked"_s, Text::tr("Revoked")}}},
                    {u"organization_id"_s, Text::tr("Organisation")}},
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln key(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No access keys yet"),
        .emptyHint = Text::tr("A program signs in with an access key. Create one with “New key…”."),
        .pinnedColumn = u"name"_s,
        .details =
            [&model, curl = std::move(curl), now = std::move(now)](int row) {
                const AccessKey *key = model.rowAt(row);
                return key ? details(*key, curl, now()) : Details{};
            },
    };
}
}

QString idOf(const AccessKey &key) { return key.id; }

QList<Column<AccessKey>> accessKeyColumns(std::function<QDateTime()> now)
{
    using F = CellFormat;
    using K = AccessKey;
    return {
        {{u"name"_s, Text::tr("Name"), u"name"_s, F::Text, 24}, [](const K &k) { return k.name; }},
        {{u"permission"_s, Text::tr("Permission"), {}, F::Tag, 14},
         [](const K &k) { return QVariant::fromValue(tagOf(k.permission)); }},
        {{u"state"_s, Text::tr("State"), {}, F::Tag, 17},
         [now = std::move(now)](const K &k) { return QVariant::fromValue(tagOf(k, now())); }},
        {{u"lastUsed"_s, Text::tr("Last used"), u"last_used_at"_s, F::Timestamp, 15},
         [](const K &k) { return k.lastUsedAt; }},
        {{u"expires"_s, Text::tr("Expires"), {}, F::Timestamp, 15}, [](const K &k) { return k.expiresAt; }},
        {{u"limit"_s,
          Text::tr("Requests an hour"),
          {},
          F::Integer,
          14,
          true,
          Text::tr("Empty: the limit of who created the key")},
         [](const K &k) { return k.requestsPerHour ? QVariant(*k.requestsPerHour) : QVariant(); }},
        {{u"created"_s, Text::tr("Created"), u"created_at"_s, F::Timestamp, 15},
         [](const K &k) { return k.createdAt; }},
        {{u"createdBy"_s, Text::tr("Created by"), {}, F::Text, 24, false}, [](const K &k) { return k.createdBy; }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const K &k) { return k.id; }},
    };
}

AccessKeysPane::AccessKeysPane(const Context &context, AccessKeyRing &keys, PagedTableModel<AccessKey> &model,
                               RowExport *rowExport, CurlFunction curl, std::function<QDateTime()> now, QWidget *parent)
    : TablePane(context, model, declare(model, std::move(curl), std::move(now), actionsOf(this)), rowExport, parent)
    , m_keys(keys)
    , m_rows(model)
{
}

QList<RowAction> AccessKeysPane::actionsOf(AccessKeysPane *pane)
{
    const auto bind = [pane](void (AccessKeysPane::*method)(const QStringList &)) {
        return [pane, method](const QStringList &ids) { (pane->*method)(ids); };
    };
    const auto whyOver = [pane](const QStringList &ids) { return pane->whyOver(ids); };
    return {{.id = u"newAccessKeyAction"_s,
             .text = tr("New key…"),
             .icon = u"plus"_s,
             .shortcut = QKeySequence::New,
             .explanation = tr("Create a key for a program of your organisation (Ctrl+N)"),
             .general = true,
             .run = [pane](const QStringList &) { pane->create(); }},
            {.id = u"editAccessKeyAction"_s,
             .text = tr("Edit…"),
             .icon = u"pencil"_s,
             .shortcut = Qt::Key_F2,
             .explanation = tr("Change name, permission, limit and expiry (F2)"),
             .whyNot = whyOver,
             .run = bind(&AccessKeysPane::edit)},
            {.id = u"rotateAccessKeyAction"_s,
             .text = tr("Rotate…"),
             .icon = u"rotate-cw"_s,
             .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_R,
             .explanation = tr("Give this key a new secret; the old one works on for a while (Ctrl+Shift+R)"),
             .whyNot = whyOver,
             .run = bind(&AccessKeysPane::askRotate)},
            {.id = u"revokeAccessKeyAction"_s,
             .text = tr("Revoke…"),
             .icon = u"ban"_s,
             .shortcut = QKeySequence::Delete,
             .explanation = tr("End this key at once (Del)"),
             .destructive = true,
             .whyNot = whyOver,
             .run = bind(&AccessKeysPane::askRevoke)}};
}

const AccessKey *AccessKeysPane::key(const QStringList &ids) const
{
    return ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
}

QString AccessKeysPane::whyForeign() const
{
    const QString shown = m_rows.filters().value(u"organization_id"_s);
    return shown.isEmpty() || shown == context().access.user().organizationId
        ? QString()
        : tr("These keys are another organisation's: only its owner can change them.");
}

QString AccessKeysPane::whyOver(const QStringList &ids) const
{
    if (const QString foreign = whyForeign(); !foreign.isEmpty())
        return foreign;
    const AccessKey *one = key(ids);
    return one && one->revokedAt.isValid() ? tr("This key is revoked. Create a new one.") : QString();
}

void AccessKeysPane::showSecret(const FreshAccessKey &fresh, const QString &title)
{
    auto *dialog = new ShowSecretDialog(
        context(), title, fresh.secret,
        tr("This is the only time the key is shown. Copy it now and keep it where only the program can read it."),
        this);
    dialog->open();
}

void AccessKeysPane::create()
{
    auto *dialog = new EditAccessKeyDialog(context(), m_keys, this);
    connect(dialog, &EditAccessKeyDialog::made, this, [this](const FreshAccessKey &fresh) {
        if (!whyForeign().isEmpty())
            showFiltered({}, {});
        else
            m_rows.reload();
        showSecret(fresh, tr("%1 is created").arg(fresh.key.name));
    });
    dialog->open();
}

void AccessKeysPane::edit(const QStringList &ids)
{
    if (const AccessKey *one = key(ids)) {
        auto *dialog = new EditAccessKeyDialog(context(), m_keys, *one, this);
        connect(dialog, &EditAccessKeyDialog::saved, this, [this](const AccessKey &saved) {
            m_rows.replaceRow(saved);
            rowEdited();
            emit noticed({tr("%1 saved.").arg(saved.name), Tone::Good});
        });
        dialog->open();
    }
}

void AccessKeysPane::askRotate(const QStringList &ids)
{
    if (const AccessKey *one = key(ids)) {
        auto *dialog = new RotateAccessKeyDialog(context(), m_keys, *one, this);
        connect(dialog, &RotateAccessKeyDialog::rotated, this, [this](const FreshAccessKey &fresh) {
            m_rows.replaceRow(fresh.key);
            rowEdited();
            showSecret(fresh, tr("%1 has a new secret").arg(fresh.key.name));
        });
        dialog->open();
    }
}

void AccessKeysPane::askRevoke(const QStringList &ids)
{
    const AccessKey *one = key(ids);
    if (!one)
        return;
    const QString used = one->lastUsedAt.isValid()
        ? tr("It was last used %1.").arg(context().format.timestamp(one->lastUsedAt))
        : tr("It was never used.");
    auto *ask = new ConfirmDialog(context(), tr("Revoke %1?").arg(one->name),
                                  tr("Programs that use it are refused at once. This cannot be undone.") + u' ' + used,
                                  tr("Revoke"), this);
    connect(ask, &QDialog::accepted, this, [this, id = one->id, name = one->name] { revoke(id, name); });
    ask->open();
}

void AccessKeysPane::revoke(const QString &id, const QString &name)
{
    whenDone(m_keys.revoke(id), this, [this, name](const Result<Done> &answer) {
        if (!answer)
            return showError(answer.error());
        m_rows.reload();
        emit noticed({tr("%1 is revoked.").arg(name), Tone::Good});
    });
}
