// SPDX-License-Identifier: GPL-3.0-or-later
// What a legacy system exported, read as what it becomes here. Pure functions; any thread.
#pragma once

#include "server/calls/callstore.h"
#include "server/identity/userstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace legacy
{
struct Export {
    QJsonArray users;
    QJsonArray agents;
    QJsonArray campaigns;
    QJsonArray calls;

    static Export from(const QJsonObject &exported);
};

QString idOf(const QJsonValue &row); ///< a text or a whole number; empty: it has none
QString ownerOf(const QJsonValue &agent); ///< the legacy id of its user; empty: ownerless
QString agentOf(const QJsonValue &call); ///< the legacy id of its agent; empty: none

/// Of a user or an agent: neither switched off nor in any state but "active".
bool isActive(const QJsonObject &row);
std::optional<qint64> timeIn(const QJsonObject &row, QLatin1StringView name); ///< ms UTC
std::optional<calls::CallStatus> statusOf(const QJsonValue &call);
QJsonValue durationOf(const QJsonObject &call); ///< as it was sent; undefined: not at all
/// Empty: none is said, or none that is known.
std::optional<calls::Direction> directionOf(const QJsonObject &call);
/// A tree from a column of trees, or of texts that may hold one: as it was sent, or what its text says. Undefined:
/// there is nothing in it.
QJsonValue treeIn(const QJsonObject &row, QLatin1StringView name);
bool hasKnownHash(const QJsonValue &user); ///< its password goes on

/// What a user is called and reached by, under the names of PUT /auth/profile; as it was sent, fitting or not.
QJsonObject profileFrom(const QJsonObject &user);
QJsonObject agentBodyFrom(const QJsonObject &row); ///< what POST /agents takes; the same
QString externalIdOf(const QJsonObject &call); ///< empty: it has none
/// What POST /calls takes, but for the call's agent, status, times and duration; the same.
QJsonObject callBodyFrom(const QJsonObject &row);

// Of rows that examine() finds no error in.
identity::NewUser userFrom(const QJsonObject &row);
identity::OwnLimits limitsFrom(const QJsonObject &user); ///< as they were, the tier's or not
Result<calls::CallReport> callFrom(const QJsonObject &row);
}
