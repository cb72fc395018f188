// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/principal.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace accesskeys
{
/// A row of `access_keys`, without its secret.
struct AccessKey {
    QString id;
    QString organizationId;
    QString createdBy; ///< users.id
    QString creatorEmail;
    QString name;
    api::KeyPermission permission = api::KeyPermission::Read;
    std::optional<qint64> requestsPerHour; ///< unset: its creator's, which it never exceeds
    QString last4; ///< of the secret
    QDateTime expiresAt; ///< UTC, as all of these; invalid: never
    QDateTime previousUntil; ///< so long the secret before the last rotation is good; invalid: it is not
    QDateTime revokedAt; ///< invalid: not revoked
    QDateTime rotatedAt; ///< invalid: never
    QDateTime lastUsedAt; ///< invalid: never; up to a minute late
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// A new secret: 256 random bits as 64 characters.
QString newSecret();
/// "vxd_<id>_<secret>"
QString writeKey(const QString &id, const QString &secret);

/// The two halves of such a text, not yet known to be good.
struct KeyText {
    QString id;
    QByteArray secret;

    static bool isOne(QByteArrayView text) { return text.startsWith("vxd_"); }
    static std::optional<KeyText> read(QByteArrayView text);
};
}
