// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/call.h"

#include <array>

namespace
{
using S = QLatin1StringView;

constexpr std::array StatusNames{S("queued"), S("dialing"),   S("in_progress"), S("completed"),
                                 S("failed"), S("no_answer"), S("busy"),        S("canceled")};
constexpr std::array DirectionNames{S("inbound"), S("outbound")};

template<typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<S, N> &names, QStringView text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text == names[i])
            return Enum(i);
    }
    return {};
}
}

QLatin1StringView toWire(CallStatus status) { return StatusNames.at(std::size_t(status)); }

QLatin1StringView toWire(CallDirection direction) { return DirectionNames.at(std::size_t(direction)); }

std::optional<CallStatus> callStatusFromWire(QStringView text) { return find<CallStatus>(StatusNames, text); }

std::optional<CallDirection> callDirectionFromWire(QStringView text)
{
    return find<CallDirection>(DirectionNames, text);
}

bool isOver(CallStatus status)
{
    return status != CallStatus::Queued && status != CallStatus::Dialing && status != CallStatus::InProgress;
}
