// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/devicestore.h"

#include "server/identity/hmac.h"
#include "server/identity/ids.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr auto ById = "id:"_L1;

QString fingerprintOf(const DeviceInfo &device)
{
    if (!device.clientId.isEmpty())
        return ById % device.clientId;
    return u"agent:"_s % QString::fromLatin1(sha256Hex(device.userAgent.toUtf8()));
}

DeviceRow readDevice(const store::Rows &row)
{
    const QString fingerprint = row.text(1);
    return {.id = row.text(0),
            .clientId = fingerprint.startsWith(ById) ? fingerprint.sliced(ById.size()) : QString(),
            .name = row.text(2),
            .kind = row.text(3),
            .userAgent = row.text(4),
            .address = row.text(5),
            .firstSeenAt = row.time(6),
            .lastSeenAt = row.time(7),
            .activeSessions = row.integer(8)};
}
}

Result<SeenDevice> DeviceStore::look(const QString &userId, const DeviceInfo &device, const Origin &origin)
{
    SeenDevice seen;
    {
        auto rows = m_connection.query(u"SELECT id FROM devices WHERE user_id = ? AND fingerprint = ?"_s,
                                       {userId, fingerprintOf(device)});
        if (!rows)
            return rows.error();
        if (rows->next())
            seen.id = rows->text(0);
    }
    seen.isNew = seen.id.isEmpty();
    {
        auto rows
            = m_connection.query(u"SELECT 1 FROM devices WHERE user_id = ? AND id <> ? LIMIT 1"_s, {userId, seen.id});
        if (!rows)
            return rows.error();
        seen.hasOthers = rows->next();
    }
    auto rows = m_connection.query(u"SELECT COUNT(*), COALESCE(SUM(CASE WHEN address = ? THEN 1 ELSE 0 END), 0) "
                                   "FROM known_addresses WHERE user_id = ?"_s,
                                   {origin.key, userId});
    if (!rows)
        return rows.error();
    seen.addressIsNew = rows->next() && rows->integer(0) > 0 && rows->integer(1) == 0;
    return seen;
}

Result<SeenDevice> DeviceStore::see(const QString &userId, const DeviceInfo &device, const Origin &origin)
{
    auto seen = look(userId, device, origin);
    if (!seen)
        return seen;
    if (auto noted = seeAddress(userId, origin); !noted)
        return noted.error();
    if (seen->isNew) {
        seen->id = newId("dev"_L1, m_now);
        const auto ended = insert(userId, device, origin, seen->id);
        if (!ended)
            return ended.error();
        seen->endedSessions = *ended > 0;
        return seen;
    }
    auto updated = m_connection.execute(u"UPDATE devices SET last_address = ?, last_seen_at = ?, user_agent = ?, "
                                        u"name = CASE WHEN ? = '' THEN name ELSE ? END "
                                        "WHERE id = ?"_s,
                                        {origin.address, m_now, device.userAgent, device.name, device.name, seen->id});
    if (!updated)
        return updated.error();
    return seen;
}

Result<qint64> DeviceStore::insert(const QString &userId, const DeviceInfo &device, const Origin &origin,
                                   const QString &id)
{
    auto made = m_connection.execute(
        u"INSERT INTO devices (id, user_id, fingerprint, name, kind, user_agent, last_address, first_seen_at, "
        u"last_seen_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, userId, fingerprintOf(device), device.name, device.kind, device.userAgent, origin.address, m_now, m_now});
    // A client that names itself anew each time must not fill the table. What cannot be seen any more cannot be
    // ended by hand, so it ends here.
    static const QString forgotten = u"user_id = ? AND id NOT IN (SELECT id FROM devices WHERE user_id = ? "
                                     "ORDER BY last_seen_at DESC, id DESC LIMIT ?)"_s;
    const QVariantList which{userId, userId, MostDevices};
    Result<qint64> ended = 0;
    if (made) {
        ended = m_connection.execute(
            u"UPDATE sessions SET revoked_at = ?, revoked_reason = ? WHERE user_id = ? AND revoked_at IS NULL "
            "AND device_id IN (SELECT id FROM devices WHERE "_s
                % forgotten % u')',
            QVariantList{m_now, u"device forgotten"_s, userId} + which);
    }
    if (made && ended)
        made = m_connection.execute(u"DELETE FROM devices WHERE "_s % forgotten, which);
    return made ? ended : made;
}

Result<Done> DeviceStore::seeAddress(const QString &userId, const Origin &origin)
{
    auto noted = m_connection.execute(
        u"INSERT INTO known_addresses (user_id, address, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (user_id, address) DO UPDATE SET last_seen_at = excluded.last_seen_at"_s,
        {userId, origin.key, m_now, m_now});
    if (noted) {
        noted = m_connection.execute(
            u"DELETE FROM known_addresses WHERE user_id = ? AND address NOT IN (SELECT address FROM known_addresses "
            "WHERE user_id = ? ORDER BY last_seen_at DESC, address LIMIT ?)"_s,
            {userId, userId, MostAddresses});
    }
    if (!noted)
        return noted.error();
    return Done{};
}

Result<QList<DeviceRow>> DeviceStore::read(const QString &userId, const QString &where, const QVariantList &bindings)
{
    auto rows = m_connection.query(
        u"SELECT d.id, d.fingerprint, CASE WHEN d.given_name = '' THEN d.name ELSE d.given_name END, d.kind, "
        "d.user_agent, d.last_address, d.first_seen_at, d.last_seen_at, (SELECT COUNT(*) FROM sessions s "
        "WHERE s.device_id = d.id AND s.revoked_at IS NULL AND s.expires_at > ?) FROM devices d WHERE d.user_id = ? "_s
            % where,
        QVariantList{m_now, userId} + bindings);
    if (!rows)
        return rows.error();
    QList<DeviceRow> found;
    while (rows->next())
        found << readDevice(*rows);
    return rows->failed() ? Result<QList<DeviceRow>>(ErrorCode::ServiceUnavailable) : found;
}

Result<QList<DeviceRow>> DeviceStore::list(const QString &userId)
{
    return read(userId, u"ORDER BY d.last_seen_at DESC, d.id DESC LIMIT ?"_s, {MostDevices});
}

Result<DeviceRow> DeviceStore::one(const QString &userId, const QString &id)
{
    const auto found = read(userId, u"AND d.id = ?"_s, {id});
    if (!found)
        return found.error();
    return found->isEmpty() ? Result<DeviceRow>(ErrorCode::ResourceNotFound) : found->first();
}

Result<DeviceRow> DeviceStore::rename(const QString &userId, const QString &id, const QString &name)
{
    auto renamed
        = m_connection.execute(u"UPDATE devices SET given_name = ? WHERE user_id = ? AND id = ?"_s, {name, userId, id});
    if (!renamed)
        return renamed.error();
    return one(userId, id);
}

Result<Done> DeviceStore::remove(const QString &userId, const QString &id)
{
    auto removed = m_connection.execute(u"DELETE FROM devices WHERE user_id = ? AND id = ?"_s, {userId, id});
    if (!removed)
        return removed.error();
    return *removed == 1 ? Result<Done>(Done{}) : Result<Done>(ErrorCode::ResourceNotFound);
}
}
