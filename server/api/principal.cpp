// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/principal.h"

using namespace Qt::StringLiterals;

namespace api
{
QLatin1StringView toText(KeyPermission permission)
{
    switch (permission) {
    case KeyPermission::Read:
        return "read"_L1;
    case KeyPermission::Write:
        return "write"_L1;
    case KeyPermission::Admin:
        return "admin"_L1;
    }
    return {};
}

std::optional<KeyPermission> keyPermissionFrom(QStringView text)
{
    for (const KeyPermission permission : {KeyPermission::Read, KeyPermission::Write, KeyPermission::Admin}) {
        if (text == toText(permission))
            return permission;
    }
    return {};
}
}
