// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"
#include "server/usage/usageevent.h"

#include <QList>

namespace usage
{
/// What became of a batch.
struct Recorded {
    qint64 accepted = 0; ///< new ones
    qint64 duplicates = 0; ///< known already, or twice in the batch
    qint64 flagged = 0; ///< of the accepted: consumed over the quota
};

/// Writes what was consumed: the raw events and every sum that is shown or enforced, all in the caller's transaction.
/// On the writer's connection only, inside its piece of work:
///
///     writer.submit<Recorded>([=](store::Connection &c) {
///         return UsageRecorder(c, *settings, *prices, now).record(organizationId, userId, {event});
///     });
///
/// Costs a handful of statements for one event and about thirty plus the distinct days and providers for a thousand;
/// twice the events' part where some of them are known already. Events over the quota are recorded and flagged, never
/// refused: ask requireQuota() before consuming.
class UsageRecorder
{
public:
    UsageRecorder(store::Connection &connection, const identity::IdentitySettings &settings, const Prices &prices,
                  qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_prices(prices)
        , m_now(nowMs)
    {
    }

    /// An event whose id the organisation has reported before counts nothing, whatever else it says. ResourceNotFound:
    /// no such user in that organisation. Validates nothing else; the sums of a tenant's day stop where addToRollups()
    /// says.
    Result<Recorded> record(const QString &organizationId, const QString &userId, const QList<Event> &events);

private:
    struct Batch;
    Result<bool> writeAsNew(Batch &batch, qint64 quota);
    Result<Done> writeWhatIsNew(Batch &batch, qint64 quota);
    Result<Done> insertWhatIsNew(Batch &batch);
    Result<Done> count(Batch &batch, qint64 quota);
    Result<Done> flag(const Batch &batch);
    Result<Done> followUser(const Batch &batch);

    store::Connection &m_connection;
    const identity::IdentitySettings &m_settings;
    const Prices &m_prices;
    qint64 m_now;
};
}
