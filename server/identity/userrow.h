// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"

#include <QJsonObject>

#include <optional>

namespace identity
{
constexpr bool isStaff(Role role) { return role == Role::Admin || role == Role::Support; }

/// A row of `users`, limits already resolved: what an administrator set, else the tier's.
struct UserRow {
    User user;
    qint64 revision = 0; ///< goes up with every change by a person
    std::optional<qint64> ownMaxAgents; ///< the next three: set by an administrator
    std::optional<qint64> ownTokenQuota;
    std::optional<qint64> ownRequestsPerHour;
    QJsonObject preferences;
    QJsonObject metadata;

    qint64 requestsPerHour(const IdentitySettings &settings) const;
};

/// The columns readUser() expects, of `users` under the alias `u`, comma separated; `UserColumnCount` of them.
extern const QString UserColumns;
constexpr int UserColumnCount = 29;

/// Reads the columns from `first` on. `month` is what usageMonth() says of now.
UserRow readUser(const store::Rows &rows, const IdentitySettings &settings, int month, int first = 0);

/// Year * 100 + month, UTC: what `users.usage_month` holds.
int usageMonth(qint64 nowMs);

/// What lists sort and search by: composed, lower case, single blanks.
QString folded(const QString &text);
/// "ada@example.com" without blanks around, in lower case.
QString normalizedEmail(const QString &email);
bool isEmail(const QString &normalized);
/// Whether mail can be sent to it as well. Whoever sets an address asks; one that is there already may be another.
bool isReachable(const QString &normalized);
extern const QString Unreachable; ///< what is said of one that is not
}
