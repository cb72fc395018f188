// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace calls
{
enum class CallStatus { Queued, Dialing, InProgress, Completed, Failed, NoAnswer, Busy, Canceled };
enum class Direction { Inbound, Outbound };

/// All of them, in the order of a call's life.
const QList<CallStatus> &callStatuses();
QLatin1StringView toWire(CallStatus status); ///< "in_progress"
QLatin1StringView toWire(Direction direction);
std::optional<CallStatus> callStatusFromWire(QStringView text);
std::optional<Direction> directionFromWire(QStringView text);
/// Nothing follows it any more.
bool isFinal(CallStatus status);

/// A row of `calls`, with the names of what it belongs to. Times are milliseconds since the epoch, UTC.
struct CallRow {
    QString id;
    QString organizationId;
    QString userId; ///< who made or reported it
    QString agentId; ///< empty: none
    QString externalId; ///< the telephony system's name of the call; empty: none
    QString carrier; ///< the telephony provider; empty: not said
    Direction direction = Direction::Outbound;
    QString fromNumber;
    QString toNumber;
    CallStatus status = CallStatus::Queued;
    std::optional<qint64> startedAt;
    std::optional<qint64> endedAt;
    qint64 durationSeconds = 0;
    std::optional<qint64> cost; ///< nano-dollars; empty: not known
    QString outcome;
    QString notes;
    QString recordingUrl;
    QByteArray callMeta = "{}"; ///< a JSON object
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    QString agentName; ///< the next three follow from ids; empty when what they name is gone
    QString organizationName;
    QString userEmail;
    QByteArray transcript = "[]"; ///< a JSON array of turns; not in lists
    QByteArray timeline = "[]"; ///< a JSON array of events, oldest first; not in lists

    friend bool operator==(const CallRow &, const CallRow &) = default;
};

/// What readListed() expects, comma separated; `ListedColumnCount` of them, of `calls` under the alias `u`, with
/// CallJoins.
extern const QString ListedColumns;
constexpr int ListedColumnCount = 23;
extern const QString CallJoins;

CallRow readListed(const store::Rows &rows);
/// The same, and transcript and timeline after the listed columns.
CallRow readWhole(const store::Rows &rows);
}
