// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accountmail.h"
#include "server/identity/organizationstore.h"
#include "server/identity/sessionstore.h"
#include "server/identity/userrecord.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
using Settings = std::shared_ptr<const IdentitySettings>;
using audit::Change;
using audit::Entry;

std::optional<QString> recordedText(const QJsonObject &fields, QLatin1StringView name)
{
    const QJsonValue value = fields[name];
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

AccountChange accountChangeIn(const QJsonObject &fields)
{
    AccountChange change{.email = recordedText(fields, "email"_L1),
                         .firstName = recordedText(fields, "first_name"_L1),
                         .lastName = recordedText(fields, "last_name"_L1),
                         .phone = recordedText(fields, "phone"_L1),
                         .timezone = recordedText(fields, "timezone"_L1),
                         .language = recordedText(fields, "language"_L1),
                         .role = roleFromWire(fields["role"_L1].toString()),
                         .tier = tierFromWire(fields["subscription_tier"_L1].toString())};
    if (fields["is_active"_L1].isBool())
        change.active = fields["is_active"_L1].toBool();
    return change;
}

/// The user as it is, and stays until the transaction ends; ResourceConflict when it is gone: there is nothing left to
/// put back.
Result<UserRow> current(store::Connection &connection, UserStore &users, const QString &id)
{
    if (const auto locked = store::lockRow(connection, "users"_L1, id); !locked)
        return locked.error();
    auto row = users.byId(id);
    if (!row && row.error() == ErrorCode::ResourceNotFound)
        return audit::changedSince();
    return row;
}

Result<Change> takenBack(const Entry &entry, const UserRow &row, QJsonObject had, QJsonObject has)
{
    Change change = changeOf(entry.action, row.user);
    audit::keepDifferences(had, has);
    change.before = had;
    change.after = has;
    return change;
}

Result<Change> revertLimits(store::Connection &connection, UserStore &users, const Entry &entry)
{
    const auto row = current(connection, users, entry.targetId);
    if (!row)
        return row.error();
    if (!audit::isStill(auditedLimits(*row), entry.afterObject()))
        return audit::changedSince();
    const QJsonObject before = entry.beforeObject();
    OwnLimits limits{row->ownMaxAgents, row->ownTokenQuota, row->ownRequestsPerHour, row->user.limitNotes};
    const auto put = [&before](QLatin1StringView name, std::optional<qint64> &limit) {
        if (before.contains(name))
            limit = before[name].isDouble() ? std::optional(before[name].toInteger()) : std::nullopt;
    };
    put("max_agents"_L1, limits.maxAgents);
    put("monthly_token_quota"_L1, limits.monthlyTokenQuota);
    put("requests_per_hour"_L1, limits.requestsPerHour);
    limits.notes = recordedText(before, "notes"_L1).value_or(limits.notes);
    const auto now = users.replaceLimits(entry.targetId, limits);
    return now ? takenBack(entry, *now, auditedLimits(*row), auditedLimits(*now)) : now.error();
}

Result<Change> revertAccount(store::Connection &connection, const Settings &settings, const Entry &entry, qint64 nowMs)
{
    UserStore users(connection, *settings, nowMs);
    if (entry.action == "limits.updated"_L1)
        return revertLimits(connection, users, entry);
    const auto row = current(connection, users, entry.targetId);
    if (!row)
        return row.error();
    if (!audit::isStill(auditedFields(*row), entry.afterObject()))
        return audit::changedSince();
    const QJsonObject before = entry.beforeObject();
    auto now = Result<UserRow>(*row);
    if (const auto role = organizationRoleFromWire(before["organization_role"_L1].toString()))
        now = users.setOrganizationRole(entry.targetId, *role);
    else
        now = users.update(entry.targetId, accountChangeIn(before));
    if (!now)
        return now.error();
    if (!now->user.active) {
        const auto ended
            = SessionStore(connection, *settings, nowMs).revokeAllOf(entry.targetId, u"account disabled"_s);
        if (!ended)
            return ended.error();
    }
    if (auto mailed = mailNewAddress(connection, row->user, now->user, nowMs); !mailed)
        return mailed.error();
    return takenBack(entry, *now, auditedFields(*row), auditedFields(*now));
}

Result<QString> ownerOf(store::Connection &connection, const QString &organizationId)
{
    auto rows = connection.query(u"SELECT owner_id FROM organizations WHERE id = ?"_s, {organizationId});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? Error{.code = ErrorCode::ServiceUnavailable} : audit::changedSince();
    return rows->text(0);
}

/// As current(). Its owner, who will rename it, is held as well, and first, as everybody does it.
Result<Organization> currentOrganization(store::Connection &connection, const QString &id)
{
    const auto ownerId = ownerOf(connection, id);
    if (!ownerId)
        return ownerId.error();
    if (const auto locked = store::lockRow(connection, "users"_L1, *ownerId); !locked)
        return locked.error();
    if (const auto locked = store::lockRow(connection, "organizations"_L1, id); !locked)
        return locked.error();
    auto organization = organizationById(connection, id);
    if (!organization && organization.error() == ErrorCode::ResourceNotFound)
        return audit::changedSince();
    return organization;
}

/// By its owner, whose organisation it is to rename.
Result<Organization> rename(store::Connection &connection, const Settings &settings, const QString &id,
                            const QString &name, qint64 nowMs)
{
    const auto ownerId = ownerOf(connection, id);
    if (!ownerId)
        return ownerId.error();
    const auto owner = UserStore(connection, *settings, nowMs).update(*ownerId, {.organizationName = name});
    return owner ? organizationById(connection, id) : Result<Organization>(owner.error());
}

QJsonObject auditedFields(const Organization &organization)
{
    return {{u"name"_s, organization.name}, {u"is_active"_s, organization.active}};
}

Result<Change> revertOrganization(store::Connection &connection, const Settings &settings, const Entry &entry,
                                  qint64 nowMs)
{
    const auto was = currentOrganization(connection, entry.targetId);
    if (!was)
        return was.error();
    if (!audit::isStill(auditedFields(*was), entry.afterObject()))
        return audit::changedSince();
    const QJsonObject before = entry.beforeObject();
    auto now = Result<Organization>(*was);
    if (before["is_active"_L1].isBool())
        now = setOrganizationActive(connection, entry.targetId, before["is_active"_L1].toBool(), nowMs);
    if (now && before["name"_L1].isString())
        now = rename(connection, settings, entry.targetId, before["name"_L1].toString(), nowMs);
    if (!now)
        return now.error();
    Change change{.action = entry.action,
                  .targetType = entry.targetType,
                  .targetId = entry.targetId,
                  .targetLabel = now->name,
                  .organizationId = entry.targetId,
                  .before = auditedFields(*was),
                  .after = auditedFields(*now)};
    audit::keepDifferences(change.before, change.after);
    return change;
}
}

QList<audit::Reverter> userReverters(std::shared_ptr<const IdentitySettings> settings, PrincipalCache &cache)
{
    return {{.targetType = u"user"_s,
             .handles =
                 [](const Entry &entry) {
                     return entry.action == "user.updated"_L1 || entry.action == "limits.updated"_L1
                         || entry.action == "member.updated"_L1;
                 },
             .revert = [settings](store::Connection &connection, const Entry &entry,
                                  qint64 nowMs) { return revertAccount(connection, settings, entry, nowMs); },
             .forget = [&cache](const Entry &entry) { cache.evictUser(entry.targetId); }},
            {.targetType = u"organization"_s,
             .handles = [](const Entry &entry) { return entry.action == "organization.updated"_L1; },
             .revert = [settings](store::Connection &connection, const Entry &entry,
                                  qint64 nowMs) { return revertOrganization(connection, settings, entry, nowMs); },
             .forget = [&cache](const Entry &entry) { cache.evictOrganization(entry.targetId); }}};
}
}
