// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows how a version wraps a success.
#pragma once

#include "server/api/call.h"

namespace api
{
/// Omnivox's `pagination` as JSON: page, limit, total, totalPages, hasNext, hasPrev, nextCursor. What is not known is
/// null.
QByteArray toJson(const Pagination &pagination);

struct EnvelopeContext {
    Surface surface = Surface::Api;
    Version version = Version::V1;
    QByteArray requestId;
    qint64 nowMs = 0;
};

/// The resource `json` within its envelope, by concatenation. `pagination`: rendered, or empty.
QByteArray wrapped(const QByteArray &json, Wrap wrap, const QByteArray &pagination, const EnvelopeContext &context);
}
