// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/idempotency.h"
#include "server/store/writer.h"

#include <memory>

namespace idempotency
{
/// The ledger in the database: survives a restart, and is shared by servers that share a PostgreSQL database. Any
/// thread. A claim and its answer are two commits: a server that dies between the request's own commit and finish()
/// lets the request run again.
class IdempotencyStore : public api::IdempotencyLedger
{
public:
    static constexpr qint64 KeptMs = 24LL * 60 * 60 * 1000;
    static constexpr qint64 LongestRunMs = 10LL * 60 * 1000; ///< an older claim belongs to a dead server

    /// `writer` outlives this.
    explicit IdempotencyStore(store::Writer &writer, api::Clock clock = api::systemClock());

    QFuture<Result<api::IdempotencyClaim>> begin(const QByteArray &scope, const QByteArray &key,
                                                 const QByteArray &fingerprint) override;
    QFuture<Result<Done>> finish(const QByteArray &scope, const QByteArray &key, const QByteArray &answer) override;
    void abandon(const QByteArray &scope, const QByteArray &key) override;

    /// Deletes at most `limit` rows that are past their time; answers how many. begin() does it now and then by itself.
    QFuture<Result<qint64>> purge(int limit = 256);

private:
    class ReleasedKeys;

    store::Writer &m_writer;
    api::Clock m_clock;
    const QString m_instance; ///< tells this server's claims from those of one that died
    const std::shared_ptr<ReleasedKeys> m_released; ///< the writer's work may outlive this
    std::atomic<quint32> m_begun = 0;
};
}
