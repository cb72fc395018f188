// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tlschannel.h"

#include "server/http/descriptor.h"

namespace http
{
TlsChannel::TlsChannel(Owner &owner, qintptr descriptor, const QSslConfiguration &tls, qint64 readAhead)
    : m_owner(owner)
    , m_usable(m_socket.setSocketDescriptor(descriptor))
{
    if (!m_usable) {
        closeSocket(descriptor);
        return;
    }
    m_socket.setSslConfiguration(tls);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setReadBufferSize(readAhead); // more waits in the kernel, and the client with it
}

TlsChannel::~TlsChannel() { m_socket.disconnect(); }

bool TlsChannel::start()
{
    if (!m_usable)
        return false;
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_owner.onReadable(); });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { m_owner.onGone(); });
    QObject::connect(&m_socket, &QSslSocket::encryptedBytesWritten, &m_socket, [this] { m_owner.onRoom(); });
    QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this] { m_owner.onEncrypted(); });
    QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_socket, [this] {
        if (!m_socket.isEncrypted()) { // no handshake, nobody to say goodbye to
            abort();
            m_owner.onGone();
        }
    });
    m_socket.startServerEncryption();
    return true;
}

bool TlsChannel::write(QByteArrayView first, QByteArrayView second)
{
    for (const QByteArrayView octets : {first, second}) {
        if (!octets.isEmpty() && m_socket.write(octets.data(), octets.size()) < 0)
            return false;
    }
    m_socket.flush();
    return true;
}

void TlsChannel::abort()
{
    m_socket.disconnect();
    m_socket.abort();
}
}
