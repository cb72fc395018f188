// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"
#include "models/domain/page.h"
#include "models/domain/result.h"
#include "server/api/jsondocument.h"
#include "server/api/principal.h"
#include "server/http/message.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QUuid>

#include <memory>
#include <optional>
#include <variant>

namespace api
{
enum class Version { V1, V2 };
enum class Surface {
    Api, ///< /api/v1/…, /api/v2/… and /api/…
    AuthAlias, ///< /auth/…
    Plain, ///< /healthz, /metrics, /docs, /api/versions …: no version, no envelope
};

QLatin1StringView toText(Version version); ///< "v1"

/// One request on its way to its handler: all of it checked against the route's declaration.
struct Call {
    http::Request request;
    Version version = Version::V1;
    bool versionInPath = false;
    Surface surface = Surface::Api;
    QByteArray requestId;
    std::optional<Principal> principal; ///< set unless the route is public
    QHash<QString, QString> params; ///< ":id" segments, decoded
    QJsonObject query; ///< typed as the route's schema says; what was not sent is absent
    QJsonObject body;
    std::shared_ptr<const JsonDocument> document; ///< instead of `body`, where the route reads in place

    QString param(QLatin1StringView name) const { return params.value(QString(name)); }
};
using CallPtr = std::shared_ptr<const Call>;

/// Where a list stands. Rendered as Omnivox's `pagination` (v1: beside data; v2: in meta).
struct Pagination {
    int page = 1; ///< 0: asked by cursor
    int limit = 50;
    std::optional<qint64> total;
    bool hasNext = false;
    bool hasPrevious = false;
    QString nextCursor; ///< empty at the end
};

enum class Wrap {
    Envelope, ///< v1 {success, data[, pagination]}, v2 {success, data, meta}
    Members, ///< v1 {success, <members of the object>}, v2 {success, data:{…}, meta}
    Bare, ///< as it is, in every version
};

/// A resource on its way out, already JSON (or other bytes with `contentType`).
struct Answer {
    int status = 200;
    QByteArray json;
    Wrap wrap = Wrap::Envelope;
    std::optional<Pagination> pagination = {};
    http::Headers headers = {};
    QByteArray contentType = {}; ///< empty: application/json
    std::shared_ptr<QIODevice> stream = {}; ///< instead of json
    bool mayBeCached = true; ///< false: time alone would change it
    QByteArray gzip = {}; ///< json packed already, for whoever takes it; only with `contentType`. Empty: it is not
};

using Outcome = Result<Answer>;
using HandlerResult = std::variant<Outcome, QFuture<Outcome>>;
}
