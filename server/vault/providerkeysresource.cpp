// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"
#include "server/api/paging.h"
#include "server/audit/audit.h"
#include "server/identity/later.h"
#include "server/identity/organizationstore.h"
#include "server/identity/useranswers.h"
#include "server/providers/registryanswer.h"
#include "server/vault/keyprobe.h"
#include "server/vault/providerkeystore.h"
#include "server/vault/vaultroutes.h"

using namespace Qt::StringLiterals;

namespace vault
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
struct Keys {
    explicit Keys(VaultContext &c)
        : context(c)
        , probe(c.probeTimeout)
    {
    }
    VaultContext &context;
    KeyProbe probe;
    QObject scope; // what waits for futures dies with it
};
using KeysPtr = std::shared_ptr<Keys>;

QDateTime time(qint64 ms) { return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime(); }

void writeMembers(api::JsonWriter &json, const ProviderKeyRow *row, qint64 lastUsed)
{
    json.member("configured"_L1, row != nullptr)
        .member("is_active"_L1, row && row->active)
        .member("last_used"_L1, row ? time(lastUsed) : QDateTime())
        .member("fingerprint"_L1, row ? std::optional(row->fingerprint) : std::nullopt)
        .member("last4"_L1, row ? std::optional(row->last4) : std::nullopt)
        .member("updated_at"_L1, row ? time(row->updatedMs) : QDateTime())
        .key("last_test"_L1);
    if (!row || !row->lastTest) {
        json.null();
        return;
    }
    json.beginObject()
        .member("ok"_L1, row->lastTest->ok)
        .member("at"_L1, time(row->lastTest->atMs))
        .member("message"_L1, row->lastTest->message)
        .endObject();
}

/// Every provider of the registry, with or without a key.
void writeStatus(api::JsonWriter &json, const VaultContext &context, const QString &organizationId,
                 const QList<ProviderKeyRow> &rows)
{
    json.beginObject();
    for (const providers::Provider &provider : context.registry->providers()) {
        const auto found = std::ranges::find(rows, provider.name, &ProviderKeyRow::provider);
        const ProviderKeyRow *row = found == rows.end() ? nullptr : &*found;
        json.key(provider.name).beginObject();
        writeMembers(json, row, row ? context.usage->lastUsed(organizationId, *row) : 0);
        json.endObject();
    }
    json.endObject();
}

HandlerResult status(const KeysPtr &keys, const CallPtr &call)
{
    const VaultContext &context = keys->context;
    const QString &organization = call->principal->organizationId;
    const auto rows = ProviderKeyStore(context.reads, *context.vault).of(organization);
    if (!rows)
        return Outcome(rows.error());
    api::JsonWriter json;
    writeStatus(json, context, organization, *rows);
    return Outcome(Answer{.json = json.take()});
}

QByteArray keyJson(const VaultContext &context, const QString &organizationId, const ProviderKeyRow &row)
{
    api::JsonWriter json;
    json.beginObject().member("provider"_L1, row.provider);
    writeMembers(json, &row, context.usage->lastUsed(organizationId, row));
    return json.endObject().take();
}

/// A change to an organisation's key for a provider; the key itself is never told.
audit::Change changeOf(const QString &action, const QString &organizationId, const QString &provider)
{
    return {.action = action,
            .targetType = u"provider_key"_s,
            .targetId = QString(organizationId % u'/' % provider),
            .targetLabel = provider,
            .organizationId = organizationId};
}

audit::Change savedChange(const QString &organizationId, const Result<ProviderKeyRow> &before,
                          const ProviderKeyRow &after)
{
    audit::Change change
        = changeOf(before ? u"provider_key.replaced"_s : u"provider_key.created"_s, organizationId, after.provider);
    if (before)
        change.before = {{u"api_key"_s, u"set"_s}, {u"is_active"_s, before->active}};
    change.after = {{u"api_key"_s, before ? u"changed"_s : u"set"_s}, {u"is_active"_s, after.active}};
    audit::keepDifferences(change.before, change.after);
    return change;
}

