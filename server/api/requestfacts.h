// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/versions.h"

namespace api
{
/// The header fields the engine itself looks at, found in one pass. Views point into the request's headers; null: not
/// sent.
struct RequestFacts {
    QByteArrayView acceptVersion; ///< the first Accept-Version
    QByteArrayView apiVersion; ///< the first X-API-Version
    QByteArrayView unknownVersion; ///< of either header, the first that names none
    QByteArrayView requestId;
    QByteArrayView contentType;
    QByteArrayView ifNoneMatch;
    QByteArrayView cacheControl;
    QByteArrayView idempotencyKey;
    QByteArrayView origin;
    bool credential = false; ///< something that may be one came along
    bool debug = false;

    explicit RequestFacts(const http::Headers &headers);
    RequestFacts() = default;
};

/// 1 to 128 of letters, digits, '.', '_', '-': what may go back in a header and into logs as it is.
bool isSaneRequestId(QByteArrayView id);

/// Which version a request to /api wants.
struct VersionChoice {
    Version version = Version::V1;
    bool inPath = false;
    QByteArrayView rest; ///< the path after the prefix and the version: "/users/7"
    QByteArrayView unknown; ///< a version that is none, wherever it was named; null: all fine
};

/// First match wins: the path, Accept-Version, X-API-Version, the query, v1. An unknown one anywhere is reported.
/// `path` starts with "/api".
VersionChoice chooseVersion(QByteArrayView path, QByteArrayView query, const RequestFacts &facts);

/// The first version that is none, where the path names no version: of the headers, then of the query. Null: all fine.
QByteArrayView unknownVersion(QByteArrayView query, const RequestFacts &facts);
}
