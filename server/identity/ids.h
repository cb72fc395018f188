// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace identity
{
/// "user_01j8…": the prefix, '_' and a ULID in lower case (48 bits of milliseconds, 80 random bits; Crockford's base
/// 32), so that ids sort by the time they were made. Any thread. Source: https://github.com/ulid/spec
QString newId(QLatin1StringView prefix, qint64 nowMs);
}
