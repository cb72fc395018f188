// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "server/api/entitytag.h"
#include "server/audit/audit.h"
#include "server/calls/callanswers.h"
#include "server/calls/callinput.h"
#include "server/calls/callsroutes.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"
#include "server/usage/usagerecorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Keys;
using api::Outcome;
using api::Route;
using http::Method;
using identity::KeysetList;

/// What the handlers of one worker share.
struct Calls {
    explicit Calls(CallsContext &c)
        : context(c)
    {
    }
    CallsContext &context;
    QObject scope; // what waits for futures dies with it
};
using CallsPtr = std::shared_ptr<Calls>;

Answer answered(const CallRow &row, const QStringList &warnings = {}, int status = 200)
{
    Answer answer{.status = status, .json = callJson(row, warnings)};
    answer.headers.add("ETag", api::entityTag(callJson(row)));
    for (const QString &warning : warnings)
        answer.headers.add("Warning", QByteArray("299 - \"" + warning.toLatin1() + '"'));
    return answer;
}

template<typename Lister>
HandlerResult listed(const CallPtr &call, const identity::ListTable &table, Lister lister,
                     void (*write)(api::JsonWriter &, const CallRow &))
{
    const QString sort = KeysetList::sortOr(table, call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const auto filter = filterFrom(call->query);
    if (!filter)
        return Outcome(filter.error());
    const Result<CallPage> shown = lister(*filter, sort, *page);
    if (!shown)
        return Outcome(shown.error());
    api::JsonWriter json;
    json.beginArray();
    for (const CallRow &row : shown->rows)
        write(json, row);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = shown->pagination});
}

HandlerResult list(const CallsPtr &calls, const CallPtr &call)
{
    return listed(
        call, callTable(),
        [&](const CallFilter &filter, const QString &sort, const api::PageRequest &page) {
            return listCalls(calls->context.reads, call->principal->organizationId, filter, sort, page);
        },
        writeListedCall);
}

HandlerResult listAll(const CallsPtr &calls, const CallPtr &call)
{
    return listed(
        call, allCallsTable(),
        [&](const CallFilter &filter, const QString &sort, const api::PageRequest &page) {
            return listAllCalls(calls->context.reads, call->query["organization_id"_L1].toString(), filter, sort, page);
        },
        writeAdminCall);
}

HandlerResult count(const CallsPtr &calls, const CallPtr &call)
{
    const auto filter = filterFrom(call->query);
    if (!filter)
        return Outcome(filter.error());
    const auto counted = countCalls(calls->context.reads, call->principal->organizationId, *filter);
    if (!counted)
        return Outcome(counted.error());
    return Outcome(Answer{.json = R"({"count":)" + QByteArray::number(*counted) + '}'});
}

HandlerResult stats(const CallsPtr &calls, const CallPtr &call)
{
    const auto filter = filterFrom(call->query);
    if (!filter)
        return Outcome(filter.error());
    const auto figures = callStats(calls->context.reads, call->principal->organizationId, *filter);
    return figures ? Outcome(Answer{.json = statsJson(*figures)}) : Outcome(figures.error());
}

HandlerResult readOne(const CallsPtr &calls, const CallPtr &call)
{
    const auto row = CallStore(calls->context.reads, calls->context.clock())
                         .byId(call->principal->organizationId, call->param("id"_L1));
    return row ? Outcome(Answer{.json = callJson(*row)}) : Outcome(row.error());
}

HandlerResult readAny(const CallsPtr &calls, const CallPtr &call)
{
    const auto row = CallStore(calls->context.reads, calls->context.clock()).byIdOfAny(call->param("id"_L1));
    return row ? Outcome(Answer{.json = adminCallJson(*row)}) : Outcome(row.error());
}

/// Counts a call that has ended, and prices it where nobody said what it cost.
Result<Done> meter(store::Connection &c, const CallsContext &shared, const QString &userId, CallRow &row, qint64 now)
{
    const QString named = row.carrier.isEmpty() ? u"twilio"_s : row.carrier;
    // One name for all that nobody knows: each provider is a row of its own in sums that all tenants share.
    const QString provider = shared.prices->knows(named) ? named : u"carrier"_s;
    usage::Event event{.id = u"call:"_s % row.id,
                       .provider = provider,
                       .agentId = row.agentId,
                       .occurredAt = std::min(now, row.endedAt.value_or(row.startedAt.value_or(now))),
                       .amounts = {.microMinutes = usage::microMinutesOf(row.durationSeconds * 1000), .calls = 1}};
    if (row.cost)
        event.cost = Money::fromNanos(*row.cost);
    else if (shared.prices->knows(provider))
        event.cost = shared.prices->cost(provider, {}, event.amounts);
    if (!row.cost && event.cost) {
        row.cost = event.cost->nanos();
        if (const auto set = CallStore(c, now).setCost(row.organizationId, row.id, *row.cost); !set)
            return set;
    }
    const auto recorded
        = usage::UsageRecorder(c, *shared.settings, *shared.prices, now).record(row.organizationId, userId, {event});
    return recorded ? Result<Done>(Done{}) : recorded.error();
}

