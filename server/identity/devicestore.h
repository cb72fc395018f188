// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

#include <QDateTime>
#include <QList>

namespace identity
{
/// What a client says of itself at sign-in. All of it unverified.
struct DeviceInfo {
    QString clientId; ///< the client's own id of the device; empty: told by its user agent
    QString name;
    QString kind; ///< "web", "desktop", …
    QString userAgent;
};

/// From where a sign-in comes, twice: as it is shown, and as it is known again.
struct Origin {
    QString address; ///< "2001:db8::7"
    QString key; ///< addressKey(): "2001:db8::/64"
};

struct SeenDevice {
    QString id; ///< empty while it was only looked for, and is new
    bool isNew = false; ///< never signed in to this account before
    bool hasOthers = false; ///< the account was used from another device before
    bool addressIsNew = false; ///< nobody signed in to this account from there before, but from elsewhere
    bool endedSessions = false; ///< it took the place of others, whose sessions ended
};

struct DeviceRow {
    QString id;
    QString clientId; ///< empty: the client has none
    QString name; ///< what its user calls it, else itself
    QString kind;
    QString userAgent;
    QString address; ///< the last one
    QDateTime firstSeenAt; ///< UTC
    QDateTime lastSeenAt; ///< UTC
    qint64 activeSessions = 0;
};

/// The rows of `devices` and `known_addresses`. A user's devices are found by the user only. Changes belong on the
/// writer's connection.
class DeviceStore
{
public:
    static constexpr int MostDevices = 100; ///< of a user; beyond, those unused for longest are forgotten
    static constexpr int MostAddresses = 100;

    DeviceStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    /// What see() would say; changes nothing.
    Result<SeenDevice> look(const QString &userId, const DeviceInfo &device, const Origin &origin);
    /// Notes that the user signed in.
    Result<SeenDevice> see(const QString &userId, const DeviceInfo &device, const Origin &origin);

    Result<QList<DeviceRow>> list(const QString &userId); ///< last seen first, at most MostDevices
    Result<DeviceRow> one(const QString &userId, const QString &id); ///< ResourceNotFound
    Result<DeviceRow> rename(const QString &userId, const QString &id, const QString &name); ///< ResourceNotFound
    /// Forgets it: its next sign-in is of a new device. Its sessions are the caller's to end, before. ResourceNotFound
    Result<Done> remove(const QString &userId, const QString &id);

private:
    Result<QList<DeviceRow>> read(const QString &userId, const QString &where, const QVariantList &bindings);
    /// Answers how many sessions ended with what it took the place of.
    Result<qint64> insert(const QString &userId, const DeviceInfo &device, const Origin &origin, const QString &id);
    Result<Done> seeAddress(const QString &userId, const Origin &origin);

    store::Connection &m_connection;
    qint64 m_now;
};
}
