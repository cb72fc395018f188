// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/organizationstore.h"

#include "server/identity/userrow.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr auto OwnerJoin = "LEFT JOIN users o ON o.id = u.owner_id"_L1;

Organization readOrganization(const store::Rows &row)
{
    return {.id = row.text(0),
            .name = row.text(1),
            .tier = tierFromWire(row.text(2)).value_or(Tier::Free),
            .ownerEmail = row.text(3),
            .memberCount = row.integer(4),
            .active = row.flag(5),
            .createdAt = row.time(6)};
}
}

const ListTable &organizationTable()
{
    static const ListTable table{
        .name = "organizations"_L1,
        .columns = u"u.id, u.name, u.tier, COALESCE(o.email, ''), u.member_count, u.is_active, u.created_at"_s,
        .columnCount = 7,
        .sorts
        = {{"created_at"_L1, "created_at"_L1}, {"name"_L1, "sort_name"_L1, true}, {"member_count"_L1, "member_count"_L1}},
        .prefixes = {"sort_name"_L1},
        .joins = OwnerJoin};
    return table;
}

Result<OrganizationPage> listOrganizations(store::Connection &connection, const OrganizationFilter &filter,
                                           const QString &sort, const api::PageRequest &page)
{
    ListFilter list{.search = filter.search};
    QStringList counted{u"1 = 1"_s};
    if (filter.tier)
        counted << u"tier = '%1'"_s.arg(toWire(*filter.tier));
    if (filter.active)
        counted << u"is_active = %1"_s.arg(*filter.active ? 1 : 0);
    for (const QString &condition : counted.sliced(1))
        list.conditions << u"{+}u."_s % condition;
    if (list.search.trimmed().isEmpty()) {
        auto rows = connection.query(u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM organization_counts WHERE "_s
                                     % counted.join(" AND "_L1));
        if (!rows)
            return rows.error();
        list.count = rows->next() ? rows->integer(0) : 0;
        if (counted.size() > 1) {
            const QString tiers = filter.tier ? QString() : u" AND tier IN ('free', 'pro', 'enterprise')"_s;
            list.rare = u"SELECT seq FROM organizations WHERE "_s % counted.join(" AND "_L1) % tiers;
        }
    }
    OrganizationPage shown;
    auto pagination = KeysetList(connection, organizationTable()).read(list, sort, page, [&](const store::Rows &row) {
        shown.rows << readOrganization(row);
    });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}

Result<Organization> organizationById(store::Connection &connection, const QString &id)
{
    auto rows = connection.query(u"SELECT "_s % organizationTable().columns % u" FROM organizations u "_s % OwnerJoin
                                     % u" WHERE u.id = ?"_s,
                                 {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readOrganization(*rows);
}

Result<bool> isOrganizationActive(store::Connection &connection, const QString &id)
{
    auto rows = connection.query(u"SELECT is_active FROM organizations WHERE id = ?"_s, {id});
    if (!rows)
        return rows.error();
    return rows->next() && rows->flag(0);
}

Result<Organization> setOrganizationActive(store::Connection &connection, const QString &id, bool active, qint64 nowMs)
{
    if (const auto locked = store::lockRow(connection, "organizations"_L1, id); !locked)
        return locked.error();
    const auto before = organizationById(connection, id);
    if (!before)
        return before;
    if (!active) {
        auto admins = connection.query(
            u"SELECT 1 FROM users WHERE organization_id = ? AND role = 'admin' AND is_active = 1 LIMIT 1"_s, {id});
        if (!admins)
            return admins.error();
        if (admins->next())
            return Error{.code = ErrorCode::ResourceConflict,
                         .message = u"An administrator of the platform belongs to this organization"_s};
    }
    auto changed = connection.execute(
        u"UPDATE organizations SET is_active = ?, revision = revision + 1, updated_at = ? WHERE id = ? AND is_active <> ?"_s,
        {active, nowMs, id, active});
    if (!changed)
        return changed.error();
    return organizationById(connection, id);
}

Result<OrganizationFigures> organizationFigures(store::Connection &connection, const QString &id, qint64 nowMs)
{
    const int month = usageMonth(nowMs);
    auto rows
        = connection.query(u"SELECT CAST(COALESCE(SUM(agent_count), 0) AS BIGINT), "
                           "CAST(COALESCE(SUM(CASE WHEN usage_month = ? THEN used_tokens ELSE 0 END), 0) AS BIGINT), "
                           "CAST(COALESCE(SUM(CASE WHEN usage_month = ? THEN used_calls ELSE 0 END), 0) AS BIGINT) "
                           "FROM users WHERE organization_id = ?"_s,
                           {month, month, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    return OrganizationFigures{rows->integer(0), rows->integer(1), rows->integer(2)};
}
}
