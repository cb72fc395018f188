// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/errorbody.h"

#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace
{
using api::ErrorStyle;
using api::JsonWriter;

QLatin1StringView nameOf(ErrorCode code, const api::ErrorContext &context)
{
    if (code == ErrorCode::RateLimited || code == ErrorCode::RateLimitExceeded)
        code = context.versionInPath ? ErrorCode::RateLimited : ErrorCode::RateLimitExceeded;
    return info(code).name;
}

QString messageOf(const Error &error, ErrorStyle style)
{
    return error.code == ErrorCode::InvalidCredentials && style == ErrorStyle::V2 ? u"Authentication failed"_s
                                                                                  : error.message;
}

void writeDetails(JsonWriter &json, const Error &error, bool withFirst)
{
    json.key("details"_L1).beginObject();
    if (withFirst && !error.details.isEmpty()) {
        if (!error.details.contains(u"field"_s))
            json.member("field"_L1, error.details.firstKey());
        if (!error.details.contains(u"reason"_s))
            json.member("reason"_L1, error.details.first());
    }
    for (auto it = error.details.begin(); it != error.details.end(); ++it)
        json.member(it.key(), it.value());
    json.endObject();
}

void writeDebug(JsonWriter &json, const api::ErrorContext &context)
{
    if (context.debug)
        json.member("debug"_L1, QJsonValue(*context.debug));
}

void writeStamp(JsonWriter &json, const api::ErrorContext &context)
{
    json.member("request_id"_L1, context.requestId).member("timestamp"_L1, api::isoTime(context.nowMs));
}

QByteArray bodyOf(const Error &error, const api::ErrorContext &context)
{
    JsonWriter json;
    const QLatin1StringView code = nameOf(error.code, context);
    const QString message = messageOf(error, context.style);
    json.beginObject().member("success"_L1, false);
    if (context.style == ErrorStyle::Auth) {
        json.member("error"_L1, code).member("message"_L1, message);
        writeDetails(json, error, false);
        writeStamp(json, context);
    } else {
        if (context.style == ErrorStyle::Platform)
            json.member("message"_L1, message);
        json.key("error"_L1).beginObject().member("code"_L1, code).member("message"_L1, message);
        writeDetails(json, error, context.style == ErrorStyle::V2);
        json.endObject();
        if (context.style == ErrorStyle::Platform) {
            writeStamp(json, context);
        } else {
            json.key("meta"_L1).beginObject().member("version"_L1, "v2"_L1);
            json.member("timestamp"_L1, api::isoTime(context.nowMs)).member("requestId"_L1, context.requestId);
            json.endObject();
        }
    }
    writeDebug(json, context);
    return json.endObject().take();
}

http::Response versionError(ErrorCode code, const QString &message, QLatin1StringView listName,
                            const QByteArrayList &list, const api::ErrorContext &context)
{
    JsonWriter json;
    json.beginObject().member("success"_L1, false);
    json.member("error"_L1, info(code).name).member("message"_L1, message).key(listName).beginArray();
    for (const QByteArray &version : list)
        json.value(version);
    json.endArray();
    writeStamp(json, context);
    writeDebug(json, context);
    http::Response response;
    response.status = info(code).status;
    response.body = json.endObject().take();
    response.headers.add("Content-Type", "application/json");
    return response;
}
}

namespace api
{
http::Response errorResponse(const Error &error, const ErrorContext &context, int status)
{
    http::Response response;
    response.status = status != 0 ? status : info(error.code).status;
    if (response.status == 0) // a client-side code cannot travel
        response.status = 500;
    response.body = bodyOf(error, context);
    response.headers.add("Content-Type", "application/json");
    if (response.status == 401)
        response.headers.add("WWW-Authenticate", "Bearer");
    if (error.retryAfterSeconds > 0)
        response.headers.add("Retry-After", QByteArray::number(error.retryAfterSeconds));
    return response;
}

http::Response unsupportedVersion(QByteArrayView named, const QByteArrayList &supported, const ErrorContext &context)
{
    // What a client wrote comes back to it, so not at any length.
    const QString shown = QString::fromUtf8(named.first(std::min<qsizetype>(named.size(), 32)));
    return versionError(ErrorCode::UnsupportedApiVersion, u"API version %1 is not supported"_s.arg(shown),
                        "supportedVersions"_L1, supported, context);
}

http::Response routeNotFoundForVersion(Version version, const QByteArrayList &available, const ErrorContext &context)
{
    return versionError(ErrorCode::RouteNotFoundForVersion,
                        u"This endpoint is not available in API version %1"_s.arg(toText(version)),
                        "availableVersions"_L1, available, context);
}
}
