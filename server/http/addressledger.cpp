// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/addressledger.h"

#include "server/http/clientaddress.h"

#include <QMutexLocker>

namespace http
{
bool AddressLedger::enter(const QHostAddress &address, int most)
{
    const QMutexLocker lock(&m_mutex);
    const QHostAddress network = networkOf(address);
    int &open = m_open[network];
    if (open >= most) {
        if (open == 0)
            m_open.remove(network);
        return false;
    }
    ++open;
    return true;
}

void AddressLedger::leave(const QHostAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_open.find(networkOf(address));
    if (found != m_open.end() && --*found <= 0)
        m_open.erase(found);
}
}
