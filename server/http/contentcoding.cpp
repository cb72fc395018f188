// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentcoding.h"

#include <QByteArray>

#include <algorithm>

namespace http
{
namespace
{
bool same(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

/// Cuts `text` at the first `separator`; the trimmed part before it, `text` keeps what is behind.
QByteArrayView cut(QByteArrayView &text, char separator)
{
    const auto at = std::find(text.begin(), text.end(), separator);
    const qsizetype length = at - text.begin();
    const QByteArrayView part = text.first(length).trimmed();
    text = length < text.size() ? text.sliced(length + 1) : QByteArrayView();
    return part;
}

/// "q=0", "q=0.000": not wanted.
bool isZeroWeight(QByteArrayView parameters)
{
    while (!parameters.isEmpty()) {
        QByteArrayView value = cut(parameters, ';');
        const QByteArrayView name = cut(value, '=');
        if (same(name, "q")) {
            return !value.isEmpty()
                && std::all_of(value.begin(), value.end(), [](char c) { return c == '0' || c == '.' || c == ' '; });
        }
    }
    return false;
}
}

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    bool any = false;
    while (!acceptEncoding.isEmpty()) {
        QByteArrayView parameters = cut(acceptEncoding, ',');
        const QByteArrayView coding = cut(parameters, ';');
        if (same(coding, "gzip") || same(coding, "x-gzip"))
            return !isZeroWeight(parameters);
        if (same(coding, "*"))
            any = !isZeroWeight(parameters);
    }
    return any;
}

bool isCompressible(QByteArrayView contentType)
{
    const QByteArray type = cut(contentType, ';').toByteArray().toLower();
    static constexpr QByteArrayView exact[]
        = {"application/json",     "application/javascript",       "application/xml",
           "application/x-ndjson", "application/openmetrics-text", "application/yaml",
           "image/svg+xml"};
    return (type.startsWith("text/") && type != "text/event-stream") || type.endsWith("+json") || type.endsWith("+xml")
        || std::find(std::begin(exact), std::end(exact), QByteArrayView(type)) != std::end(exact);
}

Coding codingOf(QByteArrayView contentEncoding)
{
    const QByteArrayView coding = contentEncoding.trimmed();
    if (coding.isEmpty() || same(coding, "identity"))
        return Coding::Identity;
    return same(coding, "gzip") || same(coding, "x-gzip") ? Coding::Gzip : Coding::Unknown;
}
}
