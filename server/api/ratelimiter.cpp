// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/ratelimiter.h"

#include <algorithm>
#include <vector>

namespace
{
int secondsBetween(qint64 fromMs, qint64 untilMs) { return int((untilMs - fromMs + 999) / 1000); }
}

namespace api
{
RateKey RateKey::address(Kind kind, const QHostAddress &client)
{
    bool isIpv4 = false;
    const quint32 ipv4 = client.toIPv4Address(&isIpv4); // also for ::ffff:a.b.c.d
    if (isIpv4) {
        const std::array<char16_t, 2> raw{char16_t(ipv4 >> 16), char16_t(ipv4)};
        return {kind, QString(reinterpret_cast<const QChar *>(raw.data()), 2)};
    }
    const Q_IPV6ADDR ipv6 = client.toIPv6Address();
    QString id(4, Qt::Uninitialized);
    for (int i = 0; i < 4; ++i)
        id[i] = QChar(char16_t(ipv6[2 * i] << 8 | ipv6[2 * i + 1]));
    return {kind, id};
}

RateLimiter::RateLimiter(qsizetype capacity)
    : m_perShard(std::max<qsizetype>(16, capacity / qsizetype(m_shards.size())))
{
}

RateVerdict RateLimiter::take(const RateKey &key, int limit, int windowSeconds, qint64 nowMs)
{
    Shard &s = shard(key);
    const std::scoped_lock lock(s.mutex);
    auto it = s.windows.find(key);
    if (it == s.windows.end()) {
        if (s.windows.size() >= m_perShard)
            makeRoom(s, nowMs);
        it = s.windows.insert(key, {});
    }
    Window &window = *it;
    const qint64 length = qint64(windowSeconds) * 1000;
    // A clock that jumped back must not leave a window open for longer than its length.
    if (nowMs >= window.endsMs || nowMs + length < window.endsMs)
        window = {nowMs + length, nowMs, 0};
    RateVerdict verdict{true, window.used < limit,          limit,
                        0,    (window.endsMs + 999) / 1000, secondsBetween(nowMs, window.endsMs)};
    if (verdict.allowed)
        ++window.used;
    verdict.remaining = std::max(0, limit - window.used);
    return verdict;
}

RateVerdict RateLimiter::peek(const RateKey &key, int limit, int windowSeconds, qint64 nowMs)
{
    Shard &s = shard(key);
    const std::scoped_lock lock(s.mutex);
    const auto it = s.windows.constFind(key);
    if (it == s.windows.constEnd() || nowMs >= it->endsMs)
        return {true, limit > 0, limit, std::max(0, limit), nowMs / 1000 + windowSeconds, windowSeconds};
    return {true,
            it->used < limit,
            limit,
            std::max(0, limit - it->used),
            (it->endsMs + 999) / 1000,
            secondsBetween(nowMs, it->endsMs)};
}

qsizetype RateLimiter::size() const
{
    qsizetype sum = 0;
    for (const Shard &s : m_shards) {
        const std::scoped_lock lock(s.mutex);
        sum += s.windows.size();
    }
    return sum;
}

void RateLimiter::makeRoom(Shard &s, qint64 nowMs) const
{
    s.windows.removeIf([&](const auto &entry) { return entry.value().endsMs <= nowMs; });
    if (s.windows.size() < m_perShard)
        return;
    std::vector<qint64> starts;
    starts.reserve(std::size_t(s.windows.size()));
    for (const Window &window : std::as_const(s.windows))
        starts.push_back(window.startedMs);
    const auto quarter = starts.begin() + qsizetype(starts.size() / 4);
    std::nth_element(starts.begin(), quarter, starts.end());
    // At most a quarter goes, even when all began in the same millisecond.
    qsizetype left = qsizetype(starts.size() / 4) + 1;
    s.windows.removeIf(
        [&](const auto &entry) { return left > 0 && entry.value().startedMs <= *quarter && left-- > 0; });
}
}
