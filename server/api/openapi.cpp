// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "server/api/contractschemas.h"
#include "server/api/gate.h"
#include "server/api/openapiresponses.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{
using namespace api;

QJsonObject securitySchemes()
{
    return {
        {u"bearer"_s,
         QJsonObject{{u"type"_s, u"http"_s},
                     {u"scheme"_s, u"bearer"_s},
                     {u"description"_s, u"An access token of a login, or an access key"_s}}},
        {u"accessKey"_s, QJsonObject{{u"type"_s, u"apiKey"_s}, {u"in"_s, u"header"_s}, {u"name"_s, u"X-API-Key"_s}}}};
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
        parameters.append(openApiReference(u"parameters"_s, u"IdempotencyKey"_s));
    else if (repeatOf(route) == Repeat::Refused)
        parameters.append(openApiReference(u"parameters"_s, u"IdempotencyKeyOnce"_s));
    return parameters;
}

/// Whoever may call it without a credential, others need one.
bool isForSome(const Route &route)
{
    return route.access == Access::Public && route.errors.contains(ErrorCode::AuthRequired);
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
        return isForSome(route) ? u"Some need no credential."_s : u"No credential needed."_s;
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
                        const SchemaLibrary &schemas, OpenApiResponses &shared)
{
    const bool isApi = route.surface == Surface::Api;
    const QByteArray tag = route.tag.isEmpty() ? route.path.split('/').value(1) : route.tag;
    const QString prefix = isApi ? QString(toText(version)) + u'_' : QString();
    QJsonObject operation{{u"operationId"_s, operationId(route, prefix)},
                          {u"summary"_s, QString::fromUtf8(route.summary)},
                          {u"description"_s, QString(accessText(route) + repeatText(route))},
                          {u"tags"_s, QJsonArray{QString::fromUtf8(tag)}},
                          {u"responses"_s, shared.of(route, version, components)}};
    const QJsonArray parameters = parametersOf(route, schemas);
    if (!parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (!route.body.isEmpty()) {
        const QJsonObject schema = schemaObject(route.body);
        QJsonObject body{{u"content"_s, jsonContent(schema)}};
        if (!schemas.resolved(schema).value("required"_L1).toArray().isEmpty())
            body.insert(u"required"_s, true);
        operation.insert(u"requestBody"_s, body);
    }
    if (route.deprecated)
        operation.insert(u"deprecated"_s, true);
    QJsonArray security;
    if (isForSome(route))
        security.append(QJsonObject());
    if (route.access != Access::Public || isForSome(route)) {
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

QJsonObject pathsOf(const QList<Route> &routes, const QJsonObject &components, const SchemaLibrary &schemas,
                    OpenApiResponses &shared)
{
    QJsonObject paths;
    const auto put = [&](const Route &route, Version version, const QString &path) {
        QJsonObject item = paths.value(path).toObject();
        item.insert(QString::fromLatin1(http::toText(route.method)).toLower(),
                    operationOf(route, version, components, schemas, shared));
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
    return {
        {u"title"_s, u"Voxdesk API"_s},
        {u"version"_s, QStringLiteral(VOXDESK_VERSION)},
        {u"description"_s,
         u"A version is named by the path (/api/v1, /api/v2), else by Accept-Version, X-API-Version or the version "
         "query parameter of an unversioned path (/api/…), else it is v1. Unversioned paths have the same routes. "
         "On them a 429 carries RATE_LIMIT_EXCEEDED, elsewhere RATE_LIMITED. A path asked with a method that it does "
         "not have answers 405 METHOD_NOT_ALLOWED, and the header Allow names those that it has."_s},
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

/// Adds to `names` those of `kind` that a part of the document refers to.
void collectNames(const QJsonValue &part, const QString &prefix, QSet<QString> &names)
{
    if (part.isArray()) {
        const QJsonArray inner = part.toArray();
        for (const auto &value : inner)
            collectNames(value, prefix, names);
        return;
    }
    const QJsonObject object = part.toObject();
    const QString pointer = object.value("$ref"_L1).toString();
    if (pointer.startsWith(prefix))
        names.insert(pointer.mid(prefix.size()));
    for (auto it = object.begin(); it != object.end(); ++it)
        collectNames(it.value(), prefix, names);
}

/// Those of `all` that `users` refer to, and those that they refer to.
QJsonObject usedOf(const QString &kind, const QJsonObject &all, const QJsonArray &users)
{
    const QString prefix = u"#/components/%1/"_s.arg(kind);
    QSet<QString> names;
    collectNames(users, prefix, names);
    QJsonObject used;
    for (qsizetype before = -1; before != used.size();) {
        before = used.size();
        const QSet<QString> known = names;
        for (const QString &name : known) {
            if (used.contains(name) || !all.contains(name))
                continue;
            used.insert(name, all.value(name));
            collectNames(all.value(name), prefix, names);
        }
    }
    return used;
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
    OpenApiResponses shared;
    const QJsonObject paths = pathsOf(routes, all, schemas, shared);
    const QJsonArray users{paths, shared.all()};
    const QString server = settings.instance.isEmpty() ? u"/"_s : QString::fromUtf8(settings.instance);
    const QJsonObject document{{u"openapi"_s, u"3.1.0"_s},
                               {u"info"_s, infoObject()},
                               {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, server}}}},
                               {u"paths"_s, paths},
                               {u"components"_s,
                                QJsonObject{{u"schemas"_s, usedOf(u"schemas"_s, all, users)},
                                            {u"responses"_s, shared.all()},
                                            {u"headers"_s, usedOf(u"headers"_s, openApiHeaders(), users)},
                                            {u"parameters"_s, usedOf(u"parameters"_s, idempotencyKeys(), users)},
                                            {u"securitySchemes"_s, securitySchemes()}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}
