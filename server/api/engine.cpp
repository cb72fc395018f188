// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/engine.h"

#include "models/domain/async.h"
#include "server/api/bodyreader.h"
#include "server/api/entitytag.h"
#include "server/api/envelope.h"
#include "server/api/fingerprint.h"
#include "server/api/storedanswer.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace
{
bool isBelowApi(QByteArrayView path) { return path.startsWith("/api") && (path.size() == 4 || path[4] == '/'); }
bool isAlias(QByteArrayView path) { return path.startsWith("/auth/"); }

/// Sixteen hexadecimal digits that look random and never repeat (splitmix64 of a counter).
QByteArray requestIdOf(quint64 counter)
{
    quint64 x = counter * 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    x ^= x >> 31;
    QByteArray id("req_0000000000000000");
    for (qsizetype i = id.size() - 1; i > 3; --i, x >>= 4)
        id[i] = "0123456789abcdef"[x & 15];
    return id;
}

/// What a client wrote comes back to it, so not at any length.
Error noRoute(const http::Request &request)
{
    constexpr qsizetype Shown = 200;
    const auto shown = [](const QByteArray &text) { return QString::fromUtf8(text.left(Shown)); };
    return {ErrorCode::ResourceNotFound,
            u"There is no route %1 %2; see /docs"_s.arg(shown(request.methodName), shown(request.path))};
}
}

