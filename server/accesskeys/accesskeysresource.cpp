// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/accesskeyanswers.h"
#include "server/accesskeys/accesskeyrecord.h"
#include "server/accesskeys/accesskeyroutes.h"
#include "server/api/entitytag.h"
#include "server/identity/later.h"
#include "server/identity/organizationstore.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace accesskeys
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

constexpr qint64 MostOverlap = 30 * 24 * 3600; ///< seconds

/// The rows on the writer's connection, and who changes them.
struct Piece {
    AccessKeyStore &keys;
    store::Connection &connection;
    const api::Call &call;
    qint64 now;

    const QString &organization() const { return call.principal->organizationId; }
    QString id() const { return call.param("id"_L1); }
    /// `result`, once the change to its key is recorded.
    template<typename T>
    Result<T> recorded(const Result<T> &result, const audit::Change &change) const
    {
        const auto told = audit::record(connection, audit::Actor::of(call), change, now);
        return told ? result : Result<T>(told.error());
    }
};

/// What the handlers of one worker share.
struct Keys {
    Keys(identity::IdentityContext &c, KeyCache &k)
        : context(c)
        , cache(k)
    {
    }
    identity::IdentityContext &context;
    KeyCache &cache;
    QObject scope; // what waits for futures dies with it

    /// Runs a change; every worker forgets what it knew of keys before the answer leaves.
    template<typename T>
    HandlerResult change(const CallPtr &call, std::function<Result<T>(const Piece &)> work,
                         std::function<Answer(const T &)> answer)
    {
        const auto piece = [call, work = std::move(work), now = context.now()](store::Connection &c) {
            AccessKeyStore keys(c, now);
            return work({keys, c, *call, now});
        };
        return identity::later<Outcome>(context.writer.submit<T>(piece), &scope,
                                        [this, answer = std::move(answer)](const Result<T> &result) -> Outcome {
                                            cache.changed();
                                            return result ? Outcome(answer(*result)) : Outcome(result.error());
                                        });
    }
};
using KeysPtr = std::shared_ptr<Keys>;

