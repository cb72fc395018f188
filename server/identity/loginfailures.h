// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/identitysettings.h"
#include "server/store/connection.h"

#include <QHostAddress>

namespace identity
{
/// What earlier failures mean for a sign-in that is asked for now.
struct Standing {
    int lockedSeconds = 0; ///< 0: not locked
    int recentOfPair = 0; ///< failures of this account from this address in the window
    int recentOfAccount = 0; ///< … from all addresses, as far as is counted (1000)
    std::chrono::milliseconds delay{0}; ///< to wait before the password is looked at
};

/// Counts failed sign-ins by account and address, whether the account exists or not. An account under attack from many
/// addresses becomes slow, up to IdentitySettings::slowestSignIn, and never closed: its owner must get in. Source: NIST
/// SP 800-63B, 5.2.2.
class LoginFailures
{
public:
    LoginFailures(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_now(nowMs)
    {
    }

    Result<Standing> standing(const QString &email, const QString &address);
    Result<Done> record(const QString &email, const QString &address);
    Result<Done> forgive(const QString &email, const QString &address); ///< after a success

private:
    store::Connection &m_connection;
    const IdentitySettings &m_settings;
    qint64 m_now;
};

/// An IPv4 address, or the /64 of an IPv6 one: what one caller can choose freely counts as one.
QString addressKey(const QHostAddress &address);
/// Adds one to a day's count of `what` in `daily_counts`.
Result<Done> countToday(store::Connection &connection, QLatin1StringView what, qint64 nowMs);
}
