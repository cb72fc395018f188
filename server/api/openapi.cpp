// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "server/api/contractschemas.h"
#include "server/api/gate.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
using namespace api;

QJsonObject reference(const QString &kind, const QString &name)
{
    return {{u"$ref"_s, u"#/components/%1/%2"_s.arg(kind, name)}};
}

QJsonObject content(const QJsonObject &schema) { return {{u"application/json"_s, QJsonObject{{u"schema"_s, schema}}}}; }

QJsonObject textHeader(const QString &description)
{
    return {{u"description"_s, description}, {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
}

QJsonObject headerComponents()
{
    return {{u"X-Request-Id"_s, textHeader(u"Names the request in logs; a sane one that was sent is kept"_s)},
            {u"X-Response-Time"_s, textHeader(u"Like 45ms"_s)},
            {u"X-API-Version"_s, textHeader(u"The version that answered"_s)},
            {u"X-API-Supported-Versions"_s, textHeader(u"Like v1, v2"_s)},
            {u"Link"_s, textHeader(u"The same route in every version that has it"_s)},
            {u"ETag"_s, textHeader(u"For If-None-Match and If-Match"_s)},
            {u"X-Cache"_s, textHeader(u"HIT or MISS"_s)},
            {u"X-RateLimit-Limit"_s, textHeader(u"Requests in the window"_s)},
            {u"X-RateLimit-Remaining"_s, textHeader(u"Requests left in the window"_s)},
            {u"X-RateLimit-Reset"_s, textHeader(u"When the window ends, unix seconds"_s)},
            {u"Retry-After"_s, textHeader(u"Seconds"_s)}};
}

QJsonObject securitySchemes()
{
    return {
        {u"bearer"_s,
         QJsonObject{{u"type"_s, u"http"_s},
                     {u"scheme"_s, u"bearer"_s},
                     {u"description"_s, u"An access token of a login, or an access key"_s}}},
        {u"accessKey"_s, QJsonObject{{u"type"_s, u"apiKey"_s}, {u"in"_s, u"header"_s}, {u"name"_s, u"X-API-Key"_s}}}};
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
    if (!route.query.isEmpty() || !route.body.isEmpty() || route.surface == Surface::Api)
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

QJsonObject headersOf(const Route &route)
{
    QStringList names{u"X-Request-Id"_s, u"X-Response-Time"_s};
    if (route.surface == Surface::Api)
        names << u"X-API-Version"_s << u"X-API-Supported-Versions"_s << u"Link"_s;
    if (route.rate != RateClass::None)
        names << u"X-RateLimit-Limit"_s << u"X-RateLimit-Remaining"_s << u"X-RateLimit-Reset"_s;
    if (route.reads)
        names << u"X-Cache"_s;
    if (route.method == http::Method::Get && route.surface == Surface::Api && !route.secret)
        names << u"ETag"_s;
    QJsonObject headers;
    for (const QString &name : names)
        headers.insert(name, reference(u"headers"_s, name));
    return headers;
}

QJsonObject responsesOf(const Route &route, Version version, const QJsonObject &components)
{
    QJsonObject success{{u"description"_s, QString::fromUtf8(route.summary)}, {u"headers"_s, headersOf(route)}};
    const QJsonObject schema = successSchema(route, version, components);
    if (!route.contentType.isEmpty())
        success.insert(u"content"_s,
                       QJsonObject{{QString::fromUtf8(route.contentType),
                                    QJsonObject{{u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}});
    else if (!schema.isEmpty())
        success.insert(u"content"_s, content(schema));
    QJsonObject responses{{QString::number(route.status), success}};
    if (route.otherStatus > 0)
        responses.insert(QString::number(route.otherStatus), success);
    if (route.method == http::Method::Get && !route.secret)
        responses.insert(u"304"_s, QJsonObject{{u"description"_s, u"If-None-Match names the resource as it is"_s}});
    QMap<int, QStringList> byStatus;
    const QList<ErrorCode> errors = errorsOf(route);
    for (const ErrorCode code : errors)
        byStatus[info(code).status] << QString(info(code).name);
    const QString component = QString::fromLatin1(errorComponent(errorStyleOf(route, version)));
    // What is wrong with the version named is said in a body of its own, in every version.
    const bool versioned = route.surface == Surface::Api;
    const QMap<int, QString> versionErrors{{400, u"UnsupportedVersionError"_s}, {404, u"RouteVersionError"_s}};
    for (auto it = byStatus.begin(); it != byStatus.end(); ++it) {
        it->removeDuplicates();
        QJsonObject body = reference(u"schemas"_s, component);
        if (versioned && versionErrors.contains(it.key()))
            body = {{u"anyOf"_s, QJsonArray{body, reference(u"schemas"_s, versionErrors.value(it.key()))}}};
        responses.insert(QString::number(it.key()),
                         QJsonObject{{u"description"_s, it->join(", "_L1)}, {u"content"_s, content(body)}});
    }
    return responses;
}

QJsonArray parametersOf(const Route &route, const SchemaLibrary &schemas)
{
    QJsonArray parameters;
    for (const QByteArray &segment : route.path.split('/')) {
        if (segment.startsWith(':'))
            parameters.append(QJsonObject{{u"name"_s, QString::fromUtf8(segment.sliced(1))},
                                          {u"in"_s, u"path"_s},
                                          {u"required"_s, true},
                                          {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    }
    const QJsonObject query = schemas.resolved(schemaObject(route.query));
    const QJsonObject properties = query.value("properties"_L1).toObject();
    const QJsonArray required = query.value("required"_L1).toArray();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        QJsonObject parameter{{u"name"_s, it.key()}, {u"in"_s, u"query"_s}, {u"schema"_s, it.value()}};
        if (required.contains(it.key()))
            parameter.insert(u"required"_s, true);
        if (it.value().toObject().value("type"_L1).toString() == "array"_L1)
            parameter.insert(u"explode"_s, false);
        parameters.append(parameter);
    }
    if (repeatOf(route) == Repeat::Answers)
        parameters.append(reference(u"parameters"_s, u"IdempotencyKey"_s));
    else if (repeatOf(route) == Repeat::Refused)
        parameters.append(reference(u"parameters"_s, u"IdempotencyKeyOnce"_s));
    return parameters;
}

QString neededByKey(const Route &route) { return QString(toText(permissionNeeded(route, route.method))); }

/// What a POST that is no creation does with a key that clients may send with all of theirs.
QString repeatText(const Route &route)
{
    return route.method == http::Method::Post && repeatOf(route) == Repeat::Runs ? u" An Idempotency-Key is ignored."_s
                                                                                 : QString();
}

QString accessText(const Route &route)
{
    switch (route.access) {
    case Access::Public:
        return u"No credential needed."_s;
    case Access::User:
        return acceptsKeys(route) ? u"A session or an access key with the permission '%1'."_s.arg(neededByKey(route))
                                  : u"A session."_s;
    case Access::Owner:
        return acceptsKeys(route)
            ? u"An owner of the organization, or an access key with the permission '%1'."_s.arg(neededByKey(route))
            : u"An owner of the organization."_s;
    case Access::Support:
        return u"A platform admin; support may read."_s;
    }
    return {};
}

QString operationId(const Route &route, const QString &prefix)
{
    QString id = prefix + QString::fromLatin1(http::toText(route.method)).toLower();
    for (const QByteArray &segment : route.path.split('/')) {
        QString part = QString::fromUtf8(segment);
        part.remove(u':').replace(u'-', u'_').replace(u'.', u'_');
        if (!part.isEmpty())
            id += u'_' + part;
    }
    return id;
}

QJsonObject operationOf(const Route &route, Version version, const QJsonObject &components,
                        const SchemaLibrary &schemas)
{
    const bool isApi = route.surface == Surface::Api;
    const QByteArray tag = route.tag.isEmpty() ? route.path.split('/').value(1) : route.tag;
    const QString prefix = isApi ? QString(toText(version)) + u'_' : QString();
    QJsonObject operation{{u"operationId"_s, operationId(route, prefix)},
                          {u"summary"_s, QString::fromUtf8(route.summary)},
                          {u"description"_s, QString(accessText(route) + repeatText(route))},
                          {u"tags"_s, QJsonArray{QString::fromUtf8(tag)}},
                          {u"responses"_s, responsesOf(route, version, components)}};
    const QJsonArray parameters = parametersOf(route, schemas);
    if (!parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (!route.body.isEmpty())
        operation.insert(u"requestBody"_s, QJsonObject{{u"content"_s, content(schemaObject(route.body))}});
    if (route.deprecated)
        operation.insert(u"deprecated"_s, true);
    QJsonArray security;
    if (route.access != Access::Public) {
        security.append(QJsonObject{{u"bearer"_s, QJsonArray()}});
        if (acceptsKeys(route))
            security.append(QJsonObject{{u"accessKey"_s, QJsonArray()}});
    }
    operation.insert(u"security"_s, security);
    if (acceptsKeys(route))
        operation.insert(u"x-access-key-permission"_s, neededByKey(route));
    return operation;
}

QString templated(const QByteArray &path)
{
    QStringList parts;
    for (const QByteArray &segment : path.split('/'))
        parts << (segment.startsWith(':') ? u'{' + QString::fromUtf8(segment.sliced(1)) + u'}'
                                          : QString::fromUtf8(segment));
    return parts.join(u'/');
}

QJsonObject pathsOf(const QList<Route> &routes, const QJsonObject &components, const SchemaLibrary &schemas)
{
    QJsonObject paths;
    const auto put = [&](const Route &route, Version version, const QString &path) {
        QJsonObject item = paths.value(path).toObject();
        item.insert(QString::fromLatin1(http::toText(route.method)).toLower(),
                    operationOf(route, version, components, schemas));
        paths.insert(path, item);
    };
    for (const Route &route : routes) {
        if (route.surface != Surface::Api) {
            put(route, Version::V1, templated(route.path));
            continue;
        }
        for (const Version version : route.versions)
            put(route, version, u"/api/"_s + toText(version) + templated(route.path));
    }
    return paths;
}

QJsonObject infoObject()
{
    return {{u"title"_s, u"Voxdesk API"_s},
            {u"version"_s, QStringLiteral(VOXDESK_VERSION)},
            {u"description"_s,
             u"A version is named by the path (/api/v1, /api/v2), else by Accept-Version, X-API-Version or the version "
             "query parameter of an unversioned path (/api/…), else it is v1. Unversioned paths have the same routes. "
             "On them a 429 carries RATE_LIMIT_EXCEEDED, elsewhere RATE_LIMITED."_s},
            {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}}}};
}

QJsonObject idempotencyKey(const QString &description)
{
    return {{u"name"_s, u"Idempotency-Key"_s},
            {u"in"_s, u"header"_s},
            {u"description"_s, description},
            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, 255}}}};
}

QJsonObject idempotencyKeys()
{
    return {
        {u"IdempotencyKey"_s,
         idempotencyKey(u"The same key and body within 24 hours answer the first response again; another body is a "
                        "conflict. Without a credential, keys are those of the client's address"_s)},
        {u"IdempotencyKeyOnce"_s,
         idempotencyKey(u"The same key within 24 hours does not run again. The first answer held a secret, which is "
                        "not kept: what comes again is a conflict that says so"_s)}};
}
}

QByteArray api::openApiDocument(const Settings &settings, const QList<Route> &routes,
                                const QList<Component> &components)
{
    SchemaLibrary schemas;
    QJsonObject all;
    const QList<Component> every = components + contractComponents();
    (void)schemas.add(every); // an engine has refused them before if they are wrong
    for (const Component &component : every)
        all.insert(QString::fromUtf8(component.name), schemaObject(component.schema));
    const QString server = settings.instance.isEmpty() ? u"/"_s : QString::fromUtf8(settings.instance);
    const QJsonObject document{{u"openapi"_s, u"3.1.0"_s},
                               {u"info"_s, infoObject()},
                               {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, server}}}},
                               {u"paths"_s, pathsOf(routes, all, schemas)},
                               {u"components"_s,
                                QJsonObject{{u"schemas"_s, all},
                                            {u"headers"_s, headerComponents()},
                                            {u"parameters"_s, idempotencyKeys()},
                                            {u"securitySchemes"_s, securitySchemes()}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}
