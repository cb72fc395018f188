// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/userstore.h"

#include "server/identity/ids.h"
#include "server/identity/onetimetokens.h"
#include "server/identity/organizationstore.h"
#include "server/store/rowlock.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString sortName(const User &user) { return folded(user.firstName % u' ' % user.lastName); }

QString searchText(const User &user)
{
    return user.email % u'\n' % sortName(user) % u'\n' % folded(user.organizationName);
}

QString organizationSearchText(const QString &name, const QString &ownerEmail)
{
    return folded(name) % u'\n' % ownerEmail;
}

QString organizationNameFor(const NewUser &user)
{
    if (!user.organizationName.trimmed().isEmpty())
        return user.organizationName.trimmed();
    const QString name = QString(user.firstName % u' ' % user.lastName).simplified();
    return name.isEmpty() ? user.email.section(u'@', 0, 0) : name;
}

QVariant nullable(const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); }

Error emailTaken()
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"This e-mail address is already registered"_s,
            .details = {{u"email"_s, u"Already registered"_s}}};
}

Error ownsForOthers()
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"This user owns an organisation with other members"_s,
            .details = {{u"id"_s, u"Make another member an owner first"_s}}};
}

/// Role `enterprise` is a tenant user on the enterprise tier: of a tenant user, each follows from the other. The tier
/// that administrators and support have goes with their role.
Result<Done> reconcile(User &user, const AccountChange &change, Role before)
{
    if (isStaff(user.role))
        return Done{};
    if (isStaff(before) && user.role == Role::User && !change.tier && user.tier == Tier::Enterprise)
        user.tier = Tier::Free;
    if (change.role == Role::Enterprise && change.tier.value_or(Tier::Enterprise) != Tier::Enterprise) {
        return Error{.code = ErrorCode::ValidationError,
                     .details = {{u"subscription_tier"_s, u"Role enterprise needs the enterprise tier"_s}}};
    }
    if (change.role == Role::User && user.tier == Tier::Enterprise) {
        return Error{.code = ErrorCode::ValidationError,
                     .details = {{u"subscription_tier"_s, u"Role user needs another tier than enterprise"_s}}};
    }
    if (change.role == Role::Enterprise)
        user.tier = Tier::Enterprise;
    else if (change.tier && !change.role)
        user.role = user.tier == Tier::Enterprise ? Role::Enterprise : Role::User;
    return Done{};
}

template<typename T>
void take(T &field, const std::optional<T> &change)
{
    if (change)
        field = *change;
}
}

Result<UserRow> UserStore::one(const QString &where, const QString &value)
{
    auto rows = m_connection.queryRow(UserColumns, u"users u WHERE "_s % where, {value});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readUser(*rows, m_settings, usageMonth(m_now));
}

Result<UserRow> UserStore::byId(const QString &id) { return one(u"u.id = ?"_s, id); }

Result<UserRow> UserStore::byEmail(const QString &email) { return one(u"u.email = ?"_s, email); }

