// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/usagereport.h"

#include "models/domain/names.h"

namespace
{
using S = QLatin1StringView;

constexpr std::array GroupNames{S("day"), S("organization"), S("user"), S("provider")};
constexpr std::array MeasureNames{S("cost"), S("tokens"), S("minutes"), S("calls")};
}

QLatin1StringView toWire(UsageGroup group) { return GroupNames.at(std::size_t(group)); }

std::optional<UsageGroup> usageGroupFromWire(QStringView text) { return named<UsageGroup>(GroupNames, text); }

QLatin1StringView toWord(UsageMeasure measure) { return MeasureNames.at(std::size_t(measure)); }

std::optional<UsageMeasure> usageMeasureFromWord(QStringView text) { return named<UsageMeasure>(MeasureNames, text); }

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
