// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/bodyreader.h"

using namespace Qt::StringLiterals;

namespace
{
/// application/json or …+json, in UTF-8.
bool isJson(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArray type
        = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed().toByteArray().toLower();
    if (type != "application/json" && !type.endsWith("+json"))
        return false;
    if (semicolon < 0)
        return true;
    const QByteArray parameters = contentType.sliced(semicolon).toByteArray().toLower();
    return !parameters.contains("charset=") || parameters.contains("charset=utf-8")
        || parameters.contains("charset=\"utf-8\"");
}

QByteArray bytesOf(const http::Request &request)
{
    if (!request.spooled)
        return request.body;
    request.spooled->seek(0);
    return request.spooled->readAll();
}
}

Result<api::JsonDocument> api::readJsonBody(const http::Request &request, QByteArrayView contentType,
                                            const CompiledSchema &schema)
{
    const QByteArray bytes = bytesOf(request);
    if (!bytes.isEmpty() && !contentType.isNull() && !isJson(contentType))
        return Error{ErrorCode::UnsupportedMediaType, u"The body must be application/json in UTF-8."_s};
    auto document = JsonDocument::parse(bytes.isEmpty() ? QByteArrayLiteral("{}") : bytes);
    if (!document)
        return document.error();
    auto complaints = schema.check(*document);
    if (complaints.isEmpty() && !document->isObject())
        complaints.insert(QString(), u"The body must be an object"_s);
    if (const QString whole = complaints.take(QString()); !whole.isEmpty())
        complaints.insert(u"body"_s, whole);
    if (!complaints.isEmpty()) {
        Error error{ErrorCode::ValidationError};
        error.details = complaints;
        return error;
    }
    return document;
}

Error api::refusal(int status, bool isDamaged)
{
    Error error{errorCodeFrom(QByteArrayView(), status)};
    switch (status) {
    case 400:
        error.message
            = isDamaged ? u"The gzip data of the body is damaged or cut off."_s : u"The request is not valid HTTP."_s;
        break;
    case 408:
        error.message = u"The request did not arrive in time."_s;
        break;
    case 414:
        error.code = ErrorCode::HeadersTooLarge;
        error.message = u"The request line is too long."_s;
        break;
    case 415:
        error.message = u"Content-Encoding must be gzip or identity"_s;
        break;
    case 501:
        error.message = u"The server does not know this transfer coding."_s;
        break;
    case 505:
        error.message = u"The server speaks HTTP/1.0 and HTTP/1.1."_s;
        break;
    default:
        error.message = QString(info(error.code).message);
        break;
    }
    if (status == 501 || status == 505)
        error.code = ErrorCode::BadRequest;
    return error;
}
