// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/userlist.h"

#include "server/identity/quotarisk.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QString quotedRoles(const std::optional<Role> &role)
{
    return role ? u"'%1'"_s.arg(toWire(*role)) : u"'user', 'enterprise', 'support', 'admin'"_s;
}

QString quotedTiers(const std::optional<Tier> &tier)
{
    return tier ? u"'%1'"_s.arg(toWire(*tier)) : u"'free', 'pro', 'enterprise'"_s;
}

QString flags(const std::optional<bool> &active) { return active ? (*active ? u"1"_s : u"0"_s) : u"0, 1"_s; }

/// Every column of users_kind named, so that the index is used from its first one on.
QString kinds(const UserFilter &filter)
{
    return u"role IN (%1) AND tier IN (%2) AND is_active IN (%3)"_s.arg(quotedRoles(filter.role),
                                                                        quotedTiers(filter.tier), flags(filter.active));
}

QList<UserIdQuery> memberships(const UserFilter &filter, const IdentitySettings &settings, qint64 nowMs)
{
    QList<UserIdQuery> wanted;
    if (filter.atQuotaRisk)
        wanted.append(usersAtQuotaRisk(settings, nowMs));
    if (filter.signedIn)
        wanted.append({u"SELECT user_id FROM sessions WHERE revoked_at IS NULL AND access_expires_at > ?"_s, {nowMs}});
    return wanted;
}

Result<qint64> number(store::Connection &connection, const QString &sql, const QVariantList &bindings = {})
{
    auto rows = connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    return rows->next() ? rows->integer(0) : 0;
}
}

const ListTable &userTable()
{
    static const ListTable table{.name = "users"_L1,
                                 .columns = UserColumns,
                                 .columnCount = UserColumnCount,
                                 .sorts = {{"created_at"_L1, "created_at"_L1},
                                           {"email"_L1, "email"_L1, true},
                                           {"name"_L1, "sort_name"_L1, true},
                                           {"last_login_at"_L1, "last_login_at"_L1},
                                           {"organization"_L1, "sort_organization"_L1, true},
                                           {"organization_name"_L1, "sort_organization"_L1, true}},
                                 .prefixes = {"email"_L1, "sort_name"_L1}};
    return table;
}

Result<UserPage> listUsers(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs,
                           const UserFilter &filter, const QString &sort, const api::PageRequest &page)
{
    ListFilter list{.search = filter.search};
    const bool byKind = filter.role || filter.tier || filter.active;
    if (filter.role)
        list.conditions << u"{+}u.role = '%1'"_s.arg(toWire(*filter.role));
    if (filter.tier)
        list.conditions << u"{+}u.tier = '%1'"_s.arg(toWire(*filter.tier));
    if (filter.active)
        list.conditions << u"{+}u.is_active = %1"_s.arg(*filter.active ? 1 : 0);
    if (!filter.organizationId.isEmpty()) {
        list.conditions << u"u.organization_id = ?"_s;
        list.bindings << filter.organizationId;
    }
    const QList<UserIdQuery> members = memberships(filter, settings, nowMs);
    for (const UserIdQuery &one : members) {
        list.conditions << u"u.id IN (%1)"_s.arg(one.sql);
        list.bindings << one.bindings;
    }
    if (!members.isEmpty()) {
        // CROSS JOIN: SQLite then starts from the few ids.
        const QString those = u"FROM (SELECT DISTINCT user_id FROM (%1) m) named CROSS JOIN users u "
                              "WHERE u.id = named.user_id"_s.arg(members.constFirst().sql);
        list.rare = u"SELECT u.seq AS seq "_s % those;
        list.rareBindings << members.constFirst().bindings;
        const QString fitting = list.conditions.join(" AND "_L1).remove("{+}"_L1);
        const auto count = number(connection, QString(u"SELECT COUNT(*) "_s % those % u" AND "_s % fitting),
                                  list.rareBindings + list.bindings);
        if (!count)
            return count.error();
        list.count = *count;
    } else if (list.search.trimmed().isEmpty()) {
        const QString counted = filter.organizationId.isEmpty()
            ? u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM user_counts WHERE "_s % kinds(filter)
            : byKind ? u"SELECT COUNT(*) FROM users u WHERE organization_id = ? AND "_s % kinds(filter)
                     : u"SELECT member_count FROM organizations WHERE id = ?"_s;
        const auto count = number(connection, counted, list.bindings);
        if (!count)
            return count.error();
        list.count = *count;
        if (byKind && filter.organizationId.isEmpty())
            list.rare = u"SELECT seq FROM users WHERE "_s % kinds(filter);
    }
    UserPage shown;
    const int month = usageMonth(nowMs);
    auto pagination = KeysetList(connection, userTable()).read(list, sort, page, [&](const store::Rows &row) {
        shown.rows << readUser(row, settings, month);
    });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}
}
