// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/usage/period.h"
#include "server/versions/callcounts.h"

#include <QDate>

namespace versions
{
struct RouteFigures {
    QString method; ///< empty, as is the next: no route answered
    QString route;
    SeriesCounts counts = {};
    qint64 callers = 0;
};

struct DayFigures {
    QDate date;
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 callers = 0;
};

struct VersionFigures {
    QString version;
    SeriesCounts counts = {};
    qint64 callers = 0; ///< distinct users and access keys; all of CallerKind::Other are one
    QList<DayFigures> days = {}; ///< every day of the period, oldest first
    QList<RouteFigures> routes = {}; ///< most called first
};

struct Figures {
    QList<VersionFigures> versions = {}; ///< v1, v2
    /// Of all who called any version in the period, the share that called the newest one at least once: 0 to 1. Empty:
    /// nobody called.
    std::optional<double> migrationRate = {};
};

/// What is in the database of the period's days, both included.
Result<Figures> readFigures(store::Connection &connection, const usage::Period &period);

/// Of one version; without days and routes.
struct Traffic {
    qint64 callers = 0;
    qint64 requests = 0;
};
Result<QMap<QString, Traffic>> readTraffic(store::Connection &connection, const usage::Period &period);
}
