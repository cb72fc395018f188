// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/memoryledger.h"

#include "models/domain/async.h"
#include "models/domain/day.h"

namespace
{
}

namespace api
{
MemoryLedger::MemoryLedger(Clock clock)
    : m_clock(std::move(clock))
{
}

QFuture<Result<IdempotencyClaim>> MemoryLedger::begin(const QByteArray &scope, const QByteArray &key,
                                                      const QByteArray &fingerprint)
{
    using State = IdempotencyClaim::State;
    const qint64 now = m_clock();
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([&](const auto &entry) { return entry.value().beganMs + DayMs <= now; });
    const auto it = m_entries.constFind({scope, key});
    IdempotencyClaim claim;
    if (it == m_entries.constEnd())
        m_entries.insert({scope, key}, {fingerprint, {}, false, now});
    else if (it->fingerprint != fingerprint)
        claim.state = State::Mismatch;
    else
        claim = it->done ? IdempotencyClaim{State::Done, it->answer} : IdempotencyClaim{State::Running, {}};
    return readyFuture<Result<IdempotencyClaim>>(claim);
}

QFuture<Result<Done>> MemoryLedger::finish(const QByteArray &scope, const QByteArray &key, const QByteArray &answer)
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_entries.find({scope, key});
    if (it != m_entries.end()) {
        it->answer = answer;
        it->done = true;
    }
    return readyFuture<Result<Done>>(Done{});
}

void MemoryLedger::abandon(const QByteArray &scope, const QByteArray &key)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.remove({scope, key});
}
}
