// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/clientaddress.h"

#include <algorithm>

namespace http
{
namespace
{
/// Each element of every field of that name, trimmed, in order.
QList<QByteArray> elements(const Headers &headers, QByteArrayView name)
{
    QList<QByteArray> all;
    for (const auto &[field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &part : value.split(','))
            all.append(part.trimmed());
    }
    return all;
}

/// "203.0.113.7", "203.0.113.7:4711", "2001:db8::1", "[2001:db8::1]:4711".
QHostAddress parsed(QByteArray text)
{
    if (text.startsWith('[')) {
        text = text.mid(1, text.indexOf(']') - 1);
    } else if (text.count(':') == 1) {
        text.truncate(text.indexOf(':'));
    }
    return normalized(QHostAddress(QString::fromLatin1(text)));
}
}

QHostAddress normalized(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    return isMapped && address.protocol() == QAbstractSocket::IPv6Protocol ? QHostAddress(v4) : address;
}

QHostAddress networkOf(const QHostAddress &address)
{
    const QHostAddress plain = normalized(address);
    if (plain.protocol() != QAbstractSocket::IPv6Protocol)
        return plain;
    Q_IPV6ADDR octets = plain.toIPv6Address();
    std::fill(std::begin(octets.c) + 8, std::end(octets.c), quint8(0));
    return QHostAddress(octets);
}

bool isIn(const QHostAddress &address, const Subnets &subnets)
{
    return std::any_of(subnets.begin(), subnets.end(),
                       [&address](const auto &subnet) { return address.isInSubnet(subnet); });
}

void applyForwarded(Request &request, const Subnets &trusted)
{
    const QList<QByteArray> hops = elements(request.headers, "X-Forwarded-For");
    for (auto hop = hops.crbegin(); hop != hops.crend(); ++hop) {
        const QHostAddress address = parsed(*hop);
        if (address.isNull())
            break; // whoever wrote that is not to be believed; the last good hop counts
        request.client = address;
        if (!isIn(address, trusted))
            break;
    }
    const QList<QByteArray> protocols = elements(request.headers, "X-Forwarded-Proto");
    if (!protocols.isEmpty())
        request.secure = protocols.last().compare("https", Qt::CaseInsensitive) == 0;
}
}
