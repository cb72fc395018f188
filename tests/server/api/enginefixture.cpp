// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/enginefixture.h"

#include "server/api/entitytag.h"
#include "server/api/openapi.h"
#include "server/api/paging.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace api;

namespace
{
Principal person(const QString &id, const QString &organization, Role role = Role::User)
{
    Principal principal;
    principal.userId = id;
    principal.organizationId = organization;
    principal.sessionId = u"session-"_s + id;
    principal.role = role;
    principal.organizationRole = OrganizationRole::Owner;
    principal.requestsPerHour = 1000;
    return principal;
}

Principal accessKey(const QString &id, KeyPermission permission)
{
    Principal principal = person(u"ada"_s, u"A"_s);
    principal.sessionId.clear();
    principal.keyId = id;
    principal.keyPermission = permission;
    principal.requestsPerHour = 5;
    return principal;
}

const QByteArray ThingBody = R"({"type":"object","required":["name","email"],"additionalProperties":false,"properties":{
"name":{"type":"string","minLength":1,"maxLength":10},"email":{"type":"string","format":"email"},
"firstName":{"type":"string","minLength":2},"phone":{"type":"string","pattern":"^\\+[0-9]{3,15}$"},"web":{"type":"string","pattern":"^(https?://\\S+)?$"},
"kind":{"enum":["BIG","SMALL"]},"count":{"type":"integer","minimum":0},"at":{"type":"string","format":"date-time"},
"day":{"type":"string","format":"date"},"site":{"type":"string","format":"uri"},
"tags":{"type":"array","items":{"type":"string","minLength":1},"maxItems":3},
"inner":{"$ref":"#/components/schemas/Inner"}}})";
}

FakeAuthenticator::FakeAuthenticator()
{
    callers.insert("ada", person(u"ada"_s, u"A"_s));
    callers.insert("bob", person(u"bob"_s, u"B"_s));
    callers.insert("root", person(u"root"_s, u"P"_s, Role::Admin));
    callers.insert("help", person(u"help"_s, u"P"_s, Role::Support));
    callers.insert("member", person(u"member"_s, u"A"_s));
    callers["member"].organizationRole = OrganizationRole::Member;
    callers.insert("key-read", accessKey(u"k1"_s, KeyPermission::Read));
    callers.insert("key-write", accessKey(u"k2"_s, KeyPermission::Write));
    callers.insert("key-admin", accessKey(u"k3"_s, KeyPermission::Admin));
    callers.insert("key-demoted", accessKey(u"k4"_s, KeyPermission::Admin));
    callers["key-demoted"].organizationRole = OrganizationRole::Member;
}

Result<Principal> FakeAuthenticator::authenticate(const http::Request &request)
{
    const QByteArray header = request.headers.value("Authorization");
    if (header.isEmpty())
        return ErrorCode::AuthRequired;
    const QByteArray token = header.mid(7);
    if (token == "old")
        return ErrorCode::AuthExpired;
    if (!header.startsWith("Bearer ") || !callers.contains(token))
        return ErrorCode::AuthInvalid;
    return callers.value(token);
}

EngineFixture::EngineFixture(Settings given, const QList<Route> &more)
    : settings(std::move(given))
    , shared(std::make_shared<Shared>(settings, [this] { return nowMs; }))
{
    shared->setLedger(std::make_shared<MemoryLedger>([this] { return nowMs; }));
    declareRoutes();
    routes += more;
    routes += openApiRoutes(settings, shared, routes, components);
    worker = engine();
}

std::unique_ptr<Engine> EngineFixture::engine()
{
    auto made = Engine::make(settings, shared, routes, components, &authenticator);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return std::move(*made);
}

