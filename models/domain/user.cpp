// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/user.h"

#include <array>

namespace
{
using S = QLatin1StringView;

constexpr std::array RoleNames{S("user"), S("enterprise"), S("support"), S("admin")};
constexpr std::array TierNames{S("free"), S("pro"), S("enterprise")};
constexpr std::array OrganizationRoleNames{S("owner"), S("member")};

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

QLatin1StringView toWire(Role role)
{
    return RoleNames.at(std::size_t(role));
}

QLatin1StringView toWire(Tier tier)
{
    return TierNames.at(std::size_t(tier));
}

QLatin1StringView toWire(OrganizationRole role)
{
    return OrganizationRoleNames.at(std::size_t(role));
}

std::optional<Role> roleFromWire(QStringView text)
{
    return find<Role>(RoleNames, text);
}

std::optional<Tier> tierFromWire(QStringView text)
{
    return find<Tier>(TierNames, text);
}

std::optional<OrganizationRole> organizationRoleFromWire(QStringView text)
{
    return find<OrganizationRole>(OrganizationRoleNames, text);
}

Limits defaultLimits(Tier tier)
{
    switch (tier) {
    case Tier::Free:
        return {2, 10'000, 1000};
    case Tier::Pro:
        return {10, 100'000, 5000};
    case Tier::Enterprise:
        return {100, 1'000'000, 20'000};
    }
    return {};
}
