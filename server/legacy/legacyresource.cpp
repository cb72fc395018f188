// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonwriter.h"
#include "server/identity/later.h"
#include "server/legacy/legacyroutes.h"

using namespace Qt::StringLiterals;

namespace legacy
{
namespace
{
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using http::Method;

constexpr qint64 LargestExport = 64 * 1024 * 1024; // bytes

struct Shared {
    explicit Shared(LegacyContext &c)
        : context(c)
    {
    }
    LegacyContext &context;
    QObject scope; // what waits for futures dies with it
};
using SharedPtr = std::shared_ptr<Shared>;

void writeCounts(api::JsonWriter &json, QLatin1StringView name, const QMap<QString, qint64> &counts)
{
    json.key(name).beginObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        json.member(it.key(), it.value());
    json.endObject();
}

void writeIssues(api::JsonWriter &json, const QList<Issue> &issues)
{
    json.key("issues"_L1).beginArray();
    for (const Issue &issue : issues) {
        json.beginObject()
            .member("row"_L1, issue.row)
            .member("id"_L1, issue.id.isEmpty() ? std::nullopt : std::optional(issue.id))
            .member("severity"_L1, toWire(issue.severity))
            .member("code"_L1, issue.code)
            .member("message"_L1, issue.message)
            .endObject();
    }
    json.endArray();
}

HandlerResult check(const SharedPtr &shared, const CallPtr &call)
{
    // An export is as long as a legacy system is old: nobody else waits for it to be looked at.
    const LegacyContext &context = shared->context;
    const auto work = [call, settings = context.settings, agents = context.agents,
                       now = context.clock()](store::Connection &c) -> Result<QByteArray> {
        const auto report = LegacyImport(c, *settings, agents, now).check(Export::from(call->body));
        return report ? Result<QByteArray>(checkJson(*report)) : report.error();
    };
    return identity::later<Outcome>(context.longReads.submit<QByteArray>(work), &shared->scope,
                                    [](const Result<QByteArray> &json) -> Outcome {
                                        if (!json)
                                            return json.error();
                                        return Answer{.json = *json};
                                    });
}

HandlerResult run(const SharedPtr &shared, const CallPtr &call)
{
    const LegacyContext &context = shared->context;
    const auto piece
        = [call, settings = context.settings, agents = context.agents, now = context.clock()](store::Connection &c) {
              return LegacyImport(c, *settings, agents, now)
                  .run(Export::from(call->body), call->principal->userId, audit::Actor::of(*call));
          };
    return identity::later<Outcome>(context.writer.submit<RunReport>(piece), &shared->scope,
                                    [](const Result<RunReport> &report) -> Outcome {
                                        if (!report)
                                            return report.error();
                                        return Answer{.json = runJson(*report)};
                                    });
}

constexpr char ExportBody[]
    = R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"type":"array"},
    "agents":{"type":"array"},"campaigns":{"type":"array"},"calls":{"type":"array"}}})";
constexpr char Counts[] = R"({"type":"object","additionalProperties":{"type":"integer"}})";
constexpr char Issues[]
    = R"({"type":"array","items":{"type":"object","required":["row","id","severity","code","message"],
    "properties":{"row":{"type":"string","description":"agents[3], or the legacy route it is about"},
    "id":{"type":["string","null"]},"severity":{"type":"string","enum":["error","warning","info"]},
    "code":{"type":"string"},"message":{"type":"string"}}}})";
}

QByteArray checkJson(const CheckReport &report)
{
    api::JsonWriter json;
    json.beginObject().member("importable"_L1, report.importable);
    writeCounts(json, "counts"_L1, report.counts);
    writeCounts(json, "existing"_L1, report.existing);
    writeIssues(json, report.issues);
    return json.endObject().take();
}

QByteArray runJson(const RunReport &report)
{
    api::JsonWriter json;
    json.beginObject();
    writeCounts(json, "imported"_L1, report.imported);
    writeCounts(json, "existing"_L1, report.existing);
    writeIssues(json, report.issues);
    return json.endObject().take();
}

QList<api::Route> legacyRoutes(LegacyContext &context)
{
    const auto shared = std::make_shared<Shared>(context);
    return {
        {.method = Method::Post,
         .path = "/admin/migrations/check",
         .access = api::Access::Support,
         .summary = "What there is to know before a legacy export is imported; changes nothing.",
         .handle = [shared](const CallPtr &call) { return check(shared, call); },
         .body = ExportBody,
         .answer = R"({"$ref":"#/components/schemas/LegacyCheck"})",
         .maxBody = LargestExport},
        {.method = Method::Post,
         .path = "/admin/migrations/run",
         .access = api::Access::Support,
         .summary = "Imports a legacy export in one transaction; what was imported before stays as it is.",
         .handle = [shared](const CallPtr &call) { return run(shared, call); },
         .changes = api::Tag::Users | api::Tags(api::Tag::Organizations) | api::Tag::Agents | api::Tag::Calls,
         .stepUp = true,
         .body = ExportBody,
         .answer = R"({"$ref":"#/components/schemas/LegacyRun"})",
         .maxBody = LargestExport},
    };
}

QList<api::Component> legacyComponents()
{
    const QByteArray counts = Counts;
    const QByteArray issues = Issues;
    return {
        {"LegacyCheck",
         R"({"type":"object","required":["importable","counts","existing","issues"],"properties":{
            "importable":{"type":"boolean","description":"No issue is an error"},"counts":)"
             + counts + R"(,"existing":)" + counts + R"(,"issues":)" + issues + "}}"},
        {"LegacyRun",
         R"({"type":"object","required":["imported","existing","issues"],"properties":{"imported":)" + counts
             + R"(,"existing":)" + counts + R"(,"issues":)" + issues + "}}"},
    };
}
}
