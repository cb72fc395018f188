// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/clock.h"
#include "server/store/writer.h"

#include <QTimer>

namespace audit
{
/// What the log needs from time to time: failed sign-ins that were only counted are told, entries that are older than
/// the operator keeps them are removed. On a thread with an event loop; dies before the writer.
class Upkeep : public QObject
{
    Q_OBJECT
public:
    /// `retentionDays`: 0 keeps entries for ever.
    Upkeep(store::Writer &writer, int retentionDays, api::Clock clock);

    static constexpr qint64 Batch = 2000; ///< entries that one transaction removes

    void run(); ///< now; does not wait for the disk

private:
    store::Writer &m_writer;
    const int m_retentionDays;
    const api::Clock m_clock;
    QTimer m_timer;
};
}
