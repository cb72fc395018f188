// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"

namespace audit
{
Actor Actor::of(const api::Call &call)
{
    Actor actor{.address = call.request.client.toString(),
                .userAgent = QString::fromUtf8(call.request.headers.value("User-Agent")),
                .version = QString(api::toText(call.version)),
                .requestId = QString::fromLatin1(call.requestId)};
    if (call.principal) {
        const api::Principal &who = *call.principal;
        actor.type = who.keyId.isEmpty() ? Type::User : Type::AccessKey;
        actor.userId = who.userId;
        actor.email = who.email;
        actor.organizationId = who.organizationId;
        actor.keyId = who.keyId;
        actor.sessionId = who.sessionId;
        actor.deviceId = who.deviceId;
    }
    return actor;
}

Actor Actor::system(const QString &reason)
{
    Actor actor;
    actor.type = Type::System;
    actor.email = reason;
    return actor;
}

Actor Actor::as(const QString &id, const QString &mail, const QString &organization) const
{
    Actor known = *this;
    known.userId = id;
    known.email = mail;
    known.organizationId = organization;
    return known;
}
}
