// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/chaincheck.h"

using namespace Qt::StringLiterals;

namespace auditlog
{
QFuture<Result<audit::Verdict>> ChainCheck::run()
{
    const std::scoped_lock lock(m_mutex);
    if (m_running && !m_running->isFinished())
        return *m_running;
    m_runs.fetch_add(1, std::memory_order_relaxed);
    m_running = m_pool.submit<audit::Verdict>(
        [stopping = m_stopping](store::Connection &connection) -> Result<audit::Verdict> {
            audit::Verification verification(connection);
            while (!*stopping) {
                const auto more = verification.step();
                if (!more)
                    return more.error();
                if (!*more)
                    return verification.verdict();
            }
            return Error{.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 1, .log = u"the server stops"_s};
        });
    return *m_running;
}
}
