// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/calls/callrow.h"
#include "server/identity/keysetlist.h"

namespace calls
{
/// Which calls. Everything empty: all of the organisation.
struct CallFilter {
    std::optional<QString> agentId = {};
    std::optional<CallStatus> status = {};
    std::optional<Direction> direction = {};
    QString phoneNumber = {}; ///< from or to, exactly
    std::optional<qint64> fromMs = {}; ///< began at or after, UTC
    std::optional<qint64> untilMs = {}; ///< began before, UTC
    QString search = {}; ///< as sent: in external id, numbers, outcome and notes
};

struct CallPage {
    QList<CallRow> rows;
    api::Pagination pagination;
};

/// What an organisation's lists are sorted by, and what the lists of a platform administrator are.
const identity::ListTable &callTable();
const identity::ListTable &allCallsTable();

/// On the connection's thread. `organizationId` empty is for platform administrators only: of all, by
/// allCallsTable(). `total` comes from counters; with a phone number or a search only while few fit, and not where a
/// day is cut.
Result<CallPage> listCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter,
                           const QString &sort, const api::PageRequest &page);
Result<CallPage> listAllCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter,
                              const QString &sort, const api::PageRequest &page);
/// How many there are, exactly.
Result<qint64> countCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter);

struct CallSums {
    qint64 calls = 0;
    qint64 completed = 0;
    qint64 ended = 0; ///< completed, failed, no answer or busy: those that could have been completed
    qint64 durationSeconds = 0; ///< of completed ones
    qint64 cost = 0; ///< nano-dollars, of those whose cost is known
    qint64 converted = 0; ///< completed with the outcome "converted"

    double successRate() const { return ended > 0 ? 100.0 * double(completed) / double(ended) : 0.0; } ///< percent
    double averageSeconds() const { return completed > 0 ? double(durationSeconds) / double(completed) : 0.0; }
};

struct CallStats {
    CallSums all;
    QList<qint64> byStatus; ///< as callStatuses()
    struct OfAgent {
        QString id; ///< empty: calls without one
        QString name; ///< empty: gone
        CallSums sums;
    };
    QList<OfAgent> byAgent; ///< the most calls first, at most MostAgents
    struct OfDay {
        QDate day; ///< UTC
        CallSums sums;
    };
    QList<OfDay> byDay; ///< days with calls, oldest first; the newest MostDays of them

    static constexpr int MostAgents = 200;
    static constexpr int MostDays = 366;
};

/// From the daily counters; from the rows where a filter needs them (a phone number, a search, a range that cuts days).
Result<CallStats> callStats(store::Connection &connection, const QString &organizationId, const CallFilter &filter);
}
