// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionroutes.h"

namespace versions
{
namespace
{
const QByteArray Members = R"("version":{"type":"string","enum":["v0","v1","v2"]},
    "status":{"type":"string","enum":["supported","deprecated","sunset"]},
    "deprecated_at":{"type":["string","null"],"format":"date-time",
        "description":"May lie ahead: then the headers announce it"},
    "sunset_at":{"type":["string","null"],"format":"date-time",
        "description":"From then on requests are answered with 410 API_VERSION_SUNSET, unless serve_after_sunset"},
    "serve_after_sunset":{"type":"boolean"},
    "successor":{"type":["string","null"],"description":"null: the next newer one that is fully supported"},
    "brownouts":{"type":"array","maxItems":100,
        "description":"Announced short times of 410 API_VERSION_SUNSET with Retry-After; X-API-Brownout names the next",
        "items":{"type":"object",
        "required":["from","to"],"additionalProperties":false,"properties":{
        "from":{"type":"string","format":"date-time"},"to":{"type":"string","format":"date-time"}}}})";

/// {"versions":[{…}]}
QByteArray listOfVersions(const QByteArray &required, const QByteArray &limits)
{
    return R"({"type":"object","required":["versions"],"additionalProperties":false,"properties":{
        "versions":{"type":"array",)"
        + limits + R"("items":{"type":"object","required":[)" + required
        + R"(],"additionalProperties":false,"properties":{)" + Members + "}}}}}";
}

const QByteArray LatencySchema = R"({"type":"object","required":["p50","p95","p99"],"additionalProperties":false,
    "description":"Milliseconds, read between the bounds of a histogram whose buckets double; null: nothing was counted",
    "properties":{"p50":{"type":["number","null"]},"p95":{"type":["number","null"]},"p99":{"type":["number","null"]}}})";

const QByteArray AnswerSchema = R"({"type":"object","required":["status","headers"],"additionalProperties":false,
    "properties":{"status":{"type":"integer"},"headers":{"type":"object","additionalProperties":{"type":"string"}}}})";

QByteArray metrics()
{
    return R"({"type":"object","required":["start_date","end_date","migration_rate","versions"],
    "additionalProperties":false,"properties":{"start_date":{"type":"string","format":"date"},
    "end_date":{"type":"string","format":"date"},"migration_rate":{"type":["number","null"],"minimum":0,"maximum":1,
    "description":"Of the distinct users and access keys that called any version in the period, )"
           R"(the share that called v2 at least once; null: nobody called"},
    "versions":{"type":"array","items":{"type":"object",
    "required":["version","requests","callers","errors","latency_ms","days","routes"],"additionalProperties":false,
    "properties":{"version":{"type":"string"},"requests":{"type":"integer"},
    "callers":{"type":"integer","description":"Distinct users and access keys; those who were not told apart count as one"},
    "errors":{"type":"integer","description":"Answers of status 400 and above"},"latency_ms":)"
        + LatencySchema + R"(,
    "days":{"type":"array","description":"Every day of the period","items":{"type":"object",
    "required":["date","requests","errors","callers"],"additionalProperties":false,"properties":{
    "date":{"type":"string","format":"date"},"requests":{"type":"integer"},"errors":{"type":"integer"},
    "callers":{"type":"integer"}}}},
    "routes":{"type":"array","description":"Most called first; empty method and route: what no route answered",
    "items":{"type":"object","required":["method","route","requests","errors","callers","latency_ms"],
    "additionalProperties":false,"properties":{"method":{"type":"string"},"route":{"type":"string"},
    "requests":{"type":"integer"},"errors":{"type":"integer"},"callers":{"type":"integer"},"latency_ms":)"
        + LatencySchema + "}}}}}}}}";
}

QByteArray preview()
{
    return R"({"type":"object","required":["versions"],"additionalProperties":false,"properties":{
    "versions":{"type":"array","items":{"type":"object","required":["version","today","after_sunset","during_brownout",
    "callers","requests_last_30_days"],"additionalProperties":false,"properties":{"version":{"type":"string"},
    "today":)"
        + AnswerSchema + R"(,"after_sunset":)" + AnswerSchema + R"(,
    "during_brownout":{"anyOf":[)"
        + AnswerSchema + R"(,{"type":"null"}],"description":"In the coming one; null: none is announced"},
    "callers":{"type":"integer","description":"Distinct ones of the last 30 days"},
    "requests_last_30_days":{"type":"integer"}}}}}})";
}
}

QList<api::Component> versionComponents()
{
    return {
        {"VersionLifecycles",
         listOfVersions(
             R"("version","status","deprecated_at","sunset_at","serve_after_sunset","successor","brownouts")", {})},
        {"VersionLifecycleChange", listOfVersions(R"("version","status")", R"("minItems":1,"maxItems":10,)")},
        {"VersionPreview", preview()},
        {"VersionMetrics", metrics()},
        {"VersionCaller", R"({"type":"object","required":["caller","organization_id","organization_name","requests",
            "errors","last_seen_at","user_agent"],"additionalProperties":false,"properties":{
            "caller":{"type":"object","required":["type","id","label"],"additionalProperties":false,"properties":{
            "type":{"type":"string","enum":["user","access_key","other"],
            "description":"other: those beyond what was held in memory at a time, together"},
            "id":{"type":"string"},"label":{"type":"string","description":"E-mail address or name; the id of who is gone"}}},
            "organization_id":{"type":"string"},"organization_name":{"type":"string","description":"Empty: it is gone"},
            "requests":{"type":"integer","description":"In the period, as are errors"},"errors":{"type":"integer"},
            "last_seen_at":{"type":"string","format":"date-time","description":"Ever"},
            "user_agent":{"type":"string","description":"Of a recent call"}}})"},
    };
}
}
