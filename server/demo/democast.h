// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "server/demo/demoworld.h"
#include "server/store/connection.h"

namespace demo
{
inline constexpr qint64 HourMs = DayMs / 24;

/// Somebody whom the audit log and the API's traffic tell of.
struct DemoMember {
    QString userId;
    QString email;
    QString organizationId;
    bool known = false; ///< signs in with the demo's password
    bool isOwner = false; ///< of the organisation
    qint64 since = 0; ///< ms UTC, as the next
    qint64 lastLogin = 0;
    QString address; ///< where they sit; of ranges kept for documentation (RFC 5737)
    QString program; ///< what they sign in with
};

/// An access key of one of them; its secret is nobody's.
struct DemoKey {
    QString id;
    QString name;
    QString permission; ///< "read", "write"
    QString program;
    qsizetype creator = 0; ///< of the members
    qint64 createdAt = 0; ///< ms UTC, as the next three
    qint64 rotatedAt = 0; ///< 0: never
    qint64 revokedAt = 0; ///< 0: not
    qint64 lastUsedAt = 0;
};

struct DemoCast {
    QList<DemoMember> members; ///< the platform's administrator first
    QList<DemoKey> keys;
};

/// Picks them among the users that are in their table, and writes their access keys. Few, however many users there are.
Result<DemoCast> pickCast(store::Connection &connection, DemoRandom &random, DemoWorld &world,
                          const DemoTimeline &timeline);
}
