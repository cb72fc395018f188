// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/userrecord.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QJsonValue orNull(const std::optional<qint64> &number) { return number ? QJsonValue(*number) : QJsonValue(); }

Result<Done> recordDifference(store::Connection &connection, const audit::Actor &actor, audit::Change change,
                              qint64 nowMs)
{
    audit::keepDifferences(change.before, change.after);
    if (change.before.isEmpty() && change.after.isEmpty())
        return Done{};
    return audit::record(connection, actor, change, nowMs);
}
}

QJsonObject auditedFields(const UserRow &row)
{
    const User &user = row.user;
    return {{u"email"_s, user.email},
            {u"first_name"_s, user.firstName},
            {u"last_name"_s, user.lastName},
            {u"phone"_s, user.phone},
            {u"timezone"_s, user.timezone},
            {u"language"_s, user.language},
            {u"role"_s, QString(toWire(user.role))},
            {u"subscription_tier"_s, QString(toWire(user.tier))},
            {u"is_active"_s, user.active},
            {u"organization_role"_s, QString(toWire(user.organizationRole))}};
}

QJsonObject auditedLimits(const UserRow &row)
{
    return {{u"max_agents"_s, orNull(row.ownMaxAgents)},
            {u"monthly_token_quota"_s, orNull(row.ownTokenQuota)},
            {u"requests_per_hour"_s, orNull(row.ownRequestsPerHour)},
            {u"notes"_s, row.user.limitNotes}};
}

audit::Change changeOf(const QString &action, const User &user)
{
    return {.action = action,
            .targetType = u"user"_s,
            .targetId = user.id,
            .targetLabel = user.email,
            .organizationId = user.organizationId};
}

Result<Done> recordUpdate(store::Connection &connection, const audit::Actor &actor, const QString &action,
                          const UserRow &before, const UserRow &after, qint64 nowMs)
{
    audit::Change change = changeOf(action, after.user);
    change.before = auditedFields(before);
    change.after = auditedFields(after);
    if (const auto told = recordDifference(connection, actor, change, nowMs); !told)
        return told;
    return recordDifference(connection, actor,
                            {.action = u"organization.updated"_s,
                             .targetType = u"organization"_s,
                             .targetId = after.user.organizationId,
                             .targetLabel = after.user.organizationName,
                             .organizationId = after.user.organizationId,
                             .before = {{u"name"_s, before.user.organizationName}},
                             .after = {{u"name"_s, after.user.organizationName}}},
                            nowMs);
}

Result<Done> recordLimits(store::Connection &connection, const audit::Actor &actor, const UserRow &before,
                          const UserRow &after, qint64 nowMs)
{
    audit::Change change = changeOf(u"limits.updated"_s, after.user);
    change.before = auditedLimits(before);
    change.after = auditedLimits(after);
    return recordDifference(connection, actor, change, nowMs);
}
}