HandlerResult save(const KeysPtr &keys, const CallPtr &call)
{
    VaultContext &context = keys->context;
    const QString organization = call->principal->organizationId;
    NewProviderKey key{
        .provider = call->body["provider"_L1].toString(), .createdBy = call->principal->userId, .active = {}};
    if (call->body["is_active"_L1].isBool())
        key.active = call->body["is_active"_L1].toBool();
    const auto secret = std::make_shared<Secret>(call->body["api_key"_L1].toString().trimmed().toUtf8());
    const auto saved = context.writer.submit<ProviderKeyRow>(
        [organization, key, secret, actor = audit::Actor::of(*call), vault = context.vault,
         now = context.clock()](store::Connection &c) -> Result<ProviderKeyRow> {
            ProviderKeyStore store(c, *vault);
            const auto before = store.one(organization, key.provider);
            auto row = store.save(organization, key, secret->view(), now);
            if (!row)
                return row;
            const auto told = audit::record(c, actor, savedChange(organization, before, *row), now);
            return told ? row : Result<ProviderKeyRow>(told.error());
        });
    return later<Outcome>(saved, &keys->scope, [&context, organization](const Result<ProviderKeyRow> &row) -> Outcome {
        if (!row)
            return row.error();
        return Answer{.json = keyJson(context, organization, *row)};
    });
}

/// ResourceNotFound also for a provider that the registry does not know.
HandlerResult remove(const KeysPtr &keys, const CallPtr &call)
{
    VaultContext &context = keys->context;
    const QString provider = call->param("provider"_L1);
    const auto gone = context.writer.submit<Done>(
        [actor = audit::Actor::of(*call), organization = call->principal->organizationId, provider,
         vault = context.vault, now = context.clock()](store::Connection &c) -> Result<Done> {
            if (const auto done = ProviderKeyStore(c, *vault).remove(organization, provider); !done)
                return done;
            audit::Change change = changeOf(u"provider_key.deleted"_s, organization, provider);
            change.before = {{u"api_key"_s, u"set"_s}};
            return audit::record(c, actor, change, now);
        });
    return later<Outcome>(gone, &keys->scope, [provider](const Result<Done> &done) -> Outcome {
        if (!done)
            return done.error();
        api::JsonWriter json;
        json.beginObject().member("provider"_L1, provider).member("deleted"_L1, true).endObject();
        return Answer{.json = json.take()};
    });
}

QLatin1StringView toWire(ProbeResult::Verdict verdict)
{
    return verdict == ProbeResult::Verdict::Ok     ? "ok"_L1
        : verdict == ProbeResult::Verdict::Refused ? "refused"_L1
                                                   : "unreachable"_L1;
}

HandlerResult test(const KeysPtr &keys, const CallPtr &call)
{
    VaultContext &context = keys->context;
    const QString organization = call->principal->organizationId;
    const providers::Provider *provider = context.registry->provider(call->param("provider"_L1));
    if (!provider)
        return Outcome(ErrorCode::ResourceNotFound);
    ProviderKeyStore store(context.reads, *context.vault);
    const auto row = store.one(organization, provider->name);
    if (!row)
        return Outcome(row.error());
    const auto secret = store.secret(organization, provider->name);
    if (!secret)
        return Outcome(secret.error());
    const auto asked = keys->probe.ask(*provider, context.baseUrl(*provider), *secret);
    const auto next = [keys, organization, actor = audit::Actor::of(*call), name = provider->name,
                       fingerprint = row->fingerprint](const ProbeResult &result) -> QFuture<Outcome> {
        VaultContext &c = keys->context;
        const KeyTest kept{
            .ok = result.verdict == ProbeResult::Verdict::Ok, .atMs = c.clock(), .message = result.message};
        api::JsonWriter json;
        json.beginObject()
            .member("provider"_L1, name)
            .member("ok"_L1, kept.ok)
            .member("result"_L1, toWire(result.verdict))
            .member("message"_L1, kept.message)
            .member("at"_L1, time(kept.atMs))
            .member("latency_ms"_L1, result.elapsedMs)
            .endObject();
        const auto written = c.writer.submit<Done>([organization, actor, name, fingerprint, kept,
                                                    vault = c.vault](store::Connection &connection) -> Result<Done> {
            ProviderKeyStore rows(connection, *vault);
            if (const auto done = rows.setTest(organization, name, fingerprint, kept); !done)
                return done;
            audit::Change change = changeOf(u"provider_key.tested"_s, organization, name);
            change.after = {{u"ok"_s, kept.ok}};
            change.outcome = kept.ok ? audit::Outcome::Success : audit::Outcome::Failure;
            return audit::record(connection, actor, change, kept.atMs);
        });
        return later<Outcome>(written, &keys->scope, [answer = json.take()](const Result<Done> &done) -> Outcome {
            return done ? Outcome(Answer{.json = answer}) : Outcome(done.error());
        });
    };
    return later<Outcome>(asked, &keys->scope, next);
}

