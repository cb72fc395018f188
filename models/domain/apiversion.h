// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"
#include "models/domain/tagged.h"

#include <QDateTime>

#include <optional>

enum class VersionStatus { Supported, Deprecated, Sunset };

QLatin1StringView toWire(VersionStatus status);
std::optional<VersionStatus> versionStatusFromWire(QStringView text);

/// An announced time during which a version is refused, so that who still calls it notices.
struct Brownout {
    QDateTime from = {}; ///< UTC
    QDateTime to = {}; ///< UTC, after `from`

    friend bool operator==(const Brownout &, const Brownout &) = default;
};

/// The life of a version of the API.
struct ApiVersion {
    QString version; ///< "v1"
    VersionStatus status = VersionStatus::Supported;
    QDateTime deprecatedAt = {}; ///< UTC; null: not planned
    QDateTime sunsetAt = {}; ///< UTC; null: not planned
    bool serveAfterSunset = false;
    QString successor = {}; ///< another version; empty: none
    QList<Brownout> brownouts = {};

    friend bool operator==(const ApiVersion &, const ApiVersion &) = default;
};

/// What a caller gets.
struct VersionAnswer {
    int status = 0; ///< HTTP
    QList<std::pair<QString, QString>> headers = {};
};

/// What callers of a version would get if a change were saved.
struct VersionPreview {
    QString version;
    VersionAnswer today = {};
    VersionAnswer afterSunset = {};
    std::optional<VersionAnswer> duringBrownout = {};
    qint64 callers = 0;
    qint64 requestsLast30Days = 0;
};

/// Milliseconds; empty: not known.
struct VersionLatency {
    std::optional<double> p50 = {};
    std::optional<double> p95 = {};
    std::optional<double> p99 = {};
};

struct VersionDay {
    QDate date; ///< UTC
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 callers = 0;
};

struct VersionRoute {
    QString method;
    QString route;
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 callers = 0;
    VersionLatency latency = {};
};

struct VersionTraffic {
    QString version;
    qint64 requests = 0;
    qint64 callers = 0; ///< distinct
    qint64 errors = 0; ///< answers that failed
    VersionLatency latency = {};
    QList<VersionDay> days = {}; ///< oldest first
    QList<VersionRoute> routes = {};

    /// 0 to 1; nothing: there were no requests.
    std::optional<double> errorShare() const
    {
        return requests > 0 ? std::optional(double(errors) / double(requests)) : std::nullopt;
    }
};

struct VersionReport {
    QDate from = {}; ///< UTC, inclusive
    QDate to = {};
    std::optional<double> migrationShare = {}; ///< 0 to 1: of the callers, those that have moved to the newest version
    QList<VersionTraffic> versions = {};
};

/// Somebody who called a version.
struct VersionCaller {
    QString type; ///< "user", "access_key"; "other": many that the server did not tell apart, without an id
    QString id;
    QString label; ///< e-mail or name
    QString organizationId = {};
    QString organizationName = {};
    qint64 requests = 0;
    qint64 errors = 0;
    QDateTime lastSeenAt = {}; ///< UTC
    QString userAgent = {};
};

/// The versions of the API: their lives, and who calls them. Implemented by services/api and by the tests. GUI thread.
class VersionRegistry
{
public:
    virtual ~VersionRegistry() = default;
    virtual QFuture<Result<Tagged<QList<ApiVersion>>>> versions() = 0;
    /// All of them at once; answers them as they are then. ValidationError (details by dotted paths, such as
    /// "versions.0.sunset_at"), PreconditionFailed (`etag` is stale).
    virtual QFuture<Result<QList<ApiVersion>>> save(const QList<ApiVersion> &versions, const QByteArray &etag) = 0;
    /// Changes nothing.
    virtual QFuture<Result<QList<VersionPreview>>> preview(const QList<ApiVersion> &versions) = 0;
    /// Days UTC, inclusive.
    virtual QFuture<Result<VersionReport>> report(const QDate &from, const QDate &to) = 0;
    /// Mail to everybody who called the version lately; answers to how many.
    virtual QFuture<Result<qint64>> notify(const QString &version, const QString &message) = 0;
    /// Filters: "version", "start_date", "end_date".
    virtual PageSource<VersionCaller> &callers() = 0;
};
