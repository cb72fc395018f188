// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decimal.h"
#include "server/api/jsonwriter.h"
#include "server/identity/later.h"
#include "server/identity/userstore.h"
#include "server/usage/eventbatch.h"
#include "server/usage/eventexport.h"
#include "server/usage/usagerecorder.h"
#include "server/usage/usageroutes.h"

using namespace Qt::StringLiterals;

namespace usage
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
struct Own {
    explicit Own(UsageContext &c)
        : context(c)
    {
    }
    UsageContext &context;
    QObject scope; // what waits for futures dies with it
};
using OwnPtr = std::shared_ptr<Own>;

HandlerResult report(const OwnPtr &own, const CallPtr &call)
{
    const UsageContext &context = own->context;
    const api::Principal &caller = *call->principal;
    auto events = eventsIn(call->document->view(), caller.organizationId, context);
    if (!events)
        return Outcome(events.error());
    const auto work
        = [events = *std::move(events), organization = caller.organizationId, user = caller.userId,
           settings = context.settings, prices = context.prices, now = context.now()](store::Connection &c) {
              return UsageRecorder(c, *settings, *prices, now).record(organization, user, events);
          };
    return identity::later<Outcome>(context.writer.submit<Recorded>(work), &own->scope,
                                    [](const Result<Recorded> &recorded) -> Outcome {
                                        if (!recorded)
                                            return recorded.error();
                                        api::JsonWriter json;
                                        json.beginObject()
                                            .member("accepted"_L1, recorded->accepted)
                                            .member("duplicates"_L1, recorded->duplicates)
                                            .member("flagged"_L1, recorded->flagged)
                                            .endObject();
                                        return Answer{.json = json.take()};
                                    });
}

Sums total(const QMap<QString, Sums> &byProvider)
{
    Sums sums;
    for (const Sums &one : byProvider)
        sums += one;
    return sums;
}

void writeProviders(api::JsonWriter &json, const QMap<QString, Sums> &byProvider)
{
    json.key("usage_by_provider"_L1).beginObject();
    for (const auto &[provider, sums] : byProvider.asKeyValueRange()) {
        json.key(provider).beginObject();
        if (sums.tokens > 0)
            json.member("tokens"_L1, sums.tokens);
        if (sums.microMinutes > 0)
            json.key("minutes"_L1).raw(decimal::toText(sums.microMinutes, MinuteDigits));
        json.key("cost"_L1).raw(sums.cost.toDecimal()).endObject();
    }
    json.endObject();
}

/// VoxFlow: this calendar month, UTC.
HandlerResult current(const OwnPtr &own, const CallPtr &call)
{
    const UsageContext &context = own->context;
    const api::Principal &caller = *call->principal;
    const QDate today = QDateTime::fromMSecsSinceEpoch(context.now(), Qt::UTC).date();
    const QDate first(today.year(), today.month(), 1);
    const Period month{first, first.addMonths(1).addDays(-1)};
    const auto user = identity::UserStore(context.reads, *context.settings, context.now()).byId(caller.userId);
    if (!user)
        return Outcome(user.error());
    const auto byProvider = UsageStore(context.reads).byProvider(caller.organizationId, caller.userId, month);
    if (!byProvider)
        return Outcome(byProvider.error());
    const Sums sums = total(*byProvider);
    api::JsonWriter json;
    json.beginObject();
    json.key("current_period"_L1)
        .beginObject()
        .member("start_date"_L1, month.first)
        .member("end_date"_L1, month.last)
        .member("total_tokens"_L1, sums.tokens)
        .member("total_calls"_L1, sums.calls)
        .key("api_costs"_L1)
        .raw(sums.cost.toDecimal())
        .endObject();
    json.key("limits"_L1)
        .beginObject()
        .member("max_agents"_L1, user->user.limits.maxAgents)
        .member("monthly_token_quota"_L1, user->user.limits.monthlyTokenQuota)
        .endObject();
    writeProviders(json, *byProvider);
    return Outcome(Answer{.json = json.endObject().take()});
}

UsageFilter filterIn(const QJsonObject &query)
{
    return {.provider = query["provider"_L1].toString(), .agentId = query["agent_id"_L1].toString()};
}

void writeDay(api::JsonWriter &json, QDate date, const QMap<QString, Sums> &byProvider)
{
    const Sums sums = total(byProvider);
    json.beginObject()
        .member("date"_L1, date)
        .member("total_tokens"_L1, sums.tokens)
        .member("total_calls"_L1, sums.calls)
        .key("api_costs"_L1)
        .raw(sums.cost.toDecimal())
        .key("breakdown"_L1)
        .beginObject();
    for (const auto &[provider, one] : byProvider.asKeyValueRange()) {
        if (one.tokens > 0)
            json.member(QString(provider % u"_tokens"), one.tokens);
        if (one.microMinutes > 0)
            json.key(QString(provider % u"_minutes")).raw(decimal::toText(one.microMinutes, MinuteDigits));
    }
    json.endObject().endObject();
}

