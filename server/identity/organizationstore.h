// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/organization.h"
#include "server/identity/keysetlist.h"

namespace identity
{
struct OrganizationFilter {
    std::optional<Tier> tier = {};
    std::optional<bool> active = {};
    QString search = {};
};

struct OrganizationPage {
    QList<Organization> rows;
    api::Pagination pagination;
};

const ListTable &organizationTable();

/// The platform's tenants, for administrators. On the connection's thread.
Result<OrganizationPage> listOrganizations(store::Connection &connection, const OrganizationFilter &filter,
                                           const QString &sort, const api::PageRequest &page);
/// Whether its members may sign in, and its keys be used. False: also when there is none.
Result<bool> isOrganizationActive(store::Connection &connection, const QString &id);
/// Disabling it shuts out all members, their sessions and keys, for as long. On the writer's connection.
/// ResourceNotFound; ResourceConflict: an administrator of the platform is a member.
Result<Organization> setOrganizationActive(store::Connection &connection, const QString &id, bool active, qint64 nowMs);
/// ResourceNotFound.
Result<Organization> organizationById(store::Connection &connection, const QString &id);

/// What its members have in common.
struct OrganizationFigures {
    qint64 agents = 0;
    qint64 usedTokens = 0; ///< this calendar month, UTC, as the next
    qint64 usedCalls = 0;
};
Result<OrganizationFigures> organizationFigures(store::Connection &connection, const QString &id, qint64 nowMs);
}