/// What the audit log tells of a call: what was said and to whom stays with the call.
QJsonObject auditedFields(const CallRow &row)
{
    return {{u"status"_s, QString(toWire(row.status))},
            {u"agent_id"_s, row.agentId},
            {u"external_id"_s, row.externalId},
            {u"carrier"_s, row.carrier},
            {u"direction"_s, QString(toWire(row.direction))},
            {u"duration_seconds"_s, row.durationSeconds},
            {u"outcome"_s, row.outcome},
            {u"notes"_s, row.notes},
            {u"recording_url"_s, row.recordingUrl}};
}

/// `row`, once what became of it is recorded.
Result<CallRow> recorded(store::Connection &connection, const api::Call &call, const QString &action,
                         const std::optional<CallRow> &before, const CallRow &row, qint64 now)
{
    audit::Change change{.action = action,
                         .targetType = u"call"_s,
                         .targetId = row.id,
                         .targetLabel = row.externalId,
                         .organizationId = row.organizationId,
                         .after = auditedFields(row)};
    if (before) {
        change.before = auditedFields(*before);
        audit::keepDifferences(change.before, change.after);
        const auto mark = [&change](const QString &name, bool changed) {
            if (changed)
                change.after.insert(name, u"changed"_s);
        };
        mark(u"transcript"_s, before->transcript != row.transcript);
        mark(u"timeline"_s, before->timeline != row.timeline);
        mark(u"call_meta"_s, before->callMeta != row.callMeta);
        mark(u"from_number"_s, before->fromNumber != row.fromNumber);
        mark(u"to_number"_s, before->toNumber != row.toNumber);
        mark(u"times"_s, before->startedAt != row.startedAt || before->endedAt != row.endedAt);
        mark(u"cost"_s, before->cost != row.cost);
        if (change.after.isEmpty())
            return row;
    }
    const auto told = audit::record(connection, audit::Actor::of(call), change, now);
    return told ? Result<CallRow>(row) : told.error();
}

struct Told {
    CallRow row;
    bool isNew = false; ///< nobody had told of this call before
};

HandlerResult report(const CallsPtr &calls, const CallPtr &call)
{
    const auto said = reportFrom(call->body);
    if (!said)
        return Outcome(said.error());
    const auto piece = [said = *said, call, shared = calls->context,
                        now = calls->context.clock()](store::Connection &c) -> Result<Told> {
        const api::Principal &who = *call->principal;
        auto reported = CallStore(c, now).report(who.organizationId, who.userId, said);
        if (!reported)
            return reported.error();
        if (reported->hasEnded && reported->row.status != CallStatus::Canceled) {
            if (const auto metered = meter(c, shared, who.userId, reported->row, now); !metered)
                return metered.error();
        }
        const QString action = reported->isNew ? u"call.reported"_s : u"call.updated"_s;
        const auto row = recorded(c, *call, action, reported->before, reported->row, now);
        return row ? Result<Told>(Told{*row, reported->isNew}) : row.error();
    };
    return identity::later<Outcome>(calls->context.writer.submit<Told>(piece), &calls->scope,
                                    [call](const Result<Told> &told) -> Outcome {
                                        if (!told)
                                            return told.error();
                                        return answered(told->row, warningsFor(call->body), told->isNew ? 201 : 200);
                                    });
}

CallCheck unchangedSince(const CallPtr &call)
{
    return [call](const CallRow &row) { return api::requireMatch(*call, callJson(row)); };
}

HandlerResult change(const CallsPtr &calls, const CallPtr &call)
{
    const auto wanted = changeFrom(call->body);
    if (!wanted)
        return Outcome(wanted.error());
    const auto piece = [call, wanted = *wanted, now = calls->context.clock()](store::Connection &c) -> Result<CallRow> {
        CallStore store(c, now);
        const auto before
            = store.forChange(call->principal->organizationId, call->param("id"_L1), unchangedSince(call));
        if (!before)
            return before;
        const auto row = store.update(*before, wanted);
        return row ? recorded(c, *call, u"call.updated"_s, *before, *row, now) : row;
    };
    return identity::later<Outcome>(calls->context.writer.submit<CallRow>(piece), &calls->scope,
                                    [call](const Result<CallRow> &row) -> Outcome {
                                        if (!row)
                                            return row.error();
                                        return answered(*row, warningsFor(call->body));
                                    });
}

