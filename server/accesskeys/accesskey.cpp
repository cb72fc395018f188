// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/accesskey.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace accesskeys
{
QString newSecret()
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex());
}

QString writeKey(const QString &id, const QString &secret) { return u"vxd_"_s % id % u'_' % secret; }

std::optional<KeyText> KeyText::read(QByteArrayView text)
{
    constexpr qsizetype Longest = 256;
    if (!isOne(text) || text.size() > Longest)
        return {};
    const QByteArrayView rest = text.sliced(4);
    const qsizetype split = rest.lastIndexOf('_');
    if (split <= 0 || split + 1 == rest.size())
        return {};
    return KeyText{QString::fromUtf8(rest.first(split)), rest.sliced(split + 1).toByteArray()};
}
}