void EngineFixture::declareRoutes()
{
    using enum http::Method;
    components = {
        {"Thing", R"({"type":"object","required":["id","name"],"additionalProperties":false,
"properties":{"id":{"type":"string"},"name":{"type":"string"}}})"},
        {"Inner", R"({"type":"object","properties":{"mail":{"type":"string","format":"email"},
"inner":{"$ref":"#/components/schemas/Inner"}}})"},
    };
    const auto thing = [](const CallPtr &call) -> HandlerResult {
        const QByteArray current = R"({"id":")" + call->param("id"_L1).toUtf8() + R"(","name":"One"})";
        if (call->request.method != Get) {
            const auto matches = requireMatch(*call, current);
            if (!matches)
                return Outcome(matches.error());
        }
        return Outcome(Answer{.json = current});
    };
    const auto list = [this](const CallPtr &call) -> HandlerResult {
        const auto page = pageFrom(call->query, u"id"_s, 1);
        if (!page)
            return Outcome(page.error());
        ++listed;
        if (whileListing)
            whileListing();
        const QByteArray row = R"({"id":"1","name":")" + QByteArray::number(created) + R"("})";
        const Pagination pagination{
            .page = page->page, .limit = page->limit, .total = 150, .hasNext = true, .nextCursor = {}};
        return Outcome(Answer{.json = "[" + row + "]", .pagination = pagination});
    };
    const auto create = [this](const CallPtr &call) -> HandlerResult {
        ++created;
        if (call->body.value("name"_L1).toString() == "fail"_L1)
            return Outcome(ErrorCode::ServiceUnavailable);
        if (const auto error = refusals.value(call->body.value("name"_L1).toString()))
            return Outcome(*error);
        return Outcome(Answer{.status = 201, .json = R"({"id":")" + QByteArray::number(created) + R"(","name":"n"})"});
    };
    const auto members = [](const CallPtr &) -> HandlerResult {
        return Outcome(Answer{.json = R"({"user":{"id":"7"},"token":"t"})", .wrap = Wrap::Members});
    };
    const auto refuse = [](const CallPtr &) -> HandlerResult { return Outcome(ErrorCode::InvalidCredentials); };
    const auto crash = [](const CallPtr &) -> HandlerResult { throw std::runtime_error("secret table users"); };
    const auto slow = [this](const CallPtr &) -> HandlerResult {
        pending = std::make_shared<QPromise<Outcome>>();
        pending->start();
        return pending->future();
    };
    const QByteArray thingRef = R"({"$ref":"#/components/schemas/Thing"})";
    routes = {
        {.method = Get,
         .path = "/things",
         .access = Access::User,
         .summary = "Lists things",
         .handle = list,
         .keys = Keys::Allowed,
         .reads = Tag::Users,
         .query = pagedQuery(R"("sort":{"enum":["name","-name"]},"open":{"type":"boolean"},
"ids":{"type":"array","items":{"type":"integer"}})"),
         .answer = R"({"type":"array","items":)" + thingRef + "}"},
        {.method = Post,
         .path = "/things",
         .access = Access::User,
         .summary = "Makes a thing",
         .handle = create,
         .keys = Keys::Allowed,
         .changes = Tag::Users,
         .body = ThingBody,
         .answer = thingRef,
         .status = 201},
        {.method = Post,
         .path = "/things/find",
         .access = Access::User,
         .summary = "Reads by POST",
         .handle = [](const CallPtr &) { return Outcome(Answer{.json = R"({"count":3})"}); },
         .keys = Keys::Allowed,
         .keyNeeds = KeyPermission::Read},
        {.method = Delete,
         .path = "/shelf",
         .access = Access::Owner,
         .summary = "Clears",
         .handle = [](const CallPtr &) { return Outcome(Answer{.json = R"({"count":0})"}); },
         .keys = Keys::Allowed},
        {.method = Get,
         .path = "/things/count",
         .access = Access::User,
         .summary = "Counts",
         .handle = [](const CallPtr &) { return Outcome(Answer{.json = R"({"count":3})"}); }},
        {.method = Get,
         .path = "/things/:id",
         .access = Access::User,
         .summary = "One thing",
         .handle = thing,
         .answer = thingRef},
        {.method = Put,
         .path = "/things/:id",
         .access = Access::User,
         .summary = "Changes it",
         .handle = thing,
         .answer = thingRef},
        {.method = Patch,
         .path = "/things/:id/status",
         .access = Access::Owner,
         .summary = "Owner only",
         .handle = thing,
         .answer = thingRef},
        {.method = Post, .path = "/auth/login", .access = Access::Public, .summary = "Signs in", .handle = refuse},
        {.method = Get,
         .path = "/auth/me",
         .access = Access::Public,
         .summary = "Members",
         .handle = members,
         .answer = R"({"type":"object"})",
         .wrap = Wrap::Members},
        {.method = Get,
         .path = "/auth/devices",
         .access = Access::User,
         .summary = "v2 only",
         .handle = thing,
         .versions = {Version::V2}},
        {.method = Get, .path = "/admin/things", .access = Access::Support, .summary = "Admin list", .handle = thing},
        {.method = Put, .path = "/admin/things", .access = Access::Support, .summary = "Admin change", .handle = thing},
        {.method = Post,
         .path = "/bulk",
         .access = Access::User,
         .summary = "Many",
         .handle = create,
         .rate = RateClass::Bulk},
        {.method = Get, .path = "/open", .access = Access::Public, .summary = "Anyone", .handle = members},
        {.method = Get, .path = "/crash", .access = Access::Public, .summary = "Throws", .handle = crash},
        {.method = Post, .path = "/slow", .access = Access::User, .summary = "Later", .handle = slow},
        {.method = Post,
         .path = "/secret",
         .access = Access::User,
         .summary = "Tells a secret",
         .handle = create,
         .secret = true},
        {.method = Post,
         .path = "/sign-up",
         .access = Access::Public,
         .summary = "Makes somebody",
         .handle = create,
         .secret = true,
         .repeat = Repeat::Answers},
        {.method = Post, .path = "/sign-in", .access = Access::Public, .summary = "Lets in", .handle = create},
        {.method = Get,
         .path = "/old",
         .access = Access::Public,
         .summary = "Leaving",
         .handle = members,
         .deprecated = Deprecation{QDateTime(QDate(2023, 1, 1), QTime(0, 0), Qt::UTC), {}, "/api/v2/open"}},
        {.method = Post,
         .path = "/auth/login",
         .access = Access::Public,
         .summary = "Alias",
         .handle = refuse,
         .surface = Surface::AuthAlias},
        {.method = Get,
         .path = "/healthz",
         .access = Access::Public,
         .summary = "Alive",
         .handle = [](const CallPtr &) { return Outcome(Answer{.json = "{\"status\":\"ok\"}", .wrap = Wrap::Bare}); },
         .surface = Surface::Plain,
         .rate = RateClass::None},
    };
}

