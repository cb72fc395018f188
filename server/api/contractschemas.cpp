// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/contractschemas.h"

#include "server/api/schemaphrases.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{
QJsonObject reference(const QString &component)
{
    const QString pointer = u"#/components/schemas/"_s + component;
    return {{u"$ref"_s, pointer}};
}

QJsonObject objectOf(const QJsonObject &properties, const QStringList &required)
{
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray::fromStringList(required)},
            {u"additionalProperties"_s, false},
            {u"properties"_s, properties}};
}

const QJsonObject True{{u"const"_s, true}};

QJsonObject withMembers(QJsonObject answer)
{
    QJsonObject properties = answer.value("properties"_L1).toObject();
    QJsonArray required = answer.value("required"_L1).toArray();
    properties.insert(u"success"_s, True);
    required.prepend(u"success"_s);
    answer.insert(u"properties"_s, properties);
    answer.insert(u"required"_s, required);
    return answer;
}
}

namespace api
{
QJsonObject schemaObject(const QByteArray &schema) { return QJsonDocument::fromJson(schema).object(); }

QList<Component> contractComponents()
{
    const QByteArray stamp = R"("request_id":{"type":"string"},"timestamp":{"type":"string","format":"date-time"})";
    const QByteArray details = R"("details":{"type":"object","additionalProperties":{"type":"string"},)"
                               R"("description":"Field (dotted path) to what is wrong with it"})";
    const QByteArray coded = R"({"type":"object","required":["code","message","details"],"additionalProperties":false,)"
                             R"("properties":{"code":{"type":"string"},"message":{"type":"string"},)"
        + details + "}}";
    const QByteArray debug = R"("debug":{"type":"object","description":"Development servers only"})";
    const QByteArray versions = R"({"type":"array","items":{"type":"string"}})";
    const auto closed = [&](const QByteArray &required, const QByteArray &properties) -> QByteArray {
        return R"({"type":"object","required":[)" + required
            + R"(],"additionalProperties":false,"properties":{"success":{"const":false},)" + properties + "," + debug
            + "}}";
    };
    const QByteArray meta = R"("version":{"const":"v2"},"timestamp":{"type":"string","format":"date-time"},)"
                            R"("requestId":{"type":"string"})";
    const QByteArray metaStart
        = R"({"type":"object","required":["version","timestamp","requestId"],"additionalProperties":false,"properties":{)";
    return {
        {"PlatformError",
         closed(R"("success","message","error","request_id","timestamp")",
                R"("message":{"type":"string"},"error":)" + coded + "," + stamp)},
        {"AuthError",
         closed(R"("success","error","message","details","request_id","timestamp")",
                R"("error":{"type":"string"},"message":{"type":"string"},)" + details + "," + stamp)},
        {"V2Error",
         closed(R"("success","error","meta")",
                R"("error":)" + coded + R"(,"meta":{"$ref":"#/components/schemas/Meta"})")},
        {"UnsupportedVersionError",
         closed(R"("success","error","message","supportedVersions","request_id","timestamp")",
                R"("error":{"const":"UNSUPPORTED_API_VERSION"},"message":{"type":"string"},"supportedVersions":)"
                    + versions + "," + stamp)},
        {"RouteVersionError",
         closed(R"("success","error","message","availableVersions","request_id","timestamp")",
                R"("error":{"const":"ROUTE_NOT_FOUND_FOR_VERSION"},"message":{"type":"string"},"availableVersions":)"
                    + versions + "," + stamp)},
        {"Pagination",
         R"({"type":"object","required":["page","limit","total","totalPages","hasNext","hasPrev","nextCursor"],)"
         R"("additionalProperties":false,"properties":{"page":{"type":["integer","null"]},"limit":{"type":"integer"},)"
         R"("total":{"type":["integer","null"]},"totalPages":{"type":["integer","null"]},"hasNext":{"type":"boolean"},)"
         R"("hasPrev":{"type":"boolean"},"nextCursor":{"type":["string","null"]}}})"},
        {"Meta", metaStart + meta + "}}"},
        {"PagedMeta", metaStart + meta + R"(,"pagination":{"$ref":"#/components/schemas/Pagination"}}})"},
    };
}

QByteArray errorComponent(ErrorStyle style)
{
    return style == ErrorStyle::V2 ? "V2Error" : style == ErrorStyle::Auth ? "AuthError" : "PlatformError";
}

ErrorStyle errorStyleOf(const Route &route, Version version)
{
    if (route.surface != Surface::Api)
        return ErrorStyle::Platform;
    if (version == Version::V2)
        return ErrorStyle::V2;
    return route.path.startsWith("/auth/") ? ErrorStyle::Auth : ErrorStyle::Platform;
}

bool isPaged(const Route &route, const QJsonObject &components)
{
    const QJsonObject answer = schemaAt(schemaObject(route.answer), components, {});
    const QJsonObject query = schemaAt(schemaObject(route.query), components, {});
    return answer.value("type"_L1).toString() == "array"_L1
        && query.value("properties"_L1).toObject().contains("cursor"_L1);
}

QJsonObject successSchema(const Route &route, Version version, const QJsonObject &components)
{
    const QJsonObject answer = schemaObject(route.answer);
    if (answer.isEmpty() || route.wrap == Wrap::Bare || route.surface == Surface::Plain)
        return answer;
    const bool paged = isPaged(route, components);
    if (route.surface == Surface::Api && version == Version::V2)
        return objectOf(
            {{u"success"_s, True}, {u"data"_s, answer}, {u"meta"_s, reference(paged ? u"PagedMeta"_s : u"Meta"_s)}},
            {u"success"_s, u"data"_s, u"meta"_s});
    if (route.wrap == Wrap::Members)
        return withMembers(schemaAt(answer, components, {}));
    QJsonObject properties{{u"success"_s, True}, {u"data"_s, answer}};
    QStringList required{u"success"_s, u"data"_s};
    if (paged) {
        properties.insert(u"pagination"_s, reference(u"Pagination"_s));
        required << u"pagination"_s;
    }
    return objectOf(properties, required);
}
}
