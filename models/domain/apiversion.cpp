// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apiversion.h"

#include <algorithm>
#include <array>

namespace
{
constexpr std::array Names{QLatin1StringView("supported"), QLatin1StringView("deprecated"),
                           QLatin1StringView("sunset")};
}

QLatin1StringView toWire(VersionStatus status) { return Names.at(std::size_t(status)); }

std::optional<VersionStatus> versionStatusFromWire(QStringView text)
{
    const auto at = std::ranges::find_if(Names, [&](QLatin1StringView name) { return text == name; });
    return at == Names.end() ? std::nullopt : std::optional(VersionStatus(at - Names.begin()));
}
