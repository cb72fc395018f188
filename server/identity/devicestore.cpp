// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/devicestore.h"

#include "server/identity/hmac.h"
#include "server/identity/ids.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QString fingerprintOf(const DeviceInfo &device)
{
    if (!device.clientId.isEmpty())
        return u"id:"_s % device.clientId;
    return u"agent:"_s % QString::fromLatin1(sha256Hex(device.userAgent.toUtf8()));
}
}

Result<SeenDevice> DeviceStore::see(const QString &userId, const DeviceInfo &device, const QString &address)
{
    const QString fingerprint = fingerprintOf(device);
    SeenDevice seen;
    {
        auto rows = m_connection.query(u"SELECT id, last_address FROM devices WHERE user_id = ? AND fingerprint = ?"_s,
                                       {userId, fingerprint});
        if (!rows)
            return rows.error();
        if (rows->next()) {
            seen.id = rows->text(0);
            seen.addressChanged = rows->text(1) != address;
        }
    }
    if (!seen.id.isEmpty()) {
        auto updated = m_connection.execute(u"UPDATE devices SET last_address = ?, last_seen_at = ?, user_agent = ?, "
                                            u"name = CASE WHEN ? = '' THEN name ELSE ? END "
                                            "WHERE id = ?"_s,
                                            {address, m_now, device.userAgent, device.name, device.name, seen.id});
        if (!updated)
            return updated.error();
        return seen;
    }
    {
        auto rows = m_connection.query(u"SELECT 1 FROM devices WHERE user_id = ? LIMIT 1"_s, {userId});
        if (!rows)
            return rows.error();
        seen.hasOthers = rows->next();
    }
    seen.id = newId("dev"_L1, m_now);
    seen.isNew = true;
    auto made = m_connection.execute(
        u"INSERT INTO devices (id, user_id, fingerprint, name, kind, user_agent, last_address, first_seen_at, "
        u"last_seen_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {seen.id, userId, fingerprint, device.name, device.kind, device.userAgent, address, m_now, m_now});
    if (!made)
        return made.error();
    return seen;
}
}