/// The organisations of a page, and with `organization_id` that one.
Result<identity::OrganizationPage> organizationsOf(const VaultContext &context, const api::Call &call)
{
    if (const QString id = call.query["organization_id"_L1].toString(); !id.isEmpty()) {
        const auto one = identity::organizationById(context.reads, id);
        if (!one && one.error().code != ErrorCode::ResourceNotFound)
            return one.error();
        identity::OrganizationPage page;
        if (one)
            page.rows << *one;
        page.pagination.limit = call.query["limit"_L1].toInt(page.pagination.limit);
        page.pagination.total = page.rows.size();
        return page;
    }
    const QString sort = identity::KeysetList::sortOr(identity::organizationTable(), call.query["sort"_L1].toString());
    const auto page = api::pageFrom(call.query, sort, 2);
    if (!page)
        return page.error();
    return identity::listOrganizations(context.reads, {.search = call.query["search"_L1].toString()}, sort, *page);
}

HandlerResult adminStatus(const KeysPtr &keys, const CallPtr &call)
{
    const VaultContext &context = keys->context;
    const auto page = organizationsOf(context, *call);
    if (!page)
        return Outcome(page.error());
    QStringList ids;
    for (const Organization &organization : page->rows)
        ids << organization.id;
    const auto rows = ProviderKeyStore(context.reads, *context.vault).ofAll(ids);
    if (!rows)
        return Outcome(rows.error());
    api::JsonWriter json;
    json.beginArray();
    for (const Organization &organization : page->rows) {
        json.beginObject()
            .member("organization_id"_L1, organization.id)
            .member("organization_name"_L1, organization.name)
            .key("providers"_L1);
        writeStatus(json, context, organization.id, rows->value(organization.id));
        json.endObject();
    }
    return Outcome(Answer{.json = json.endArray().take(), .pagination = page->pagination});
}

QByteArray saveBody(const providers::Registry &registry)
{
    return R"({"type":"object","required":["provider","api_key"],"additionalProperties":false,"properties":{
        "provider":{"type":"string","enum":[)"
        + providers::quotedNames(registry.names())
        + R"(]},"api_key":{"type":"string","title":"API key","minLength":1,"maxLength":500,
        "pattern":"^\\s*(?!\\*{4})[!-~]+\\s*$","description":"Stored sealed and never answered"},
        "is_active":{"type":"boolean","default":true}}})";
}

constexpr char DeletedAnswer[] = R"({"type":"object","required":["provider","deleted"],"additionalProperties":false,
    "properties":{"provider":{"type":"string"},"deleted":{"const":true}}})";
constexpr char StatusAnswer[]
    = R"({"type":"object","additionalProperties":{"$ref":"#/components/schemas/ProviderKeyStatus"}})";
}

