// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/principalcache.h"

namespace identity
{
std::optional<api::Principal> PrincipalCache::find(const QString &sessionId) const
{
    const Shard &shard = shardOf(sessionId);
    const QMutexLocker lock(&shard.mutex);
    const auto found = shard.principals.constFind(sessionId);
    if (found == shard.principals.cend() || found->end.hasExpired())
        return std::nullopt;
    return found->principal;
}

PrincipalCache::Ticket PrincipalCache::beforeReading(const QString &sessionId) const
{
    const Shard &shard = shardOf(sessionId);
    const QMutexLocker lock(&shard.mutex);
    return {shard.epoch};
}

void PrincipalCache::put(Ticket ticket, const api::Principal &principal)
{
    Shard &shard = shardOf(principal.sessionId);
    const QMutexLocker lock(&shard.mutex);
    if (shard.epoch != ticket.epoch)
        return;
    if (shard.principals.size() >= Capacity)
        shard.principals.clear();
    shard.principals.insert(
        principal.sessionId,
        {principal, m_lifetime ? QDeadlineTimer(*m_lifetime) : QDeadlineTimer(QDeadlineTimer::Forever)});
}

void PrincipalCache::evictSession(const QString &sessionId)
{
    Shard &shard = shardOf(sessionId);
    const QMutexLocker lock(&shard.mutex);
    ++shard.epoch;
    shard.principals.remove(sessionId);
}

void PrincipalCache::evictUser(const QString &userId) { evictUsers({userId}); }

void PrincipalCache::evictUsers(const QSet<QString> &userIds)
{
    evictAll([&](const api::Principal &who) { return userIds.contains(who.userId); });
}

void PrincipalCache::evictOrganization(const QString &organizationId)
{
    evictAll([&](const api::Principal &who) { return who.organizationId == organizationId; });
}

void PrincipalCache::evictEverybody()
{
    evictAll([](const api::Principal &) { return true; });
}

void PrincipalCache::evictAll(const std::function<bool(const api::Principal &)> &which)
{
    m_userChanges.fetch_add(1, std::memory_order_acq_rel);
    // Rare, so it walks: an index by user would cost every sign-in.
    for (Shard &shard : m_shards) {
        const QMutexLocker lock(&shard.mutex);
        ++shard.epoch;
        shard.principals.removeIf([&](const auto &entry) { return which(entry.value().principal); });
    }
}
}
