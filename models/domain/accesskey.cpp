// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/accesskey.h"

#include <array>

namespace
{
constexpr int SoonDays = 14;
constexpr std::array Names{QLatin1StringView("read"), QLatin1StringView("write"), QLatin1StringView("admin")};
}

QLatin1StringView toWire(KeyPermission permission) { return Names.at(std::size_t(permission)); }

std::optional<KeyPermission> keyPermissionFromWire(QStringView text)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (text == Names[i])
            return KeyPermission(i);
    }
    return {};
}

KeyState stateOf(const AccessKey &key, const QDateTime &now)
{
    if (key.revokedAt.isValid())
        return KeyState::Revoked;
    if (!key.expiresAt.isValid())
        return KeyState::Good;
    if (key.expiresAt <= now)
        return KeyState::Expired;
    return key.expiresAt <= now.addDays(SoonDays) ? KeyState::ExpiresSoon : KeyState::Good;
}
