// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonwriter.h"
#include "server/performance/healthscore.h"
#include "server/performance/performanceroutes.h"

using namespace Qt::StringLiterals;

namespace performance
{
namespace
{
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using http::Method;

std::optional<QString> inWords(const std::optional<qint64> &bytes)
{
    return bytes ? std::optional(sizeInWords(*bytes)) : std::nullopt;
}

/// One decimal, as the document has it.
std::optional<double> rounded(const std::optional<double> &value, double steps = 10)
{
    return value ? std::optional(double(qRound64(*value * steps)) / steps) : std::nullopt;
}

HandlerResult health(const PerformanceContext &context)
{
    const auto figures = readFigures(context.reads, context.writer.queued(), Tables::Judged);
    if (!figures)
        return Outcome(figures.error());
    const Health judged = healthOf(*figures);
    api::JsonWriter json;
    json.beginObject().member("health_score"_L1, judged.score).member("health_status"_L1, judged.status());
    json.key("issues"_L1).beginArray();
    for (const QString &issue : judged.issues)
        json.value(issue);
    json.endArray().key("metrics_summary"_L1).beginObject();
    json.member("cache_hit_ratio"_L1, rounded(figures->cacheHitPercent))
        .member("active_connections"_L1, figures->activeConnections)
        .member("lock_waits"_L1, figures->lockWaits)
        .member("database_size"_L1, inWords(figures->bytes))
        .endObject();
    return Outcome(Answer{.json = json.endObject().take()});
}

std::optional<double> milliseconds(const std::optional<double> &seconds)
{
    return seconds ? std::optional(*seconds * 1000) : std::nullopt;
}

void writeRequests(api::JsonWriter &json, const api::Metrics::Summary &summary)
{
    const std::optional<double> errors = summary.requests > 0
        ? std::optional(100.0 * double(summary.errors) / double(summary.requests))
        : std::nullopt;
    json.key("requests"_L1).beginObject().member("total"_L1, summary.requests);
    json.member("error_rate"_L1, rounded(errors, 100))
        .member("response_cache_hit_ratio"_L1, rounded(summary.cacheHitPercent));
    json.key("latency_ms"_L1)
        .beginObject()
        .member("p50"_L1, rounded(milliseconds(summary.p50), 100))
        .member("p95"_L1, rounded(milliseconds(summary.p95), 100))
        .member("p99"_L1, rounded(milliseconds(summary.p99), 100))
        .endObject()
        .endObject();
}

HandlerResult metrics(const PerformanceContext &context)
{
    const auto figures = readFigures(context.reads, context.writer.queued(), Tables::All);
    if (!figures)
        return Outcome(figures.error());
    api::JsonWriter json;
    json.beginObject().key("connection_stats"_L1).beginObject();
    json.member("active_connections"_L1, figures->activeConnections)
        .member("idle_connections"_L1, figures->idleConnections)
        .member("longest_query_seconds"_L1, rounded(figures->longestQuerySeconds, 1000))
        .endObject();
    json.key("cache_hit_ratio"_L1).beginObject();
    json.member("cache_hit_ratio"_L1, rounded(figures->cacheHitPercent))
        .member("index_hit_ratio"_L1, rounded(figures->indexHitPercent))
        .endObject();
    json.key("table_stats"_L1).beginArray();
    for (const TableFigures &table : figures->tables) {
        json.beginObject()
            .member("tablename"_L1, table.name)
            .member("total_size"_L1, inWords(table.bytes))
            .member("live_tuples"_L1, table.liveRows)
            .member("dead_tuples"_L1, table.deadRows)
            .endObject();
    }
    json.endArray();
    if (context.metrics)
        writeRequests(json, context.metrics->summary());
    return Outcome(Answer{.json = json.endObject().take()});
}
}

QList<api::Route> performanceRoutes(PerformanceContext &context)
{
    return {
        {.method = Method::Get,
         .path = "/performance/health",
         .access = api::Access::Support,
         .summary = "How well the database does: 100 points, and what took some off.",
         .handle = [&context](const CallPtr &) { return health(context); },
         .answer = R"({"$ref":"#/components/schemas/PerformanceHealth"})",
         .errors = {ErrorCode::ServiceUnavailable}},
        {.method = Method::Get,
         .path = "/performance/metrics",
         .access = api::Access::Support,
         .summary = "The database's own figures; null where it cannot know.",
         .handle = [&context](const CallPtr &) { return metrics(context); },
         .answer = R"({"$ref":"#/components/schemas/PerformanceMetrics"})",
         .errors = {ErrorCode::ServiceUnavailable}},
    };
}

QList<api::Component> performanceComponents()
{
    return {
        {"PerformanceHealth",
         R"({"type":"object","required":["health_score","health_status","issues","metrics_summary"],
            "additionalProperties":false,"properties":{
            "health_score":{"type":"integer","minimum":0,"maximum":100},
            "health_status":{"type":"string","enum":["excellent","good","fair","poor"]},
            "issues":{"type":"array","description":"What took points off, in words","items":{"type":"string"}},
            "metrics_summary":{"type":"object","additionalProperties":false,
            "required":["cache_hit_ratio","active_connections","lock_waits","database_size"],"properties":{
            "cache_hit_ratio":{"type":["number","null"],"description":"Percent"},
            "active_connections":{"type":["integer","null"]},
            "lock_waits":{"type":["integer","null"],"description":"With SQLite, changes that wait for its one writer"},
            "database_size":{"type":["string","null"],"description":"As 2.5GB"}}}}})"},
        {"PerformanceMetrics",
         R"({"type":"object","required":["connection_stats","cache_hit_ratio","table_stats"],"additionalProperties":false,
            "properties":{"connection_stats":{"type":"object","additionalProperties":false,
            "required":["active_connections","idle_connections","longest_query_seconds"],"properties":{
            "active_connections":{"type":["integer","null"]},"idle_connections":{"type":["integer","null"]},
            "longest_query_seconds":{"type":["number","null"],"description":"Of the queries that run now"}}},
            "cache_hit_ratio":{"type":"object","additionalProperties":false,
            "required":["cache_hit_ratio","index_hit_ratio"],"properties":{
            "cache_hit_ratio":{"type":["number","null"],"description":"Percent"},
            "index_hit_ratio":{"type":["number","null"],"description":"Percent"}}},
            "table_stats":{"type":"array","description":"The largest first","items":{"type":"object",
            "additionalProperties":false,"required":["tablename","total_size","live_tuples","dead_tuples"],"properties":{
            "tablename":{"type":"string"},"total_size":{"type":["string","null"]},
            "live_tuples":{"type":["integer","null"]},"dead_tuples":{"type":["integer","null"]}}}},
            "requests":{"type":"object","description":"Since the server started","additionalProperties":false,
            "required":["total","error_rate","response_cache_hit_ratio","latency_ms"],"properties":{
            "total":{"type":"integer"},"error_rate":{"type":["number","null"],"description":"Status 5xx, percent"},
            "response_cache_hit_ratio":{"type":["number","null"],"description":"Percent"},
            "latency_ms":{"type":"object","additionalProperties":false,"required":["p50","p95","p99"],"properties":{
            "p50":{"type":["number","null"]},"p95":{"type":["number","null"]},"p99":{"type":["number","null"]}}}}}}})"},
    };
}
}
