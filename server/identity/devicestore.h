// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

namespace identity
{
/// What a client says of itself at sign-in. All of it unverified.
struct DeviceInfo {
    QString clientId; ///< the client's own id of the device; empty: told by its user agent
    QString name;
    QString kind; ///< "web", "desktop", …
    QString userAgent;
};

struct SeenDevice {
    QString id;
    bool isNew = false; ///< never signed in to this account before
    bool hasOthers = false; ///< the account was used from another device before
    bool addressChanged = false;
};

/// The rows of `devices`. On the writer's connection.
class DeviceStore
{
public:
    DeviceStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<SeenDevice> see(const QString &userId, const DeviceInfo &device, const QString &address);

private:
    store::Connection &m_connection;
    qint64 m_now;
};
}
