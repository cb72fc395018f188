// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <optional>

namespace versions
{
/// How long answers took, in buckets that double: bucket N counts those of less than 64 << N microseconds, the last
/// all that took longer (33 s).
struct Latency {
    static constexpr std::size_t Buckets = 20;
    static constexpr qint64 FirstMicros = 64; ///< where the first bucket ends

    std::array<qint64, Buckets> counts{};

    static std::size_t bucketOf(qint64 micros)
    {
        const auto n = std::size_t(std::bit_width(quint64(micros < 0 ? 0 : micros) / quint64(FirstMicros)));
        return n < Buckets ? n : Buckets - 1;
    }

    Latency &operator+=(const Latency &other);
    /// In milliseconds; empty: nothing was counted. As Prometheus's histogram_quantile(): evenly spread within a
    /// bucket; in the last one, where that begins. `share`: 0.95
    std::optional<double> percentileMs(double share) const;
};
}
