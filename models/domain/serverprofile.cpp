// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/serverprofile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace
{
bool isLoopback(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host == u"localhost" || host.endsWith(u".localhost") || host == u"::1"
        || QRegularExpression(u"^127(\\.\\d{1,3}){3}$"_s).match(host).hasMatch();
}

bool isServerUrl(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

QString tr(const char *text) { return QCoreApplication::translate("ServerProfile", text); }
}

QString newProfileId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

Result<Done> check(const ServerProfile &profile)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    Error error{ErrorCode::ValidationError};
    if (profile.name.trimmed().isEmpty())
        error.details.insert(u"name"_s, tr("Give the server a name."));
    if (!profile.local && !isServerUrl(profile.url))
        error.details.insert(u"url"_s, tr("Enter an address such as https://voxdesk.example.com."));
    if (!profile.colour.isEmpty() && !colour.match(profile.colour).hasMatch())
        error.details.insert(u"colour"_s, tr("Enter a colour such as #2f6feb."));
    if (error.details.isEmpty())
        return Done{};
    return error;
}

QUrl serverUrlFromInput(const QString &text)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    if (!typed.contains(u"://"_s)) {
        const bool loopback = isLoopback(QUrl(u"http://"_s + typed));
        typed.prepend(loopback ? u"http://"_s : u"https://"_s);
    }
    QUrl url(typed, QUrl::StrictMode);
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

bool sendsInClear(const QUrl &url) { return url.scheme() == u"http" && !isLoopback(url); }
