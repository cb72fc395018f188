// SPDX-License-Identifier: GPL-3.0-or-later
// How changes to users stand in the audit log.
#pragma once

#include "server/audit/reverter.h"
#include "server/identity/principalcache.h"
#include "server/identity/userstore.h"

namespace identity
{
/// What an administrator or the user sets, by its name in answers.
QJsonObject auditedFields(const UserRow &row);
/// What is set for this user alone; null: the tier's.
QJsonObject auditedLimits(const UserRow &row);

/// A change to `row` without its fields.
audit::Change changeOf(const QString &action, const User &user);

/// Records what differs, if anything: of the user under `action`, and of its organisation, when that was renamed, as
/// organization.updated.
Result<Done> recordUpdate(store::Connection &connection, const audit::Actor &actor, const QString &action,
                          const UserRow &before, const UserRow &after, qint64 nowMs);
Result<Done> recordLimits(store::Connection &connection, const audit::Actor &actor, const UserRow &before,
                          const UserRow &after, qint64 nowMs);

/// Takes back user.updated, limits.updated, member.updated and organization.updated. `cache` outlives them.
QList<audit::Reverter> userReverters(std::shared_ptr<const IdentitySettings> settings, PrincipalCache &cache);
}
