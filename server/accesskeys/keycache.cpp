// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/keycache.h"

namespace accesskeys
{
std::optional<KnownKey> KeyCache::find(const QString &id) const
{
    const quint64 now = epoch();
    const QMutexLocker lock(&m_mutex);
    const auto found = m_keys.constFind(id);
    const bool holds = found != m_keys.cend() && found->epoch == now && !found->end.hasExpired();
    return holds ? std::optional(found->key) : std::nullopt;
}

void KeyCache::put(Ticket ticket, const QString &id, const KnownKey &key)
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys.size() >= Capacity)
        m_keys.clear();
    m_keys.insert(id, {ticket.epoch, key, m_lifetime ? QDeadlineTimer(*m_lifetime) : QDeadlineTimer::Forever});
}

bool KeyCache::mustTouch(const QString &id, qint64 nowMs)
{
    const QMutexLocker lock(&m_mutex);
    if (m_touched.size() >= Capacity)
        m_touched.clear();
    qint64 &touched = m_touched[id];
    if (nowMs - touched < TouchEveryMs)
        return false;
    touched = nowMs;
    return true;
}
}
