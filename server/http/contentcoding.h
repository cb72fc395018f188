// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes gzip (RFC 9110 12.5.3) and what is worth it.
#pragma once

#include <QByteArrayView>

namespace http
{
/// Whether an Accept-Encoding value allows gzip: named or by "*", with a weight that is not 0.
bool acceptsGzip(QByteArrayView acceptEncoding);

/// Text, JSON, XML and the like; not what is compressed already. `contentType` with or without parameters.
bool isCompressible(QByteArrayView contentType);

enum class Coding { Identity, Gzip, Unknown };
/// What a request's Content-Encoding says; an empty value is Identity.
Coding codingOf(QByteArrayView contentEncoding);
}
