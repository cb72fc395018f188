// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/requestfacts.h"

#include <algorithm>

namespace
{
bool is(QByteArrayView name, QByteArrayView expected)
{
    return qstrnicmp(name.data(), name.size(), expected.data(), expected.size()) == 0;
}

void keepFirst(QByteArrayView &slot, const QByteArray &value)
{
    if (slot.isNull())
        slot = value.isNull() ? QByteArrayView("") : QByteArrayView(value);
}

/// Takes the value of the next `version` out of a raw query, with what is before it; null when there is none.
QByteArrayView takeVersion(QByteArrayView &query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView part = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        if (part.startsWith("version=") || part == "version")
            return part == "version" ? QByteArrayView("") : part.sliced(8);
    }
    return {};
}

bool looksLikeVersion(QByteArrayView segment)
{
    return segment.size() > 1 && (segment[0] == 'v' || segment[0] == 'V') && segment[1] >= '0' && segment[1] <= '9';
}
}

namespace api
{
RequestFacts::RequestFacts(const http::Headers &headers)
{
    const auto version = [this](QByteArrayView &slot, const QByteArray &value) {
        keepFirst(slot, value);
        if (unknownVersion.isNull() && !versionFromText(value))
            unknownVersion = value.isEmpty() ? QByteArrayView("") : QByteArrayView(value);
    };
    for (const auto &[name, value] : headers) {
        switch (name.size()) {
        case 6:
            if (is(name, "Origin"))
                keepFirst(origin, value);
            else if (is(name, "Cookie"))
                credential = true;
            break;
        case 7:
            if (is(name, "X-Debug"))
                debug = value == "true" || value == "1";
            break;
        case 9:
            if (is(name, "X-API-Key"))
                credential = true;
            break;
        case 12:
            if (is(name, "X-Request-Id"))
                keepFirst(requestId, value);
            else if (is(name, "Content-Type"))
                keepFirst(contentType, value);
            break;
        case 13:
            if (is(name, "Authorization"))
                credential = true;
            else if (is(name, "X-API-Version"))
                version(apiVersion, value);
            else if (is(name, "If-None-Match"))
                keepFirst(ifNoneMatch, value);
            else if (is(name, "Cache-Control"))
                keepFirst(cacheControl, value);
            break;
        case 14:
            if (is(name, "Accept-Version"))
                version(acceptVersion, value);
            break;
        case 15:
            if (is(name, "Idempotency-Key"))
                keepFirst(idempotencyKey, value);
            break;
        default:
            break;
        }
    }
}

bool isSaneRequestId(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= 128 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    });
}

VersionChoice chooseVersion(QByteArrayView path, QByteArrayView query, const RequestFacts &facts)
{
    VersionChoice choice;
    choice.unknown = facts.unknownVersion;
    choice.rest = path.sliced(4); // after "/api"
    std::optional<Version> named;
    const auto consider = [&](QByteArrayView text) {
        const auto version = versionFromText(text);
        if (!version && choice.unknown.isNull())
            choice.unknown = text;
        if (!named)
            named = version;
    };
    if (choice.rest.startsWith('/')) {
        const qsizetype end = choice.rest.indexOf('/', 1);
        const QByteArrayView segment = end < 0 ? choice.rest.sliced(1) : choice.rest.sliced(1, end - 1);
        if (looksLikeVersion(segment)) {
            choice.unknown = {}; // the path is named first
            consider(segment);
            if (choice.unknown.isNull())
                choice.unknown = facts.unknownVersion;
            choice.inPath = true;
            choice.rest = end < 0 ? QByteArrayView("/") : choice.rest.sliced(end);
        }
    }
    if (!facts.acceptVersion.isNull())
        consider(facts.acceptVersion);
    if (!facts.apiVersion.isNull())
        consider(facts.apiVersion);
    while (!query.isEmpty()) {
        const QByteArrayView text = takeVersion(query);
        if (!text.isNull())
            consider(text);
    }
    choice.version = named.value_or(Version::V1);
    return choice;
}

QByteArrayView unknownVersion(QByteArrayView query, const RequestFacts &facts)
{
    if (!facts.unknownVersion.isNull())
        return facts.unknownVersion;
    while (!query.isEmpty()) {
        const QByteArrayView text = takeVersion(query);
        if (!text.isNull() && !versionFromText(text))
            return text;
    }
    return {};
}
}
