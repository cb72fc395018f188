// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// One signed-in device of a user.
struct UserSession {
    QString id = {};
    QString device = {}; ///< as the client named itself; may be empty
    QString address = {}; ///< IP address it signed in from
    QDateTime createdAt = {}; ///< UTC
    QDateTime lastUsedAt = {}; ///< UTC
    QDateTime expiresAt = {}; ///< UTC
    bool current = false; ///< the session that asks
};
