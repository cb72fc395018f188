// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/providerkeyspane.h"

#include "ui/dialogs/manageproviderkeysdialog.h"
#include "ui/panes/agentspane.h"
#include "ui/support/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

const QString ProviderKeysPane::Id = u"providerKeys"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProviderKeysPane)
};

QDateTime lastUseOf(const ProviderKeyRow &row)
{
    QDateTime latest;
    for (const ProviderKey &key : row.keys) {
        if (key.lastUsedAt.isValid() && (!latest.isValid() || key.lastUsedAt > latest))
            latest = key.lastUsedAt;
    }
    return latest;
}

qint64 configuredIn(const ProviderKeyRow &row)
{
    return std::count_if(row.keys.cbegin(), row.keys.cend(), [](const ProviderKey &key) { return key.configured; });
}

DetailSection sectionOf(const QString &provider, const ProviderKey &key)
{
    using F = CellFormat;
    DetailSection section{
        providerName(provider),
        {{Text::tr("State"), QVariant::fromValue(tagOf(key)), F::Tag},
         {Text::tr("Ends in"), key.lastFour.isEmpty() ? QString() : QString(u'…' + key.lastFour), F::Identifier},
         {Text::tr("Last used"), key.lastUsedAt, F::Timestamp},
         {Text::tr("Set"), key.updatedAt, F::Timestamp}}};
    if (key.lastTest) {
        section.fields.append({Text::tr("Tested"), key.lastTest->at, F::Timestamp});
        if (!key.lastTest->ok)
            section.fields.append({Text::tr("Reason"), key.lastTest->message, F::Text});
    }
    return section;
}

Details details(const ProviderKeyRow &row, const CurlFunction &curl)
{
    Details shown{.id = row.organizationId,
                  .title = row.organizationName,
                  .subtitle = Text::tr("%n key(s) set", nullptr, int(configuredIn(row))),
                  .state = {},
                  .sections = {},
                  .curl = curl ? curl(row.organizationId) : QString()};
    for (const QString &provider : keyProviders()) {
        if (row.keys.value(provider).configured)
            shown.sections.append(sectionOf(provider, row.keys.value(provider)));
    }
    shown.sections.append({Text::tr("Id"), {{Text::tr("Organisation"), row.organizationId, CellFormat::Identifier}}});
    return shown;
}

TableDeclaration declare(const PagedTableModel<ProviderKeyRow> &model, CurlFunction curl,
                         QList<RowAction> actions)
{
    return {
        .id = u"providerKeys"_s,
        .title = Text::tr("Provider keys"),
        .icon = u"vault"_s,
        .searchPlaceholder = Text::tr("Organisation"),
        .defaultSort = {},
        .filters = {{u"organization_id"_s, Text::tr("Organisation")}},
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln organisation(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No organisations yet"),
        .emptyHint = Text::tr("Every organisation keeps its own keys for the services its agents use."),
        .pinnedColumn = u"organization"_s,
        .details =
            [&model, curl = std::move(curl)](int row) {
                const ProviderKeyRow *found = model.rowAt(row);
                return found ? details(*found, curl) : Details{};
            },
    };
}
}

QString idOf(const ProviderKeyRow &row) { return row.organizationId; }

QList<Column<ProviderKeyRow>> providerKeyColumns()
{
    using F = CellFormat;
    using R = ProviderKeyRow;
    QList<Column<R>> columns{{{u"organization"_s, Text::tr("Organisation"), u"name"_s, F::Text, 20},
                              [](const R &r) { return r.organizationName; }}};
    for (const QString &provider : keyProviders()) {
        columns.append(
            {{provider,
              providerName(provider),
              {},
              F::Tag,
              10,
              true,
              Text::tr("Works: the last test went well. Set: not tested yet. Test failed: the provider refused the key or did not answer.")},
             [provider](const R &r) { return QVariant::fromValue(tagOf(r.keys.value(provider))); }});
    }
    columns.append(
        {{u"lastUsed"_s, Text::tr("Last used"), {}, F::Timestamp, 15}, [](const R &r) { return lastUseOf(r); }});
    columns.append(
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const R &r) { return r.organizationId; }});
    return columns;
}

ProviderKeysPane::ProviderKeysPane(const Context &context, ProviderKeyVault &vault,
                                   PagedTableModel<ProviderKeyRow> &model, RowExport *rowExport,
                                   CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declare(model, std::move(curl), actionsOf(this)), rowExport, parent)
    , m_vault(vault)
    , m_rows(model)
{
}

QList<RowAction> ProviderKeysPane::actionsOf(ProviderKeysPane *pane)
{
    const auto own = [pane] { return QStringList{pane->context().access.user().organizationId}; };
    return {{.id = u"ownKeysAction"_s,
             .text = tr("Your organisation's keys…"),
             .icon = u"key-round"_s,
             .shortcut = QKeySequence::New,
             .explanation = tr("Add, replace, test and remove the keys of your organisation (Ctrl+N)"),
             .changes = false,
             .general = true,
             .run = [pane, own](const QStringList &) { pane->manage(own()); }},
            {.id = u"manageKeysAction"_s,
             .text = tr("Keys…"),
             .icon = u"key-round"_s,
             .shortcut = Qt::Key_Return,
             .explanation = tr("Each key of this organisation, and what can be done with it (Return)"),
             .changes = false,
             .run = [pane](const QStringList &ids) { pane->manage(ids); }},
            {.id = u"showOrganizationAgentsAction"_s,
             .text = tr("Show its agents"),
             .icon = u"bot"_s,
             .explanation = tr("Opens the agents of this organisation"),
             .changes = false,
             .run = [pane](const QStringList &ids) { pane->showOrganization(ids, AgentsPane::Id); }}};
}

void ProviderKeysPane::manage(const QStringList &ids)
{
    const ProviderKeyRow *one = ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
    const User &me = context().access.user();
    if (!one && ids != QStringList{me.organizationId})
        return;
    // The own row may be on a page that is not held; the dialog reads what it shows by itself.
    const ProviderKeyRow row = one ? *one : ProviderKeyRow{me.organizationId, me.organizationName};
    auto *dialog = new ManageProviderKeysDialog(context(), m_vault, row, this);
    connect(dialog, &ManageProviderKeysDialog::read, this, [this](const ProviderKeyRow &now) {
        m_rows.replaceRow(now);
        rowEdited();
    });
    dialog->open();
}

void ProviderKeysPane::showOrganization(const QStringList &ids, const QString &paneId)
{
    if (const ProviderKeyRow *one = ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr)
        emit openPaneRequested(paneId, {{u"organization_id"_s, one->organizationId}},
                               {{u"organization_id"_s, one->organizationName}});
}
