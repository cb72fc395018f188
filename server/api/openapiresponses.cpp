// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapiresponses.h"

#include "server/api/contractschemas.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{
using namespace api;

/// A header, and the answers that carry it.
struct HeaderRow {
    const char *name;
    const char *description;
    bool (*stands)(const Route &route, int status);
};

bool always(const Route &, int) { return true; }
bool belowApi(const Route &route, int) { return route.surface == Surface::Api || route.path.startsWith("/api/"); }
bool versioned(const Route &route, int) { return route.surface == Surface::Api; }
bool deprecable(const Route &route, int) { return route.surface == Surface::Api || route.deprecated; }
bool limited(const Route &route, int) { return route.rate != RateClass::None; }
bool repeated(const Route &route, int status)
{
    return repeatOf(route) != Repeat::Runs && status < 500 && status != 429;
}
bool worthATry(const Route &route, int status)
{
    return status == 429 || status == 503 || (status == 410 && route.surface == Surface::Api)
        || (status == 409 && repeatOf(route) != Repeat::Runs);
}

constexpr HeaderRow HeaderRows[] = {
    {"X-Request-Id", "Names the request in logs; a sane one that was sent is kept", always},
    {"X-Response-Time", "Like 45ms", always},
    {"X-API-Version", "The version that answered", belowApi},
    {"X-API-Supported-Versions", "Like v1, v2", belowApi},
    {"Link", "The same route in every version that has it, and the successor of a deprecated one", versioned},
    {"Deprecation", "Since when the version or the route is deprecated, like @1704067200 (RFC 9745)", deprecable},
    {"Sunset", "When a deprecated version or route ends, as an HTTP date (RFC 8594)", deprecable},
    {"X-API-Deprecation", "true while the version or the route is deprecated", deprecable},
    {"X-API-Deprecation-Date", "The same as Deprecation, like 2024-01-01T00:00:00Z", deprecable},
    {"X-API-Sunset-Date", "The same as Sunset, like 2025-01-01T00:00:00Z", deprecable},
    {"X-API-Brownout", "The next interval in which a deprecated version is switched off on purpose", versioned},
    {"X-RateLimit-Limit", "Requests in the window", limited},
    {"X-RateLimit-Remaining", "Requests left in the window", limited},
    {"X-RateLimit-Reset", "When the window ends, unix seconds", limited},
    {"X-Cache", "HIT or MISS", [](const Route &route, int status) { return route.reads && status < 400; }},
    {"ETag", "For If-None-Match and If-Match",
     [](const Route &route, int status) { return isTagged(route) && status < 400; }},
    {"Content-Disposition", "The name of the file",
     [](const Route &route, int status) { return route.contentType.startsWith("text/csv") && status < 300; }},
    {"Idempotency-Replayed", "true when the answer is that of an earlier request with this Idempotency-Key", repeated},
    {"WWW-Authenticate", "Bearer", [](const Route &, int status) { return status == 401; }},
    {"Accept-Encoding", "gzip, when it was the Content-Encoding that is not known",
     [](const Route &, int status) { return status == 415; }},
    {"Retry-After", "Seconds", worthATry},
};

QJsonObject headersOf(const Route &route, int status)
{
    QJsonObject headers;
    for (const HeaderRow &row : HeaderRows) {
        if (row.stands(route, status))
            headers.insert(QString::fromLatin1(row.name),
                           openApiReference(u"headers"_s, QString::fromLatin1(row.name)));
    }
    return headers;
}

/// The errors that a route can answer by its declaration.
QList<ErrorCode> errorsOf(const Route &route)
{
    QList<ErrorCode> codes = route.errors;
    if (route.access != Access::Public)
        codes << ErrorCode::AuthRequired << ErrorCode::AuthInvalid << ErrorCode::AuthExpired << ErrorCode::Forbidden;
    if (route.surface == Surface::Api)
        codes << ErrorCode::ApiVersionSunset;
    if (route.stepUp)
        codes << ErrorCode::StepUpRequired;
    if (route.path.contains("/:"))
        codes << ErrorCode::ResourceNotFound;
    if (!route.query.isEmpty() || !route.body.isEmpty() || route.surface != Surface::Plain)
        codes << ErrorCode::BadRequest;
    if (!route.body.isEmpty())
        codes << ErrorCode::ValidationError << ErrorCode::UnsupportedMediaType << ErrorCode::PayloadTooLarge;
    if (route.rate != RateClass::None)
        codes << ErrorCode::RateLimited;
    if (repeatOf(route) != Repeat::Runs)
        codes << ErrorCode::ResourceConflict; // an idempotency key that was used for something else
    codes << ErrorCode::InternalError;
    return codes;
}

