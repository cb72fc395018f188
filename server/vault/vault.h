// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/vault/keysource.h"

#include <chrono>
#include <mutex>

namespace vault
{
/// Whose secret it is. The value opens nowhere else.
struct Place {
    QString organizationId;
    QString owner; ///< the table of the row: "provider_keys", "agents"
    QString rowId; ///< the row's identity within the organisation

    QByteArray associated() const; ///< what a value is bound to
};

/// Secrets of tenants' rows, sealed in the database. One for all workers; any thread. A master key that is rotated by
/// another process is found when it is needed first.
class Vault
{
    Q_DISABLE_COPY_MOVE(Vault)
public:
    /// Makes the first master key where nothing was sealed yet. ServiceUnavailable, with one sentence, when the source
    /// does not have the keys that the database's values need.
    static Result<std::shared_ptr<Vault>> open(store::Connection &connection, std::shared_ptr<KeySource> source,
                                               qint64 nowMs);

    /// Seals and stores; replaces what was there. On the writer's connection.
    Result<Done> put(store::Connection &connection, const Place &place, QByteArrayView secret);
    Result<Done> remove(store::Connection &connection, const Place &place); ///< also when there is none
    /// ResourceNotFound; ServiceUnavailable when its master key is missing; InternalError when it was tampered with.
    Result<Secret> get(store::Connection &connection, const Place &place);

    const KeySource &source() const { return *m_source; }

private:
    explicit Vault(std::shared_ptr<KeySource> source)
        : m_source(std::move(source))
    {
    }
    Result<std::shared_ptr<const Keyring>> keyringWith(const QString &id);

    const std::shared_ptr<KeySource> m_source;
    std::mutex m_mutex;
    std::shared_ptr<const Keyring> m_keys;
    std::chrono::steady_clock::time_point m_lookedAt{}; ///< for a key that was missing
};

/// Until the transaction around it ends, nobody else changes which keys there are: for whoever reads them, and saves
/// what follows from it in the source, which knows no transactions. Sealing and opening go on meanwhile.
Result<Done> lockKeys(store::Connection &connection);
/// The id of the key that is to seal now; empty: none was registered. Within a transaction, it stays so until its end.
Result<QString> currentKeyId(store::Connection &connection);
}
