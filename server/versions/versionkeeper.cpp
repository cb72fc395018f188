// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/versionkeeper.h"

#include "models/domain/async.h"
#include "models/domain/day.h"
#include "server/versions/countstore.h"

#include <QLoggingCategory>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
Q_LOGGING_CATEGORY(lcVersions, "voxdesk.versions")

}

struct VersionKeeper::Counters {
    std::mutex mutex;
    std::vector<std::shared_ptr<WorkerCounts>> workers;
    Batch waiting; ///< what the database could not take

    Batch take()
    {
        const std::scoped_lock lock(mutex);
        Batch batch = std::exchange(waiting, {});
        for (const auto &worker : workers)
            addTo(batch, worker->take());
        return batch;
    }

    void giveBack(const Batch &batch)
    {
        const std::scoped_lock lock(mutex);
        addTo(waiting, batch);
    }
};

VersionKeeper::VersionKeeper(store::Writer &writer, std::shared_ptr<api::Shared> shared, Milliseconds flushEvery,
                             Milliseconds readEvery)
    : m_writer(writer)
    , m_shared(std::move(shared))
    , m_readEvery(readEvery)
    , m_counters(std::make_shared<Counters>())
    , m_readAt(std::chrono::steady_clock::now())
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &VersionKeeper::tick);
    timer->start(flushEvery);
}

VersionKeeper::~VersionKeeper() { static_cast<void>(flush()); }

void VersionKeeper::apply(const Lifecycles &lifecycles)
{
    const std::scoped_lock lock(m_mutex);
    if (lifecycles.revision <= m_revision)
        return;
    m_revision = lifecycles.revision;
    m_shared->setVersions(api::VersionRegistry(lifecycles.versions));
}

Result<Done> VersionKeeper::load(store::Connection &connection)
{
    const auto lifecycles = LifecycleStore(connection, m_shared->nowMs()).read();
    if (!lifecycles)
        return lifecycles.error();
    apply(*lifecycles);
    return Done{};
}

std::shared_ptr<api::CallCounter> VersionKeeper::makeCounter(const QList<api::Route> &routes)
{
    auto counter = std::make_shared<WorkerCounts>(routes);
    const std::scoped_lock lock(m_counters->mutex);
    m_counters->workers.push_back(counter);
    return counter;
}

QFuture<Result<Done>> VersionKeeper::flush()
{
    Batch batch = m_counters->take();
    if (batch.isEmpty())
        return readyFuture(Result<Done>(Done{}));
    return m_writer.submit<Done>([batch](store::Connection &c) { return addCounts(c, batch); },
                                 [batch, counters = m_counters](const Result<Done> &done) {
                                     if (!done && done.error() == ErrorCode::ServiceUnavailable)
                                         counters->giveBack(batch);
                                     else if (!done)
                                         qCWarning(lcVersions).noquote()
                                             << "calls were not counted:" << done.error().log;
                                 });
}

void VersionKeeper::tick()
{
    static_cast<void>(flush());
    const qint64 today = m_shared->nowMs() / DayMs;
    if (std::exchange(m_droppedDay, today) != today) {
        static_cast<void>(
            m_writer.submit<Done>([now = m_shared->nowMs()](store::Connection &c) { return dropOldCounts(c, now); }));
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - m_readAt >= m_readEvery) {
        m_readAt = now;
        readAgain();
    }
}

/// Another server over the same database may have changed them.
void VersionKeeper::readAgain()
{
    const auto read = m_writer.submit<Lifecycles>(
        [now = m_shared->nowMs()](store::Connection &c) { return LifecycleStore(c, now).read(); });
    whenDone(read, this, [this](const Result<Lifecycles> &lifecycles) {
        if (lifecycles)
            apply(*lifecycles);
    });
}
}
