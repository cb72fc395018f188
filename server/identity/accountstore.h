// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

#include <QJsonObject>

namespace identity
{
/// What of a row of `users` its own user settles. On the connection's thread; changes belong on the writer's
/// connection.
class AccountStore
{
public:
    AccountStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<Done> confirmEmail(const QString &userId);
    /// As stored: only what was ever set. ResourceNotFound.
    Result<QJsonObject> preferences(const QString &userId);
    Result<Done> setPreferences(const QString &userId, const QJsonObject &preferences);

private:
    store::Connection &m_connection;
    qint64 m_now;
};
}
