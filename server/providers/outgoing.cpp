// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/outgoing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
bool isHeaderValue(const QByteArray &value)
{
    return std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
}
}

QUrl endpoint(const QUrl &base, const QString &path)
{
    const QString wanted = path.section(u'?', 0, 0);
    QString root = base.path(QUrl::FullyEncoded);
    while (root.endsWith(u'/'))
        root.chop(1);
    for (qsizetype at = root.indexOf(u'/'); at >= 0; at = root.indexOf(u'/', at + 1)) {
        if (wanted.startsWith(QString(root.sliced(at) % u'/'))) {
            root.truncate(at);
            break;
        }
    }
    QUrl url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(root + wanted, QUrl::TolerantMode);
    if (wanted.size() < path.size())
        url.setQuery(path.sliced(wanted.size() + 1));
    return url;
}

Result<QNetworkRequest> outgoing(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QNetworkRequest request(url);
    for (const auto &[name, value] : headers) {
        if (!isHeaderValue(value))
            return Error{.code = ErrorCode::ResourceConflict,
                         .message = u"The stored key holds characters that no key has. Save it again."_s};
        request.setRawHeader(name, value);
    }
    // Followed, a redirect would carry the key to somebody else.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Tenants share the connection, never a provider's session.
    for (const auto control : {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
                               QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(control, QNetworkRequest::Manual);
    return request;
}

bool isKey(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c <= u'~'; });
}
}
