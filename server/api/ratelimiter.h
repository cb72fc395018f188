// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QString>

#include <array>
#include <mutex>

namespace api
{
/// What a budget is counted by.
struct RateKey {
    enum class Kind : quint8 { User, Key, Address, SignIn, Session, Bulk };
    Kind kind = Kind::User;
    QString id;

    /// A whole IPv4 address, or the /64 of an IPv6 one: what one household or host can move in freely.
    static RateKey address(Kind kind, const QHostAddress &client);

    friend bool operator==(const RateKey &, const RateKey &) = default;
    friend size_t qHash(const RateKey &key, size_t seed) noexcept { return qHash(key.id, seed ^ size_t(key.kind)); }
};

struct RateVerdict {
    bool limited = false; ///< whether a limit applies at all
    bool allowed = true;
    int limit = 0;
    int remaining = 0;
    qint64 resetAt = 0; ///< unix seconds, rounded up
    int waitSeconds = 0; ///< from now until then, rounded up: at most the window
};

/// Fixed windows, counted exactly under concurrency. A refused request does not count. Memory is bounded: ended windows
/// are dropped, and past `capacity` live windows the ones that started first. Any thread.
class RateLimiter
{
    Q_DISABLE_COPY_MOVE(RateLimiter)
public:
    explicit RateLimiter(qsizetype capacity);

    RateVerdict take(const RateKey &key, int limit, int windowSeconds, qint64 nowMs);
    /// What take() would say, without counting.
    RateVerdict peek(const RateKey &key, int limit, int windowSeconds, qint64 nowMs);
    qsizetype size() const; ///< windows held

private:
    struct Window {
        qint64 endsMs = 0;
        qint64 startedMs = 0;
        int used = 0;
    };
    struct Shard {
        mutable std::mutex mutex;
        QHash<RateKey, Window> windows;
    };
    Shard &shard(const RateKey &key) { return m_shards[qHash(key, 0x9e37) % m_shards.size()]; }
    void makeRoom(Shard &shard, qint64 nowMs) const;

    std::array<Shard, 16> m_shards;
    qsizetype m_perShard;
};
}