HandlerResult listOf(const identity::IdentityContext &context, const CallPtr &call, const QString &organizationId)
{
    const QString sort = identity::KeysetList::sortOr(keyTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const QString status = call->query["status"_L1].toString();
    KeyFilter filter{.search = call->query["search"_L1].toString()};
    if (!status.isEmpty())
        filter.status = status == "active"_L1 ? KeyStatus::Active
            : status == "expired"_L1          ? KeyStatus::Expired
                                              : KeyStatus::Revoked;
    const auto found = AccessKeyStore(context.reads, context.now()).list(organizationId, filter, sort, *page);
    if (!found)
        return Outcome(found.error());
    return Outcome(Answer{.json = keysJson(found->rows), .pagination = found->pagination});
}

HandlerResult list(const KeysPtr &keys, const CallPtr &call)
{
    return listOf(keys->context, call, call->principal->organizationId);
}

HandlerResult listForAdmin(const KeysPtr &keys, const CallPtr &call)
{
    const QString organizationId = call->param("id"_L1);
    if (auto organization = identity::organizationById(keys->context.reads, organizationId); !organization)
        return Outcome(organization.error());
    return listOf(keys->context, call, organizationId);
}

std::optional<qint64> msIn(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return at.isValid() ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> numberIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

/// A name needs a visible character, an end lies ahead.
Result<Done> checkFields(const QJsonObject &body, qint64 now)
{
    QMap<QString, QString> wrong;
    if (body.contains("name"_L1) && body["name"_L1].toString().simplified().isEmpty())
        wrong.insert(u"name"_s, u"A name is needed"_s);
    if (body["expires_at"_L1].isString() && msIn(body["expires_at"_L1]).value_or(0) <= now)
        wrong.insert(u"expires_at"_s, u"Not a time in the future"_s);
    if (wrong.isEmpty())
        return Done{};
    return Error{.code = ErrorCode::ValidationError, .details = wrong};
}

Answer fresh(int status, const FreshKey &key) { return Answer{.status = status, .json = freshKeyJson(key)}; }

HandlerResult create(const KeysPtr &keys, const CallPtr &call)
{
    const QJsonObject &body = call->body;
    if (auto fine = checkFields(body, keys->context.now()); !fine)
        return Outcome(fine.error());
    const NewKey key{.createdBy = call->principal->userId,
                     .name = body["name"_L1].toString().simplified(),
                     .permission
                     = api::keyPermissionFrom(body["permissions"_L1].toString()).value_or(api::KeyPermission::Read),
                     .requestsPerHour = numberIn(body["rate_limit_per_hour"_L1]),
                     .expiresAt = msIn(body["expires_at"_L1])};
    return keys->change<FreshKey>(
        call,
        [key](const Piece &piece) -> Result<FreshKey> {
            const auto made = piece.keys.insert(piece.organization(), key);
            if (!made)
                return made;
            audit::Change change = changeOf(u"access_key.created"_s, made->key);
            change.after = auditedFields(made->key);
            return piece.recorded(made, change);
        },
        [](const FreshKey &made) { return fresh(201, made); });
}

KeyPrecondition unchangedSince(const CallPtr &call)
{
    return [call](const AccessKey &key) { return api::requireMatch(*call, keyJson(key)); };
}

Answer tagged(const AccessKey &key)
{
    Answer answer{.json = keyJson(key)};
    answer.headers.add("ETag", api::entityTag(answer.json));
    return answer;
}

HandlerResult patch(const KeysPtr &keys, const CallPtr &call)
{
    const QJsonObject &body = call->body;
    if (auto fine = checkFields(body, keys->context.now()); !fine)
        return Outcome(fine.error());
    KeyChange change{.permission = api::keyPermissionFrom(body["permissions"_L1].toString())};
    if (body.contains("name"_L1))
        change.name = body["name"_L1].toString().simplified();
    if (body.contains("rate_limit_per_hour"_L1))
        change.requestsPerHour = numberIn(body["rate_limit_per_hour"_L1]);
    if (body.contains("expires_at"_L1))
        change.expiresAt = msIn(body["expires_at"_L1]);
    return keys->change<AccessKey>(
        call,
        [change, call](const Piece &piece) -> Result<AccessKey> {
            const auto before = piece.keys.forChange(piece.organization(), piece.id(), unchangedSince(call));
            if (!before)
                return before;
            const auto after = piece.keys.update(*before, change);
            if (!after)
                return after;
            audit::Change made = changeOf(u"access_key.updated"_s, *after);
            made.before = auditedFields(*before);
            made.after = auditedFields(*after);
            audit::keepDifferences(made.before, made.after);
            return made.before.isEmpty() ? after : piece.recorded(after, made);
        },
        tagged);
}

HandlerResult rotate(const KeysPtr &keys, const CallPtr &call)
{
    const qint64 overlap = call->body["overlap_seconds"_L1].toInteger() * 1000;
    return keys->change<FreshKey>(
        call,
        [overlap](const Piece &piece) -> Result<FreshKey> {
            const auto before = piece.keys.forChange(piece.organization(), piece.id());
            if (!before)
                return before.error();
            const auto rotated = piece.keys.rotate(*before, overlap);
            if (!rotated)
                return rotated;
            audit::Change change = changeOf(u"access_key.rotated"_s, rotated->key);
            change.after = {{u"secret"_s, u"changed"_s}, {u"overlap_seconds"_s, overlap / 1000}};
            return piece.recorded(rotated, change);
        },
        [](const FreshKey &made) { return fresh(200, made); });
}

HandlerResult revoke(const KeysPtr &keys, const CallPtr &call)
{
    return keys->change<AccessKey>(
        call,
        [call](const Piece &piece) -> Result<AccessKey> {
            const auto before = piece.keys.forChange(piece.organization(), piece.id(), unchangedSince(call));
            if (!before)
                return before;
            const auto revoked = piece.keys.revoke(*before);
            if (!revoked || before->revokedAt.isValid())
                return revoked;
            audit::Change change = changeOf(u"access_key.revoked"_s, *revoked);
            change.before = auditedFields(*before);
            return piece.recorded(revoked, change);
        },
        [](const AccessKey &key) { return Answer{.json = keyJson(key)}; });
}

constexpr char ListFilters[] = R"("search":{"type":"string","maxLength":200,"description":"In its name"},
    "status":{"type":"string","enum":["active","expired","revoked"]},)";
constexpr char Fields[] = R"("additionalProperties":false,"properties":{
    "name":{"type":"string","minLength":1,"maxLength":100},"permissions":{"type":"string","enum":["read","write","admin"]},
    "rate_limit_per_hour":{"type":["integer","null"],"minimum":1,"maximum":100000000,
        "description":"null: its creator's. More than its creator's counts as that"},
    "expires_at":{"type":["string","null"],"format":"date-time"}}})";