Result<QString> UserStore::passwordHash(const QString &id)
{
    auto rows = m_connection.query(u"SELECT password_hash FROM users WHERE id = ?"_s, {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return rows->text(0);
}

Result<Done> UserStore::makeOrganization(const NewUser &user, const QString &id, const QString &ownerId,
                                         const QString &name)
{
    auto made = m_connection.execute(
        u"INSERT INTO organizations (id, name, sort_name, owner_id, tier, search_text, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, name, folded(name), ownerId, QString(toWire(user.tier)), organizationSearchText(name, user.email), m_now,
         m_now});
    return made ? Result<Done>(Done{}) : Result<Done>(made.error());
}

Result<UserRow> UserStore::insert(const NewUser &user)
{
    const QString id = newId("user"_L1, m_now);
    const bool joins = !user.organizationId.isEmpty();
    const QString organization = joins ? user.organizationId : newId("org"_L1, m_now);
    QString name = organizationNameFor(user);
    if (joins) {
        auto rows = m_connection.query(u"SELECT name FROM organizations WHERE id = ?"_s, {organization});
        if (!rows)
            return rows.error();
        if (!rows->next())
            return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
        name = rows->text(0);
    } else if (auto done = makeOrganization(user, organization, id, name); !done) {
        return done.error();
    }
    User shown;
    shown.email = user.email;
    shown.firstName = user.firstName;
    shown.lastName = user.lastName;
    shown.organizationName = name;
    const Role role = user.role == Role::User && user.tier == Tier::Enterprise ? Role::Enterprise : user.role;
    auto made = m_connection.execute(
        u"INSERT INTO users (id, organization_id, organization_role, organization_name, sort_organization, email, "
        u"password_hash, "
        "email_verified, password_changed_at, first_name, last_name, sort_name, phone, timezone, language, role, tier, "
        "preferences, "
        "metadata, "
        "search_text, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id,
         organization,
         QString(toWire(joins ? user.organizationRole : OrganizationRole::Owner)),
         name,
         folded(name),
         user.email,
         user.passwordHash,
         user.emailVerified,
         m_now,
         user.firstName,
         user.lastName,
         sortName(shown),
         user.phone,
         user.timezone,
         user.language,
         QString(toWire(role)),
         QString(toWire(user.tier)),
         json(user.preferences),
         json(user.metadata),
         searchText(shown),
         m_now,
         m_now});
    if (!made)
        return made.error().code == ErrorCode::ResourceConflict ? emailTaken() : made.error();
    return byId(id);
}

Result<UserRow> UserStore::checked(const QString &id, const Precondition &check)
{
    if (const auto locked = store::lockRow(m_connection, "users"_L1, id); !locked)
        return locked.error();
    auto row = byId(id);
    if (!row || !check)
        return row;
    if (auto passed = check(m_connection, *row); !passed)
        return passed.error();
    return row;
}

Result<UserRow> UserStore::update(const QString &id, const AccountChange &change, const Precondition &check)
{
    auto before = checked(id, check);
    if (!before)
        return before.error();
    UserRow row = *before;
    User &user = row.user;
    if (change.email && *change.email != user.email && !isReachable(*change.email))
        return Error{.code = ErrorCode::ValidationError, .details = {{u"email"_s, Unreachable}}};
    take(user.email, change.email);
    take(user.firstName, change.firstName);
    take(user.lastName, change.lastName);
    take(user.phone, change.phone);
    take(user.timezone, change.timezone);
    take(user.language, change.language);
    take(user.organizationName, change.organizationName);
    take(user.role, change.role);
    take(user.tier, change.tier);
    take(user.active, change.active);
    if (user.email != before->user.email)
        user.emailVerified = false;
    if (user.phone != before->user.phone)
        user.phoneVerified = false;
    if (auto fits = reconcile(user, change, before->user.role); !fits)
        return fits.error();
    if (auto kept = keepAnAdmin(*before, user.role == Role::Admin && user.active); !kept)
        return kept.error();
    if (auto works = adminWorks(*before, user); !works)
        return works.error();
    const bool renamed = user.organizationName != before->user.organizationName;
    if (renamed && user.organizationRole != OrganizationRole::Owner)
        return Error{.code = ErrorCode::Forbidden, .message = u"Only its owner renames an organisation"_s};
    if (auto written = write(row); !written)
        return written.error();
    if (renamed) {
        if (auto done = renameOrganization(row); !done)
            return done.error();
    }
    if (auto done = followOwner(row); !done)
        return done.error();
    return byId(id);
}

Result<Done> UserStore::write(const UserRow &row)
{
    const User &user = row.user;
    auto written = m_connection.execute(
        u"UPDATE users SET email = ?, first_name = ?, last_name = ?, sort_name = ?, phone = ?, timezone = ?, language "
        u"= ?, "
        "role = ?, tier = ?, is_active = ?, email_verified = ?, phone_verified = ?, organization_name = ?, "
        "sort_organization = ?, search_text = ?, revision = revision + 1, updated_at = ? WHERE id = ?"_s,
        {user.email, user.firstName, user.lastName, sortName(user), user.phone, user.timezone, user.language,
         QString(toWire(user.role)), QString(toWire(user.tier)), user.active, user.emailVerified, user.phoneVerified,
         user.organizationName, folded(user.organizationName), searchText(user), m_now, user.id});
    if (!written)
        return written.error().code == ErrorCode::ResourceConflict ? emailTaken() : written.error();
    return Done{};
}

