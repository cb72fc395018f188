// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/endpoint.h"

#include "server/api/versions.h"

using namespace Qt::StringLiterals;

namespace
{
Error inRoute(const api::Route &route, const Error &error)
{
    Error named = error;
    named.message = u"%1 %2: %3"_s.arg(QString::fromLatin1(http::toText(route.method)), QString::fromUtf8(route.path),
                                       error.message);
    return named;
}

http::Headers deprecationOf(const api::Route &route)
{
    if (!route.deprecated)
        return {};
    http::Headers headers = api::deprecationHeaders(route.deprecated->deprecatedAt, route.deprecated->sunsetAt);
    if (!route.deprecated->successor.isEmpty())
        headers.add("Link", "<" + route.deprecated->successor + ">; rel=\"successor-version\"");
    return headers;
}
}

namespace api
{
Repeat repeatOf(const Route &route)
{
    if (route.method != http::Method::Post)
        return Repeat::Runs;
    const Repeat usual = route.access == Access::Public ? Repeat::Runs
        : route.secret                                  ? Repeat::Refused
                                                        : Repeat::Answers;
    return route.repeat.value_or(usual);
}

bool isTagged(const Route &route)
{
    return route.tagged.value_or(route.method == http::Method::Get && route.surface == Surface::Api && !route.secret
                                 && route.contentType.isEmpty());
}

Result<std::unique_ptr<Endpoint>> makeEndpoint(const Route &route, SchemaLibrary &schemas, Metrics &metrics)
{
    auto made = std::make_unique<Endpoint>();
    made->route = route;
    for (const QByteArray &segment : route.path.split('/')) {
        if (segment.startsWith(':'))
            made->params << QString::fromUtf8(segment.sliced(1));
    }
    if (!route.body.isEmpty()) {
        auto body = schemas.compile(route.body);
        if (!body)
            return inRoute(route, body.error());
        made->body = *body;
    }
    if (!route.query.isEmpty()) {
        auto query = QueryParameters::compile(route.query, schemas);
        if (!query)
            return inRoute(route, query.error());
        made->query = std::move(*query);
    }
    made->deprecation = deprecationOf(route);
    made->series = metrics.series(http::toText(route.method), route.path);
    made->signIn
        = route.access == Access::Public && route.method == http::Method::Post && route.path.startsWith("/auth/");
    made->cacheable = route.method == http::Method::Get && route.reads && !route.secret;
    return made;
}
}
