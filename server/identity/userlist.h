// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/keysetlist.h"
#include "server/identity/userrow.h"

namespace identity
{
struct UserFilter {
    std::optional<Role> role = {};
    std::optional<Tier> tier = {};
    std::optional<bool> active = {};
    QString organizationId = {}; ///< empty: of all
    bool atQuotaRisk = false; ///< only those of usersAtQuotaRisk()
    bool signedIn = false; ///< only those with an open session
    QString search = {};
};

struct UserPage {
    QList<UserRow> rows;
    api::Pagination pagination;
};

const ListTable &userTable();

/// The platform's users, for administrators. On the connection's thread.
Result<UserPage> listUsers(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs,
                           const UserFilter &filter, const QString &sort, const api::PageRequest &page);
}
