// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/page.h"

#include <QDateTime>
#include <QJsonObject>

enum class CallStatus { Queued, Dialing, InProgress, Completed, Failed, NoAnswer, Busy, Canceled };
enum class CallDirection { Inbound, Outbound };

QLatin1StringView toWire(CallStatus status);
QLatin1StringView toWire(CallDirection direction);
std::optional<CallStatus> callStatusFromWire(QStringView text);
std::optional<CallDirection> callDirectionFromWire(QStringView text);
bool isOver(CallStatus status); ///< nothing more will happen to such a call

/// Something that happened to a call.
struct CallEvent {
    QDateTime at = {}; ///< UTC
    QString what = {}; ///< the API's word, e.g. a status
    QString detail = {};
};

/// Something that was said.
struct CallTurn {
    QString speaker = {}; ///< the API's word: "agent", "caller", …
    QString text = {};
    QDateTime at = {}; ///< UTC; null: not said
};

struct Call {
    QString id;
    QString organizationId;
    QString organizationName; ///< empty where the server did not say
    QString agentId; ///< empty: none
    QString agentName;
    CallDirection direction = CallDirection::Inbound;
    QString from; ///< number; may be empty
    QString to;
    CallStatus status = CallStatus::Queued;
    QString carrier; ///< telephony provider; may be empty
    bool sandbox = false; ///< simulated, nobody was rung
    QDateTime startedAt; ///< UTC; null: has not begun
    QDateTime endedAt; ///< UTC
    qint64 durationSeconds = 0;
    std::optional<Money> cost = {}; ///< empty: not known
    QString outcome;
    QString notes;
    QString recordingUrl;
    QString externalId; ///< the telephony system's
    QJsonObject meta = {}; ///< call_meta
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    QList<CallEvent> timeline = {}; ///< oldest first; of get() only
    QList<CallTurn> transcript = {}; ///< of get() only
};

/// The calls a person may see. Implemented by services/api and by the tests. GUI thread.
/// Filters: "search", "organization_id", "assistant_id", "status", "direction", "period" ("today", "7d", "30d",
/// "month"), "start_date", "end_date" (UTC days, inclusive), "phone_number". Sort: "started_at",
/// "created_at".
class CallLog : public PageSource<Call>
{
public:
    virtual QFuture<Result<Call>> get(const QString &id) = 0; ///< with timeline and transcript
};
