// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/ids.h"

#include <QRandomGenerator>

namespace identity
{
namespace
{
constexpr char Alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

void append(QString &text, quint64 value, int digits)
{
    for (int shift = (digits - 1) * 5; shift >= 0; shift -= 5)
        text += QLatin1Char(Alphabet[(value >> shift) & 31]);
}
}

QString newId(QLatin1StringView prefix, qint64 nowMs)
{
    QString id(prefix);
    id.reserve(prefix.size() + 27);
    id += u'_';
    append(id, quint64(nowMs), 10);
    auto *random = QRandomGenerator::system();
    append(id, random->generate64(), 8);
    append(id, random->generate64(), 8);
    return id;
}
}
