// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QMutex>

namespace http
{
/// How many connections each address has open; those of an IPv6 /64 are one, as rate limits have it: whoever has one
/// address of it has all. Any thread.
class AddressLedger
{
public:
    /// Counts one more; false, and nothing counted, when the address has `most` already.
    bool enter(const QHostAddress &address, int most);
    void leave(const QHostAddress &address);

private:
    QMutex m_mutex;
    QHash<QHostAddress, int> m_open;
};
}
