// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callrow.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
constexpr std::array StatusNames{"queued"_L1, "dialing"_L1,   "in_progress"_L1, "completed"_L1,
                                 "failed"_L1, "no_answer"_L1, "busy"_L1,        "canceled"_L1};

std::optional<qint64> numberOrNone(const store::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.integer(column));
}
}

const QString ListedColumns
    = u"u.id, u.organization_id, u.user_id, u.agent_id, u.external_id, u.carrier, u.direction, u.from_number, "
      "u.to_number, u.status, u.started_at, u.ended_at, u.duration_seconds, u.cost, u.outcome, u.notes, "
      "u.recording_url, u.call_meta, u.created_at, u.updated_at, a.name, o.name, w.email"_s;
const QString CallJoins
    = u"LEFT JOIN agents a ON a.id = u.agent_id AND a.organization_id = u.organization_id "
      "LEFT JOIN organizations o ON o.id = u.organization_id LEFT JOIN users w ON w.id = u.user_id"_s;

const QList<CallStatus> &callStatuses()
{
    static const QList<CallStatus> all{CallStatus::Queued,    CallStatus::Dialing, CallStatus::InProgress,
                                       CallStatus::Completed, CallStatus::Failed,  CallStatus::NoAnswer,
                                       CallStatus::Busy,      CallStatus::Canceled};
    return all;
}

QLatin1StringView toWire(CallStatus status) { return StatusNames.at(std::size_t(status)); }

QLatin1StringView toWire(Direction direction) { return direction == Direction::Inbound ? "inbound"_L1 : "outbound"_L1; }

std::optional<CallStatus> callStatusFromWire(QStringView text)
{
    const auto found = std::ranges::find_if(StatusNames, [&](QLatin1StringView name) { return text == name; });
    return found == StatusNames.end() ? std::nullopt : std::optional(CallStatus(found - StatusNames.begin()));
}

std::optional<Direction> directionFromWire(QStringView text)
{
    if (text == "inbound"_L1)
        return Direction::Inbound;
    return text == "outbound"_L1 ? std::optional(Direction::Outbound) : std::nullopt;
}

bool isFinal(CallStatus status) { return status >= CallStatus::Completed; }

CallRow readListed(const store::Rows &rows)
{
    int at = 0;
    CallRow row;
    row.id = rows.text(at++);
    row.organizationId = rows.text(at++);
    row.userId = rows.text(at++);
    row.agentId = rows.text(at++);
    row.externalId = rows.text(at++);
    row.carrier = rows.text(at++);
    row.direction = directionFromWire(rows.text(at++)).value_or(Direction::Outbound);
    row.fromNumber = rows.text(at++);
    row.toNumber = rows.text(at++);
    row.status = callStatusFromWire(rows.text(at++)).value_or(CallStatus::Failed);
    row.startedAt = numberOrNone(rows, at++);
    row.endedAt = numberOrNone(rows, at++);
    row.durationSeconds = rows.integer(at++);
    row.cost = numberOrNone(rows, at++);
    row.outcome = rows.text(at++);
    row.notes = rows.text(at++);
    row.recordingUrl = rows.text(at++);
    row.callMeta = rows.text(at++).toUtf8();
    row.createdAt = rows.integer(at++);
    row.updatedAt = rows.integer(at++);
    row.agentName = rows.text(at++);
    row.organizationName = rows.text(at++);
    row.userEmail = rows.text(at);
    return row;
}

CallRow readWhole(const store::Rows &rows)
{
    CallRow row = readListed(rows);
    row.transcript = rows.text(ListedColumnCount).toUtf8();
    row.timeline = rows.text(ListedColumnCount + 1).toUtf8();
    return row;
}
}
