// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/audit/audit.h"
#include "server/identity/later.h"
#include "server/versions/lifecycle.h"
#include "server/versions/versionnotice.h"
#include "server/versions/versionpreview.h"
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
using identity::later;

/// What the handlers of one worker share.
struct Desk {
    explicit Desk(VersionContext &c)
        : context(c)
    {
    }
    VersionContext &context;
    QObject scope; // what waits for futures dies with it
};
using DeskPtr = std::shared_ptr<Desk>;

const api::VersionInfo *find(const QList<api::VersionInfo> &versions, const QByteArray &name)
{
    const auto known = std::ranges::find(versions, name, &api::VersionInfo::name);
    return known != versions.end() ? &*known : nullptr;
}

/// One entry of the log for each version that changed.
Result<Done> recordChanges(store::Connection &connection, const audit::Actor &actor, const Lifecycles &before,
                           const Lifecycles &after, qint64 nowMs)
{
    for (const api::VersionInfo &version : after.versions) {
        const api::VersionInfo *old = find(before.versions, version.name);
        if (!old || *old == version)
            continue;
        const QString name = QString::fromLatin1(version.name);
        audit::Change change{.action = u"version.updated"_s,
                             .targetType = AuditedType,
                             .targetId = name,
                             .targetLabel = name,
                             .before = lifecycleObject(*old),
                             .after = lifecycleObject(version)};
        audit::keepDifferences(change.before, change.after);
        if (auto done = audit::record(connection, actor, change, nowMs); !done)
            return done;
    }
    return Done{};
}

HandlerResult show(const DeskPtr &desk, const CallPtr &)
{
    const auto lifecycles = LifecycleStore(desk->context.reads, desk->context.now()).read();
    if (!lifecycles)
        return Outcome(lifecycles.error());
    return Outcome(Answer{.json = lifecyclesJson(lifecycles->versions)});
}

Result<Lifecycles> replaced(store::Connection &connection, const api::Call &call, qint64 nowMs)
{
    LifecycleStore store(connection, nowMs);
    const auto revision = store.beginChange();
    if (!revision)
        return revision.error();
    const auto before = store.read();
    if (!before)
        return before.error();
    if (auto match = api::requireMatch(call, lifecyclesJson(before->versions)); !match)
        return match.error();
    auto versions = changedLifecycles(before->versions, call.body);
    if (!versions)
        return versions.error();
    const Lifecycles after{*revision, *std::move(versions)};
    if (auto done = store.write(after.versions); !done)
        return done.error();
    if (auto done = recordChanges(connection, audit::Actor::of(call), *before, after, nowMs); !done)
        return done.error();
    return after;
}

HandlerResult replace(const DeskPtr &desk, const CallPtr &call)
{
    VersionContext &context = desk->context;
    const auto done = context.writer.submit<Lifecycles>(
        [call, now = context.now()](store::Connection &c) { return replaced(c, *call, now); });
    return later<Outcome>(done, &desk->scope, [desk = desk.get()](const Result<Lifecycles> &lifecycles) -> Outcome {
        if (!lifecycles)
            return lifecycles.error();
        desk->context.keeper.apply(*lifecycles); // before the answer leaves: it holds from the next request on
        Answer answer{.json = lifecyclesJson(lifecycles->versions)};
        answer.headers.add("ETag", api::entityTag(answer.json));
        return answer;
    });
}

HandlerResult preview(const DeskPtr &desk, const CallPtr &call)
{
    VersionContext &context = desk->context;
    const auto flushed = context.keeper.flush();
    return later<Outcome>(flushed, &desk->scope, [desk = desk.get(), call](const Result<Done> &) -> Outcome {
        VersionContext &own = desk->context;
        const auto now = LifecycleStore(own.reads, own.now()).read();
        if (!now)
            return now.error();
        const auto versions = changedLifecycles(now->versions, call->body);
        if (!versions)
            return versions.error();
        const auto traffic = readTraffic(own.reads, noticePeriod(own.now()));
        if (!traffic)
            return traffic.error();
        return Answer{.json = previewJson(*versions, *traffic, own.now())};
    });
}

Result<qint64> notified(store::Connection &connection, const api::Call &call, qint64 nowMs)
{
    const auto lifecycles = LifecycleStore(connection, nowMs).read();
    if (!lifecycles)
        return lifecycles.error();
    const QString name = call.param("version"_L1);
    const api::VersionInfo *version = find(lifecycles->versions, name.toUtf8());
    if (!version)
        return ErrorCode::ResourceNotFound;
    const QString message = call.body["message"_L1].toString();
    const auto recipients = enqueueNotices(connection, *version, message, nowMs);
    if (!recipients)
        return recipients;
    const audit::Change change{.action = u"version.notified"_s,
                               .targetType = AuditedType,
                               .targetId = name,
                               .targetLabel = name,
                               .after = {{u"message"_s, message}, {u"recipients"_s, *recipients}}};
    if (auto done = audit::record(connection, audit::Actor::of(call), change, nowMs); !done)
        return done.error();
    return recipients;
}

