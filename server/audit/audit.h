// SPDX-License-Identifier: GPL-3.0-or-later
// What every change calls, in the transaction of the change.
#pragma once

#include "models/domain/result.h"
#include "server/api/call.h"
#include "server/store/connection.h"

#include <QHostAddress>
#include <QJsonObject>

namespace audit
{
/// Who does something, and how it came in. A value; any thread.
struct Actor {
    enum class Type { User, AccessKey, System };

    Type type = Type::User;
    QString userId = {}; ///< of an access key: its creator's; empty: not known
    QString email = {}; ///< of the system: what of it ("retention")
    QString organizationId = {}; ///< the actor's own
    QString keyId = {};
    QString sessionId = {};
    QString deviceId = {}; ///< of `devices`
    QString address = {};
    QString userAgent = {};
    QString version = {}; ///< "v1", "v2"; empty: did not come through the API
    QString requestId = {};

    /// Who asks, and where from; of a public route only where from.
    static Actor of(const api::Call &call);
    /// The server itself, or an operator at its command line.
    static Actor system(const QString &reason);

    /// The same request, known to come from this user by now: a registration, a sign-in.
    Actor as(const QString &id, const QString &mail, const QString &organization) const;
};

enum class Outcome { Success, Failure };

/// What happened to one row.
struct Change {
    QString action; ///< "<noun>.<past verb>": "user.updated"
    QString targetType; ///< "user"
    QString targetId;
    QString targetLabel = {}; ///< as people know it: an e-mail address, a name
    QString organizationId = {}; ///< whose row it is; empty: the platform's, or nobody's
    QJsonObject before = {}; ///< only the fields that changed; of a secret nothing but "set" and "changed"
    QJsonObject after = {};
    Outcome outcome = Outcome::Success;
    QString reverts = {}; ///< the entry whose change this takes back
};

/// Writes the change down, in the transaction that is open on the connection: both are there or neither. The entry gets
/// its place in the chain just before the commit, so that nobody waits for another's transaction longer than that; an
/// entry that cannot be written undoes the transaction. Text is cut to what lists show, "before" and "after" are kept
/// whole up to 64 KiB each.
Result<Done> record(store::Connection &connection, const Actor &actor, const Change &change, qint64 nowMs);

/// The same; answers the entry's id.
Result<QString> recordEntry(store::Connection &connection, const Actor &actor, const Change &change, qint64 nowMs);

/// A sign-in that failed, of an account that may not exist. `reason`: "invalid_credentials", "account_locked",
/// "two_factor", … . Not every one has an entry: of an account from an address the first few of a minute, and of all
/// together so many; the others are counted and told in one entry later, so that guessing fills no disk. See bursts.h.
Result<Done> recordFailedSignIn(store::Connection &connection, const Actor &actor, const QString &account,
                                const QString &reason, qint64 nowMs);

/// Leaves in both objects only what differs, also within objects that both have.
void keepDifferences(QJsonObject &before, QJsonObject &after);
}
