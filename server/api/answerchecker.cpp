// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/answerchecker.h"

#include "server/api/contractschemas.h"
#include "server/api/requestfacts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{
bool isBelowApi(const QByteArray &path) { return path == "/api" || path.startsWith("/api/"); }
}

namespace api
{
Result<std::unique_ptr<AnswerChecker>> AnswerChecker::make(const QList<Route> &routes,
                                                           const QList<Component> &components)
{
    std::unique_ptr<AnswerChecker> checker(new AnswerChecker);
    const QList<Component> all = components + contractComponents();
    const auto added = checker->m_schemas.add(all);
    if (!added)
        return added.error();
    for (const Component &component : all)
        checker->m_components.insert(QString::fromUtf8(component.name),
                                     checker->m_schemas.component(QString::fromUtf8(component.name)));
    for (const Route &route : routes) {
        auto endpoint = makeEndpoint(route, checker->m_schemas, checker->m_metrics);
        if (!endpoint)
            return endpoint.error();
        Router &router = route.surface == Surface::Api ? checker->m_api : checker->m_plain;
        const auto placed = router.add(std::move(*endpoint));
        if (!placed)
            return placed.error();
    }
    return checker;
}

AnswerChecker::Target AnswerChecker::find(const http::Request &request) const
{
    Target target;
    const http::Method method = request.method == http::Method::Head ? http::Method::Get : request.method;
    const PathSegments plain(request.path);
    if (const auto *place = m_plain.find(plain.segments()).place) {
        target.endpoint = place->find(method, Version::V1);
        return target;
    }
    if (!isBelowApi(request.path))
        return target;
    const RequestFacts facts(request.headers);
    const VersionChoice choice = chooseVersion(request.path, request.query, facts);
    target.version = choice.version;
    target.style = choice.version == Version::V2 ? ErrorStyle::V2
        : choice.rest.startsWith("/auth/")       ? ErrorStyle::Auth
                                                 : ErrorStyle::Platform;
    const PathSegments rest(choice.rest);
    if (const auto *place = m_api.find(rest.segments()).place)
        target.endpoint = place->find(method, choice.version);
    return target;
}

QStringList AnswerChecker::check(const http::Request &request, const http::Response &response)
{
    QStringList wrong = checkHead(request, response);
    const Target target = find(request);
    if (response.status >= 400)
        return wrong + checkError(target, response);
    if (request.method == http::Method::Options || response.status == 304)
        return wrong;
    return wrong + checkSuccess(target, response);
}

QStringList AnswerChecker::checkHead(const http::Request &request, const http::Response &response) const
{
    QStringList wrong;
    QByteArrayList expected{"X-Request-Id", "X-Response-Time", "X-Content-Type-Options", "Referrer-Policy"};
    if (isBelowApi(request.path))
        expected << "X-API-Version"
                 << "X-API-Supported-Versions";
    if (response.status == 405)
        expected << "Allow";
    if (response.status == 401)
        expected << "WWW-Authenticate";
    if (response.status == 429)
        expected << "Retry-After";
    for (const QByteArray &name : expected) {
        if (response.headers.count(name) != 1)
            wrong << u"header %1: expected once, found %2 times"_s.arg(QString::fromLatin1(name))
                         .arg(response.headers.count(name));
    }
    return wrong;
}

QStringList AnswerChecker::checkSuccess(const Target &target, const http::Response &response)
{
    if (!target.endpoint)
        return {u"a success of a route that is not declared"_s};
    const Route &route = target.endpoint->route;
    QStringList wrong;
    if (response.status != route.status && (route.otherStatus == 0 || response.status != route.otherStatus))
        wrong << u"status %1, declared is %2"_s.arg(response.status).arg(route.status);
    if (!response.headers.value("Content-Type").startsWith("application/json"))
        return wrong;
    return wrong + checkBody(successSchema(route, target.version, m_components), response.body);
}

QStringList AnswerChecker::checkError(const Target &target, const http::Response &response)
{
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const bool named = body.value("error"_L1).isString();
    const QString code
        = named ? body.value("error"_L1).toString() : body.value("error"_L1).toObject().value("code"_L1).toString();
    const QByteArray utf8 = code.toUtf8();
    QStringList wrong;
    if (errorCodeFrom(utf8, 0) == ErrorCode::InvalidAnswer)
        wrong << u"error code \"%1\" is not in the table"_s.arg(code);
    QByteArray component = errorComponent(target.style);
    if (body.contains("supportedVersions"_L1))
        component = "UnsupportedVersionError";
    else if (body.contains("availableVersions"_L1))
        component = "RouteVersionError";
    const QString pointer = u"#/components/schemas/"_s + QString::fromLatin1(component);
    return wrong + checkBody({{u"$ref"_s, pointer}}, response.body);
}

QStringList AnswerChecker::checkBody(const QJsonObject &schema, const QByteArray &body)
{
    const auto compiled = m_schemas.compile(QJsonDocument(schema).toJson(QJsonDocument::Compact));
    if (!compiled)
        return {compiled.error().message};
    const auto document = JsonDocument::parse(body);
    if (!document)
        return {document.error().message};
    QStringList wrong;
    const auto complaints = (*compiled)->check(*document);
    for (auto it = complaints.begin(); it != complaints.end(); ++it)
        wrong << u"%1: %2"_s.arg(it.key().isEmpty() ? u"(body)"_s : it.key(), it.value());
    return wrong;
}
}
