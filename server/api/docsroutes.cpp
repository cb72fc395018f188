// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of openapi.h: the document, the versions, and the page that shows the document.
#include "server/api/entitytag.h"
#include "server/api/openapi.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace
{
using namespace api;

Route plain(const QByteArray &path, const QByteArray &summary, RouteHandler handle)
{
    Route route{http::Method::Get, path, Access::Public, summary, std::move(handle)};
    route.surface = Surface::Plain;
    route.rate = RateClass::None;
    route.wrap = Wrap::Bare;
    route.tag = "meta";
    return route;
}

/// A bundled file under /docs; browsers ask again with its tag.
Route file(const QByteArray &name, const QByteArray &contentType)
{
    const auto answer = [name, contentType](const CallPtr &) -> HandlerResult {
        QFile source(u":/docs/"_s + QString::fromLatin1(name));
        if (!source.open(QIODevice::ReadOnly))
            return Outcome(ErrorCode::ResourceNotFound);
        Answer found{.json = source.readAll(), .wrap = Wrap::Bare, .contentType = contentType};
        found.headers.add("ETag", entityTag(found.json));
        found.headers.add("Cache-Control", "no-cache");
        return Outcome(found);
    };
    const QByteArray path = name == "index.html" ? QByteArray("/docs") : "/docs/" + name;
    return plain(path, "Part of the page that shows this API", answer);
}

constexpr auto VersionsSchema
    = R"({"type":"object","required":["current","default","supported","deprecated","migrations"],
"additionalProperties":false,"properties":{"current":{"type":"string"},"default":{"type":"string"},
"supported":{"type":"array","items":{"type":"string"}},"deprecated":{"type":"array","items":{"type":"string"}},
"migrations":{"type":"array","items":{"type":"string"}}}})";
}

QList<Route> api::openApiRoutes(const Settings &settings, std::shared_ptr<Shared> shared, const QList<Route> &routes,
                                const QList<Component> &components)
{
    Route versions = plain("/api/versions", "Which versions there are", [shared](const CallPtr &) -> HandlerResult {
        return Outcome(Answer{.json = shared->versions()->discovery(shared->nowMs()), .wrap = Wrap::Bare});
    });
    versions.answer = VersionsSchema;
    Route document = plain("/api/openapi.json", "This API as OpenAPI 3.1", {});
    document.answer = R"({"type":"object"})";
    document.tagged = true;

    QList<Route> own{versions,
                     document,
                     file("index.html", "text/html; charset=utf-8"),
                     file("start.js", "text/javascript; charset=utf-8"),
                     file("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
                     file("swagger-ui.css", "text/css; charset=utf-8"),
                     file("swagger-ui-bundle.js.LICENSE.txt", "text/plain; charset=utf-8"),
                     file("LICENSE", "text/plain; charset=utf-8"),
                     file("NOTICE", "text/plain; charset=utf-8")};

    // The routes are described without their handlers: the one below must not own itself.
    QList<Route> described = routes + own.first(2);
    for (Route &route : described)
        route.handle = {};
    own[1].handle
        = [settings, described, components, text = std::make_shared<QByteArray>()](const CallPtr &) -> HandlerResult {
        if (text->isEmpty()) // each worker has routes of its own, so no other thread is here
            *text = openApiDocument(settings, described, components);
        return Outcome(Answer{.json = *text, .wrap = Wrap::Bare});
    };
    return own;
}
