// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

/// One request to the API, before the pipeline adds what all have in common.
struct ApiRequest {
    enum class Method { Get, Post, Put, Patch, Delete };

    Method method = Method::Get;
    QString path; ///< below the server's URL, leading slash, segments percent-encoded: "/api/v2/admin/users"
    QMap<QString, QString> query = {}; ///< plain text; encoded by the pipeline
    std::optional<QJsonObject> body = {};
    QByteArray ifMatch = {}; ///< an ETag; empty: none
    /// For POST. Empty: a fresh one each time that the pipeline sends it with credentials, so that what Qt repeats by
    /// itself is not done twice; none where it only asks.
    QByteArray idempotencyKey = {};
    bool credentials = true; ///< send the access token, renewing it first where needed
    QByteArray token = {}; ///< sent instead of the session's; with credentials = false
    bool sensitive = false; ///< the body may hold a secret: it is not kept for ApiClient::lastRequestAsCurl()
    bool fresh = false; ///< pass the server's response cache by
    std::chrono::milliseconds timeout{30'000}; ///< without any byte moving
};

struct ApiAnswer {
    int status = 0;
    QJsonObject json = {}; ///< empty for 204 and for downloads
    QByteArray etag = {};
    QByteArray requestId = {};
    QDateTime serverTime = {}; ///< the Date header, UTC; null: not said
    bool cached = false; ///< X-Cache: HIT
};

QByteArray toText(ApiRequest::Method method); ///< "GET"

/// A path segment made of data, percent-encoded.
QString pathSegment(const QString &text);

/// The whole address of a request to the server at `base`.
QUrl requestUrl(const QUrl &base, const ApiRequest &request);
