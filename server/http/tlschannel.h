// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace http
{
/// TLS by QSslSocket.
class TlsChannel final : public Channel
{
public:
    /// Takes the descriptor over.
    TlsChannel(Owner &owner, qintptr descriptor, const QSslConfiguration &tls, qint64 readAhead);
    ~TlsChannel() override;

    QHostAddress peer() const override { return m_socket.peerAddress(); }
    bool start() override;
    qint64 read(char *to, qint64 size) override { return m_socket.read(to, size); }
    bool mayHaveMore() const override { return m_socket.bytesAvailable() > 0; }
    bool write(QByteArrayView first, QByteArrayView second) override;
    qint64 unsent() const override { return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite(); }
    void closeForWriting() override { } // what ends TLS one way ends it both ways
    void close() override { m_socket.disconnectFromHost(); }
    void abort() override;

private:
    Owner &m_owner;
    QSslSocket m_socket;
    bool m_usable;
};
}
