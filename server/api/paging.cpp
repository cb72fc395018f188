// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/paging.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype CheckBytes = 6;

/// Finds damage, and edits by hand; it is no secret and protects nothing.
QByteArray checkOf(const QByteArray &payload)
{
    const QByteArray text = "voxdesk cursor 1\n" + payload;
    return QCryptographicHash::hash(text, QCryptographicHash::Blake2b_160).first(CheckBytes);
}
}

namespace api
{
Error badCursor()
{
    return {ErrorCode::BadRequest,
            u"The cursor is not valid for this list."_s,
            {{u"cursor"_s, u"Cursor must be one that this list answered as nextCursor"_s}}};
}

QString Cursor::encode() const
{
    QJsonArray parts{sort, backward};
    for (const auto &value : key)
        parts.append(value);
    const QByteArray payload = QJsonDocument(parts).toJson(QJsonDocument::Compact);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray whole = checkOf(payload) + payload;
    return QString::fromLatin1(whole.toBase64(options));
}

Result<Cursor> Cursor::decode(const QString &text, const QString &sort, qsizetype columns)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
    const auto raw = QByteArray::fromBase64Encoding(text.toUtf8(), options);
    if (!raw || (*raw).size() <= CheckBytes)
        return badCursor();
    const QByteArray payload = (*raw).sliced(CheckBytes);
    if ((*raw).first(CheckBytes) != checkOf(payload))
        return badCursor();
    const QJsonArray parts = QJsonDocument::fromJson(payload).array();
    if (parts.size() != columns + 2 || !parts[0].isString() || parts[0].toString() != sort || !parts[1].isBool())
        return badCursor();
    Cursor cursor{sort, parts[1].toBool(), {}};
    for (qsizetype i = 2; i < parts.size(); ++i) {
        if (parts[i].isArray() || parts[i].isObject())
            return badCursor();
        cursor.key.append(parts[i]);
    }
    return cursor;
}

Schema pagedQuery(const QByteArray &properties)
{
    QByteArray schema = R"({"type":"object","properties":{)"
                        R"("page":{"type":"integer","minimum":1,"maximum":1000000,"default":1,)"
                        R"("description":"Page number"},)"
                        R"("limit":{"type":"integer","minimum":1,"maximum":100,"default":50,)"
                        R"("description":"Items per page"},)"
                        R"("cursor":{"type":"string","minLength":1,"maxLength":2048,)"
                        R"("description":"nextCursor of the page before; instead of page"})";
    if (!properties.isEmpty())
        schema += "," + properties;
    return schema + "}}";
}

Result<PageRequest> pageFrom(const QJsonObject &query, const QString &sort, qsizetype columns)
{
    PageRequest request{query.value("page"_L1).toInt(1), query.value("limit"_L1).toInt(50), {}};
    const QJsonValue cursor = query.value("cursor"_L1);
    if (!cursor.isString())
        return request;
    if (query.contains("page"_L1))
        return Error{ErrorCode::BadRequest,
                     u"Use either page or cursor."_s,
                     {{u"cursor"_s, u"Cursor and page exclude each other"_s}}};
    auto decoded = Cursor::decode(cursor.toString(), sort, columns);
    if (!decoded)
        return decoded.error();
    request.page = 0;
    request.cursor = std::move(*decoded);
    return request;
}
}
