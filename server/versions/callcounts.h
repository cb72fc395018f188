// SPDX-License-Identifier: GPL-3.0-or-later
// What was called, on its way from the workers to the database.
#pragma once

#include "server/versions/latency.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <set>
#include <tuple>

namespace versions
{
/// A route in a version. Method and route are empty for what no route answered.
struct SeriesName {
    QByteArray version; ///< "v1"
    QByteArray method; ///< "GET"
    QByteArray route; ///< "/users/:id"

    friend bool operator<(const SeriesName &a, const SeriesName &b)
    {
        return std::tie(a.version, a.method, a.route) < std::tie(b.version, b.method, b.route);
    }
};

enum class CallerKind {
    User,
    AccessKey,
    Other, ///< all those beyond what is held in memory, together
};
QLatin1StringView toText(CallerKind kind); ///< "access_key"

struct CallerName {
    QByteArray version;
    CallerKind kind = CallerKind::User;
    QString id; ///< users.id, access_keys.id; of Other: "other"

    friend bool operator<(const CallerName &a, const CallerName &b)
    {
        return std::tie(a.version, a.kind, a.id) < std::tie(b.version, b.kind, b.id);
    }
};

struct SeriesCounts {
    qint64 requests = 0;
    qint64 errors = 0; ///< answers of status 400 and above
    Latency latency = {};

    SeriesCounts &operator+=(const SeriesCounts &other);
};

struct CallerCounts {
    QString organizationId;
    QString userAgent; ///< of a recent call
    qint64 lastSeenMs = 0;
    qint64 requests = 0;
    qint64 errors = 0;
    std::set<SeriesName> called = {};

    CallerCounts &operator+=(const CallerCounts &other);
};

/// The counts of one day. Series are as many as routes; callers are held up to MostCallers.
struct DayCounts {
    static constexpr qsizetype MostCallers = 16'384; ///< later ones are counted as Other

    QMap<SeriesName, SeriesCounts> series = {};
    QMap<CallerName, CallerCounts> callers = {};

    void add(const CallerName &name, const CallerCounts &counts);
    DayCounts &operator+=(const DayCounts &other);
};

/// By day: days since the epoch, UTC.
using Batch = QMap<qint64, DayCounts>;

void addTo(Batch &batch, const Batch &more);
}
