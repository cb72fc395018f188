// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitoring/monitoringroutes.h"

#include "server/api/jsonwriter.h"
#include "server/monitoring/overviewstore.h"
#include "server/monitoring/processfigures.h"

#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace monitoring
{
namespace
{
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using http::Method;

/// How busy this process kept the machine's processors since it was asked last. One a worker.
class CpuMeter
{
public:
    std::optional<double> percent(std::optional<double> cpuSeconds, qint64 nowMs)
    {
        const double before = std::exchange(m_cpuSeconds, cpuSeconds.value_or(0));
        const qint64 since = std::exchange(m_at, nowMs);
        if (!cpuSeconds || nowMs <= since)
            return m_last;
        const double share
            = 100.0 * (*cpuSeconds - before) / (double(nowMs - since) / 1000.0) / QThread::idealThreadCount();
        m_last = std::clamp(share, 0.0, 100.0);
        return m_last;
    }
    explicit CpuMeter(qint64 startedMs)
        : m_at(startedMs)
    {
    }

private:
    double m_cpuSeconds = 0;
    qint64 m_at;
    std::optional<double> m_last;
};

QLatin1StringView word(bool healthy) { return healthy ? "healthy"_L1 : "unhealthy"_L1; }

double uptimeSeconds(const MonitoringContext &context)
{
    return double(std::max<qint64>(0, context.clock() - context.startedMs)) / 1000.0;
}

HandlerResult health(const MonitoringContext &context, CpuMeter &meter)
{
    const bool database = bool(probe(context.reads));
    const ProcessFigures figures = readProcessFigures();
    const qint64 now = context.clock();
    api::JsonWriter json;
    json.beginObject()
        .member("status"_L1, word(database))
        .member("timestamp"_L1, QDateTime::fromMSecsSinceEpoch(now, Qt::UTC));
    json.key("services"_L1)
        .beginObject()
        .member("database"_L1, word(database))
        .member("redis"_L1, "not_configured"_L1)
        .member("twilio"_L1, "not_configured"_L1)
        .endObject();
    json.key("metrics"_L1)
        .beginObject()
        .member("uptime"_L1, uptimeSeconds(context))
        .member("memoryUsage"_L1, figures.machineMemoryPercent)
        .member("cpuUsage"_L1, meter.percent(figures.cpuSeconds, now))
        .endObject();
    return Outcome(Answer{.status = database ? 200 : 503, .json = json.endObject().take(), .wrap = api::Wrap::Bare});
}

HandlerResult ready(const MonitoringContext &context)
{
    if (context.isStopping && context.isStopping())
        return Outcome(Error{.code = ErrorCode::ServiceUnavailable, .message = u"The server is about to stop"_s});
    if (!probe(context.reads))
        return Outcome(Error{.code = ErrorCode::ServiceUnavailable, .message = u"The database does not answer"_s});
    return Outcome(Answer{.json = R"({"status":"ready"})", .wrap = api::Wrap::Bare});
}

bool sameToken(QByteArrayView a, QByteArrayView b)
{
    // As slow for the first wrong byte as for the last.
    quint8 different = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        different |= quint8(a[i] ^ b[i]);
    return different == 0;
}

Result<Done> mayScrape(const MonitoringContext &context, const http::Request &request)
{
    if (request.client.isLoopback())
        return Done{};
    const QByteArray credential = request.headers.value("Authorization");
    if (!context.metricsToken.isEmpty() && sameToken(credential, QByteArray("Bearer " + context.metricsToken)))
        return Done{};
    const auto principal = context.authenticator.authenticate(request);
    if (!principal)
        return principal.error();
    const bool staff
        = principal->keyId.isEmpty() && (principal->role == Role::Admin || principal->role == Role::Support);
    return staff ? Result<Done>(Done{}) : Result<Done>(ErrorCode::Forbidden);
}

QByteArray processMetrics(const MonitoringContext &context)
{
    const ProcessFigures figures = readProcessFigures();
    QByteArray text = "# HELP voxdesk_uptime_seconds Since the server started.\n# TYPE voxdesk_uptime_seconds gauge\n"
                      "voxdesk_uptime_seconds "
        + QByteArray::number(uptimeSeconds(context), 'f', 3) + '\n';
    if (figures.residentBytes) {
        text += "# HELP process_resident_memory_bytes Resident memory.\n# TYPE process_resident_memory_bytes gauge\n"
                "process_resident_memory_bytes "
            + QByteArray::number(*figures.residentBytes) + '\n';
    }
    if (figures.cpuSeconds) {
        text += "# HELP process_cpu_seconds_total User and system time.\n# TYPE process_cpu_seconds_total counter\n"
                "process_cpu_seconds_total "
            + QByteArray::number(*figures.cpuSeconds, 'f', 3) + '\n';
    }
    return text;
}

HandlerResult metrics(const MonitoringContext &context, const CallPtr &call)
{
    if (auto allowed = mayScrape(context, call->request); !allowed)
        return Outcome(allowed.error());
    return Outcome(Answer{.json = context.metrics.text() + processMetrics(context),
                          .wrap = api::Wrap::Bare,
                          .contentType = "text/plain; version=0.0.4; charset=utf-8"});
}

void writeCounts(api::JsonWriter &json, const PlatformCounts &counts)
{
    json.member("users"_L1, counts.users)
        .member("active_users"_L1, counts.activeUsers)
        .member("organizations"_L1, counts.organizations)
        .member("sessions"_L1, counts.liveSessions)
        .member("new_users_today"_L1, counts.newUsersToday)
        .member("sign_ins_today"_L1, counts.signInsToday)
        .member("failed_sign_ins_today"_L1, counts.failedSignInsToday)
        .member("agents"_L1, counts.agents)
        .member("calls_today"_L1, counts.callsToday)
        .member("tokens_today"_L1, counts.tokensToday)
        .member("users_at_quota_risk"_L1, counts.usersAtQuotaRisk);
    json.key("cost_today"_L1).raw(counts.costToday.toDecimal());
    json.key("users_by_tier"_L1).beginObject();
    for (auto it = counts.usersByTier.begin(); it != counts.usersByTier.end(); ++it)
        json.member(toWire(it.key()), it.value());
    json.endObject().key("users_by_role"_L1).beginObject();
    for (auto it = counts.usersByRole.begin(); it != counts.usersByRole.end(); ++it)
        json.member(toWire(it.key()), it.value());
    json.endObject().key("sign_ups_by_day"_L1).beginArray();
    for (const DayCount &day : counts.signUpsByDay)
        json.beginObject().member("day"_L1, day.day).member("count"_L1, day.count).endObject();
    json.endArray();
}

HandlerResult overview(const MonitoringContext &context, const CallPtr &call)
{
    const qint64 now = context.clock();
    const auto counts = countPlatform(context.reads, context.settings, now);
    if (!counts)
        return Outcome(counts.error());
    const ProcessFigures figures = readProcessFigures();
    const std::optional<int> score = context.healthScore ? context.healthScore() : std::nullopt;
    api::JsonWriter json;
    json.beginObject().member("at"_L1, QDateTime::fromMSecsSinceEpoch(now, Qt::UTC));
    writeCounts(json, *counts);
    if (call->version != api::Version::V1) // whose bodies stay as they are
        json.member("requests_today"_L1, counts->requestsToday).member("errors_today"_L1, counts->errorsToday);
    json.member("health_score"_L1, score);
    json.key("server"_L1)
        .beginObject()
        .member("version"_L1, QLatin1StringView(VOXDESK_VERSION))
        .member("uptime_seconds"_L1, uptimeSeconds(context))
        .member("memory_bytes"_L1, figures.residentBytes)
        .endObject();
    json.key("database"_L1)
        .beginObject()
        .member("engine"_L1, context.reads.engine() == store::Engine::Sqlite ? "sqlite"_L1 : "postgresql"_L1)
        .member("size_bytes"_L1, counts->databaseBytes)
        .endObject();
    return Outcome(Answer{.json = json.endObject().take()});
}
}

QList<api::Route> monitoringRoutes(MonitoringContext &context)
{
    const auto meter = std::make_shared<CpuMeter>(context.startedMs);
    return {
        {.method = Method::Get,
         .path = "/healthz",
         .access = api::Access::Public,
         .summary = "Whether the process answers at all.",
         .handle = [](const CallPtr &) -> HandlerResult {
             return Outcome(Answer{.json = R"({"status":"ok"})", .wrap = api::Wrap::Bare});
         },
         .surface = api::Surface::Plain,
         .rate = api::RateClass::None,
         .answer = R"({"type":"object","required":["status"],"properties":{"status":{"const":"ok"}}})",
         .tag = "monitoring"},
        {.method = Method::Get,
         .path = "/readyz",
         .access = api::Access::Public,
         .summary = "Whether the server can do its work: 503 while the database does not answer or the server stops.",
         .handle = [&context](const CallPtr &) { return ready(context); },
         .surface = api::Surface::Plain,
         .rate = api::RateClass::None,
         .answer = R"({"type":"object","required":["status"],"properties":{"status":{"const":"ready"}}})",
         .errors = {ErrorCode::ServiceUnavailable},
         .tag = "monitoring"},
        {.method = Method::Get,
         .path = "/metrics",
         .access = api::Access::Public,
         .summary = "Prometheus's text format, for loopback, administrators, support, or the metrics token.",
         .handle = [&context](const CallPtr &call) { return metrics(context, call); },
         .surface = api::Surface::Plain,
         .rate = api::RateClass::None,
         .errors = {ErrorCode::AuthRequired, ErrorCode::AuthInvalid, ErrorCode::AuthExpired, ErrorCode::Forbidden},
         .tag = "monitoring",
         .contentType = "text/plain"},
        {.method = Method::Get,
         .path = "/monitoring/health",
         .access = api::Access::Public,
         .summary = "The server's own account of itself; 503 with the same body while it is unhealthy.",
         .handle = [&context, meter](const CallPtr &) { return health(context, *meter); },
         .rate = api::RateClass::None,
         .answer = R"({"$ref":"#/components/schemas/Health"})",
         .errors = {ErrorCode::ServiceUnavailable},
         .tag = "monitoring",
         .wrap = api::Wrap::Bare},
        {.method = Method::Get,
         .path = "/admin/overview",
         .access = api::Access::Support,
         .summary = "The platform in a few numbers.",
         .handle = [&context](const CallPtr &call) { return overview(context, call); },
         .answer = R"({"$ref":"#/components/schemas/Overview"})",
         .tag = "admin"},
    };
}

QList<api::Component> monitoringComponents()
{
    return {
        {"ServiceState", R"({"type":"string","enum":["healthy","unhealthy","not_configured"]})"},
        {"Health",
         R"({"type":"object","required":["status","timestamp","services","metrics"],"additionalProperties":false,
            "properties":{"status":{"type":"string","enum":["healthy","unhealthy"]},
            "timestamp":{"type":"string","format":"date-time"},"services":{"type":"object",
            "required":["database","redis","twilio"],"additionalProperties":{"$ref":"#/components/schemas/ServiceState"}},
            "metrics":{"type":"object","required":["uptime","memoryUsage","cpuUsage"],"properties":{
            "uptime":{"type":"number","description":"Seconds"},
            "memoryUsage":{"type":["number","null"],"description":"Of the machine's memory, in percent"},
            "cpuUsage":{"type":["number","null"],
            "description":"Of all processors, by this process since the last time, in percent"}}}}})"},
        {"Overview",
         R"({"type":"object","required":["at","users","active_users","organizations","sessions","new_users_today",
            "sign_ins_today","failed_sign_ins_today","agents","calls_today","tokens_today","cost_today",
            "users_at_quota_risk","health_score","users_by_tier","users_by_role","sign_ups_by_day","server","database"],
            "additionalProperties":false,"properties":{"at":{"type":"string","format":"date-time"},
            "users":{"type":"integer"},"active_users":{"type":"integer"},"organizations":{"type":"integer"},
            "sessions":{"type":"integer","description":"That hold an access token which has not run out"},
            "new_users_today":{"type":"integer"},"sign_ins_today":{"type":"integer"},
            "failed_sign_ins_today":{"type":"integer"},
            "agents":{"type":"integer"},
            "calls_today":{"type":"integer"},"tokens_today":{"type":"integer"},
            "cost_today":{"type":"number","description":"US dollars, exact"},
            "users_at_quota_risk":{"type":"integer","description":"That passed 80 % of this month's tokens"},
            "requests_today":{"type":"integer","description":"Not in v1, as the next; as /admin/metrics/versions counts them"},
            "errors_today":{"type":"integer","description":"Answers of status 400 and above"},
            "health_score":{"type":["integer","null"],"description":"0 to 100: of /performance/health"},
            "users_by_tier":{"type":"object","additionalProperties":{"type":"integer"}},
            "users_by_role":{"type":"object","additionalProperties":{"type":"integer"}},
            "sign_ups_by_day":{"type":"array","description":"30 UTC days with today, oldest first","items":{"type":"object",
            "required":["day","count"],"properties":{"day":{"type":"string","format":"date"},"count":{"type":"integer"}}}},
            "server":{"type":"object","required":["version","uptime_seconds","memory_bytes"],"properties":{
            "version":{"type":"string"},"uptime_seconds":{"type":"number"},"memory_bytes":{"type":["integer","null"]}}},
            "database":{"type":"object","required":["engine","size_bytes"],"properties":{"engine":{"type":"string"},
            "size_bytes":{"type":["integer","null"]}}}}})"},
    };
}
}
