// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/vault/vault.h"

#include <QMap>

namespace vault
{
struct KeyTest {
    bool ok = false;
    qint64 atMs = 0;
    QString message;
};

/// What may be shown of an organisation's key for a provider.
struct ProviderKeyRow {
    QString provider;
    bool active = false;
    QString fingerprint; ///< 12 hex digits of its SHA-256
    QString last4; ///< empty: too short to show a part of
    qint64 updatedMs = 0;
    qint64 lastUsedMs = 0; ///< 0: never
    std::optional<KeyTest> lastTest;
};

struct NewProviderKey {
    QString provider;
    QString createdBy; ///< users.id
    std::optional<bool> active; ///< not said: a new key is active, another stays as it is
};

/// The rows of `provider_keys`. On the connection's thread; changes belong on the writer's connection.
class ProviderKeyStore
{
public:
    ProviderKeyStore(store::Connection &connection, Vault &vault)
        : m_connection(connection)
        , m_vault(vault)
    {
    }

    Result<QList<ProviderKeyRow>> of(const QString &organizationId);
    /// Those of several organisations: id → its rows.
    Result<QMap<QString, QList<ProviderKeyRow>>> ofAll(const QStringList &organizationIds);
    Result<ProviderKeyRow> one(const QString &organizationId, const QString &provider); ///< ResourceNotFound

    /// Replaces an earlier one, whose test and use no longer count.
    Result<ProviderKeyRow> save(const QString &organizationId, const NewProviderKey &key, QByteArrayView secret,
                                qint64 nowMs);
    Result<Done> remove(const QString &organizationId, const QString &provider); ///< ResourceNotFound
    /// Of a key that was replaced meanwhile (`fingerprint`) nothing is kept.
    Result<Done> setTest(const QString &organizationId, const QString &provider, const QString &fingerprint,
                         const KeyTest &test);
    /// A use from before the key was saved was another key's: nothing is kept of it.
    Result<Done> setUsed(const QString &organizationId, const QString &provider, qint64 atMs);
    /// The key itself, active or not. ResourceNotFound.
    Result<Secret> secret(const QString &organizationId, const QString &provider);

private:
    store::Connection &m_connection;
    Vault &m_vault;
};
}
