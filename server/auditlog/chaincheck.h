// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/verification.h"
#include "server/store/readpool.h"

#include <atomic>

namespace auditlog
{
/// Checks the whole log on a thread of the pool, once at a time: who asks while a check runs gets that one's verdict,
/// whose head says up to where it looked. One for the whole server; any thread. Dies before the pool, and ends then.
class ChainCheck
{
    Q_DISABLE_COPY_MOVE(ChainCheck)
public:
    explicit ChainCheck(store::ReadPool &pool)
        : m_pool(pool)
    {
    }
    ~ChainCheck() { *m_stopping = true; }

    QFuture<Result<audit::Verdict>> run();
    quint64 runs() const { return m_runs.load(std::memory_order_relaxed); } ///< so far

private:
    store::ReadPool &m_pool;
    const std::shared_ptr<std::atomic<bool>> m_stopping = std::make_shared<std::atomic<bool>>(false);
    std::atomic<quint64> m_runs = 0;
    std::mutex m_mutex; ///< of the next
    std::optional<QFuture<Result<audit::Verdict>>> m_running;
};
}
