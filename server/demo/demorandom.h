// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cmath>
#include <random>

namespace demo
{
/// Random numbers that are the same everywhere for a seed: the standard fixes the engine, but not its distributions.
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed)
        : m_engine(seed)
    {
    }

    quint64 bits() { return m_engine(); }
    /// 0 ≤ x < 1
    double unit() { return double(m_engine() >> 11) * 0x1.0p-53; }
    /// 0 ≤ x < n
    qint64 below(qint64 n) { return qint64(unit() * double(n)); }
    bool chance(double probability) { return unit() < probability; }
    /// Mean 1, heavy to the left.
    double exponential() { return -std::log1p(-unit()); }

    template<typename List>
    const auto &of(const List &list)
    {
        return list[std::size_t(below(qint64(std::size(list))))];
    }

private:
    std::mt19937_64 m_engine;
};
}
