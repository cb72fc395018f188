// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/shared.h"
#include "server/store/writer.h"
#include "server/versions/lifecyclestore.h"
#include "server/versions/workercounts.h"

#include <QObject>

#include <chrono>

namespace versions
{
/// Holds the engines to the lifecycles that the database says, and brings what they count there. One a server; any
/// thread, except that it is made and destroyed on a thread with an event loop, where its timer runs. Outlives the
/// workers; dies before the writer, and then hands it what is left.
class VersionKeeper : public QObject
{
    Q_OBJECT
public:
    using Milliseconds = std::chrono::milliseconds;
    /// `flushEvery`: how long counts stay in memory. `readEvery`: how late at most another server's change is seen.
    VersionKeeper(store::Writer &writer, std::shared_ptr<api::Shared> shared,
                  Milliseconds flushEvery = Milliseconds(3000), Milliseconds readEvery = Milliseconds(10'000));
    ~VersionKeeper() override;

    /// From then on the engines serve as these say, unless they know of a later change.
    void apply(const Lifecycles &lifecycles);
    /// Reads them anew; for the start, and after a change that was made past apply().
    Result<Done> load(store::Connection &connection);

    /// A counter for an engine: what api::Shared::setCallCounters() wants.
    std::shared_ptr<api::CallCounter> makeCounter(const QList<api::Route> &routes);
    /// Hands all counts to the writer; done once they are on disk. What the database could not take just now is tried
    /// again with the next.
    QFuture<Result<Done>> flush();

private:
    struct Counters;
    void tick();
    void readAgain();

    store::Writer &m_writer;
    const std::shared_ptr<api::Shared> m_shared;
    const Milliseconds m_readEvery;
    std::mutex m_mutex;
    qint64 m_revision = 0; ///< of what the engines serve by
    const std::shared_ptr<Counters> m_counters; ///< outlives this while the writer is at work
    std::chrono::steady_clock::time_point m_readAt;
    qint64 m_droppedDay = 0; ///< when old counts were last dropped; days since the epoch
};
}
