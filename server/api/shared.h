// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesslog.h"
#include "server/api/callcounter.h"
#include "server/api/clock.h"
#include "server/api/idempotency.h"
#include "server/api/metrics.h"
#include "server/api/ratelimiter.h"
#include "server/api/responsecache.h"
#include "server/api/schemalibrary.h"
#include "server/api/settings.h"
#include "server/api/staticfiles.h"
#include "server/api/versions.h"

namespace api
{
/// What the engines of all workers have in common. Any thread.
class Shared
{
    Q_DISABLE_COPY_MOVE(Shared)
public:
    explicit Shared(const Settings &settings, Clock clock = systemClock());

    qint64 nowMs() const { return m_clock(); }
    const Clock &clock() const { return m_clock; }

    std::shared_ptr<const VersionRegistry> versions() const;
    quint64 versionsRevision() const { return m_versionsRevision.load(std::memory_order_acquire); }
    void setVersions(VersionRegistry versions); ///< holds from the next request on

    RateLimiter &rates() { return m_rates; }
    ResponseCache &cache() { return m_cache; }
    Metrics &metrics() { return m_metrics; }
    SchemaLibrary &schemas() { return m_schemas; }
    StaticFiles &files() { return m_files; }

    /// Before the first engine is made; without one, Idempotency-Key is not honoured.
    void setLedger(std::shared_ptr<IdempotencyLedger> ledger) { m_ledger = std::move(ledger); }
    const std::shared_ptr<IdempotencyLedger> &ledger() const { return m_ledger; }
    /// What requests are fingerprinted with for the ledger. Before the first engine is made, and the same in all
    /// servers over one ledger; without one a random secret, which makes nothing comparable after a restart.
    void setFingerprintSecret(const QByteArray &secret) { m_fingerprintSecret = secret; }
    const QByteArray &fingerprintSecret() const { return m_fingerprintSecret; }
    /// Before the first engine is made.
    void addSink(std::shared_ptr<AccessSink> sink) { m_sinks.push_back(std::move(sink)); }
    const std::vector<std::shared_ptr<AccessSink>> &sinks() const { return m_sinks; }

    /// Before the first engine is made: each has a counter of its own made. Empty: nobody counts calls.
    void setCallCounters(CallCounterMaker maker) { m_callCounters = std::move(maker); }
    const CallCounterMaker &callCounters() const { return m_callCounters; }

private:
    Clock m_clock;
    mutable std::mutex m_mutex;
    std::shared_ptr<const VersionRegistry> m_versions;
    std::atomic<quint64> m_versionsRevision{1};
    RateLimiter m_rates;
    ResponseCache m_cache;
    Metrics m_metrics;
    SchemaLibrary m_schemas;
    StaticFiles m_files;
    std::shared_ptr<IdempotencyLedger> m_ledger;
    QByteArray m_fingerprintSecret;
    std::vector<std::shared_ptr<AccessSink>> m_sinks;
    CallCounterMaker m_callCounters;
};
}
