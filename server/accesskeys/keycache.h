// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accesskeys/accesskeystore.h"
#include "server/identity/principalcache.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QMutex>

#include <atomic>
#include <chrono>
#include <optional>

namespace accesskeys
{
/// Live keys, so that a request needs no query, and when each was last written down as used. One for the whole server,
/// any thread.
///
/// Whatever changes a key calls changed() after its commit and before its answer leaves; any change to a user does the
/// same by way of the PrincipalCache. From then on every worker asks the database again: changes are rare, so all
/// entries go at once. A Ticket taken before reading keeps a worker from putting back what it read before the change.
class KeyCache
{
    Q_DISABLE_COPY_MOVE(KeyCache)
public:
    static constexpr qint64 TouchEveryMs = 60'000;
    struct Ticket {
        quint64 epoch = 0;
    };

    explicit KeyCache(const identity::PrincipalCache &users)
        : m_users(users)
    {
    }

    /// As PrincipalCache::setLifetime().
    void setLifetime(std::chrono::milliseconds lifetime) { m_lifetime = lifetime; }

    std::optional<KnownKey> find(const QString &id) const;
    Ticket beforeReading() const { return {epoch()}; }
    void put(Ticket ticket, const QString &id, const KnownKey &key);
    void changed() { m_changes.fetch_add(1, std::memory_order_acq_rel); }

    /// Whether this use is to be written down: once a minute and key.
    bool mustTouch(const QString &id, qint64 nowMs);

private:
    static constexpr qsizetype Capacity = 65'536; ///< a full one starts over
    struct Entry {
        quint64 epoch = 0;
        KnownKey key;
        QDeadlineTimer end;
    };

    quint64 epoch() const { return m_changes.load(std::memory_order_acquire) + m_users.userChanges(); }

    const identity::PrincipalCache &m_users;
    std::atomic<quint64> m_changes{0};
    mutable QMutex m_mutex;
    QHash<QString, Entry> m_keys;
    QHash<QString, qint64> m_touched;
    std::optional<std::chrono::milliseconds> m_lifetime;
};
}
