// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apiversion.h"

#include "models/domain/names.h"

namespace
{
constexpr std::array VersionStatusNames{QLatin1StringView("supported"), QLatin1StringView("deprecated"),
                                        QLatin1StringView("sunset")};
}

QLatin1StringView toWire(VersionStatus status) { return VersionStatusNames.at(std::size_t(status)); }

std::optional<VersionStatus> versionStatusFromWire(QStringView text)
{
    return named<VersionStatus>(VersionStatusNames, text);
}
