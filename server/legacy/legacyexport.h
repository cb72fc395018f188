// SPDX-License-Identifier: GPL-3.0-or-later
// What a legacy system exported, and what there is to say about it before anything is imported. Pure functions; any
// thread.
#pragma once

#include "server/calls/callstore.h"
#include "server/identity/userstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace legacy
{
enum class Severity {
    Error, ///< nothing can be imported until it is gone
    Warning, ///< something will not be as it was
    Info,
};
QLatin1StringView toWire(Severity severity); ///< "warning"

struct Issue {
    QString row; ///< "agents[3]", or the legacy route that it is about
    QString id; ///< the row's own id; empty: it has none
    Severity severity = Severity::Info;
    QString code; ///< stable: "OWNERLESS_AGENT"
    QString message; ///< for people
};

struct Export {
    QJsonArray users;
    QJsonArray agents;
    QJsonArray campaigns;
    QJsonArray calls;

    static Export from(const QJsonObject &exported);
};

/// Everything that can be said without the database, row by row, and what legacy clients relied on that is gone.
QList<Issue> examine(const Export &exported);
bool isImportable(const QList<Issue> &issues);

QString idOf(const QJsonValue &row); ///< a text or a whole number; empty: it has none
QString ownerOf(const QJsonValue &agent); ///< the legacy id of its user; empty: ownerless
QString agentOf(const QJsonValue &call); ///< the legacy id of its agent; empty: none
// Of rows that examine() finds no error in.
identity::NewUser userFrom(const QJsonObject &row);
QJsonObject agentBodyFrom(const QJsonObject &row); ///< what POST /agents takes
calls::CallReport callFrom(const QJsonObject &row);
std::optional<qint64> timeIn(const QJsonObject &row, QLatin1StringView name); ///< ms UTC
}
