// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/randombytes.h"

#include <QRandomGenerator>

#include <vector>

namespace identity
{
QByteArray randomBytes(int words)
{
    std::vector<quint32> random(std::size_t(words), 0);
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(random.size() * sizeof(quint32)));
}
}
