// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QMap>

/// Something about one row of a legacy export that has to be known before it is imported.
struct LegacyIssue {
    QString row; ///< where: "agents[3]", or an id
    QString severity; ///< "error", "warning", "info"; empty: not said
    QString code; ///< stable; may be empty
    QString message; ///< in words, as the server says it
};

struct LegacyReport {
    QMap<QString, qint64> rows = {}; ///< "users" → how many the export has
    QList<LegacyIssue> issues = {};
    bool importable = true; ///< false: an error stands in the way
};

struct LegacyResult {
    QMap<QString, qint64> imported = {}; ///< "users" → how many are new now
    QMap<QString, qint64> skipped = {}; ///< were there already
    QList<LegacyIssue> issues = {};
};

/// Takes over what a legacy system exported: {users, agents, campaigns, calls}. GUI thread.
class LegacyImporter
{
public:
    virtual ~LegacyImporter() = default;
    /// The file's content. Errors: PayloadTooLarge, BadRequest; their message says what is wrong and where.
    virtual QFuture<Result<QJsonObject>> read(const QString &path) = 0;
    virtual QFuture<Result<LegacyReport>> check(const QJsonObject &exported) = 0;
    /// All of it in one transaction, or nothing; running it again imports nothing twice.
    virtual QFuture<Result<LegacyResult>> run(const QJsonObject &exported) = 0;
};
