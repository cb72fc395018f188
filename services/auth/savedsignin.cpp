// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/auth/savedsignin.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

QByteArray SavedSignIn::toBytes() const
{
    return QJsonDocument(QJsonObject{{u"server"_s, server},
                                     {u"user_id"_s, userId},
                                     {u"refresh_token"_s, QString::fromLatin1(refreshToken)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<SavedSignIn> SavedSignIn::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    SavedSignIn saved{object.value("server"_L1).toString(), object.value("user_id"_L1).toString(),
                      object.value("refresh_token"_L1).toString().toLatin1()};
    if (saved.server.isEmpty() || saved.refreshToken.isEmpty())
        return {};
    return saved;
}
