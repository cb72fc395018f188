// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows how errors look.
#pragma once

#include "server/api/call.h"

namespace api
{
/// How a body of an error is laid out.
enum class ErrorStyle {
    Platform, ///< VoxFlow's and Omnivox's union: v1, auth alias, plain
    Auth, ///< Zoptal v1: /api[/v1]/auth/*
    V2, ///< Zoptal v2
};

struct ErrorContext {
    ErrorStyle style = ErrorStyle::Platform;
    bool versionInPath = false; ///< decides between RATE_LIMITED and RATE_LIMIT_EXCEEDED
    QByteArray requestId;
    qint64 nowMs = 0;
    std::optional<QJsonObject> debug = {}; ///< `X-Debug: true` on a development server
};

/// A finished error response: status, body, Content-Type and the headers that belong to its code (WWW-Authenticate,
/// Retry-After). `status` 0: the code's own.
http::Response errorResponse(const Error &error, const ErrorContext &context, int status = 0);

/// Zoptal's two version errors, whose bodies carry a list beside the message.
http::Response unsupportedVersion(QByteArrayView named, const QByteArrayList &supported, const ErrorContext &context);
http::Response routeNotFoundForVersion(Version version, const QByteArrayList &available, const ErrorContext &context);
}