HandlerResult notify(const DeskPtr &desk, const CallPtr &call)
{
    VersionContext &context = desk->context;
    // First what was counted just now: it names callers, too. The writer keeps the order.
    static_cast<void>(context.keeper.flush());
    const auto done = context.writer.submit<qint64>(
        [call, now = context.now()](store::Connection &c) { return notified(c, *call, now); });
    return later<Outcome>(done, &desk->scope, [](const Result<qint64> &recipients) -> Outcome {
        if (!recipients)
            return recipients.error();
        api::JsonWriter json;
        return Answer{.json = json.beginObject().member("recipients"_L1, *recipients).endObject().take()};
    });
}

constexpr char NoticeBody[] = R"({"type":"object","required":["message"],"additionalProperties":false,"properties":{
    "message":{"type":"string","minLength":1,"maxLength":5000,"pattern":"\\S",
    "description":"Plain text; what the lifecycle says is put below it"}}})";
constexpr char NoticeAnswer[]
    = R"({"type":"object","required":["recipients"],"additionalProperties":false,"properties":{
    "recipients":{"type":"integer",
    "description":"Owners of organisations that called it in the last 30 days and want notices"}}})";

api::Schema reference(const QByteArray &component) { return R"({"$ref":"#/components/schemas/)" + component + "\"}"; }

/// What of an entry can be put back, and that nobody put something else there meanwhile.
Result<QList<api::VersionInfo>> reverted(const Lifecycles &now, const audit::Entry &entry)
{
    QList<api::VersionInfo> versions = now.versions;
    const auto version = std::ranges::find(versions, entry.targetId.toLatin1(), &api::VersionInfo::name);
    if (version == versions.end() || !audit::isStill(lifecycleObject(*version), entry.afterObject()))
        return audit::changedSince();
    *version = withMembers(*version, entry.beforeObject());
    // Other versions, or time, may have moved on so that it no longer fits them.
    const auto wrong = complaints(versions);
    if (!wrong.isEmpty())
        return Error{.code = ErrorCode::ValidationError, .details = wrong};
    return versions;
}
}

QList<Route> lifecycleRoutes(VersionContext &context)
{
    const auto desk = std::make_shared<Desk>(context);
    const auto with = api::handlersOver(desk);
    return {
        {.method = Method::Get,
         .path = "/admin/versions",
         .access = Access::Support,
         .summary = "The lifecycle of every version.",
         .handle = with(show),
         .answer = reference("VersionLifecycles"),
         .errors = {ErrorCode::ServiceUnavailable}},
        {.method = Method::Put,
         .path = "/admin/versions",
         .access = Access::Support,
         .summary
         = "Sets the lifecycles. They hold from the next request on; other servers over the same database follow "
           "within seconds. Members that are not sent stay.",
         .handle = with(replace),
         .stepUp = true,
         .body = reference("VersionLifecycleChange"),
         .answer = reference("VersionLifecycles"),
         .errors = {ErrorCode::PreconditionFailed, ErrorCode::ServiceUnavailable}},
        {.method = Method::Post,
         .path = "/admin/versions/preview",
         .access = Access::Support,
         .summary = "What callers would get if the lifecycles were so; changes nothing.",
         .handle = with(preview),
         .body = reference("VersionLifecycleChange"),
         .answer = reference("VersionPreview"),
         .errors = {ErrorCode::ServiceUnavailable}},
        {.method = Method::Post,
         .path = "/admin/versions/:version/notify",
         .access = Access::Support,
         .summary
         = "Sends a mail to the owners of all organisations that called the version in the last 30 days, if they "
           "want notices.",
         .handle = with(notify),
         .stepUp = true,
         .body = NoticeBody,
         .answer = NoticeAnswer,
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ServiceUnavailable}},
    };
}

audit::Reverter lifecycleReverter(VersionKeeper &keeper)
{
    struct Made {
        std::mutex mutex;
        QHash<QString, Lifecycles> byEntry; ///< until their commit
    };
    const auto made = std::make_shared<Made>();
    return {.targetType = AuditedType,
            .handles = [](const audit::Entry &entry) { return entry.action == u"version.updated"; },
            .revert
            = [made](store::Connection &connection, const audit::Entry &entry, qint64 nowMs) -> Result<audit::Change> {
                LifecycleStore store(connection, nowMs);
                const auto revision = store.beginChange();
                if (!revision)
                    return revision.error();
                const auto now = store.read();
                if (!now)
                    return now.error();
                auto versions = reverted(*now, entry);
                if (!versions)
                    return versions.error();
                if (auto done = store.write(*versions); !done)
                    return done.error();
                const QByteArray name = entry.targetId.toLatin1();
                audit::Change change{.action = u"version.updated"_s,
                                     .targetType = AuditedType,
                                     .targetId = entry.targetId,
                                     .targetLabel = entry.targetLabel,
                                     .before = lifecycleObject(*find(now->versions, name)),
                                     .after = lifecycleObject(*find(*versions, name))};
                audit::keepDifferences(change.before, change.after);
                const std::scoped_lock lock(made->mutex);
                made->byEntry.insert(entry.id, {*revision, *versions});
                return change;
            },
            .forget =
                [made, &keeper](const audit::Entry &entry) {
                    const std::scoped_lock lock(made->mutex);
                    keeper.apply(made->byEntry.take(entry.id));
                }};
}
}
