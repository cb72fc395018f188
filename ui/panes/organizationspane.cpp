// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/organizationspane.h"

#include "ui/panes/accesskeyspane.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/callspane.h"
#include "ui/panes/userspane.h"
#include "ui/support/words.h"

using namespace Qt::StringLiterals;

const QString OrganizationsPane::Id = u"organizations"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(OrganizationsPane)
};

Details details(const Organization &o, const CurlFunction &curl)
{
    using F = CellFormat;
    return {
        .id = o.id,
        .title = o.name,
        .subtitle = o.ownerEmail,
        .state = activeTag(o.active),
        .sections = {{{},
                      {{Text::tr("Tier"), QVariant::fromValue(tagOf(o.tier)), F::Tag},
                       {Text::tr("Owner"), o.ownerEmail, F::Text},
                       {Text::tr("Members"), o.memberCount, F::Integer},
                       {Text::tr("Created"), o.createdAt, F::Timestamp}}},
                     {Text::tr("Id"), {{Text::tr("Organisation"), o.id, F::Identifier}}}},
        .curl = curl ? curl(o.id) : QString(),
        .kind = u"organization"_s,
    };
}

TableDeclaration declare(const PagedTableModel<Organization> &model, CurlFunction curl, QList<RowAction> actions)
{
    QList<QPair<QString, QString>> tiers;
    for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
        tiers.append({QString(toWire(tier)), inWords(tier)});
    return {
        .id = u"organizations"_s,
        .title = Text::tr("Organisations"),
        .icon = u"building-2"_s,
        .searchPlaceholder = Text::tr("Name or owner"),
        .defaultSort = u"-created_at"_s,
        .filters = {{u"subscription_tier"_s, Text::tr("Tier"), tiers},
                    {u"is_active"_s,
                     Text::tr("State"),
                     {{u"true"_s, activeTag(true).text}, {u"false"_s, activeTag(false).text}}}},
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln organisation(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No organisations yet"),
        .emptyHint = Text::tr("Registering makes one: every user belongs to an organisation."),
        .pinnedColumn = u"name"_s,
        .details =
            [&model, curl = std::move(curl)](int row) {
                const Organization *organization = model.rowAt(row);
                return organization ? details(*organization, curl) : Details{};
            },
    };
}
}

QString idOf(const Organization &organization) { return organization.id; }

QList<Column<Organization>> organizationColumns()
{
    using F = CellFormat;
    using O = Organization;
    return {
        {{u"name"_s, Text::tr("Name"), u"name"_s, F::Text, 26}, [](const O &o) { return o.name; }},
        {{u"owner"_s, Text::tr("Owner"), {}, F::Text, 28}, [](const O &o) { return o.ownerEmail; }},
        {{u"tier"_s, Text::tr("Tier"), {}, F::Tag, 11}, [](const O &o) { return QVariant::fromValue(tagOf(o.tier)); }},
        {{u"members"_s, Text::tr("Members"), u"member_count"_s, F::Integer, 8},
         [](const O &o) { return o.memberCount; }},
        {{u"state"_s, Text::tr("State"), {}, F::Tag, 10},
         [](const O &o) { return QVariant::fromValue(activeTag(o.active)); }},
        {{u"created"_s, Text::tr("Created"), u"created_at"_s, F::Timestamp, 15},
         [](const O &o) { return o.createdAt; }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const O &o) { return o.id; }},
    };
}

OrganizationsPane::OrganizationsPane(const Context &context, PagedTableModel<Organization> &model, RowExport *rowExport,
                                     CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declare(model, std::move(curl), actionsOf(this)), rowExport, parent)
    , m_rows(model)
{
}

QList<RowAction> OrganizationsPane::actionsOf(OrganizationsPane *pane)
{
    const auto open
        = [pane](const QString &id) { return [pane, id](const QStringList &ids) { pane->showRowsOf(ids, id); }; };
    return {{.id = u"showUsersAction"_s,
             .text = tr("Show its users"),
             .icon = u"users"_s,
             .shortcut = Qt::Key_Return,
             .explanation = tr("Opens the users of this organisation (Return)"),
             .changes = false,
             .run = open(UsersPane::Id)},
            {.id = u"showAgentsAction"_s,
             .text = tr("Show its agents"),
             .icon = u"bot"_s,
             .explanation = tr("Opens the agents of this organisation"),
             .changes = false,
             .run = open(AgentsPane::Id)},
            {.id = u"showAccessKeysAction"_s,
             .text = tr("Show its access keys"),
             .icon = u"key-square"_s,
             .explanation = tr("Opens the access keys of this organisation"),
             .changes = false,
             .run = open(AccessKeysPane::Id)},
            {.id = u"showCallsAction"_s,
             .text = tr("Show its calls"),
             .icon = u"phone"_s,
             .explanation = tr("Opens the calls of this organisation"),
             .changes = false,
             .run = open(CallsPane::Id)},
            {.id = u"showOrganizationAuditAction"_s,
             .text = tr("Show its audit log"),
             .icon = u"scroll-text"_s,
             .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_H,
             .explanation = tr("Opens what was done in this organisation (Ctrl+Shift+H)"),
             .changes = false,
             .run = open(AuditPane::Id)}};
}

void OrganizationsPane::showRowsOf(const QStringList &ids, const QString &paneId)
{
    if (const Organization *one = ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr)
        emit openPaneRequested(paneId, {{u"organization_id"_s, one->id}}, {{u"organization_id"_s, one->name}});
}
