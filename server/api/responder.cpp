// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/responder.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace
{
Q_LOGGING_CATEGORY(lcApi, "voxdesk.api")

constexpr std::array AllVersions{api::Version::V1, api::Version::V2};

/// Without a copy: the names are literals.
QByteArray nameOf(api::Version version)
{
    const QLatin1StringView text = api::toText(version);
    return QByteArray::fromRawData(text.data(), text.size());
}

/// The rest of a path, fit to stand between '<' and '>' in a Link.
QByteArray forLink(QByteArrayView rest)
{
    QByteArray out;
    out.reserve(rest.size());
    for (const char c : rest) {
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '\\' || c == 0x7f)
            out += "%" + QByteArray::number(uint(uchar(c)), 16).rightJustified(2, '0').toUpper();
        else
            out += c;
    }
    return out;
}

bool servesIn(const api::Exchange &exchange, api::Version version)
{
    const http::Method method = exchange.endpoint ? exchange.endpoint->route.method : exchange.request().method;
    if (exchange.place->find(method, version))
        return true;
    // For a method that no version has, the path counts.
    for (const api::Version other : AllVersions) {
        if (exchange.place->find(method, other))
            return false;
    }
    return exchange.place->serves(version);
}

bool isPage(const http::Headers &headers) { return headers.value("Content-Type").startsWith("text/html"); }
}

