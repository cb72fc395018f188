// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/call.h"

#include "models/domain/names.h"

namespace
{
using S = QLatin1StringView;

constexpr std::array StatusNames{S("queued"), S("dialing"),   S("in_progress"), S("completed"),
                                 S("failed"), S("no_answer"), S("busy"),        S("canceled")};
constexpr std::array DirectionNames{S("inbound"), S("outbound")};
}

QLatin1StringView toWire(CallStatus status) { return StatusNames.at(std::size_t(status)); }

QLatin1StringView toWire(CallDirection direction) { return DirectionNames.at(std::size_t(direction)); }

std::optional<CallStatus> callStatusFromWire(QStringView text) { return named<CallStatus>(StatusNames, text); }

std::optional<CallDirection> callDirectionFromWire(QStringView text)
{
    return named<CallDirection>(DirectionNames, text);
}

bool isOver(CallStatus status)
{
    return status != CallStatus::Queued && status != CallStatus::Dialing && status != CallStatus::InProgress;
}
