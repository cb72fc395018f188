// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/eventdevice.h"

#include <algorithm>
#include <cstring>

namespace gateway
{
EventDevice::EventDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

void EventDevice::add(const QByteArray &bytes)
{
    m_waiting += bytes;
    if (!m_crowded && m_waiting.size() > Plenty) {
        m_crowded = true;
        emit crowded();
    }
    emit readyRead();
}

void EventDevice::finish()
{
    m_finished = true;
    emit readChannelFinished();
}

qint64 EventDevice::bytesAvailable() const { return m_waiting.size() + QIODevice::bytesAvailable(); }

qint64 EventDevice::readData(char *data, qint64 maxSize)
{
    const qint64 n = std::min<qint64>(maxSize, m_waiting.size());
    if (n == 0)
        return m_finished ? -1 : 0;
    std::memcpy(data, m_waiting.constData(), std::size_t(n));
    m_waiting.remove(0, n);
    if (m_crowded && m_waiting.size() < Plenty / 2) {
        m_crowded = false;
        emit roomy();
    }
    return n;
}
}