namespace api
{
Responder::Responder(const Settings &settings, std::shared_ptr<Shared> shared)
    : m_development(settings.development)
    , m_corsOrigins(settings.corsOrigins)
    , m_shared(std::move(shared))
    , m_unmatched(m_shared->metrics().series("ANY", "(none)"))
{
    refresh(m_shared->nowMs());
}

void Responder::refresh(qint64 nowMs)
{
    const quint64 revision = m_shared->versionsRevision();
    // A clock that was set back must not stop the refreshing.
    if (revision == m_revision && nowMs < m_refreshAtMs && nowMs + 1000 >= m_refreshAtMs)
        return;
    m_revision = revision;
    m_refreshAtMs = nowMs + 1000;
    m_versions = m_shared->versions();
    m_supported = m_versions->supported(nowMs);
    m_supportedHeader = m_supported.join(", ");
    for (const Version version : AllVersions)
        m_lifecycle[std::size_t(version)] = lifecycleHeaders(m_versions->info(version), nowMs);
}

ErrorContext Responder::errorContext(const Exchange &exchange, const Error *error) const
{
    ErrorContext context{exchange.style, exchange.choice.inPath, exchange.call->requestId, exchange.nowMs};
    if (m_development && exchange.facts.debug) {
        QJsonObject debug{{u"method"_s, QString::fromLatin1(exchange.request().methodName)},
                          {u"path"_s, QString::fromUtf8(exchange.request().path)},
                          {u"version"_s, QString(toText(exchange.call->version))}};
        if (exchange.endpoint)
            debug.insert(u"route"_s, QString::fromUtf8(exchange.endpoint->route.path));
        if (error && !error->log.isEmpty())
            debug.insert(u"log"_s, error->log);
        context.debug = debug;
    }
    return context;
}

http::Response Responder::failure(const Exchange &exchange, const Error &error, int status) const
{
    http::Response response = errorResponse(error, errorContext(exchange, &error), status);
    if (response.status >= 500 && status == 0)
        qCWarning(lcApi).noquote() << exchange.call->requestId << error.message << error.log;
    return response;
}

http::Response Responder::options(const Exchange &exchange) const
{
    http::Response response;
    response.status = 204;
    const QByteArray allow = exchange.place->allow(exchange.call->version);
    response.headers.add("Allow"_ba, allow);
    const http::Headers &asked = exchange.request().headers;
    if (isAllowedOrigin(exchange.facts.origin) && asked.contains("Access-Control-Request-Method")) {
        response.headers.add("Access-Control-Allow-Methods"_ba, allow);
        response.headers.add("Access-Control-Allow-Headers"_ba,
                             "Authorization, Content-Type, Accept-Version, X-API-Version, X-API-Key, X-Request-Id, "
                             "Idempotency-Key, If-Match, If-None-Match, Cache-Control");
        response.headers.add("Access-Control-Max-Age"_ba, "600"_ba);
    }
    return response;
}

void Responder::finish(const Exchange &exchange, http::Response &response) const
{
    http::Headers &headers = response.headers;
    headers.reserve(20);
    headers.add("X-Request-Id"_ba, exchange.call->requestId);
    qint64 micros = 0;
    if (const auto received = exchange.request().received; received.time_since_epoch().count() != 0) {
        const auto passed = std::chrono::steady_clock::now() - received;
        micros = std::chrono::duration_cast<std::chrono::microseconds>(passed).count();
    }
    headers.add("X-Response-Time"_ba, QByteArray::number(micros / 1000) + "ms");
    if (exchange.isApi)
        addVersionHeaders(exchange, headers);
    if (exchange.endpoint) {
        for (const auto &[name, value] : exchange.endpoint->deprecation) {
            if (name != "Link")
                headers.add(name, value);
        }
    }
    if (exchange.rate.limited) {
        headers.add("X-RateLimit-Limit"_ba, QByteArray::number(exchange.rate.limit));
        headers.add("X-RateLimit-Remaining"_ba, QByteArray::number(exchange.rate.remaining));
        headers.add("X-RateLimit-Reset"_ba, QByteArray::number(exchange.rate.resetAt));
    }
    headers.add("X-Content-Type-Options"_ba, "nosniff"_ba);
    headers.add("Referrer-Policy"_ba, "no-referrer"_ba);
    const bool isSecret = exchange.endpoint && exchange.endpoint->route.secret;
    if (isSecret || response.status >= 400)
        headers.set("Cache-Control"_ba, "no-store"_ba);
    if (isPage(headers)) {
        headers.add("X-Frame-Options"_ba, "DENY"_ba);
        if (!headers.contains("Content-Security-Policy"))
            headers.add("Content-Security-Policy"_ba,
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }
    if (!m_corsOrigins.isEmpty())
        addCorsHeaders(exchange, headers);
    record(exchange, response, micros);
}

void Responder::addVersionHeaders(const Exchange &exchange, http::Headers &headers) const
{
    headers.add("X-API-Version"_ba, nameOf(exchange.call->version));
    headers.add("X-API-Supported-Versions"_ba, m_supportedHeader);
    if (!exchange.isVersioned && exchange.choice.unknown.isNull())
        return;
    if (!exchange.choice.inPath)
        headers.add("Vary"_ba, "Accept-Version, X-API-Version"_ba);
    if (exchange.place)
        headers.add("Link"_ba, link(exchange));
    if (!exchange.isVersioned) // no version answered, so none has anything to warn of
        return;
    // A route that goes before its version has dates of its own.
    const bool hasOwn = exchange.endpoint && !exchange.endpoint->deprecation.isEmpty();
    for (const auto &[warning, value] : m_lifecycle[std::size_t(exchange.call->version)]) {
        if (!hasOwn || !exchange.endpoint->deprecation.contains(warning))
            headers.add(warning, value);
    }
}

QByteArray Responder::link(const Exchange &exchange) const
{
    QByteArrayList served;
    served.reserve(AllVersions.size());
    for (const Version version : AllVersions) {
        if (servesIn(exchange, version) && !m_versions->isGone(version, exchange.nowMs))
            served.append(nameOf(version));
    }
    QByteArray successor;
    if (exchange.isVersioned && m_versions->isDeprecated(exchange.call->version)) {
        const auto next = m_versions->successor(exchange.call->version);
        if (next && servesIn(exchange, *next))
            successor = nameOf(*next);
    }
    QByteArray out = versionLinks(served, forLink(exchange.choice.rest), successor);
    if (exchange.endpoint) {
        const QByteArray own = exchange.endpoint->deprecation.value("Link");
        if (!own.isEmpty())
            out += ", " + own;
    }
    return out;
}

void Responder::addCorsHeaders(const Exchange &exchange, http::Headers &headers) const
{
    headers.add("Vary"_ba, "Origin"_ba);
    if (!isAllowedOrigin(exchange.facts.origin))
        return;
    headers.add("Access-Control-Allow-Origin"_ba, exchange.facts.origin.toByteArray());
    headers.add("Access-Control-Expose-Headers"_ba,
                "X-Request-Id, X-Response-Time, X-API-Version, X-API-Supported-Versions, Link, X-Cache, ETag, "
                "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Deprecation, Sunset, "
                "X-API-Deprecation, X-API-Deprecation-Date, X-API-Sunset-Date, X-API-Brownout, Idempotency-Replayed");
}

bool Responder::isAllowedOrigin(QByteArrayView origin) const
{
    if (origin.isEmpty())
        return false;
    return std::ranges::any_of(m_corsOrigins, [&](const QByteArray &one) { return one == "*" || one == origin; });
}

void Responder::record(const Exchange &exchange, const http::Response &response, qint64 micros) const
{
    const std::optional<Version> version = exchange.isVersioned ? std::optional(exchange.call->version) : std::nullopt;
    const Endpoint *endpoint = exchange.endpoint;
    (endpoint ? endpoint->series : m_unmatched).count(version, response.status, double(micros) / 1e6);
    if (m_counter && version)
        m_counter->count({.version = *version,
                          .route = endpoint ? endpoint->index : -1,
                          .status = response.status,
                          .timeMs = exchange.nowMs,
                          .micros = micros,
                          .caller = exchange.caller ? &*exchange.caller : nullptr,
                          .headers = exchange.request().headers});
    // Probes of health and metrics would fill a log with nothing.
    const bool isProbe
        = endpoint && endpoint->route.surface == Surface::Plain && endpoint->route.rate == RateClass::None;
    if (isProbe || m_shared->sinks().empty())
        return;
    const http::Request &request = exchange.request();
    AccessEntry entry{.timeMs = exchange.nowMs + micros / 1000,
                      .requestId = exchange.call->requestId,
                      .method = request.methodName,
                      .path = request.path,
                      .query = request.query,
                      .route = endpoint ? endpoint->route.path : QByteArray(),
                      .status = response.status,
                      .bytes = response.stream ? -1 : response.body.size(),
                      .micros = micros,
                      .version = version,
                      .client = request.client};
    if (exchange.caller) {
        entry.userId = exchange.caller->userId;
        entry.organizationId = exchange.caller->organizationId;
    }
    for (const auto &sink : m_shared->sinks())
        sink->record(entry);
}
}