namespace api
{
Result<std::unique_ptr<Engine>> Engine::make(const Settings &settings, std::shared_ptr<Shared> shared,
                                             const QList<Route> &routes, const QList<Component> &components,
                                             Authenticator *authenticator)
{
    const auto known = shared->schemas().add(components);
    if (!known)
        return known.error();
    std::unique_ptr<Engine> engine(new Engine(settings, std::move(shared), authenticator));
    const auto added = engine->addRoutes(routes);
    if (!added)
        return added.error();
    if (engine->m_shared->callCounters())
        engine->m_responder.setCounter(engine->m_shared->callCounters()(routes));
    return engine;
}

Engine::Engine(const Settings &settings, std::shared_ptr<Shared> shared, Authenticator *authenticator)
    : m_settings(settings)
    , m_shared(std::move(shared))
    , m_gate(settings, *m_shared, authenticator)
    , m_responder(settings, m_shared)
    , m_requests(QRandomGenerator::system()->generate64())
    , m_context(std::make_unique<QObject>())
{
}

Engine::~Engine() = default;

Result<Done> Engine::addRoutes(const QList<Route> &routes)
{
    for (int i = 0; i < routes.size(); ++i) {
        const Route &route = routes[i];
        auto endpoint = makeEndpoint(route, m_shared->schemas(), m_shared->metrics());
        if (!endpoint)
            return endpoint.error();
        (*endpoint)->index = i;
        auto added = (route.surface == Surface::Api ? m_api : m_plain).add(std::move(*endpoint));
        if (!added)
            return added.error();
    }
    return Done{};
}

http::BodyPolicy Engine::bodyPolicy(const http::Request &head) const
{
    http::BodyPolicy policy;
    policy.maxBytes = m_settings.maxBody;
    Exchange exchange;
    exchange.call = std::make_shared<Call>();
    exchange.call->request = head;
    exchange.facts = RequestFacts(exchange.request().headers);
    (void)route(exchange);
    if (exchange.endpoint) {
        const Route &row = exchange.endpoint->route;
        // More than usual is only held in memory for who may send it; what is about signing in is never long.
        if (row.maxBody > 0 && !row.path.startsWith("/auth/") && m_gate.mayPass(head, row))
            policy.maxBytes = row.maxBody;
        if (exchange.endpoint->body) { // JSON is parsed from memory, and as large in whatever coding it came
            policy.spoolAbove = policy.maxBytes;
            policy.maxInflated = policy.maxBytes;
        }
    }
    return policy;
}

http::Reply Engine::handle(http::Request request)
{
    const ExchangePtr exchange = open(std::move(request));
    m_responder.refresh(exchange->nowMs);
    Early early = route(*exchange);
    if (!early) {
        const auto admitted = m_gate.admit(*exchange);
        if (!admitted)
            early = m_responder.failure(*exchange, admitted.error());
    } else if (early->status >= 400 && (exchange->isApi || isAlias(exchange->request().path))) {
        if (const auto counted = m_gate.countUnrouted(*exchange); !counted)
            early = m_responder.failure(*exchange, counted.error());
    }
    if (!early)
        early = cached(*exchange);
    if (!early)
        early = read(*exchange);
    if (!early)
        return runOnce(exchange);
    m_responder.finish(*exchange, *early);
    return std::move(*early);
}

http::Response Engine::refuse(int status, const http::Request &partial) const
{
    const ExchangePtr exchange = open(partial);
    (void)route(*exchange);
    http::Response response = m_responder.failure(*exchange, refusal(status, partial.damaged), status);
    if (status == 415) // RFC 9110 15.5.16: what would have been understood
        response.headers.add("Accept-Encoding"_ba, "gzip"_ba);
    m_responder.finish(*exchange, response);
    return response;
}

ExchangePtr Engine::open(http::Request request) const
{
    auto exchange = std::make_shared<Exchange>();
    exchange->call = std::make_shared<Call>();
    Call &call = *exchange->call;
    call.request = std::move(request);
    exchange->facts = RequestFacts(call.request.headers);
    exchange->nowMs = m_shared->nowMs();
    call.requestId = isSaneRequestId(exchange->facts.requestId) ? exchange->facts.requestId.toByteArray()
                                                                : requestIdOf(++m_requests);
    return exchange;
}

Engine::Early Engine::route(Exchange &exchange) const
{
    Call &call = *exchange.call;
    const QByteArrayView path(call.request.path);
    exchange.isApi = isBelowApi(path);
    call.surface = Surface::Plain;
    if (exchange.isApi) {
        exchange.choice = chooseVersion(path, call.request.query, exchange.facts);
        call.version = exchange.choice.version;
        call.versionInPath = exchange.choice.inPath;
        if (!exchange.choice.unknown.isNull()) {
            const PathSegments rest(exchange.choice.rest); // which versions have it, for Link
            if (rest.isValid())
                exchange.place = m_api.find(rest.segments()).place;
            return unsupportedVersion(exchange.choice.unknown, m_responder.supported(),
                                      m_responder.errorContext(exchange));
        }
        const PathSegments plain(path);
        if (plain.isValid() && m_plain.find(plain.segments()).place)
            return place(exchange, m_plain, path);
        exchange.isVersioned = true;
        call.surface = Surface::Api;
        exchange.style = call.version == Version::V2    ? ErrorStyle::V2
            : exchange.choice.rest.startsWith("/auth/") ? ErrorStyle::Auth
                                                        : ErrorStyle::Platform;
        return place(exchange, m_api, exchange.choice.rest);
    }
    if (isAlias(path)) {
        const QByteArrayView unknown = unknownVersion(call.request.query, exchange.facts);
        if (!unknown.isNull())
            return unsupportedVersion(unknown, m_responder.supported(), m_responder.errorContext(exchange));
    }
    return place(exchange, m_plain, path);
}

Engine::Early Engine::place(Exchange &exchange, const Router &router, QByteArrayView path) const
{
    Call &call = *exchange.call;
    const PathSegments cut(path);
    if (!cut.isValid())
        return failed(exchange, {ErrorCode::BadRequest, u"The path holds a bad escape."_s});
    const Router::Match match = router.find(cut.segments());
    if (!match.place)
        return failed(exchange, noRoute(call.request));
    exchange.place = match.place;
    if (exchange.isVersioned) {
        if (Early refused = refusedVersion(exchange))
            return refused;
    }
    if (call.request.method == http::Method::Options)
        return m_responder.options(exchange);
    const http::Method method = isRead(call.request.method) ? http::Method::Get : call.request.method;
    exchange.endpoint = match.place->find(method, call.version);
    if (!exchange.endpoint) {
        http::Response response = failed(exchange, {ErrorCode::MethodNotAllowed});
        response.headers.add("Allow"_ba, match.place->allow(call.version));
        return response;
    }
    call.surface = exchange.endpoint->route.surface;
    for (qsizetype i = 0; i < match.params.size() && i < exchange.endpoint->params.size(); ++i)
        call.params.insert(exchange.endpoint->params[i], QString::fromUtf8(match.params[i]));
    const auto &deprecated = exchange.endpoint->route.deprecated;
    if (deprecated && deprecated->sunsetAt.isValid() && deprecated->sunsetAt.toMSecsSinceEpoch() <= exchange.nowMs)
        return failed(exchange, {ErrorCode::ApiVersionSunset, u"This endpoint is no longer served."_s});
    return {};
}

Engine::Early Engine::refusedVersion(Exchange &exchange) const
{
    const Call &call = *exchange.call;
    const http::Method method = isRead(call.request.method) ? http::Method::Get : call.request.method;
    const Endpoint *endpoint = exchange.place->find(method, call.version);
    if (endpoint && endpoint->route.alwaysServed.contains(call.version))
        return {};
    if (m_responder.versions().isGone(call.version, exchange.nowMs))
        return failed(exchange, sunsetRefusal(m_responder.versions().info(call.version)));
    if (const auto brownout = m_responder.versions().brownout(call.version, exchange.nowMs))
        return failed(exchange, brownoutRefusal(m_responder.versions().info(call.version), *brownout, exchange.nowMs));
    if (endpoint)
        return {};
    // Here the method is missing: because of the version, when another one has it or this one has nothing at all.
    QByteArrayList available;
    const bool isEmpty = !exchange.place->serves(call.version);
    for (const Version version : {Version::V1, Version::V2}) {
        if (exchange.place->find(method, version) || (isEmpty && exchange.place->serves(version)))
            available << QByteArray(toText(version).data(), 2);
    }
    if (available.isEmpty())
        return {};
    return routeNotFoundForVersion(call.version, available, m_responder.errorContext(exchange));
}

Engine::Early Engine::cached(Exchange &exchange) const
{
    if (!exchange.endpoint->cacheable)
        return {};
    const QByteArrayView control = exchange.facts.cacheControl;
    if (control.contains("no-store"))
        return {};
    const Tags tags = exchange.endpoint->route.reads;
    exchange.cacheKey = cacheKeyOf(*exchange.call, exchange.caller);
    exchange.generation = m_shared->cache().generation(tags);
    if (control.contains("no-cache"))
        return {};
    const auto held = m_shared->cache().find(exchange.cacheKey, tags, exchange.nowMs);
    m_shared->metrics().countCache(held != nullptr);
    if (!held)
        return {};
    http::Response response = render(exchange, held->answer, held->pagination, held->entityTag);
    response.headers.add("X-Cache"_ba, "HIT"_ba);
    return response;
}

Engine::Early Engine::read(Exchange &exchange) const
{
    Call &call = *exchange.call;
    if (exchange.endpoint->query) {
        auto query = exchange.endpoint->query->read(call.request.query);
        if (!query)
            return failed(exchange, query.error());
        call.query = std::move(*query);
    }
    if (exchange.endpoint->body) {
        auto body = readJsonBody(call.request, exchange.facts.contentType, *exchange.endpoint->body);
        if (!body)
            return failed(exchange, body.error());
        if (exchange.endpoint->route.readsInPlace)
            call.document = std::make_shared<const JsonDocument>(std::move(*body));
        else
            call.body = body->toObject();
    }
    return {};
}

http::Response Engine::failed(const Exchange &exchange, const Error &error) const
{
    return m_responder.failure(exchange, error);
}
}
