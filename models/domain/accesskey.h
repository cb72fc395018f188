// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"

#include <QDateTime>

enum class KeyPermission { Read, Write, Admin }; ///< each includes the ones before it

QLatin1StringView toWire(KeyPermission permission);
std::optional<KeyPermission> keyPermissionFromWire(QStringView text);

/// A key with which programs sign in; never its secret.
struct AccessKey {
    QString id;
    QString name;
    KeyPermission permission = KeyPermission::Read;
    std::optional<int> requestsPerHour = {}; ///< empty: the organisation's
    QDateTime expiresAt = {}; ///< UTC; null: never
    QDateTime lastUsedAt = {}; ///< UTC; null: never
    QDateTime createdAt = {}; ///< UTC
    QString createdBy = {}; ///< e-mail or id
    QDateTime revokedAt = {}; ///< UTC; null: not revoked
    /// Until when the secret before the last rotation is accepted too, UTC; null: it is not.
    QDateTime oldSecretUntil = {};
    QString lastFour = {}; ///< of the secret, where the server says it
};

enum class KeyState { Good, ExpiresSoon, Expired, Revoked };

/// `now` UTC. Soon: within 14 days.
KeyState stateOf(const AccessKey &key, const QDateTime &now);

/// What a person sets on a key.
struct AccessKeyDraft {
    QString name = {};
    KeyPermission permission = KeyPermission::Read;
    std::optional<int> requestsPerHour = {}; ///< empty: the organisation's
    QDateTime expiresAt = {}; ///< UTC; null: never
};

/// What a person changes on a key; the rest stays as it is on the server.
struct AccessKeyChange {
    std::optional<QString> name = {};
    std::optional<KeyPermission> permission = {};
    std::optional<std::optional<int>> requestsPerHour = {}; ///< holding nothing: the organisation's
    std::optional<QDateTime> expiresAt = {}; ///< UTC; null: never

    bool isEmpty() const { return !name && !permission && !requestsPerHour && !expiresAt; }
};

/// A key just made or rotated. The secret is told this once.
struct FreshAccessKey {
    AccessKey key;
    QString secret; ///< "vxd_…"
};

/// The access keys of the own organisation. Filters: "search", "status" ("active", "expired", "revoked"); with the
/// filter "organization_id" those of another, to see only. Implemented by services/api and by the tests. Errors of a
/// change: ValidationError ("name", "permissions", "rate_limit_per_hour", "expires_at"), Forbidden (only owners),
/// ResourceConflict.
class AccessKeyRing : public PageSource<AccessKey>
{
public:
    virtual QFuture<Result<FreshAccessKey>> create(const AccessKeyDraft &draft) = 0;
    virtual QFuture<Result<AccessKey>> update(const QString &id, const AccessKeyChange &change) = 0;
    /// The old secret is accepted for `overlapSeconds` more, at most 30 days; 0: ends at once.
    virtual QFuture<Result<FreshAccessKey>> rotate(const QString &id, qint64 overlapSeconds) = 0;
    virtual QFuture<Result<Done>> revoke(const QString &id) = 0;
};
