// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/user.h"

#include "models/domain/names.h"

namespace
{
using S = QLatin1StringView;

constexpr std::array RoleNames{S("user"), S("enterprise"), S("support"), S("admin")};
constexpr std::array TierNames{S("free"), S("pro"), S("enterprise")};
constexpr std::array OrganizationRoleNames{S("owner"), S("member")};
}

QLatin1StringView toWire(Role role) { return RoleNames.at(std::size_t(role)); }

QLatin1StringView toWire(Tier tier) { return TierNames.at(std::size_t(tier)); }

QLatin1StringView toWire(OrganizationRole role) { return OrganizationRoleNames.at(std::size_t(role)); }

std::optional<Role> roleFromWire(QStringView text) { return named<Role>(RoleNames, text); }

std::optional<Tier> tierFromWire(QStringView text) { return named<Tier>(TierNames, text); }

std::optional<OrganizationRole> organizationRoleFromWire(QStringView text)
{
    return named<OrganizationRole>(OrganizationRoleNames, text);
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
