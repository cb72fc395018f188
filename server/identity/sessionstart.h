// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/devicestore.h"
#include "server/identity/sessionstore.h"
#include "server/identity/signingkeys.h"

#include <QHostAddress>

namespace identity
{
/// Somebody who has proved who they are.
struct Arrival {
    QString userId;
    DeviceInfo device = {};
    QHostAddress address = {};
    Surface surface = Surface::V1;
    bool gaveSecondFactor = false;
    audit::Actor actor = {}; ///< as the request says
};

struct Started {
    UserRow row;
    Grant grant;
    SeenDevice device;
};

/// A session with all that follows from it: the device and the address are known from now on, the user was here, the
/// audit says so. Inside the writer's transaction.
Result<Started> startSession(store::Connection &connection, const IdentitySettings &settings, const SigningKeys &keys,
                             const Arrival &arrival, qint64 nowMs);

Origin originOf(const QHostAddress &address);
}
