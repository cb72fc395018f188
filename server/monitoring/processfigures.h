// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace monitoring
{
/// What the operating system says of this process and its machine; empty where it does not say. Any thread.
struct ProcessFigures {
    std::optional<qint64> residentBytes; ///< of this process
    std::optional<double> machineMemoryPercent; ///< in use on the machine, 0 to 100
    std::optional<double> cpuSeconds; ///< used by this process since it began, all threads
};

ProcessFigures readProcessFigures();
}
