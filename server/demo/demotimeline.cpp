// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demotimeline.h"

#include "models/domain/day.h"

#include <algorithm>
#include <array>

namespace demo
{
namespace
{
constexpr double Growth = 3.0; ///< the last day beside the first one
// 1 January 1970 was a Thursday.
constexpr std::array WeekdayWeight{1.02, 0.9, 0.4, 0.35, 1.0, 1.08, 1.05};
}

DemoTimeline::DemoTimeline(qint64 nowMs, int days, DemoRandom &random)
    : m_nowMs(nowMs)
    , m_firstMs((nowMs / DayMs - std::max(days, 1) + 1) * DayMs)
{
    double sum = 0;
    for (int day = 0; day < std::max(days, 1); ++day) {
        const double growth = std::pow(Growth, double(day) / std::max(days, 1));
        sum += growth * WeekdayWeight[std::size_t((m_firstMs / DayMs + day) % 7)] * (0.88 + 0.24 * random.unit());
        m_sums << sum;
    }
}

double DemoTimeline::own(int day) const { return m_sums[day] - (day > 0 ? m_sums[day - 1] : 0); }

double DemoTimeline::weight(int day) const { return own(day) * double(m_sums.size()) / m_sums.last(); }

double DemoTimeline::passed(int day) const
{
    return day + 1 < days() ? 1 : double(m_nowMs % DayMs) / double(DayMs);
}

qint64 DemoTimeline::moment(DemoRandom &random, qint64 notBefore) const
{
    const auto first = std::clamp<qint64>((notBefore - m_firstMs) / DayMs, 0, m_sums.size() - 1);
    const double from = first > 0 ? m_sums[first - 1] : 0;
    const int today = days() - 1;
    const double to = m_sums[today] - own(today) * (1 - passed(today));
    const double wanted = from + random.unit() * (to - from);
    const auto found = std::upper_bound(m_sums.cbegin() + first, m_sums.cend() - 1, wanted);
    const qint64 midnight = m_firstMs + (found - m_sums.cbegin()) * DayMs;
    const double hour = (random.unit() + random.unit() + random.unit()) / 3; // a bell around noon
    const qint64 length = std::min(DayMs, m_nowMs - midnight);
    const qint64 at = midnight + qint64(hour * double(length));
    return std::clamp(at, std::min(notBefore, m_nowMs), m_nowMs);
}
}
