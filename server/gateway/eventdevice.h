// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace gateway
{
/// Server-sent events on their way to a client: written here, read by the transport. One thread. When the client
/// leaves, the transport drops the device: that is how its maker learns of it.
class EventDevice : public QIODevice
{
    Q_OBJECT
public:
    static constexpr qint64 Plenty = 256 * 1024; ///< bytes that wait; more is not wanted for now

    EventDevice();

    void add(const QByteArray &bytes);
    void finish(); ///< nothing follows

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

signals:
    void crowded(); ///< more than Plenty waits
    void roomy(); ///< half of it has gone since

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_waiting;
    bool m_crowded = false;
    bool m_finished = false;
};
}
