// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// One thing that costs the server part of its health score.
struct HealthIssue {
    QString text; ///< in words, as the server says it
    std::optional<int> points = {}; ///< taken off the score
    QString severity = {}; ///< "warning", "critical"; empty: not said
};

struct TableFigures {
    QString name = {};
    QString size = {}; ///< in words, as the server says it: "10MB"; empty: not known
    std::optional<qint64> bytes = {};
    std::optional<qint64> rows = {};
    std::optional<qint64> deadRows = {}; ///< not yet reclaimed
};

/// How the server and its database do. What cannot be known is empty, never 0.
struct PerformanceReport {
    std::optional<int> score = {}; ///< 0 to 100
    QString status = {}; ///< "excellent", "good", …
    QList<HealthIssue> issues = {};
    QString databaseEngine = {};
    QString databaseSize = {}; ///< in words: "2.5GB"; empty: not known
    std::optional<qint64> databaseBytes = {};
    std::optional<qint64> lockWaits = {};
    std::optional<qint64> activeConnections = {};
    std::optional<qint64> idleConnections = {};
    std::optional<double> longestQuerySeconds = {};
    std::optional<double> cacheHitPercent = {}; ///< 0 to 100, of the database's page cache
    std::optional<double> indexHitPercent = {}; ///< 0 to 100
    std::optional<double> answerCacheHitPercent = {}; ///< 0 to 100, of the server's response cache
    std::optional<double> latencyP50Ms = {};
    std::optional<double> latencyP95Ms = {};
    std::optional<double> latencyP99Ms = {};
    std::optional<double> requestsPerSecond = {};
    std::optional<double> errorPercent = {}; ///< of the answers, 0 to 100
    std::optional<double> memoryPercent = {}; ///< of the machine
    std::optional<double> cpuPercent = {};
    std::optional<double> uptimeSeconds = {};
    QList<TableFigures> tables = {};
    QDateTime at = {}; ///< UTC, when it was read
};
