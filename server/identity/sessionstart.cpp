// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/sessionstart.h"

#include "server/identity/loginfailures.h"
#include "server/identity/userstore.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Result<Done> recordArrival(store::Connection &c, const Arrival &arrival, const Started &started, qint64 now)
{
    const User &user = started.row.user;
    audit::Actor actor = arrival.actor.as(user.id, user.email, user.organizationId);
    actor.sessionId = started.grant.sessionId;
    actor.deviceId = started.device.id;
    return audit::record(c, actor,
                         {.action = u"session.created"_s,
                          .targetType = u"session"_s,
                          .targetId = started.grant.sessionId,
                          .targetLabel = user.email,
                          .organizationId = user.organizationId,
                          .after = {{u"device_id"_s, started.device.id},
                                    {u"new_device"_s, started.device.isNew},
                                    {u"second_factor"_s, arrival.gaveSecondFactor}}},
                         now);
}
}

Origin originOf(const QHostAddress &address) { return {.address = address.toString(), .key = addressKey(address)}; }

Result<Started> startSession(store::Connection &c, const IdentitySettings &settings, const SigningKeys &keys,
                             const Arrival &arrival, qint64 now)
{
    auto row = UserStore(c, settings, now).byId(arrival.userId);
    if (!row)
        return row.error();
    const Origin origin = originOf(arrival.address);
    auto device = DeviceStore(c, now).see(arrival.userId, arrival.device, origin);
    if (!device)
        return device.error();
    Hmac refreshKey(keys.refreshSecret());
    SessionStore sessions(c, settings, now);
    auto grant = sessions.open({.userId = arrival.userId,
                                .deviceId = device->id,
                                .surface = arrival.surface,
                                .address = origin.address,
                                .userAgent = arrival.device.userAgent,
                                .secondFactorAt = arrival.gaveSecondFactor ? std::optional(now) : std::nullopt},
                               refreshKey);
    if (!grant)
        return grant.error();
    auto noted = c.execute(u"UPDATE users SET last_login_at = ? WHERE id = ?"_s, {now, arrival.userId});
    if (!noted)
        return noted.error();
    if (auto done = countToday(c, "login.succeeded"_L1, now); !done)
        return done.error();
    if (auto done = sessions.sweep(); !done)
        return done.error();
    row->user.lastLoginAt = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    Started started{*std::move(row), *std::move(grant), *std::move(device)};
    if (auto recorded = recordArrival(c, arrival, started, now); !recorded)
        return recorded.error();
    return started;
}
}
