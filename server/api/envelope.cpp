// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/envelope.h"

#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace
{
QByteArray wrappedV1(const QByteArray &json, bool members, const QByteArray &pagination)
{
    QByteArray out;
    out.reserve(json.size() + pagination.size() + 48);
    out += R"({"success":true)";
    if (members) {
        const QByteArrayView inner = QByteArrayView(json).trimmed();
        if (inner.size() > 2) {
            out += ',';
            out += inner.sliced(1).chopped(1);
        }
    } else if (!json.isEmpty()) {
        out += R"(,"data":)";
        out += json;
    }
    if (!pagination.isEmpty()) {
        out += R"(,"pagination":)";
        out += pagination;
    }
    return out += '}';
}

QByteArray wrappedV2(const QByteArray &json, const QByteArray &pagination, const api::EnvelopeContext &context)
{
    QByteArray out;
    out.reserve(json.size() + pagination.size() + context.requestId.size() + 128);
    out += R"({"success":true,"data":)";
    out += json.isEmpty() ? QByteArrayLiteral("null") : json;
    out += R"(,"meta":{"version":"v2","timestamp":")";
    out += api::isoTime(context.nowMs);
    out += R"(","requestId":")";
    out += context.requestId; // of characters that need no escape
    out += '"';
    if (!pagination.isEmpty()) {
        out += R"(,"pagination":)";
        out += pagination;
    }
    return out += "}}";
}
}

namespace api
{
QByteArray toJson(const Pagination &pagination)
{
    JsonWriter json;
    json.beginObject();
    if (pagination.page > 0)
        json.member("page"_L1, pagination.page);
    else
        json.key("page"_L1).null();
    json.member("limit"_L1, pagination.limit).member("total"_L1, pagination.total);
    std::optional<qint64> pages;
    if (pagination.total && pagination.limit > 0)
        pages = (*pagination.total + pagination.limit - 1) / pagination.limit;
    json.member("totalPages"_L1, pages);
    json.member("hasNext"_L1, pagination.hasNext).member("hasPrev"_L1, pagination.hasPrevious);
    if (pagination.nextCursor.isEmpty())
        json.key("nextCursor"_L1).null();
    else
        json.member("nextCursor"_L1, pagination.nextCursor);
    return json.endObject().take();
}

QByteArray wrapped(const QByteArray &json, Wrap wrap, const QByteArray &pagination, const EnvelopeContext &context)
{
    if (wrap == Wrap::Bare || context.surface == Surface::Plain)
        return json;
    if (context.surface == Surface::Api && context.version == Version::V2)
        return wrappedV2(json, pagination, context);
    return wrappedV1(json, wrap == Wrap::Members, pagination);
}
}
