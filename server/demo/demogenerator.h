// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/usage/usageevent.h"

#include <functional>

namespace demo
{
struct DemoOptions {
    quint64 seed = 1;
    int users = 1000; ///< 20 to 5 000 000
    int actors = 500; ///< of the users: have agents, and calls that consume
    int days = 90; ///< of history, 1 to 3650; the last one is that of `nowMs`
    qint64 nowMs = 0; ///< milliseconds since the epoch, UTC
    QString password; ///< of the known accounts; nobody else can sign in
};

/// ValidationError, its message begins with the option's name, when one is out of range.
Result<Done> checkOptions(const DemoOptions &options);

struct DemoSummary {
    qint64 users = 0;
    qint64 organizations = 0;
    qint64 agents = 0;
    qint64 calls = 0;
};

/// Fills an empty database with people that do not exist: all addresses end in .example (RFC 2606), all telephone
/// numbers are of ranges kept for fiction. The same options make the same rows. Known accounts: admin@voxdesk.example
/// (platform administrator), support@voxdesk.example, owner@northgate.example (owner of an organisation).
class DemoGenerator
{
    Q_DISABLE_COPY_MOVE(DemoGenerator)
public:
    using Hash = std::function<Result<QString>(const QString &password)>; ///< called once
    using Progress = std::function<void(qint64 done, qint64 all)>; ///< users written; on the caller's thread

    /// The connection's schema is at the newest version. `prices` says what usage cost, and outlives it.
    DemoGenerator(store::Connection &connection, const usage::Prices &prices, Hash hash, Progress progress = {});

    /// One transaction: all of it or nothing. ResourceConflict with one sentence when the database holds users or
    /// organisations already; ValidationError for options out of range.
    Result<DemoSummary> generate(const DemoOptions &options);

private:
    Result<Done> refuseUnlessEmpty();
    Result<Done> buildSearch();

    store::Connection &m_connection;
    const usage::Prices &m_prices;
    Hash m_hash;
    Progress m_progress;
};
}
