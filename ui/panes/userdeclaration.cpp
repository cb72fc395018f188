// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/userdeclaration.h"

#include "ui/support/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(UsersPane)
};

QString nameOf(const User &user) { return QString(user.firstName + u' ' + user.lastName).trimmed(); }

UsageValue usageOf(const User &user) { return {user.usedTokens, user.limits.monthlyTokenQuota}; }

Details details(const User &user, const CurlFunction &curl)
{
    using F = CellFormat;
    const QString name = nameOf(user);
    return {
        .id = user.id,
        .title = name.isEmpty() ? user.email : name,
        .subtitle = name.isEmpty() ? user.organizationName : user.email,
        .state = activeTag(user.active),
        .sections = {
            {Text::tr("This month"),
             {{Text::tr("Tokens"), QVariant::fromValue(usageOf(user)), F::Usage},
              {Text::tr("Calls"), user.usedCalls, F::Integer}}},
            {Text::tr("Limits"),
             {{Text::tr("Agents"), QVariant::fromValue(UsageValue{user.agentCount, user.limits.maxAgents}), F::Usage},
              {Text::tr("Requests an hour"), user.limits.requestsPerHour, F::Integer},
              {Text::tr("Notes"), user.limitNotes, F::Text}}},
            {Text::tr("Account"),
             {{Text::tr("Role"), QVariant::fromValue(tagOf(user.role)), F::Tag},
              {Text::tr("Tier"), QVariant::fromValue(tagOf(user.tier)), F::Tag},
              {Text::tr("Organisation"), user.organizationName, F::Text},
              {Text::tr("Role there"), inWords(user.organizationRole), F::Text},
              {Text::tr("E-mail verified"), yesOrNo(user.emailVerified), F::Text},
              {Text::tr("Phone"), user.phone, F::Text},
              {Text::tr("Time zone"), user.timezone, F::Text},
              {Text::tr("Language"), languageName(user.language), F::Text}}},
            {Text::tr("History"),
             {{Text::tr("Last sign-in"), user.lastLoginAt, F::Timestamp},
              {Text::tr("Changed"), user.updatedAt, F::Timestamp},
              {Text::tr("Created"), user.createdAt, F::Timestamp}}},
            {Text::tr("Id"), {{Text::tr("User"), user.id, F::Identifier}}},
        },
        .curl = curl ? curl(user.id) : QString(),
        .kind = u"user"_s,
    };
}

QList<FilterSpec> filters()
{
    const auto roles = [] {
        QList<QPair<QString, QString>> choices;
        for (const Role role : {Role::User, Role::Enterprise, Role::Support, Role::Admin})
            choices.append({QString(toWire(role)), inWords(role)});
        return choices;
    };
    const auto tiers = [] {
        QList<QPair<QString, QString>> choices;
        for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
            choices.append({QString(toWire(tier)), inWords(tier)});
        return choices;
    };
    return {
        {u"role"_s, Text::tr("Role"), roles()},
        {u"subscription_tier"_s, Text::tr("Tier"), tiers()},
        {u"is_active"_s, Text::tr("State"), {{u"true"_s, activeTag(true).text}, {u"false"_s, activeTag(false).text}}},
        {u"quota_at_risk"_s, Text::tr("Quota"), {{u"true"_s, Text::tr("At 80 % or more")}}},
        {u"signed_in"_s, Text::tr("Session"), {{u"true"_s, Text::tr("Open now")}}},
        {u"organization_id"_s, Text::tr("Organisation")}};
}
}

QString idOf(const User &user) { return user.id; }

QList<Column<User>> userColumns()
{
    using F = CellFormat;
    return {
        {{u"email"_s, Text::tr("E-mail"), u"email"_s, F::Text, 27}, [](const User &u) { return u.email; }},
        {{u"name"_s, Text::tr("Name"), u"name"_s, F::Text, 14}, [](const User &u) { return nameOf(u); }},
        {{u"organization"_s, Text::tr("Organisation"), u"organization_name"_s, F::Text, 15},
         [](const User &u) { return u.organizationName; }},
        {{u"role"_s, Text::tr("Role"), {}, F::Tag, 14},
         [](const User &u) { return QVariant::fromValue(tagOf(u.role)); }},
        {{u"tier"_s, Text::tr("Tier"), {}, F::Tag, 11},
         [](const User &u) { return QVariant::fromValue(tagOf(u.tier)); }},
        {{u"usage"_s,
          Text::tr("Tokens used"),
          {},
          F::Usage,
          18,
          true,
          Text::tr("Tokens of this month against the quota; the mark stands at 80 %")},
         [](const User &u) { return QVariant::fromValue(usageOf(u)); }},
        {{u"state"_s, Text::tr("State"), {}, F::Tag, 10},
         [](const User &u) { return QVariant::fromValue(activeTag(u.active)); }},
        {{u"lastLogin"_s, Text::tr("Last sign-in"), u"last_login_at"_s, F::Timestamp, 15},
         [](const User &u) { return u.lastLoginAt; }},
        {{u"agents"_s, Text::tr("Agents"), {}, F::Integer, 6}, [](const User &u) { return u.agentCount; }},
        {{u"created"_s, Text::tr("Created"), u"created_at"_s, F::Timestamp, 15, false},
         [](const User &u) { return u.createdAt; }},
        {{u"calls"_s, Text::tr("Calls"), {}, F::Integer, 7, false, Text::tr("Calls of this month")},
         [](const User &u) { return u.usedCalls; }},
        {{u"maxAgents"_s, Text::tr("Agents at most"), {}, F::Integer, 8, false},
         [](const User &u) { return u.limits.maxAgents; }},
        {{u"quota"_s, Text::tr("Tokens a month"), {}, F::Integer, 12, false, Text::tr("The quota")},
         [](const User &u) { return u.limits.monthlyTokenQuota; }},
        {{u"requests"_s, Text::tr("Requests an hour"), {}, F::Integer, 10, false},
         [](const User &u) { return u.limits.requestsPerHour; }},
        {{u"notes"_s, Text::tr("Limit notes"), {}, F::Text, 20, false}, [](const User &u) { return u.limitNotes; }},
        {{u"phone"_s, Text::tr("Phone"), {}, F::Text, 14, false}, [](const User &u) { return u.phone; }},
        {{u"verified"_s, Text::tr("E-mail verified"), {}, F::Text, 6, false},
         [](const User &u) { return yesOrNo(u.emailVerified); }},
        {{u"timezone"_s, Text::tr("Time zone"), {}, F::Text, 14, false}, [](const User &u) { return u.timezone; }},
        {{u"language"_s, Text::tr("Language"), {}, F::Text, 10, false},
         [](const User &u) { return languageName(u.language); }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const User &u) { return u.id; }},
    };
}

TableDeclaration declareUsers(const PagedTableModel<User> &model, CurlFunction curl, QList<RowAction> actions)
{
    return {
        .id = u"users"_s,
        .title = Text::tr("Users"),
        .icon = u"users"_s,
        .searchPlaceholder = Text::tr("E-mail, name or organisation"),
        .defaultSort = u"-created_at"_s,
        .filters = filters(),
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln user(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No users yet"),
        .emptyHint
        = Text::tr("Users appear here as soon as they register or an administrator adds them on the server."),
        .pinnedColumn = u"email"_s,
        .details =
            [&model, curl = std::move(curl)](int row) {
                const User *user = model.rowAt(row);
                return user ? details(*user, curl) : Details{};
            },
    };
}
