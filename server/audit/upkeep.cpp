// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/upkeep.h"

#include "models/domain/async.h"
#include "server/audit/bursts.h"
#include "server/audit/retention.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace audit
{
namespace
{
Q_LOGGING_CATEGORY(lcUpkeep, "voxdesk.audit")
}

Upkeep::Upkeep(store::Writer &writer, int retentionDays, api::Clock clock)
    : m_writer(writer)
    , m_retentionDays(retentionDays)
    , m_clock(std::move(clock))
{
    connect(&m_timer, &QTimer::timeout, this, &Upkeep::run);
    m_timer.start(1min);
    run();
}

void Upkeep::run()
{
    const auto work = [days = m_retentionDays, now = m_clock()](store::Connection &c) -> Result<qint64> {
        if (const auto told = sumUp(c, now); !told)
            return told.error();
        return days > 0 ? prune(c, keptFrom(days, now), Batch, now) : Result<qint64>(0);
    };
    whenDone(m_writer.submit<qint64>(work), this, [this](const Result<qint64> &pruned) {
        if (!pruned)
            qCWarning(lcUpkeep).noquote() << "the audit log was not kept up:" << pruned.error().log;
        else if (*pruned == Batch)
            run();
    });
}
}
