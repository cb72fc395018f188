// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say about a legacy export before anything is imported. Pure functions; any thread.
#pragma once

#include "models/domain/result.h"
#include "server/legacy/legacyexport.h"

#include <QMap>

#include <functional>

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
    QString misses = {}; ///< the legacy id of the user or agent that the export does not have
};

/// The code of an error in what a row says: it is none of a row that was imported before.
extern const QString InvalidValue;
// Codes of warnings about what a row `misses`: they are none where that was imported before.
extern const QString UnknownOwner;
extern const QString UnknownAgent;
/// The code of a warning about a call whose external id another one has.
extern const QString ExternalIdNotTaken;

/// What is wrong with a body that POST /agents is to take: field (dotted path) → a sentence.
using AgentCheck = std::function<QMap<QString, QString>(const QJsonObject &body)>;

/// Everything that can be said without the database, row by row, and what legacy clients relied on that is gone.
Result<QList<Issue>> examine(const Export &exported, const AgentCheck &checkAgent);
Issue externalIdIssue(const QJsonObject &call, qsizetype i); ///< the call is calls[i]
bool isImportable(const QList<Issue> &issues);
}
