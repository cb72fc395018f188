// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/schemalibrary.h"

namespace api
{
/// A JSON body that fits its schema. UnsupportedMediaType: another content type; BadRequest: not JSON, the message
/// names the byte; ValidationError: every wrong field in its details. No body at all counts as {}.
Result<JsonDocument> readJsonBody(const http::Request &request, QByteArrayView contentType,
                                  const CompiledSchema &schema);

/// What the transport's own refusals are called (408, 414, 501 … have no code of their own). `isDamaged`: 400 is said
/// of a body that is not what its Content-Encoding says.
Error refusal(int status, bool isDamaged = false);
}
