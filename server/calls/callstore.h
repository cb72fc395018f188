// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/calls/callrow.h"

#include <functional>

namespace calls
{
/// What a telephony system says of a call. What is not set was not said.
struct CallReport {
    QString externalId = {}; ///< its own name of the call; empty: it has none
    std::optional<QString> agentId = {};
    QString agentField = QStringLiteral("agent_id"); ///< what the report calls it
    std::optional<QString> carrier = {};
    QString carrierField = QStringLiteral("carrier");
    std::optional<Direction> direction = {};
    std::optional<QString> fromNumber = {};
    std::optional<QString> toNumber = {};
    std::optional<CallStatus> status = {}; ///< of a new call: completed
    std::optional<qint64> startedAt = {}; ///< ms UTC
    std::optional<qint64> endedAt = {};
    std::optional<qint64> durationSeconds = {}; ///< else from the two times
    std::optional<qint64> cost = {}; ///< nano-dollars
    std::optional<QString> outcome = {};
    std::optional<QString> notes = {};
    std::optional<QString> recordingUrl = {};
    std::optional<QByteArray> transcript = {}; ///< JSON, as the next two
    std::optional<QByteArray> timeline = {};
    std::optional<QByteArray> callMeta = {};
};

struct CallChange {
    std::optional<QString> outcome = {};
    std::optional<QString> notes = {};
    std::optional<QString> recordingUrl = {};
    std::optional<QByteArray> transcript = {}; ///< JSON, as the next
    std::optional<QByteArray> callMeta = {};
};

struct Reported {
    CallRow row;
    std::optional<CallRow> before = {}; ///< as it was; empty: new
    bool isNew = false;
    bool hasEnded = false; ///< by this report: its usage is to be counted now
};

/// Looks at the row as it is before a change; an Error stops the change. Empty: always.
using CallCheck = std::function<Result<Done>(const CallRow &)>;

/// Single rows of `calls`; lists and figures are in calllist.h. On the connection's thread; changes belong on the
/// writer's connection, where check and change are one piece.
class CallStore
{
public:
    CallStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<CallRow> byId(const QString &organizationId, const QString &id); ///< ResourceNotFound
    Result<CallRow> byIdOfAny(const QString &id); ///< for platform administrators. ResourceNotFound

    /// A call is known by its external id: a report of one that has not ended brings it up to date, and never leads
    /// back to a status before the one it has. One that has ended still takes what update() does, and its timeline.
    /// ResourceConflict, naming the fields, when a report says something else of what an ended call was counted by;
    /// ValidationError when it ends before it starts, or names an agent that the organisation does not have.
    Result<Reported> report(const QString &organizationId, const QString &userId, const CallReport &report);
    Result<Done> setCost(const QString &organizationId, const QString &id, qint64 nanoDollars);
    /// As byId(), for who is about to change it: nobody else does until the transaction ends. Also what `check` says.
    Result<CallRow> forChange(const QString &organizationId, const QString &id, const CallCheck &check = {});
    Result<CallRow> update(const CallRow &before, const CallChange &change); ///< of a row for change
    /// The same. Only a queued one: ResourceConflict otherwise. `by`: the user, for the timeline.
    Result<CallRow> cancel(const CallRow &before, const QString &by);

private:
    Result<CallRow> one(const QString &where, const QVariantList &bindings);
    Result<Done> knowsAgent(const QString &organizationId, const CallReport &report); ///< of one that names an agent
    Result<Done> insert(const CallRow &row);
    Result<Done> write(const CallRow &row);

    store::Connection &m_connection;
    qint64 m_now;
};
}
