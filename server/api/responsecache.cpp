// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/responsecache.h"

#include <bit>

namespace
{
/// Calls `each` with the index of every tag that is set.
template<typename Each>
void forTags(api::Tags tags, Each each)
{
    for (auto bits = api::Tags::Int(tags); bits != 0; bits &= bits - 1)
        each(std::size_t(std::countr_zero(quint32(bits))));
}

qsizetype weight(const QByteArray &key, const api::CachedAnswer &cached)
{
    qsizetype sum = qsizetype(sizeof(api::CachedAnswer)) + key.size() + cached.answer.json.size()
        + cached.pagination.size() + cached.entityTag.size() + 128;
    for (const auto &[name, value] : cached.answer.headers)
        sum += name.size() + value.size() + qsizetype(sizeof(http::Headers::Field));
    return sum;
}
}

namespace api
{
ResponseCache::ResponseCache(qint64 bytes, std::chrono::seconds time)
    : m_timeMs(std::chrono::milliseconds(time).count())
{
    for (Shard &s : m_shards)
        s.answers.setMaxCost(qsizetype(bytes / qint64(m_shards.size())));
}

quint64 ResponseCache::generation(Tags tags) const
{
    quint64 sum = 0;
    forTags(tags, [&](std::size_t i) { sum += m_generations[i].load(std::memory_order_acquire); });
    return sum;
}

void ResponseCache::changed(Tags tags)
{
    forTags(tags, [&](std::size_t i) { m_generations[i].fetch_add(1, std::memory_order_acq_rel); });
}

std::shared_ptr<const CachedAnswer> ResponseCache::find(const QByteArray &key, Tags tags, qint64 nowMs)
{
    Shard &s = shard(key);
    const std::scoped_lock lock(s.mutex);
    const auto *held = s.answers.object(key);
    if (!held)
        return {};
    if ((*held)->generation != generation(tags) || (*held)->expiresMs <= nowMs) {
        s.answers.remove(key);
        return {};
    }
    return *held;
}

void ResponseCache::store(const QByteArray &key, Tags tags, CachedAnswer answer, qint64 nowMs)
{
    if (answer.generation != generation(tags))
        return;
    answer.expiresMs = nowMs + m_timeMs;
    const qsizetype cost = weight(key, answer);
    auto *held = new std::shared_ptr<const CachedAnswer>(std::make_shared<CachedAnswer>(std::move(answer)));
    Shard &s = shard(key);
    const std::scoped_lock lock(s.mutex);
    s.answers.insert(key, held, cost); // QCache owns it, and deletes it at once when it is larger than all
}

qsizetype ResponseCache::bytes() const
{
    qsizetype sum = 0;
    for (const Shard &s : m_shards) {
        const std::scoped_lock lock(s.mutex);
        sum += s.answers.totalCost();
    }
    return sum;
}
}