QJsonObject successContent(const Route &route, Version version, const QJsonObject &components)
{
    const QJsonObject text{{u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    if (!route.contentType.isEmpty())
        return {{QString::fromUtf8(route.contentType), text}};
    const QJsonObject schema = successSchema(route, version, components);
    QJsonObject all = schema.isEmpty() ? QJsonObject() : jsonContent(schema);
    if (route.streams)
        all.insert(u"text/event-stream"_s, text);
    return all;
}

QJsonObject responseOf(const Route &route, int status, const QString &description, const QJsonObject &body)
{
    QJsonObject response{{u"description"_s, description}, {u"headers"_s, headersOf(route, status)}};
    if (!body.isEmpty())
        response.insert(u"content"_s, body);
    return response;
}
}

namespace api
{
QJsonObject openApiReference(const QString &kind, const QString &name)
{
    return {{u"$ref"_s, u"#/components/%1/%2"_s.arg(kind, name)}};
}

QJsonObject jsonContent(const QJsonObject &schema)
{
    return {{u"application/json"_s, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject openApiHeaders()
{
    QJsonObject all;
    for (const HeaderRow &row : HeaderRows)
        all.insert(QString::fromLatin1(row.name),
                   QJsonObject{{u"description"_s, QString::fromLatin1(row.description)},
                               {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    return all;
}

QJsonObject OpenApiResponses::of(const Route &route, Version version, const QJsonObject &components)
{
    QJsonObject responses;
    for (const int status : {route.status, route.otherStatus}) {
        if (status > 0)
            responses.insert(QString::number(status),
                             responseOf(route, status, QString::fromUtf8(route.summary),
                                        successContent(route, version, components)));
    }
    if (isTagged(route))
        responses.insert(
            u"304"_s,
            shared(u"NotModified"_s, responseOf(route, 304, u"If-None-Match names the resource as it is"_s, {})));
    QMap<int, QStringList> byStatus;
    const QList<ErrorCode> errors = errorsOf(route);
    for (const ErrorCode code : errors)
        byStatus[info(code).status] << QString(info(code).name);
    const QString component = QString::fromLatin1(errorComponent(errorStyleOf(route, version)));
    // What is wrong with the version named is said in a body of its own, in every version.
    const QMap<int, QString> versionErrors{{400, u"UnsupportedVersionError"_s}, {404, u"RouteVersionError"_s}};
    for (auto it = byStatus.begin(); it != byStatus.end(); ++it) {
        it->removeDuplicates();
        QJsonObject body = openApiReference(u"schemas"_s, component);
        const bool mayNameOne
            = route.surface == Surface::Api || (route.surface == Surface::AuthAlias && it.key() == 400);
        if (mayNameOne && versionErrors.contains(it.key()))
            body = {{u"anyOf"_s, QJsonArray{body, openApiReference(u"schemas"_s, versionErrors.value(it.key()))}}};
        const QString status = QString::number(it.key());
        responses.insert(status,
                         shared(component + status, responseOf(route, it.key(), it->join(", "_L1), jsonContent(body))));
    }
    return responses;
}

QJsonObject OpenApiResponses::shared(const QString &kind, const QJsonObject &response)
{
    const QByteArray text = QJsonDocument(response).toJson(QJsonDocument::Compact);
    auto known = m_names.constFind(text);
    if (known == m_names.constEnd()) {
        const int number = ++m_counts[kind];
        const QString name = number == 1 ? kind : kind + u'_' + QString::number(number);
        m_all.insert(name, response);
        known = m_names.insert(text, name);
    }
    return openApiReference(u"responses"_s, *known);
}
}