constexpr char RotateBody[] = R"({"type":"object","additionalProperties":false,"properties":{
    "overlap_seconds":{"type":"integer","minimum":0,"maximum":%1,"default":0,
    "description":"So long the old secret is accepted, too. Only 0 while that of an earlier rotation still is: it ends both"}}})";

QList<Route> ownerRoutes(const KeysPtr &keys)
{
    const auto with = api::handlersOver(keys);
    return {
        {.method = Method::Get,
         .path = "/access-keys",
         .access = Access::Owner,
         .summary = "The organization's access keys, also those that are over.",
         .handle = with(list),
         .query = api::pagedQuery(ListFilters + identity::KeysetList::sortParameter(keyTable())),
         .answer = identity::listOf("AccessKey")},
        {.method = Method::Post,
         .path = "/access-keys",
         .access = Access::Owner,
         .summary = "Makes an access key. The answer alone holds it whole. It counts as its creator's usage.",
         .handle = with(create),
         .changes = api::Tag::AccessKeys,
         .secret = true,
         .body = QByteArray(R"({"type":"object","required":["name","permissions"],)") + Fields,
         .answer = identity::reference("NewAccessKey"),
         .status = 201,
         .errors = {ErrorCode::ResourceConflict}},
        {.method = Method::Patch,
         .path = "/access-keys/:id",
         .access = Access::Owner,
         .summary = "Changes what is sent; null takes a limit or an end away.",
         .handle = with(patch),
         .changes = api::Tag::AccessKeys,
         .body = QByteArray(R"({"type":"object",)") + Fields,
         .answer = identity::reference("AccessKey"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict, ErrorCode::PreconditionFailed}},
        {.method = Method::Post,
         .path = "/access-keys/:id/rotate",
         .access = Access::Owner,
         .summary = "Gives a key a new secret; the old one may stay good for a while.",
         .handle = with(rotate),
         .changes = api::Tag::AccessKeys,
         .secret = true,
         .body = QByteArray(RotateBody).replace("%1", QByteArray::number(MostOverlap)),
         .answer = identity::reference("NewAccessKey"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict}},
        {.method = Method::Delete,
         .path = "/access-keys/:id",
         .access = Access::Owner,
         .summary = "Revokes a key, at once and for good.",
         .handle = with(revoke),
         .changes = api::Tag::AccessKeys,
         .answer = identity::reference("AccessKey"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::PreconditionFailed}},
    };
}
}

QList<Route> accessKeyRoutes(identity::IdentityContext &context, KeyCache &cache)
{
    const auto keys = std::make_shared<Keys>(context, cache);
    return ownerRoutes(keys)
        + QList<Route>{{.method = Method::Get,
                        .path = "/admin/organizations/:id/access-keys",
                        .access = Access::Support,
                        .summary = "A tenant's access keys.",
                        .handle = [keys](const CallPtr &call) { return listForAdmin(keys, call); },
                        .query = api::pagedQuery(ListFilters + identity::KeysetList::sortParameter(keyTable())),
                        .answer = identity::listOf("AccessKey"),
                        .errors = {ErrorCode::ResourceNotFound}}};
}
}
