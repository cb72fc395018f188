// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

/// The server's own account of itself.
struct Health {
    QString status = {}; ///< "healthy", "degraded" or "unhealthy"
    QMap<QString, QString> services = {}; ///< component → "healthy", "unhealthy", "not_configured"
    std::optional<double> uptimeSeconds = {};
    std::optional<double> memoryPercent = {}; ///< 0 to 100
    std::optional<double> cpuPercent = {}; ///< 0 to 100
    QDateTime at = {}; ///< UTC
};
