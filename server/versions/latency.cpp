// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/latency.h"

#include <numeric>

namespace versions
{
Latency &Latency::operator+=(const Latency &other)
{
    for (std::size_t i = 0; i < Buckets; ++i)
        counts[i] += other.counts[i];
    return *this;
}

std::optional<double> Latency::percentileMs(double share) const
{
    const auto all = std::accumulate(counts.begin(), counts.end(), qint64(0));
    if (all <= 0)
        return {};
    const double rank = share * double(all);
    qint64 below = 0;
    for (std::size_t i = 0; i < Buckets; ++i) {
        const double from = i == 0 ? 0.0 : double(FirstMicros << (i - 1)) / 1000.0;
        if (i == Buckets - 1)
            return from;
        if (counts[i] > 0 && double(below + counts[i]) >= rank) {
            const double to = double(FirstMicros << i) / 1000.0;
            return from + (to - from) * (rank - double(below)) / double(counts[i]);
        }
        below += counts[i];
    }
    return {};
}
}
