// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/accesskeystore.h"

#include "server/api/isotime.h"
#include "server/identity/hmac.h"
#include "server/identity/ids.h"
#include "server/identity/userrow.h"
#include "server/store/rowlock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace accesskeys
{
namespace
{
constexpr int Columns = 16;

QVariant orNull(const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); }

AccessKey readKey(const store::Rows &row, qint64 now)
{
    AccessKey key{.id = row.text(0),
                  .organizationId = row.text(1),
                  .createdBy = row.text(2),
                  .creatorEmail = row.text(3),
                  .name = row.text(4),
                  .permission = api::keyPermissionFrom(row.text(5)).value_or(api::KeyPermission::Read),
                  .requestsPerHour = {},
                  .last4 = row.text(7),
                  .expiresAt = row.time(8),
                  .previousUntil = {},
                  .revokedAt = row.time(10),
                  .rotatedAt = row.time(11),
                  .lastUsedAt = {},
                  .createdAt = row.time(13),
                  .updatedAt = row.time(14)};
    if (!row.isNull(6))
        key.requestsPerHour = row.integer(6);
    if (row.integer(9) > now)
        key.previousUntil = row.time(9);
    if (row.integer(12) > 0)
        key.lastUsedAt = row.time(12);
    return key;
}

Error wasRevoked() { return {.code = ErrorCode::ResourceConflict, .message = u"This access key was revoked"_s}; }

/// A row keeps one secret besides the newest: a second rotation would end the older one's time before it is over.
Error stillOverlaps(const QDateTime &until)
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"The secret from before the last rotation is accepted until %1. Rotate again after that, or "
                       "with overlap_seconds 0, which ends it and the newest at once"_s.arg(
                           QString::fromLatin1(api::isoTime(until.toMSecsSinceEpoch()))),
            .details = {{u"overlap_seconds"_s, u"Must be 0 while an earlier overlap lasts"_s}}};
}

QString hashOf(const QString &secret) { return QString::fromLatin1(identity::sha256Hex(secret.toLatin1())); }

/// What the key's creator may do, as far as the key's permission goes.
api::Principal principalOf(const QString &keyId, const User &creator, const AccessKey &key)
{
    const bool administers
        = key.permission == api::KeyPermission::Admin && creator.organizationRole == OrganizationRole::Owner;
    return {.userId = creator.id,
            .organizationId = creator.organizationId,
            .sessionId = {},
            .keyId = keyId,
            .role = creator.role == Role::Enterprise ? Role::Enterprise : Role::User,
            .organizationRole = administers ? OrganizationRole::Owner : OrganizationRole::Member,
            .tier = creator.tier,
            .requestsPerHour = int(std::min<qint64>(key.requestsPerHour.value_or(creator.limits.requestsPerHour),
                                                    creator.limits.requestsPerHour)),
            .keyPermission = key.permission,
            .email = creator.email};
}
}

const identity::ListTable &keyTable()
{
    static const identity::ListTable table{
        .name = "access_keys"_L1,
        .columns = u"u.id, u.organization_id, u.created_by, COALESCE(o.email, ''), u.name, u.permissions, "
                   "u.rate_limit_per_hour, u.last4, u.expires_at, u.previous_until, u.revoked_at, u.rotated_at, "
                   "u.last_used_at, u.created_at, u.updated_at, u.revision"_s,
        .columnCount = Columns,
        .sorts
        = {{"created_at"_L1, "created_at"_L1}, {"name"_L1, "sort_name"_L1, true}, {"last_used_at"_L1, "last_used_at"_L1}},
        .prefixes = {},
        .joins = "LEFT JOIN users o ON o.id = u.created_by"_L1,
        .searchIndex = false};
    return table;
}

Result<KeyPage> AccessKeyStore::list(const QString &organizationId, const KeyFilter &filter, const QString &sort,
                                     const api::PageRequest &page)
{
    identity::ListFilter list{
        .conditions = {u"u.organization_id = ?"_s}, .bindings = {organizationId}, .search = filter.search};
    if (filter.status == KeyStatus::Revoked)
        list.conditions << u"u.revoked_at IS NOT NULL"_s;
    else if (filter.status)
        list.conditions << u"u.revoked_at IS NULL"_s;
    if (filter.status == KeyStatus::Active || filter.status == KeyStatus::Expired) {
        list.conditions << (filter.status == KeyStatus::Expired ? u"u.expires_at <= ?"_s
                                                                : u"(u.expires_at IS NULL OR u.expires_at > ?)"_s);
        list.bindings << m_now;
    }
    KeyPage shown;
    auto pagination
        = identity::KeysetList(m_connection, keyTable()).read(list, sort, page, [&](const store::Rows &row) {
              shown.rows << readKey(row, m_now);
          });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}