HandlerResult cancel(const CallsPtr &calls, const CallPtr &call)
{
    const auto piece = [call, now = calls->context.clock()](store::Connection &c) -> Result<CallRow> {
        CallStore store(c, now);
        const auto before
            = store.forChange(call->principal->organizationId, call->param("id"_L1), unchangedSince(call));
        if (!before)
            return before;
        const auto row = store.cancel(*before, call->principal->userId);
        return row ? recorded(c, *call, u"call.canceled"_s, *before, *row, now) : row;
    };
    return identity::later<Outcome>(
        calls->context.writer.submit<CallRow>(piece), &calls->scope,
        [](const Result<CallRow> &row) -> Outcome { return row ? Outcome(answered(*row)) : Outcome(row.error()); });
}

api::Schema filterQuery() { return R"({"type":"object","properties":{)" + filterParameters() + "}}"; }

QList<Route>
tenantRoutes(const std::function<api::RouteHandler(HandlerResult (*)(const CallsPtr &, const CallPtr &))> &with)
{
    const QByteArray filters = filterParameters() + ',';
    const api::Tags seen = api::Tag::Calls | api::Tags(api::Tag::Agents);
    const api::Tags metered = api::Tag::Calls | api::Tags(api::Tag::Usage) | api::Tag::Users;
    return {
        {.method = Method::Get,
         .path = "/calls",
         .access = Access::User,
         .summary = "The organization's calls, without transcripts and timelines.",
         .handle = with(list),
         .keys = Keys::Allowed,
         .reads = seen,
         .query = api::pagedQuery(filters + KeysetList::sortParameter(callTable())),
         .answer = identity::listOf("Call")},
        {.method = Method::Post,
         .path = "/calls",
         .access = Access::User,
         .summary = "A telephony system reports a call it runs or ran. A call is known by its external id: reported "
                    "again (200), it is brought up to date until it has ended, and counted once. What comes late never "
                    "leads back to an earlier status; after the end only what PATCH takes and the timeline may change, "
                    "and what says otherwise is named (409).",
         .handle = with(report),
         .keys = Keys::Allowed,
         .changes = metered,
         .body = reportBody(),
         .answer = identity::reference("CallDetails"),
         .status = 201,
         .otherStatus = 200, // reported before
         .errors = {ErrorCode::ResourceConflict}},
        {.method = Method::Get,
         .path = "/calls/count",
         .access = Access::User,
         .summary = "How many calls there are.",
         .handle = with(count),
         .keys = Keys::Allowed,
         .reads = api::Tag::Calls,
         .query = filterQuery(),
         .answer = R"({"type":"object","required":["count"],"additionalProperties":false,
            "properties":{"count":{"type":"integer"}}})"},
        {.method = Method::Get,
         .path = "/calls/stats",
         .access = Access::User,
         .summary = "Calls in figures: in all, by status, by assistant and by UTC day.",
         .handle = with(stats),
         .keys = Keys::Allowed,
         .reads = seen,
         .query = filterQuery(),
         .answer = identity::reference("CallStats")},
        {.method = Method::Get,
         .path = "/calls/:id",
         .access = Access::User,
         .summary = "One call with its transcript and timeline.",
         .handle = with(readOne),
         .keys = Keys::Allowed,
         .reads = seen,
         .answer = identity::reference("CallDetails"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Patch,
         .path = "/calls/:id",
         .access = Access::User,
         .summary = "Changes what is sent. call_meta's old name metadata is accepted, with a warning.",
         .handle = with(change),
         .keys = Keys::Allowed,
         .changes = api::Tag::Calls,
         .body = changeBody(),
         .answer = identity::reference("CallDetails"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
        {.method = Method::Post,
         .path = "/calls/:id/cancel",
         .access = Access::User,
         .summary = "Cancels a call that is still queued.",
         .handle = with(cancel),
         .keys = Keys::Allowed,
         .changes = api::Tag::Calls,
         .answer = identity::reference("CallDetails"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict, ErrorCode::PreconditionFailed}},
    };
}
}

QList<Route> callRoutes(CallsContext &context)
{
    const auto shared = std::make_shared<Calls>(context);
    const auto with = api::handlersOver(shared);
    const QByteArray filters = filterParameters() + R"(,"organization_id":{"type":"string","maxLength":64},)";
    const api::Tags everything
        = api::Tag::Calls | api::Tags(api::Tag::Agents) | api::Tag::Organizations | api::Tag::Users;
    return tenantRoutes(with)
        + QList<Route>{{.method = Method::Get,
                        .path = "/admin/calls",
                        .access = Access::Support,
                        .summary = "The platform's calls, without transcripts and timelines.",
                        .handle = with(listAll),
                        .reads = everything,
                        .query = api::pagedQuery(filters + KeysetList::sortParameter(allCallsTable())),
                        .answer = identity::listOf("AdminCall")},
                       {.method = Method::Get,
                        .path = "/admin/calls/:id",
                        .access = Access::Support,
                        .summary = "One call with its transcript and timeline.",
                        .handle = with(readAny),
                        .reads = everything,
                        .answer = identity::reference("AdminCallDetails"),
                        .errors = {ErrorCode::ResourceNotFound}}};
}
}
