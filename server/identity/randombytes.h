// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace identity
{
/// `words` * 4 bytes from the operating system's generator: for secrets. Any thread.
QByteArray randomBytes(int words);
}
