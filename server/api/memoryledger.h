// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/api/idempotency.h"

#include <QHash>

#include <mutex>

namespace api
{
/// A ledger that forgets with its process: for tests, and for a server without a database.
class MemoryLedger : public IdempotencyLedger
{
public:
    explicit MemoryLedger(Clock clock = systemClock());

    QFuture<Result<IdempotencyClaim>> begin(const QByteArray &scope, const QByteArray &key,
                                            const QByteArray &fingerprint) override;
    QFuture<Result<Done>> finish(const QByteArray &scope, const QByteArray &key, const QByteArray &answer) override;
    void abandon(const QByteArray &scope, const QByteArray &key) override;

private:
    struct Entry {
        QByteArray fingerprint;
        QByteArray answer;
        bool done = false;
        qint64 beganMs = 0;
    };
    using Id = std::pair<QByteArray, QByteArray>;

    Clock m_clock;
    std::mutex m_mutex;
    QHash<Id, Entry> m_entries;
};
}
