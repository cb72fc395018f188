// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/accesskey.h"

#include "models/domain/names.h"

namespace
{
constexpr int SoonDays = 14;
constexpr std::array PermissionNames{QLatin1StringView("read"), QLatin1StringView("write"), QLatin1StringView("admin")};
}

QLatin1StringView toWire(KeyPermission permission) { return PermissionNames.at(std::size_t(permission)); }

std::optional<KeyPermission> keyPermissionFromWire(QStringView text)
{
    return named<KeyPermission>(PermissionNames, text);
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