Result<AccessKey> AccessKeyStore::byId(const QString &organizationId, const QString &id)
{
    auto rows = m_connection.query(u"SELECT "_s % keyTable().columns % u" FROM access_keys u " % keyTable().joins
                                       % u" WHERE u.organization_id = ? AND u.id = ?",
                                   {organizationId, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readKey(*rows, m_now);
}

Result<FreshKey> AccessKeyStore::insert(const QString &organizationId, const NewKey &key)
{
    {
        auto rows = m_connection.query(
            u"SELECT COUNT(*) FROM access_keys WHERE organization_id = ? AND revoked_at IS NULL"_s, {organizationId});
        if (!rows)
            return rows.error();
        if (rows->next() && rows->integer(0) >= MostActive)
            return Error{.code = ErrorCode::ResourceConflict,
                         .message = u"An organization has at most 1000 access keys. Revoke one first."_s};
    }
    const QString id = identity::newId("key"_L1, m_now);
    const QString secret = newSecret();
    const QString folded = identity::folded(key.name);
    auto made = m_connection.execute(
        u"INSERT INTO access_keys (id, organization_id, created_by, name, sort_name, permissions, rate_limit_per_hour, "
        "secret_hash, last4, expires_at, search_text, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, organizationId, key.createdBy, key.name, folded, QString(api::toText(key.permission)),
         orNull(key.requestsPerHour), hashOf(secret), secret.right(4), orNull(key.expiresAt), folded, m_now, m_now});
    if (!made)
        return made.error();
    auto row = byId(organizationId, id);
    if (!row)
        return row.error();
    return FreshKey{*row, writeKey(id, secret)};
}

Result<AccessKey> AccessKeyStore::forChange(const QString &organizationId, const QString &id,
                                            const KeyPrecondition &check)
{
    if (const auto locked = store::lockRow(m_connection, "access_keys"_L1, id); !locked)
        return locked.error();
    auto row = byId(organizationId, id);
    if (!row || !check)
        return row;
    if (auto passed = check(*row); !passed)
        return passed.error();
    return row;
}

Result<AccessKey> AccessKeyStore::update(const AccessKey &before, const KeyChange &change)
{
    if (before.revokedAt.isValid())
        return wasRevoked();
    const QString name = change.name.value_or(before.name);
    const QString folded = identity::folded(name);
    const auto expires
        = before.expiresAt.isValid() ? std::optional(before.expiresAt.toMSecsSinceEpoch()) : std::nullopt;
    auto written = m_connection.execute(
        u"UPDATE access_keys SET name = ?, sort_name = ?, search_text = ?, permissions = ?, rate_limit_per_hour = ?, "
        "expires_at = ?, revision = revision + 1, updated_at = ? WHERE organization_id = ? AND id = ?"_s,
        {name, folded, folded, QString(api::toText(change.permission.value_or(before.permission))),
         orNull(change.requestsPerHour.value_or(before.requestsPerHour)), orNull(change.expiresAt.value_or(expires)),
         m_now, before.organizationId, before.id});
    if (!written)
        return written.error();
    return byId(before.organizationId, before.id);
}

Result<FreshKey> AccessKeyStore::rotate(const AccessKey &before, qint64 overlapMs)
{
    if (before.revokedAt.isValid())
        return wasRevoked();
    if (before.expiresAt.isValid() && before.expiresAt.toMSecsSinceEpoch() <= m_now)
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"This access key has expired. Change its expires_at first"_s};
    if (overlapMs > 0 && before.previousUntil.isValid()) // set only while it lasts
        return stillOverlaps(before.previousUntil);
    const QString secret = newSecret();
    auto written = m_connection.execute(
        u"UPDATE access_keys SET previous_hash = secret_hash, previous_until = ?, secret_hash = ?, last4 = ?, "
        "rotated_at = ?, revision = revision + 1, updated_at = ? WHERE organization_id = ? AND id = ?"_s,
        {m_now + overlapMs, hashOf(secret), secret.right(4), m_now, m_now, before.organizationId, before.id});
    if (!written)
        return written.error();
    auto fresh = byId(before.organizationId, before.id);
    if (!fresh)
        return fresh.error();
    return FreshKey{*fresh, writeKey(before.id, secret)};
}

Result<AccessKey> AccessKeyStore::revoke(const AccessKey &before)
{
    if (before.revokedAt.isValid())
        return before;
    auto written = m_connection.execute(
        u"UPDATE access_keys SET revoked_at = ?, previous_hash = '', revision = revision + 1, updated_at = ? "
        "WHERE organization_id = ? AND id = ?"_s,
        {m_now, m_now, before.organizationId, before.id});
    if (!written)
        return written.error();
    return byId(before.organizationId, before.id);
}

Result<KnownKey> AccessKeyStore::known(const QString &id, const identity::IdentitySettings &settings)
{
    auto rows = m_connection.query(
        u"SELECT k.secret_hash, k.previous_hash, k.previous_until, k.expires_at, k.permissions, k.rate_limit_per_hour, "_s
            % identity::UserColumns
            % u" FROM access_keys k JOIN users u ON u.id = k.created_by AND u.organization_id = k.organization_id "
              "JOIN organizations t ON t.id = k.organization_id "
              "WHERE k.id = ? AND k.revoked_at IS NULL AND u.is_active = 1 AND t.is_active = 1",
        {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::AuthInvalid;
    KnownKey key{.secretHash = rows->text(0).toLatin1(),
                 .previousHash = rows->text(1).toLatin1(),
                 .previousUntil = rows->integer(2),
                 .expiresAt = {},
                 .principal = {}};
    if (!rows->isNull(3))
        key.expiresAt = rows->integer(3);
    AccessKey row;
    row.permission = api::keyPermissionFrom(rows->text(4)).value_or(api::KeyPermission::Read);
    if (!rows->isNull(5))
        row.requestsPerHour = rows->integer(5);
    const User creator = identity::readUser(*rows, settings, identity::usageMonth(m_now), 6).user;
    key.principal = principalOf(id, creator, row);
    return key;
}

Result<Done> AccessKeyStore::touch(const QString &id)
{
    auto used = m_connection.execute(u"UPDATE access_keys SET last_used_at = ? WHERE id = ? AND last_used_at < ?"_s,
                                     {m_now, id, m_now});
    return used ? Result<Done>(Done{}) : Result<Done>(used.error());
}
}
