// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/apirequest.h"

#include <QUrl>

QByteArray toText(ApiRequest::Method method)
{
    switch (method) {
    case ApiRequest::Method::Get:
        return "GET";
    case ApiRequest::Method::Post:
        return "POST";
    case ApiRequest::Method::Put:
        return "PUT";
    case ApiRequest::Method::Patch:
        return "PATCH";
    case ApiRequest::Method::Delete:
        return "DELETE";
    }
    return {};
}

QString pathSegment(const QString &text)
{
    // "." and ".." would be resolved away by the URL, so their dots are encoded too.
    QByteArray encoded = QUrl::toPercentEncoding(text);
    if (encoded == "." || encoded == "..")
        encoded.replace(".", "%2E");
    return QString::fromLatin1(encoded);
}

QUrl requestUrl(const QUrl &base, const ApiRequest &request)
{
    // Assembled as text: QUrlQuery leaves '+' as it is, which servers read as a blank.
    QByteArray url = base.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo) + request.path.toLatin1();
    char separator = '?';
    for (auto it = request.query.begin(); it != request.query.end(); ++it) {
        url += separator + QUrl::toPercentEncoding(it.key()) + '=' + QUrl::toPercentEncoding(it.value());
        separator = '&';
    }
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}
