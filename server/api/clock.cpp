// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/clock.h"

#include <chrono>

api::Clock api::systemClock()
{
    return [] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return qint64(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    };
}
