// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/writer.h"
#include "server/vault/providerkeystore.h"

#include <QHash>

namespace vault
{
/// When provider keys were last used. Known at once, written at most once in `interval` for all keys together: calls do
/// not wait for it. One for all workers; any thread. Dies before the writer.
class KeyUsage
{
    Q_DISABLE_COPY_MOVE(KeyUsage)
public:
    KeyUsage(store::Writer &writer, std::shared_ptr<Vault> vault,
             std::chrono::milliseconds interval = std::chrono::seconds(30));
    ~KeyUsage(); ///< writes what is not written yet

    void mark(const QString &organizationId, const QString &provider, qint64 nowMs);
    /// The later of what the row says and what was marked here since the key was saved; 0: never.
    qint64 lastUsed(const QString &organizationId, const ProviderKeyRow &row) const;
    void flush(); ///< now; does not wait for the disk

private:
    using Key = std::pair<QString, QString>;
    void write(const QHash<Key, qint64> &times);

    store::Writer &m_writer;
    const std::shared_ptr<Vault> m_vault;
    const std::chrono::milliseconds m_interval;
    mutable std::mutex m_mutex;
    QHash<Key, qint64> m_pending; ///< not handed to the writer yet
    QHash<Key, qint64> m_recent; ///< handed over; kept until the next time, when it is on disk
    qint64 m_writtenMs = 0;
};
}
