// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/keyusage.h"

#include <algorithm>

namespace vault
{
KeyUsage::KeyUsage(store::Writer &writer, std::shared_ptr<Vault> vault, std::chrono::milliseconds interval)
    : m_writer(writer)
    , m_vault(std::move(vault))
    , m_interval(interval)
{
}

KeyUsage::~KeyUsage() { flush(); }

void KeyUsage::mark(const QString &organizationId, const QString &provider, qint64 nowMs)
{
    QHash<Key, qint64> due;
    {
        const std::lock_guard lock(m_mutex);
        qint64 &last = m_pending[Key(organizationId, provider)];
        last = std::max(last, nowMs);
        if (nowMs - m_writtenMs < m_interval.count())
            return;
        m_writtenMs = nowMs;
        m_recent = std::exchange(m_pending, {});
        due = m_recent;
    }
    write(due);
}

qint64 KeyUsage::lastUsed(const QString &organizationId, const ProviderKeyRow &row) const
{
    const Key key(organizationId, row.provider);
    const std::lock_guard lock(m_mutex);
    const qint64 marked = std::max(m_pending.value(key), m_recent.value(key));
    return marked >= row.updatedMs ? std::max(row.lastUsedMs, marked) : row.lastUsedMs;
}

void KeyUsage::flush()
{
    QHash<Key, qint64> due;
    {
        const std::lock_guard lock(m_mutex);
        due = std::exchange(m_pending, {});
        for (auto it = due.cbegin(); it != due.cend(); ++it)
            m_recent.insert(it.key(), it.value());
    }
    if (!due.isEmpty())
        write(due);
}

void KeyUsage::write(const QHash<Key, qint64> &times)
{
    static_cast<void>(m_writer.submit<Done>([times, vault = m_vault](store::Connection &c) -> Result<Done> {
        ProviderKeyStore store(c, *vault);
        for (auto it = times.cbegin(); it != times.cend(); ++it) {
            if (auto kept = store.setUsed(it.key().first, it.key().second, it.value()); !kept)
                return kept;
        }
        return Done{};
    }));
}
}