http::Request EngineFixture::request(const RequestParts &parts)
{
    http::Request request;
    request.methodName = parts.method;
    request.method = http::Method::Other;
    for (int i = 0; i <= int(http::Method::Options); ++i) {
        if (http::toText(http::Method(i)) == parts.method)
            request.method = http::Method(i);
    }
    const qsizetype question = parts.target.indexOf('?');
    request.path = question < 0 ? parts.target : parts.target.first(question);
    request.query = question < 0 ? QByteArray() : parts.target.sliced(question + 1);
    if (!parts.token.isEmpty())
        request.headers.add("Authorization", "Bearer " + parts.token);
    for (const auto &[name, value] : parts.headers)
        request.headers.add(name, value);
    request.body = parts.body;
    request.client = QHostAddress(QString::fromLatin1(parts.client));
    request.received = std::chrono::steady_clock::now();
    return request;
}

http::Response EngineFixture::send(const RequestParts &parts)
{
    http::Reply reply = worker->handle(request(parts));
    if (auto *response = std::get_if<http::Response>(&reply))
        return std::move(*response);
    qFatal("%s %s answers later", parts.method.constData(), parts.target.constData());
}

http::Response EngineFixture::get(const QByteArray &target, const QByteArray &token,
                                  const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    return send({.target = target, .token = token, .headers = headers});
}

QByteArray header(const http::Response &response, const char *name) { return response.headers.value(name); }

QJsonObject json(const http::Response &response) { return QJsonDocument::fromJson(response.body).object(); }

QString codeOf(const http::Response &response)
{
    const QJsonValue error = json(response).value("error"_L1);
    return error.isString() ? error.toString() : error.toObject().value("code"_L1).toString();
}
