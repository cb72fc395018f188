// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accesskeys/accesskeystore.h"
#include "server/api/jsonwriter.h"

namespace accesskeys
{
QByteArray keyJson(const AccessKey &key); ///< component AccessKey
QByteArray freshKeyJson(const FreshKey &key); ///< component NewAccessKey: with the key itself
QByteArray keysJson(const QList<AccessKey> &keys);
}
