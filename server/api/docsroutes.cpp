// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of openapi.h: the document, the versions, and the page that shows the document.
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
    route.wrap = Wrap::Bare;
    route.tag = "meta";
    return route;
}

/// Browsers keep it, and ask again with its tag.
Outcome answerOf(const StaticFile &file, const QByteArray &contentType)
{
    if (file.bytes.isEmpty())
        return ErrorCode::ResourceNotFound;
    Answer found{.json = file.bytes, .wrap = Wrap::Bare, .contentType = contentType, .gzip = file.gzip};
    found.headers.add("ETag", file.tag);
    found.headers.add("Cache-Control", "no-cache");
    return found;
}

/// A bundled file under /docs.
Route file(const std::shared_ptr<Shared> &shared, const QByteArray &name, const QByteArray &contentType)
{
    const QByteArray path = name == "index.html" ? QByteArray("/docs") : "/docs/" + name;
    const auto answer = [shared, path, name, contentType](const CallPtr &) -> HandlerResult {
        const auto read = [&name] {
            QFile source(u":/docs/"_s + QString::fromLatin1(name));
            return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
        };
        return answerOf(shared->files().get(path, read), contentType);
    };
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
                     file(shared, "index.html", "text/html; charset=utf-8"),
                     file(shared, "start.js", "text/javascript; charset=utf-8"),
                     file(shared, "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
                     file(shared, "swagger-ui.css", "text/css; charset=utf-8"),
                     file(shared, "swagger-ui-bundle.js.LICENSE.txt", "text/plain; charset=utf-8"),
                     file(shared, "LICENSE", "text/plain; charset=utf-8"),
                     file(shared, "NOTICE", "text/plain; charset=utf-8")};

    // The routes are described without their handlers: the one below must not own itself.
    QList<Route> described = routes + own.first(2);
    for (Route &route : described)
        route.handle = {};
    own[1].handle = [shared, settings, described, components](const CallPtr &) -> HandlerResult {
        const auto write = [&] { return openApiDocument(settings, described, components); };
        return answerOf(shared->files().get("/api/openapi.json", write), "application/json");
    };
    return own;
}
