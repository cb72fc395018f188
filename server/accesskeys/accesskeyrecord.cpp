// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/accesskeyrecord.h"

#include "server/accesskeys/accesskeystore.h"
#include "server/api/isotime.h"

using namespace Qt::StringLiterals;

namespace accesskeys
{
namespace
{
/// Only what the entry changed; null takes a limit or an end away.
KeyChange changeIn(const QJsonObject &fields)
{
    KeyChange change{.permission = api::keyPermissionFrom(fields["permissions"_L1].toString())};
    if (fields.contains("name"_L1))
        change.name = fields["name"_L1].toString();
    if (fields.contains("rate_limit_per_hour"_L1)) {
        const QJsonValue limit = fields["rate_limit_per_hour"_L1];
        change.requestsPerHour = limit.isDouble() ? std::optional(limit.toInteger()) : std::nullopt;
    }
    if (fields.contains("expires_at"_L1)) {
        const QDateTime at = QDateTime::fromString(fields["expires_at"_L1].toString(), Qt::ISODateWithMs);
        change.expiresAt = at.isValid() ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
    }
    return change;
}

Result<audit::Change> revert(store::Connection &connection, const audit::Entry &entry, qint64 nowMs)
{
    AccessKeyStore keys(connection, nowMs);
    const auto key = keys.forChange(entry.organizationId, entry.targetId);
    if (!key)
        return key.error() == ErrorCode::ResourceNotFound ? audit::changedSince() : key.error();
    if (!audit::isStill(auditedFields(*key), entry.afterObject()))
        return audit::changedSince();
    const auto now = keys.update(*key, changeIn(entry.beforeObject()));
    if (!now)
        return now.error();
    audit::Change change = changeOf(entry.action, *now);
    change.before = auditedFields(*key);
    change.after = auditedFields(*now);
    audit::keepDifferences(change.before, change.after);
    return change;
}
}

QJsonObject auditedFields(const AccessKey &key)
{
    return {{u"name"_s, key.name},
            {u"permissions"_s, QString(api::toText(key.permission))},
            {u"rate_limit_per_hour"_s, key.requestsPerHour ? QJsonValue(*key.requestsPerHour) : QJsonValue()},
            {u"expires_at"_s,
             key.expiresAt.isValid() ? QJsonValue(QString::fromLatin1(api::isoTime(key.expiresAt.toMSecsSinceEpoch())))
                                     : QJsonValue()}};
}

audit::Change changeOf(const QString &action, const AccessKey &key)
{
    return {.action = action,
            .targetType = u"access_key"_s,
            .targetId = key.id,
            .targetLabel = key.name,
            .organizationId = key.organizationId};
}

audit::Reverter accessKeyReverter(KeyCache &cache)
{
    return {.targetType = u"access_key"_s,
            .handles = [](const audit::Entry &entry) { return entry.action == "access_key.updated"_L1; },
            .revert = revert,
            .forget = [&cache](const audit::Entry &) { cache.changed(); }};
}
}