QList<Route> vaultRoutes(VaultContext &context)
{
    const auto keys = std::make_shared<Keys>(context);
    const auto with = api::handlersOver(keys);
    constexpr char Group[] = "api-keys";
    return {
        {.method = Method::Post,
         .path = "/api-keys",
         .access = Access::User,
         .summary = "Saves the organisation's key for a provider, in place of an earlier one.",
         .handle = with(save),
         .changes = api::Tag::ProviderKeys,
         .secret = true,
         .repeat = api::Repeat::Answers,
         .body = saveBody(*context.registry),
         .answer = identity::reference("ProviderKey"),
         .tag = Group},
        {.method = Method::Get,
         .path = "/api-keys/status",
         .access = Access::User,
         .summary = "Which providers the organisation has a key for; never the keys.",
         .handle = with(status),
         .secret = true,
         .answer = StatusAnswer,
         .tag = Group},
        {.method = Method::Delete,
         .path = "/api-keys/:provider",
         .access = Access::User,
         .summary = "Forgets the organisation's key for a provider.",
         .handle = with(remove),
         .changes = api::Tag::ProviderKeys,
         .secret = true,
         .answer = DeletedAnswer,
         .errors = {ErrorCode::ResourceNotFound},
         .tag = Group},
        {.method = Method::Post,
         .path = "/api-keys/:provider/test",
         .access = Access::User,
         .summary = "Asks the provider whether it takes the key, by its cheapest request.",
         .handle = with(test),
         .rate = api::RateClass::Bulk,
         .changes = api::Tag::ProviderKeys,
         .secret = true,
         .repeat = api::Repeat::Answers,
         .answer = identity::reference("ProviderKeyTest"),
         .errors = {ErrorCode::ResourceNotFound},
         .tag = Group},
        {.method = Method::Get,
         .path = "/admin/api-keys/status",
         .access = Access::Support,
         .summary = "Which organisations have which providers' keys; never the keys.",
         .handle = with(adminStatus),
         .secret = true,
         .query = api::pagedQuery(
             R"("search":{"type":"string","maxLength":200,"description":"In the organisation's name and its owner's address"},
                "organization_id":{"type":"string","maxLength":64},)"
             + identity::KeysetList::sortParameter(identity::organizationTable())),
         .answer = identity::listOf("OrganizationKeys")},
    };
}

QList<api::Component> vaultComponents()
{
    const QByteArray members = R"("configured":{"type":"boolean"},"is_active":{"type":"boolean"},
        "last_used":{"$ref":"#/components/schemas/TimestampOrNull"},
        "fingerprint":{"type":["string","null"],"description":"Of the key's SHA-256"},
        "last4":{"type":["string","null"],"description":"Empty for a key that is too short"},
        "updated_at":{"$ref":"#/components/schemas/TimestampOrNull"},"last_test":{"type":["object","null"],
        "required":["ok","at","message"],"additionalProperties":false,"properties":{"ok":{"type":"boolean"},
        "at":{"$ref":"#/components/schemas/Timestamp"},"message":{"type":"string"}}}}})";
    const QByteArray required = R"("configured","is_active","last_used","fingerprint","last4","updated_at","last_test"],
        "additionalProperties":false,"properties":{)";
    return {
        {"ProviderKeyStatus", R"({"type":"object","required":[)" + required + members},
        {"ProviderKey",
         R"({"type":"object","required":["provider",)" + required + R"("provider":{"type":"string"},)" + members},
        {"ProviderKeyTest",
         R"({"type":"object","required":["provider","ok","result","message","at","latency_ms"],
            "additionalProperties":false,"properties":{"provider":{"type":"string"},"ok":{"type":"boolean"},
            "result":{"type":"string","enum":["ok","refused","unreachable"]},"message":{"type":"string"},
            "at":{"$ref":"#/components/schemas/Timestamp"},"latency_ms":{"type":"integer"}}})"},
        {"OrganizationKeys",
         R"({"type":"object","required":["organization_id","organization_name","providers"],"additionalProperties":false,
            "properties":{"organization_id":{"type":"string"},"organization_name":{"type":"string"},
            "providers":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/ProviderKeyStatus"}}}})"},
    };
}
}
