// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/api/principal.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QMutex>
#include <QSet>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>

namespace identity
{
/// Who the live sessions belong to, so that a request needs no query. One for the whole server, any thread.
///
/// What ends or changes a session calls evict…() after its commit and before its answer leaves; from then on every
/// worker asks the database again. A worker that read the database before that commit cannot put its stale row back: a
/// Ticket taken before reading is void after any eviction in between.
class PrincipalCache
{
    Q_DISABLE_COPY_MOVE(PrincipalCache)
public:
    struct Ticket {
        quint64 epoch = 0;
    };

    PrincipalCache() = default;

    /// Where another server over the same database may end sessions, unnoticed here: entries are read anew after this
    /// time. Unset: what is evicted is all there is. Before the first use.
    void setLifetime(std::chrono::milliseconds lifetime) { m_lifetime = lifetime; }

    std::optional<api::Principal> find(const QString &sessionId) const;
    Ticket beforeReading(const QString &sessionId) const;
    void put(Ticket ticket, const api::Principal &principal);

    void evictSession(const QString &sessionId);
    void evictUser(const QString &userId);
    void evictUsers(const QSet<QString> &userIds); ///< as one eviction, however many they are
    void evictOrganization(const QString &organizationId); ///< all its members
    void evictEverybody();
    /// Goes up with every eviction but evictSession(): for what else is remembered of users.
    quint64 userChanges() const { return m_userChanges.load(std::memory_order_acquire); }

private:
    static constexpr qsizetype Capacity = 4096; ///< a shard; a full one starts over
    struct Held {
        api::Principal principal;
        QDeadlineTimer end;
    };
    struct Shard {
        mutable QMutex mutex;
        QHash<QString, Held> principals;
        quint64 epoch = 0;
    };

    void evictAll(const std::function<bool(const api::Principal &)> &which);
    const Shard &shardOf(const QString &sessionId) const { return m_shards.at(qHash(sessionId) % m_shards.size()); }
    Shard &shardOf(const QString &sessionId) { return m_shards.at(qHash(sessionId) % m_shards.size()); }

    std::array<Shard, 32> m_shards;
    std::atomic<quint64> m_userChanges{0};
    std::optional<std::chrono::milliseconds> m_lifetime;
};
}
