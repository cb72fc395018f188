// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/versions.h"
#include "server/store/connection.h"

namespace versions
{
/// All lifecycles at one moment.
struct Lifecycles {
    qint64 revision = 0; ///< grows with every change; 0: as shipped
    QList<api::VersionInfo> versions = {}; ///< by name
};

/// The rows of `version_lifecycles`, over what the program ships. On the connection's thread; changes belong on the
/// writer's connection.
class LifecycleStore
{
public:
    LifecycleStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<Lifecycles> read();
    /// Before the rows are read for a change: no other server changes them until this transaction is over. Answers the
    /// revision that the change will have.
    Result<qint64> beginChange();
    Result<Done> write(const QList<api::VersionInfo> &versions);

private:
    store::Connection &m_connection;
    qint64 m_now;
};
}
