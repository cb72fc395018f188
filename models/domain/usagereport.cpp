// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/usagereport.h"

#include <array>

namespace
{
using S = QLatin1StringView;

constexpr std::array GroupNames{S("day"), S("organization"), S("user"), S("provider")};
constexpr std::array MeasureNames{S("cost"), S("tokens"), S("minutes"), S("calls")};

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

QLatin1StringView toWire(UsageGroup group) { return GroupNames.at(std::size_t(group)); }

std::optional<UsageGroup> usageGroupFromWire(QStringView text) { return find<UsageGroup>(GroupNames, text); }

QLatin1StringView toWord(UsageMeasure measure) { return MeasureNames.at(std::size_t(measure)); }

std::optional<UsageMeasure> usageMeasureFromWord(QStringView text) { return find<UsageMeasure>(MeasureNames, text); }

double UsageFigures::of(UsageMeasure measure) const
{
    switch (measure) {
    case UsageMeasure::Cost:
        return cost.toDouble();
    case UsageMeasure::Tokens:
        return double(tokens);
    case UsageMeasure::Minutes:
        return minutes();
    case UsageMeasure::Calls:
        return double(calls);
    }
    return 0;
}

UsageFigures &UsageFigures::operator+=(const UsageFigures &other)
{
    tokens += other.tokens;
    calls += other.calls;
    microMinutes += other.microMinutes;
    cost += other.cost;
    return *this;
}
