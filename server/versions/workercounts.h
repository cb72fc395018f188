// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/callcounter.h"
#include "server/versions/callcounts.h"

#include <QHash>

#include <mutex>
#include <vector>

namespace versions
{
/// Counts one worker's answers in its memory: an addition or two and, for a recognised caller, one look into a hash.
/// count() on the worker's thread; take() on any.
class WorkerCounts : public api::CallCounter
{
    Q_DISABLE_COPY_MOVE(WorkerCounts)
public:
    static constexpr std::size_t MostCallers = 4096; ///< until take(); later ones are counted as CallerKind::Other

    explicit WorkerCounts(const QList<api::Route> &routes, std::size_t mostCallers = MostCallers);

    void count(const api::CountedCall &call) override;
    /// What was counted since the last time.
    Batch take();

private:
    static constexpr std::size_t Versions = 2;

    struct Tally {
        quint32 requests = 0;
        quint32 errors = 0;
        std::array<quint32, Latency::Buckets> latency{};
    };
    struct Caller {
        QString organizationId;
        QByteArray userAgent;
        bool isKey = false;
        std::array<qint64, Versions> lastSeenMs{};
        std::array<quint32, Versions> requests{};
        std::array<quint32, Versions> errors{};
        std::vector<quint64> called; ///< a bit a tally
    };
    struct Day {
        qint64 day = 0; ///< since the epoch, UTC
        std::vector<Tally> tallies; ///< by route and version; the last two: no route
        QHash<QString, std::size_t> known; ///< users.id or access_keys.id → place in `callers`
        std::vector<Caller> callers; ///< the first: those beyond MostCallers
    };

    void open(qint64 day);
    Caller &callerOf(const api::CountedCall &call);
    void addTo(Batch &batch, const Day &day) const;

    std::vector<std::pair<QByteArray, QByteArray>> m_routes; ///< method and path
    const std::size_t m_mostCallers;
    std::mutex m_mutex;
    Day m_day;
    std::vector<Day> m_past; ///< days that ended since the last take()
};
}