Result<Done> UserStore::renameOrganization(const UserRow &row)
{
    const QString name = folded(row.user.organizationName);
    auto renamed = m_connection.execute(
        u"UPDATE organizations SET name = ?, sort_name = ?, search_text = ? || "
        "COALESCE((SELECT o.email FROM users o WHERE o.id = organizations.owner_id), ''), revision = revision + 1, "
        "updated_at = ? WHERE id = ?"_s,
        {row.user.organizationName, name, organizationSearchText(row.user.organizationName, {}), m_now,
         row.user.organizationId});
    if (renamed) {
        renamed = m_connection.execute(
            u"UPDATE users SET organization_name = ?, sort_organization = ?, search_text = email || ? || sort_name || "
            u"? || ?, "
            "revision = revision + 1, updated_at = ? WHERE organization_id = ? AND id <> ?"_s,
            {row.user.organizationName, name, u"\n"_s, u"\n"_s, name, m_now, row.user.organizationId, row.user.id});
    }
    if (!renamed)
        return renamed.error();
    return Done{};
}

Result<Done> UserStore::followOwner(const UserRow &row)
{
    if (row.user.organizationRole != OrganizationRole::Owner)
        return Done{};
    const QString search = organizationSearchText(row.user.organizationName, row.user.email);
    const QString tier(toWire(row.user.tier));
    auto followed = m_connection.execute(u"UPDATE organizations SET tier = ?, search_text = ?, "
                                         "revision = revision + 1, updated_at = ? "
                                         "WHERE id = ? AND owner_id = ? AND (tier <> ? OR search_text <> ?)"_s,
                                         {tier, search, m_now, row.user.organizationId, row.user.id, tier, search});
    if (!followed)
        return followed.error();
    return Done{};
}

Result<UserRow> UserStore::setOrganizationRole(const QString &id, OrganizationRole role, const Precondition &check)
{
    const auto row = checked(id, check);
    if (!row || row->user.organizationRole == role)
        return row;
    if (role == OrganizationRole::Member) {
        if (auto handed = handOver(*row); !handed)
            return handed.error();
    }
    auto written = m_connection.execute(
        u"UPDATE users SET organization_role = ?, revision = revision + 1, updated_at = ? WHERE id = ?"_s,
        {QString(toWire(role)), m_now, id});
    if (!written)
        return written.error();
    return byId(id);
}

/// Before an owner leaves, or becomes a plain member: somebody else stays, and pays.
Result<Done> UserStore::handOver(const UserRow &from)
{
    // Two owners that give it up at once must see each other.
    if (const auto locked = store::lockRow(m_connection, "organizations"_L1, from.user.organizationId); !locked)
        return locked;
    QString heir;
    {
        auto rows = m_connection.query(u"SELECT id FROM users WHERE organization_id = ? AND id <> ? "
                                       "AND organization_role = 'owner' AND is_active = 1 ORDER BY seq LIMIT 1"_s,
                                       {from.user.organizationId, from.user.id});
        if (!rows)
            return rows.error();
        if (rows->next())
            heir = rows->text(0);
    }
    if (heir.isEmpty())
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"An organization keeps an active owner"_s,
                     .details = {{u"organization_role"_s, u"Make another member an owner first"_s}}};
    auto changed = m_connection.execute(u"UPDATE organizations SET owner_id = ? WHERE id = ? AND owner_id = ?"_s,
                                        {heir, from.user.organizationId, from.user.id});
    if (!changed)
        return changed.error();
    const auto row = byId(heir);
    return row ? followOwner(*row) : Result<Done>(row.error());
}

Result<UserRow> UserStore::setLimits(const QString &id, const LimitChange &change, const Precondition &check)
{
    auto row = checked(id, check);
    if (!row)
        return row;
    const auto chosen
        = [](const std::optional<qint64> &wanted, const std::optional<qint64> &had) { return wanted ? wanted : had; };
    return replaceLimits(
        id,
        {chosen(change.maxAgents, row->ownMaxAgents), chosen(change.monthlyTokenQuota, row->ownTokenQuota),
         chosen(change.requestsPerHour, row->ownRequestsPerHour), change.notes.value_or(row->user.limitNotes)});
}

