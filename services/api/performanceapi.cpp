// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/performanceapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"
#include "services/api/whenover.h"

using namespace Qt::StringLiterals;

namespace
{
using Names = std::initializer_list<QLatin1StringView>;

// A figure that is null, absent or not a number is not known.
std::optional<double> real(const QJsonObject &object, Names names)
{
    const QJsonValue value = decode::member(object, names);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> whole(const QJsonObject &object, Names names)
{
    const auto value = real(object, names);
    return value ? std::optional(qint64(*value)) : std::nullopt;
}

template<typename T>
void take(std::optional<T> &into, const std::optional<T> &value)
{
    if (value)
        into = value;
}

HealthIssue issue(const QJsonValue &value)
{
    if (value.isString())
        return {.text = value.toString()};
    const QJsonObject object = value.toObject();
    const auto points = whole(object, {"deduction"_L1, "points"_L1, "penalty"_L1});
    return {.text = decode::member(object, {"message"_L1, "description"_L1, "reason"_L1, "issue"_L1}).toString(),
            .points = points ? std::optional(int(std::abs(*points))) : std::nullopt,
            .severity = object.value("severity"_L1).toString()};
}

TableFigures table(const QJsonObject &object)
{
    const QJsonValue size = decode::member(object, {"total_size"_L1, "size"_L1});
    return {.name = decode::member(object, {"tablename"_L1, "table"_L1, "name"_L1}).toString(),
            .size = size.toString(),
            .bytes = size.isDouble() ? whole(object, {"total_size"_L1, "size"_L1})
                                     : whole(object, {"total_bytes"_L1, "size_bytes"_L1}),
            .rows = whole(object, {"live_tuples"_L1, "rows"_L1}),
            .deadRows = whole(object, {"dead_tuples"_L1})};
}

void takeSummary(PerformanceReport &report, const QJsonObject &object)
{
    take(report.cacheHitPercent, real(object, {"cache_hit_ratio"_L1}));
    take(report.indexHitPercent, real(object, {"index_hit_ratio"_L1}));
    take(report.activeConnections, whole(object, {"active_connections"_L1}));
    take(report.idleConnections, whole(object, {"idle_connections"_L1}));
    take(report.lockWaits, whole(object, {"lock_waits"_L1}));
    take(report.longestQuerySeconds, real(object, {"longest_query_seconds"_L1}));
    const QJsonValue size = object.value("database_size"_L1);
    if (size.isString())
        report.databaseSize = size.toString();
    take(report.databaseBytes, whole(object, {"database_size_bytes"_L1, "size_bytes"_L1}));
    const QJsonValue engine = decode::member(object, {"engine"_L1, "database_engine"_L1});
    if (engine.isString())
        report.databaseEngine = engine.toString();
}

void takeTraffic(PerformanceReport &report, const QJsonObject &object)
{
    const QJsonObject latency = decode::member(object, {"latency_ms"_L1, "latency"_L1}).toObject();
    take(report.latencyP50Ms, real(latency, {"p50"_L1}));
    take(report.latencyP95Ms, real(latency, {"p95"_L1}));
    take(report.latencyP99Ms, real(latency, {"p99"_L1}));
    take(report.requestsPerSecond, real(object, {"requests_per_second"_L1, "per_second"_L1}));
    take(report.errorPercent, real(object, {"error_rate"_L1, "error_percent"_L1}));
    take(report.answerCacheHitPercent, real(object, {"response_cache_hit_ratio"_L1, "cache_hit_percent"_L1}));
}

void takeProcess(PerformanceReport &report, const QJsonObject &object)
{
    take(report.memoryPercent, real(object, {"memory_percent"_L1, "memoryUsage"_L1}));
    take(report.cpuPercent, real(object, {"cpu_percent"_L1, "cpuUsage"_L1}));
    take(report.uptimeSeconds, real(object, {"uptime_seconds"_L1, "uptime"_L1}));
}

void takeHealth(PerformanceReport &report, const QJsonObject &object)
{
    const auto score = whole(object, {"health_score"_L1});
    report.score = score ? std::optional(int(*score)) : std::nullopt;
    report.status = object.value("health_status"_L1).toString();
    for (const auto &value : object.value("issues"_L1).toArray())
        report.issues.append(issue(value));
    takeSummary(report, object.value("metrics_summary"_L1).toObject());
}

void takeMetrics(PerformanceReport &report, const QJsonObject &object)
{
    for (const QLatin1StringView part : {"connection_stats"_L1, "cache_hit_ratio"_L1, "database"_L1, "lock_stats"_L1})
        takeSummary(report, object.value(part).toObject());
    for (const QLatin1StringView part : {"requests"_L1, "http"_L1, "request_stats"_L1, "traffic"_L1})
        takeTraffic(report, object.value(part).toObject());
    for (const QLatin1StringView part : {"process"_L1, "system"_L1, "resources"_L1, "server"_L1})
        takeProcess(report, object.value(part).toObject());
    for (const auto &value : object.value("table_stats"_L1).toArray())
        report.tables.append(table(value.toObject()));
}

/// Both answers as they come in.
struct Pending {
    QPromise<Result<PerformanceReport>> promise;
    std::optional<Result<QJsonObject>> health;
    std::optional<Result<QJsonObject>> metrics;

    void settle()
    {
        if (!health || !metrics)
            return;
        if (!*health && !*metrics) {
            promise.addResult(Result<PerformanceReport>(health->error()));
        } else {
            PerformanceReport report{.at = QDateTime::currentDateTimeUtc()};
            if (*metrics)
                takeMetrics(report, **metrics);
            if (*health)
                takeHealth(report, **health);
            promise.addResult(Result<PerformanceReport>(report));
        }
        promise.finish();
    }
};

Result<QJsonObject> dataOf(const ApiAnswer &answer) { return decode::data(answer); }
}

QFuture<Result<PerformanceReport>> PerformanceApi::fetch()
{
    auto pending = std::make_shared<Pending>();
    pending->promise.start();
    whenOver(m_client.fetch({.path = u"/api/v2/performance/health"_s}, dataOf), &m_client,
             [pending](const Result<QJsonObject> &answer) {
                 pending->health = answer;
                 pending->settle();
             });
    whenOver(m_client.fetch({.path = u"/api/v2/performance/metrics"_s}, dataOf), &m_client,
             [pending](const Result<QJsonObject> &answer) {
                 pending->metrics = answer;
                 pending->settle();
             });
    return pending->promise.future();
}
