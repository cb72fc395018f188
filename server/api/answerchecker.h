// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/errorbody.h"
#include "server/api/router.h"

#include <QStringList>

namespace api
{
/// Holds a server's responses against what its routes declare: the whole body, envelope included, by the schema that
/// OpenAPI publishes. For tests; checks v1, v2, the auth alias and plain paths.
class AnswerChecker
{
    Q_DISABLE_COPY_MOVE(AnswerChecker)
public:
    /// Error: a declaration that does not compile.
    static Result<std::unique_ptr<AnswerChecker>> make(const QList<Route> &routes, const QList<Component> &components);

    /// What does not fit, a line each; empty: all does. `response` as it left the engine, not compressed.
    QStringList check(const http::Request &request, const http::Response &response);

private:
    AnswerChecker() = default;
    struct Target {
        const Endpoint *endpoint = nullptr; ///< null: no such route
        Version version = Version::V1;
        ErrorStyle style = ErrorStyle::Platform;
    };
    Target find(const http::Request &request) const;
    QStringList checkHead(const http::Request &request, const http::Response &response) const;
    QStringList checkSuccess(const Target &target, const http::Response &response);
    QStringList checkError(const Target &target, const http::Response &response);
    QStringList checkBody(const QJsonObject &schema, const QByteArray &body);

    SchemaLibrary m_schemas;
    QJsonObject m_components;
    Metrics m_metrics;
    Router m_api;
    Router m_plain;
};
}