Result<UserRow> UserStore::replaceLimits(const QString &id, const OwnLimits &limits)
{
    const auto written = m_connection.execute(
        u"UPDATE users SET max_agents = ?, monthly_token_quota = ?, requests_per_hour = ?, limit_notes = ?, "
        "revision = revision + 1, updated_at = ? WHERE id = ?"_s,
        {nullable(limits.maxAgents), nullable(limits.monthlyTokenQuota), nullable(limits.requestsPerHour), limits.notes,
         m_now, id});
    if (!written)
        return written.error();
    return byId(id);
}

Result<Done> UserStore::setPassword(const QString &id, const QString &hash)
{
    auto written = m_connection.execute(u"UPDATE users SET password_hash = ?, password_changed_at = ? WHERE id = ?"_s,
                                        {hash, m_now, id});
    // A sign-in that was begun with another password does not go on, and a code for it in a mailbox is worth nothing.
    if (auto over = m_connection.execute(u"DELETE FROM sign_in_challenges WHERE user_id = ?"_s, {id}); !over)
        return over.error();
    if (auto over = OneTimeTokens(m_connection, TokenKind::ResetPassword, m_now).dropOf(id); !over)
        return over.error();
    if (!written)
        return written.error();
    return *written == 1 ? Result<Done>(Done{}) : Result<Done>(ErrorCode::ResourceNotFound);
}

Result<Done> UserStore::remove(const QString &id, const Precondition &check)
{
    auto row = checked(id, check);
    if (!row)
        return row.error();
    if (auto kept = keepAnAdmin(*row, false); !kept)
        return kept;
    qint64 members = 0;
    {
        auto rows
            = m_connection.query(u"SELECT member_count FROM organizations WHERE id = ?"_s, {row->user.organizationId});
        if (!rows)
            return rows.error();
        members = rows->next() ? rows->integer(0) : 0;
    }
    if (members > 1 && row->user.organizationRole == OrganizationRole::Owner) {
        if (auto handed = handOver(*row); !handed)
            return handed.error() == ErrorCode::ResourceConflict ? ownsForOthers() : handed;
    }
    auto removed = m_connection.execute(u"DELETE FROM users WHERE id = ?"_s, {id});
    if (removed && members <= 1)
        removed = m_connection.execute(u"DELETE FROM organizations WHERE id = ?"_s, {row->user.organizationId});
    if (!removed)
        return removed.error();
    return Done{};
}

Result<qint64> UserStore::activeAdmins()
{
    auto rows = m_connection.query(
        u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM user_counts WHERE role = 'admin' AND is_active = 1"_s);
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

/// An administrator who cannot sign in must not count as one: the last who can might go.
Result<Done> UserStore::adminWorks(const UserRow &before, const User &after)
{
    const auto counts = [](const User &user) { return user.role == Role::Admin && user.active; };
    if (!counts(after) || counts(before.user))
        return Done{};
    if (const auto locked = store::lockRow(m_connection, "organizations"_L1, after.organizationId); !locked)
        return locked;
    const auto active = isOrganizationActive(m_connection, after.organizationId);
    if (!active)
        return active.error();
    if (*active)
        return Done{};
    return Error{.code = ErrorCode::ResourceConflict,
                 .message = u"This user's organization is disabled"_s,
                 .details = {{u"role"_s, u"Enable the organization first"_s}}};
}

Result<Done> UserStore::keepAnAdmin(const UserRow &before, bool staysAdmin)
{
    if (staysAdmin || before.user.role != Role::Admin || !before.user.active)
        return Done{};
    // Two that give each other's role up at once must see each other: the count stays as it is until this is committed.
    const auto held = m_connection.query(u"SELECT 1 FROM user_counts WHERE role = 'admin' AND is_active = 1"_s
                                         + store::forUpdate(m_connection));
    if (!held)
        return held.error();
    const auto admins = activeAdmins();
    if (!admins)
        return admins.error();
    if (*admins > 1)
        return Done{};
    return Error{.code = ErrorCode::ResourceConflict,
                 .message = u"This is the last active administrator"_s,
                 .details = {{u"role"_s, u"Make another administrator first"_s}}};
}
}
