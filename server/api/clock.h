// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace api
{
/// Answers milliseconds since the epoch, UTC. Called from any thread. Tests hand in their own.
using Clock = std::function<qint64()>;

Clock systemClock();
}
