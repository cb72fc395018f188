// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accountstore.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace identity
{
Result<Done> AccountStore::confirmEmail(const QString &userId)
{
    auto confirmed = m_connection.execute(
        u"UPDATE users SET email_verified = 1, revision = revision + 1, updated_at = ? WHERE id = ?"_s,
        {m_now, userId});
    if (!confirmed)
        return confirmed.error();
    return Done{};
}

Result<QJsonObject> AccountStore::preferences(const QString &userId)
{
    auto rows = m_connection.query(u"SELECT preferences FROM users WHERE id = ?"_s, {userId});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return QJsonDocument::fromJson(rows->text(0).toUtf8()).object();
}

Result<Done> AccountStore::setPreferences(const QString &userId, const QJsonObject &preferences)
{
    auto set = m_connection.execute(
        u"UPDATE users SET preferences = ?, revision = revision + 1, updated_at = ? WHERE id = ?"_s,
        {QString::fromUtf8(QJsonDocument(preferences).toJson(QJsonDocument::Compact)), m_now, userId});
    if (!set)
        return set.error();
    return Done{};
}
}
