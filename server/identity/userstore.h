// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/userrow.h"

#include <functional>

namespace identity
{
struct NewUser {
    QString email; ///< normalized
    QString passwordHash; ///< encoded argon2id
    QString organizationName; ///< empty: made from the name or the address
    QString organizationId = {}; ///< empty: a new one is made, of which this user is the owner; else the user joins it
    OrganizationRole organizationRole = OrganizationRole::Owner; ///< of one who joins
    QString firstName = {};
    QString lastName = {};
    QString phone = {};
    QString timezone = {};
    QString language = {};
    Role role = Role::User;
    Tier tier = Tier::Free;
    bool emailVerified = false; ///< whoever makes the user vouches for the address
    QJsonObject preferences = {};
    QJsonObject metadata = {};
};

/// Only what is set is changed.
struct AccountChange {
    std::optional<QString> email = {}; ///< normalized
    std::optional<QString> firstName = {};
    std::optional<QString> lastName = {};
    std::optional<QString> phone = {};
    std::optional<QString> timezone = {};
    std::optional<QString> language = {};
    std::optional<QString> organizationName = {}; ///< only for its owner
    std::optional<Role> role = {};
    std::optional<Tier> tier = {};
    std::optional<bool> active = {};
};

struct LimitChange {
    std::optional<qint64> maxAgents = {};
    std::optional<qint64> monthlyTokenQuota = {};
    std::optional<qint64> requestsPerHour = {};
    std::optional<QString> notes = {};
};

/// All that is set for a user alone; unset: the tier's.
struct OwnLimits {
    std::optional<qint64> maxAgents;
    std::optional<qint64> monthlyTokenQuota;
    std::optional<qint64> requestsPerHour;
    QString notes;
};

/// Looks at the row as it is before a change, on the connection that makes it; an Error stops the change. Empty:
/// always.
using Precondition = std::function<Result<Done>(store::Connection &, const UserRow &)>;

/// The rows of `users`, and of `organizations` where they follow from them. On the connection's thread; changes belong
/// on the writer's connection. Users are found by their own id only, which comes from a Principal or from a platform
/// administrator.
class UserStore
{
public:
    UserStore(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_now(nowMs)
    {
    }

    Result<UserRow> byId(const QString &id); ///< ResourceNotFound
    Result<UserRow> byEmail(const QString &email); ///< ResourceNotFound
    Result<QString> passwordHash(const QString &id); ///< empty: none. ResourceNotFound

    /// Makes the user and, unless it joins one, its organisation. ResourceConflict when the address is taken,
    /// ResourceNotFound when there is no such organisation.
    Result<UserRow> insert(const NewUser &user);
    /// Makes an owner or a plain member of it. An organisation keeps an owner: ResourceConflict. Whoever pays for it is
    /// followed by its oldest other owner. What `check` says.
    Result<UserRow> setOrganizationRole(const QString &id, OrganizationRole role, const Precondition &check = {});
    /// What `check` says, ResourceConflict (address taken; last administrator; an active administrator of a disabled
    /// organisation), Forbidden (a member renames the organisation), ValidationError (role and tier contradict each
    /// other; no mail can be sent to the new address).
    Result<UserRow> update(const QString &id, const AccountChange &change, const Precondition &check = {});
    Result<UserRow> setLimits(const QString &id, const LimitChange &change, const Precondition &check = {});
    Result<UserRow> replaceLimits(const QString &id, const OwnLimits &limits);
    /// Ends what was begun with the old one: sign-ins that wait for a second factor, and mailed codes.
    Result<Done> setPassword(const QString &id, const QString &hash);
    /// An owner whose other members have no other active owner is refused (ResourceConflict); who pays is followed as
    /// by setOrganizationRole(). The last member takes the organisation along: nobody could sign in to it any more.
    Result<Done> remove(const QString &id, const Precondition &check = {});

    Result<qint64> activeAdmins();

private:
    Result<UserRow> one(const QString &where, const QString &value);
    Result<UserRow> checked(const QString &id, const Precondition &check);
    Result<Done> makeOrganization(const NewUser &user, const QString &id, const QString &ownerId, const QString &name);
    Result<Done> handOver(const UserRow &from);
    Result<Done> write(const UserRow &row);
    Result<Done> renameOrganization(const UserRow &row);
    Result<Done> followOwner(const UserRow &row);
    Result<Done> keepAnAdmin(const UserRow &before, bool staysAdmin);
    Result<Done> adminWorks(const UserRow &before, const User &after);

    store::Connection &m_connection;
    const IdentitySettings &m_settings;
    qint64 m_now;
};
}
