// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonwriter.h"
#include "server/identity/later.h"
#include "server/versions/callerlist.h"
#include "server/versions/versionreport.h"
#include "server/versions/versionroutes.h"

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using http::Method;

/// What the handlers of one worker share.
struct Meter {
    explicit Meter(VersionContext &c)
        : context(c)
    {
    }
    VersionContext &context;
    QObject scope; // what waits for futures dies with it
};
using MeterPtr = std::shared_ptr<Meter>;

std::optional<double> rounded(const std::optional<double> &value, double steps)
{
    return value ? std::optional(double(qRound64(*value * steps)) / steps) : std::nullopt;
}

void writeLatency(api::JsonWriter &json, const Latency &latency)
{
    json.key("latency_ms"_L1).beginObject();
    json.member("p50"_L1, rounded(latency.percentileMs(0.5), 1000))
        .member("p95"_L1, rounded(latency.percentileMs(0.95), 1000))
        .member("p99"_L1, rounded(latency.percentileMs(0.99), 1000))
        .endObject();
}

void write(api::JsonWriter &json, const VersionFigures &version)
{
    json.beginObject()
        .member("version"_L1, version.version)
        .member("requests"_L1, version.counts.requests)
        .member("callers"_L1, version.callers)
        .member("errors"_L1, version.counts.errors);
    writeLatency(json, version.counts.latency);
    json.key("days"_L1).beginArray();
    for (const DayFigures &day : version.days) {
        json.beginObject()
            .member("date"_L1, day.date)
            .member("requests"_L1, day.requests)
            .member("errors"_L1, day.errors)
            .member("callers"_L1, day.callers)
            .endObject();
    }
    json.endArray().key("routes"_L1).beginArray();
    for (const RouteFigures &route : version.routes) {
        json.beginObject()
            .member("method"_L1, route.method)
            .member("route"_L1, route.route)
            .member("requests"_L1, route.counts.requests)
            .member("errors"_L1, route.counts.errors)
            .member("callers"_L1, route.callers);
        writeLatency(json, route.counts.latency);
        json.endObject();
    }
    json.endArray().endObject();
}

QByteArray figuresJson(const Figures &figures, const usage::Period &period)
{
    api::JsonWriter json;
    json.beginObject().member("start_date"_L1, period.first).member("end_date"_L1, period.last);
    json.member("migration_rate"_L1, rounded(figures.migrationRate, 10'000)).key("versions"_L1).beginArray();
    for (const VersionFigures &version : figures.versions)
        write(json, version);
    return json.endArray().endObject().take();
}

/// What `read` answers over a connection of the pool, with what was counted until now: the workers' memory goes to the
/// database first.
template<typename T>
QFuture<Outcome> answered(const MeterPtr &meter, std::function<Result<T>(store::Connection &)> read,
                          std::function<Answer(const T &)> encode)
{
    return identity::later<Outcome>(
        meter->context.keeper.flush(), &meter->scope, [meter = meter.get(), read, encode](const Result<Done> &) {
            return identity::later<Outcome>(
                meter->context.longReads.submit<T>(read), &meter->scope,
                [encode](const Result<T> &found) { return found ? Outcome(encode(*found)) : Outcome(found.error()); });
        });
}

HandlerResult figures(const MeterPtr &meter, const CallPtr &call)
{
    const auto period = usage::periodIn(call->query, meter->context.now());
    if (!period)
        return Outcome(period.error());
    return answered<Figures>(
        meter, [period = *period](store::Connection &c) { return readFigures(c, period); },
        [period = *period](const Figures &figures) { return Answer{.json = figuresJson(figures, period)}; });
}

void write(api::JsonWriter &json, const CallerRow &row)
{
    const bool isRest = row.kind == "other"_L1;
    json.beginObject().key("caller"_L1).beginObject();
    json.member("type"_L1, row.kind).member("id"_L1, row.id);
    json.member("label"_L1, isRest ? u"callers beyond those that were told apart"_s : row.label).endObject();
    json.member("organization_id"_L1, row.organizationId)
        .member("organization_name"_L1, row.organizationName)
        .member("requests"_L1, row.requests)
        .member("errors"_L1, row.errors)
        .member("last_seen_at"_L1, row.lastSeenAt)
        .member("user_agent"_L1, row.userAgent)
        .endObject();
}

Answer answerOf(const CallerPage &page)
{
    api::JsonWriter json;
    json.beginArray();
    for (const CallerRow &row : page.rows)
        write(json, row);
    return Answer{.json = json.endArray().take(), .pagination = page.pagination};
}

HandlerResult callers(const MeterPtr &meter, const CallPtr &call)
{
    if (!call->query.contains("version"_L1)) {
        const QString what = u"Whose callers: v1 or v2?"_s;
        return Outcome(Error{.code = ErrorCode::BadRequest, .message = what, .details = {{u"version"_s, what}}});
    }
    const auto period = usage::periodIn(call->query, meter->context.now());
    if (!period)
        return Outcome(period.error());
    const QString sort = identity::KeysetList::sortOr(callerTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const CallerFilter filter{.version = call->query["version"_L1].toString(),
                              .period = *period,
                              .method = call->query["method"_L1].toString(),
                              .route = call->query["route"_L1].toString()};
    return answered<CallerPage>(
        meter, [filter, sort, page = *page](store::Connection &c) { return listCallers(c, filter, sort, page); },
        answerOf);
}

const QByteArray CallerParameters = R"("version":{"type":"string","enum":["v1","v2"]},
    "route":{"type":"string","minLength":1,"maxLength":200,"description":"As routes[].route: only who called this one"},
    "method":{"type":"string","minLength":1,"maxLength":10,"description":"With route: as routes[].method"},)";
}

QList<Route> versionMetricsRoutes(VersionContext &context)
{
    const auto meter = std::make_shared<Meter>(context);
    const auto with = api::handlersOver(meter);
    api::Schema callerQuery = api::pagedQuery(CallerParameters + usage::PeriodParameters + ","
                                              + identity::KeysetList::sortParameter(callerTable()));
    return {
        {.method = Method::Get,
         .path = "/admin/metrics/versions",
         .access = Access::Support,
         .summary = "Requests, distinct callers, errors and latency of each version, by day and by route. Unversioned "
                    "paths count as the version they were answered in.",
         .handle = with(figures),
         .query = R"({"type":"object","properties":{)" + usage::PeriodParameters + "}}",
         .answer = R"({"$ref":"#/components/schemas/VersionMetrics"})",
         .errors = {ErrorCode::ServiceUnavailable}},
        {.method = Method::Get,
         .path = "/admin/metrics/versions/callers",
         .access = Access::Support,
         .summary = "Who called a version in a period, last seen first; with route, who called that one.",
         .handle = with(callers),
         .query = callerQuery,
         .answer = R"({"type":"array","items":{"$ref":"#/components/schemas/VersionCaller"}})",
         .errors = {ErrorCode::ServiceUnavailable}},
    };
}
}
