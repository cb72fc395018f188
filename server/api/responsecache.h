// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

#include <QCache>

#include <array>
#include <atomic>
#include <mutex>

namespace api
{
/// A success: in v1 as it left, for nothing in it depends on the request; in v2 as its handler answered it, and the
/// envelope is put around it anew each time.
struct CachedAnswer {
    Answer answer;
    QByteArray pagination; ///< rendered; empty: none
    QByteArray entityTag;
    quint64 generation = 0; ///< of the route's tags, from before the handler ran
    qint64 expiresMs = 0;
};

/// Answers of GETs, all workers together. What was computed before a change is never served after changed() returned.
/// Bounded in bytes; what was used longest ago goes first. Any thread.
class ResponseCache
{
    Q_DISABLE_COPY_MOVE(ResponseCache)
public:
    ResponseCache(qint64 bytes, std::chrono::seconds time);

    /// To be taken before the rows are read, and stored with the answer.
    quint64 generation(Tags tags) const;
    void changed(Tags tags);

    std::shared_ptr<const CachedAnswer> find(const QByteArray &key, Tags tags, qint64 nowMs);
    /// Sets the expiry. An answer whose generation has passed meanwhile is not kept.
    void store(const QByteArray &key, Tags tags, CachedAnswer answer, qint64 nowMs);
    qsizetype bytes() const;

private:
    struct Shard {
        mutable std::mutex mutex;
        QCache<QByteArray, std::shared_ptr<const CachedAnswer>> answers;
    };
    Shard &shard(const QByteArray &key) { return m_shards[qHash(key, 0x51ed) % m_shards.size()]; }

    std::array<std::atomic<quint64>, 32> m_generations{}; ///< one a tag; they only grow, so a sum tells of any change
    std::array<Shard, 16> m_shards;
    qint64 m_timeMs;
};
}