/// VoxFlow: a row for each day that has usage.
HandlerResult history(const OwnPtr &own, const CallPtr &call)
{
    const UsageContext &context = own->context;
    const auto period = periodIn(call->query, context.now());
    if (!period)
        return Outcome(period.error());
    const auto days
        = UsageStore(context.reads)
              .byDay(call->principal->organizationId, call->principal->userId, *period, filterIn(call->query));
    if (!days)
        return Outcome(days.error());
    api::JsonWriter json;
    json.beginArray();
    for (const auto &[date, byProvider] : days->asKeyValueRange())
        writeDay(json, date, byProvider);
    return Outcome(Answer{.json = json.endArray().take()});
}

HandlerResult exportOwn(const OwnPtr &own, const CallPtr &call)
{
    const UsageContext &context = own->context;
    const auto period = periodIn(call->query, context.now());
    if (!period)
        return Outcome(period.error());
    return Outcome(csvAnswer(exportEvents(context.reads, call->principal->organizationId, call->principal->userId,
                                          *period, filterIn(call->query)),
                             "usage", *period));
}

constexpr char Filters[] = R"(,"provider":{"type":"string","minLength":1,"maxLength":64},
    "agent_id":{"type":"string","minLength":1,"maxLength":64}}})";
constexpr char RecordedAnswer[]
    = R"({"type":"object","required":["accepted","duplicates","flagged"],"additionalProperties":false,"properties":{
    "accepted":{"type":"integer"},"duplicates":{"type":"integer","description":"Known already, or twice in the batch"},
    "flagged":{"type":"integer","description":"Of the accepted: consumed over the quota"}}})";
constexpr char CurrentAnswer[] = R"({"type":"object","required":["current_period","limits","usage_by_provider"],
    "additionalProperties":false,"properties":{
    "current_period":{"type":"object","required":["start_date","end_date","total_tokens","total_calls","api_costs"],
    "additionalProperties":false,"properties":{"start_date":{"type":"string","format":"date"},
    "end_date":{"type":"string","format":"date"},"total_tokens":{"type":"integer"},"total_calls":{"type":"integer"},
    "api_costs":{"type":"number"}}},
    "limits":{"type":"object","required":["max_agents","monthly_token_quota"],"additionalProperties":false,
    "properties":{"max_agents":{"type":"integer"},"monthly_token_quota":{"type":"integer"}}},
    "usage_by_provider":{"type":"object","additionalProperties":{"type":"object","required":["cost"],
    "additionalProperties":false,"properties":{"tokens":{"type":"integer"},"minutes":{"type":"number"},
    "cost":{"type":"number"}}}}}})";
constexpr char HistoryAnswer[] = R"({"type":"array","items":{"type":"object",
    "required":["date","total_tokens","total_calls","api_costs","breakdown"],"additionalProperties":false,"properties":{
    "date":{"type":"string","format":"date"},"total_tokens":{"type":"integer"},"total_calls":{"type":"integer"},
    "api_costs":{"type":"number"},"breakdown":{"type":"object","additionalProperties":{"type":"number"},
    "description":"<provider>_tokens and <provider>_minutes"}}}})";
}

QList<Route> ownUsageRoutes(UsageContext &context)
{
    const auto own = std::make_shared<Own>(context);
    const auto with = api::handlersOver(own);
    const api::Schema query = R"({"type":"object","properties":{)" + PeriodParameters + Filters;
    return {
        {.method = Method::Post,
         .path = "/usage/events",
         .access = Access::User,
         .summary = "Reports what was consumed: up to 1000 events, each counted once. Over the quota they are flagged.",
         .handle = with(report),
         .keys = api::Keys::Allowed,
         .rate = api::RateClass::Bulk,
         .changes = api::Tags(api::Tag::Usage) | api::Tag::Users,
         .body = EventsBody,
         .readsInPlace = true,
         .answer = RecordedAnswer},
        {.method = Method::Get,
         .path = "/usage/current",
         .access = Access::User,
         .summary = "The caller's usage of this calendar month, UTC.",
         .handle = with(current),
         .keys = api::Keys::Allowed,
         .answer = CurrentAnswer},
        {.method = Method::Get,
         .path = "/usage/history",
         .access = Access::User,
         .summary
         = "The caller's usage by day; without a period, of the last 30 days. Days without usage are left out.",
         .handle = with(history),
         .keys = api::Keys::Allowed,
         .query = query,
         .answer = HistoryAnswer},
        {.method = Method::Get,
         .path = "/usage/export",
         .access = Access::User,
         .summary = "The caller's usage events as CSV, oldest first.",
         .handle = with(exportOwn),
         .keys = api::Keys::Allowed,
         .query = query,
         .contentType = "text/csv",
         .wrap = api::Wrap::Bare},
    };
}
}
