// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/curlline.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{
QString quoted(const QString &text) { return u'\'' + QString(text).replace(u"'"_s, u"'\\''"_s) + u'\''; }

bool isSecretName(const QString &name)
{
    static const QStringList parts{u"password"_s, u"token"_s, u"secret"_s, u"api_key"_s, u"apikey"_s, u"code"_s};
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QString &part) { return name.contains(part, Qt::CaseInsensitive); });
}

QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value()
                = isSecretName(it.key()) && it.value().isString() ? QJsonValue(u"***"_s) : withoutSecrets(it.value());
        return object;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &item : value.toArray())
            array.append(withoutSecrets(item));
        return array;
    }
    return value;
}
}

QString curlLine(const QUrl &base, const ApiRequest &request)
{
    QStringList words{u"curl"_s};
    if (request.method != ApiRequest::Method::Get)
        words << u"-X"_s << QString::fromLatin1(toText(request.method));
    words << quoted(QString::fromLatin1(requestUrl(base, request).toEncoded()));
    if (request.credentials)
        words << u"-H \"Authorization: Bearer $VOXDESK_TOKEN\""_s;
    if (!request.ifMatch.isEmpty())
        words << u"-H"_s << quoted(u"If-Match: "_s + QString::fromLatin1(request.ifMatch));
    if (!request.idempotencyKey.isEmpty())
        words << u"-H"_s << quoted(u"Idempotency-Key: "_s + QString::fromLatin1(request.idempotencyKey));
    if (request.fresh)
        words << u"-H 'Cache-Control: no-cache'"_s;
    if (request.body) {
        const QJsonObject body = withoutSecrets(*request.body).toObject();
        words << u"-H 'Content-Type: application/json'"_s << u"--data"_s
              << quoted(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)));
    }
    return words.join(u' ');
}
