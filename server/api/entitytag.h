// SPDX-License-Identifier: GPL-3.0-or-later
// Entity tags (RFC 9110 §8.8.3) of resources. A tag names the resource a handler answered, not the envelope around it:
// what a GET in v1 answered holds for a change in v2.
#pragma once

#include "server/api/call.h"

namespace api
{
/// A strong tag with its quotes: "\"Zm9v…\"".
QByteArray entityTag(const QByteArray &json, const QByteArray &pagination = {});

/// Whether a list of tags as in If-Match or If-None-Match names `tag`; "*" names all. Weak tags count only with `weak`.
bool namesTag(QByteArrayView list, const QByteArray &tag, bool weak);

/// For handlers that change something: PreconditionFailed when the request says If-Match and the row, as a GET would
/// answer it now (`currentJson`), is no longer that one.
Result<Done> requireMatch(const Call &call, const QByteArray &currentJson);
}
