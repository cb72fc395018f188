// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditanswers.h"
#include "server/auditlog/auditexport.h"
#include "server/auditlog/auditlogroutes.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace auditlog
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
struct Log {
    explicit Log(AuditLogContext &c)
        : context(c)
    {
    }
    AuditLogContext &context;
    QObject scope; // what waits for futures dies with it

    QByteArray json(const audit::Entry &entry) const
    {
        api::JsonWriter writer;
        writeEntry(writer, entry, *context.reverters);
        return writer.take();
    }
};
using LogPtr = std::shared_ptr<Log>;

HandlerResult list(const LogPtr &log, const CallPtr &call)
{
    const QString sort = identity::KeysetList::sortOr(entryTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const auto filter = filterIn(call->query);
    if (!filter)
        return Outcome(filter.error());
    const auto found = listEntries(log->context.reads, *filter, sort, *page);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const audit::Entry &entry : found->rows)
        writeEntry(json, entry, *log->context.reverters);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = found->pagination});
}

HandlerResult read(const LogPtr &log, const CallPtr &call)
{
    const auto entry = entryById(log->context.reads, call->param("id"_L1));
    return entry ? Outcome(Answer{.json = log->json(*entry)}) : Outcome(entry.error());
}

HandlerResult exportAll(const LogPtr &log, const CallPtr &call)
{
    const auto filter = filterIn(call->query);
    if (!filter)
        return Outcome(filter.error());
    const QDate today = QDateTime::fromMSecsSinceEpoch(log->context.clock(), Qt::UTC).date();
    Answer answer;
    answer.wrap = api::Wrap::Bare;
    answer.contentType = "text/csv; charset=utf-8";
    answer.stream = exportEntries(log->context.reads, *filter);
    answer.headers.add("Content-Disposition",
                       "attachment; filename=\"audit-" + today.toString(Qt::ISODate).toLatin1() + ".csv\"");
    answer.headers.add("Cache-Control", "private, no-store");
    return Outcome(std::move(answer));
}

HandlerResult verify(const LogPtr &log, const CallPtr &)
{
    return identity::later<Outcome>(log->context.check->run(), &log->scope, [](const Result<audit::Verdict> &verdict) {
        return verdict ? Outcome(Answer{.json = verdictJson(*verdict)}) : Outcome(verdict.error());
    });
}

/// What was taken back, and the entry that says so.
struct Reverted {
    audit::Entry entry;
    QString newId;
};

Result<Reverted> takeBack(store::Connection &connection, const audit::Reverters &reverters, const api::Call &call,
                          qint64 now)
{
    const auto entry = entryById(connection, call.param("id"_L1));
    if (!entry)
        return entry.error();
    const audit::Reverter *reverter = reverters.find(*entry);
    if (!reverter)
        return Error{.code = ErrorCode::ValidationError, .message = u"This change cannot be taken back."_s};
    auto change = reverter->revert(connection, *entry, now);
    if (!change)
        return change.error();
    change->reverts = entry->id;
    const auto id = audit::recordEntry(connection, audit::Actor::of(call), *change, now);
    if (!id)
        return id.error();
    return Reverted{*entry, *id};
}

HandlerResult revert(const LogPtr &log, const CallPtr &call)
{
    const auto work = [call, reverters = log->context.reverters, now = log->context.clock()](store::Connection &c) {
        return takeBack(c, *reverters, *call, now);
    };
    return identity::later<Outcome>(log->context.writer.submit<Reverted>(work), &log->scope,
                                    [log](const Result<Reverted> &done) -> Outcome {
                                        if (!done)
                                            return done.error();
                                        const audit::Reverter *reverter = log->context.reverters->find(done->entry);
                                        if (reverter && reverter->forget)
                                            reverter->forget(done->entry);
                                        const auto made = entryById(log->context.reads, done->newId);
                                        return made ? Outcome(Answer{.json = log->json(*made)}) : Outcome(made.error());
                                    });
}
}

QList<Route> adminAuditRoutes(AuditLogContext &context)
{
    const auto log = std::make_shared<Log>(context);
    const auto with = api::handlersOver(log);
    const api::Tags everything
        = api::Tags(api::Tag::Users) | api::Tag::Organizations | api::Tag::Agents | api::Tag::AccessKeys;
    return {
        {.method = Method::Get,
         .path = "/admin/audit",
         .access = Access::Support,
         .summary = "Who changed what, and who signed in; newest first.",
         .handle = with(list),
         .query = api::pagedQuery(FilterParameters + ',' + identity::KeysetList::sortParameter(entryTable())),
         .answer = identity::listOf("AuditEntry")},
        {.method = Method::Get,
         .path = "/admin/audit/verify",
         .access = Access::Support,
         .summary = "Checks the chain of hashes from its start to its end, and names the first entry that is not as it "
                    "was written. Who asks while a check runs gets the verdict of that one.",
         .handle = with(verify),
         .rate = api::RateClass::Bulk,
         .answer = identity::reference("AuditVerdict"),
         .errors = {ErrorCode::ServiceUnavailable}},
        {.method = Method::Get,
         .path = "/admin/audit/export",
         .access = Access::Support,
         .summary
         = "The entries that fit as CSV, newest first. One apostrophe is added before what a spreadsheet would "
           "run: take it away before a hash is computed.",
         .handle = with(exportAll),
         .query = R"({"type":"object","properties":{)" + FilterParameters + "}}",
         .contentType = "text/csv",
         .wrap = api::Wrap::Bare},
        {.method = Method::Get,
         .path = "/admin/audit/:id",
         .access = Access::Support,
         .summary = "One entry.",
         .handle = with(read),
         .answer = identity::reference("AuditEntry"),
         .errors = {ErrorCode::ResourceNotFound}},
        {.method = Method::Post,
         .path = "/admin/audit/:id/revert",
         .access = Access::Support,
         .summary
         = "Puts back what an entry changed, if that has not changed since; answers the entry that this makes.",
         .handle = with(revert),
         .changes = everything,
         .stepUp = true,
         .answer = identity::reference("AuditEntry"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict, ErrorCode::ValidationError}},
    };
}
}
