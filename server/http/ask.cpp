// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ask.h"

#include <QDeadlineTimer>
#include <QSslSocket>

using namespace std::chrono_literals;

namespace http
{
namespace
{
constexpr qsizetype LargestAnswer = 64 * 1024;

QHostAddress reachable(const QHostAddress &host)
{
    if (host == QHostAddress(QHostAddress::Any) || host == QHostAddress(QHostAddress::AnyIPv4))
        return QHostAddress(QHostAddress::LocalHost);
    return host == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::LocalHostIPv6) : host;
}
}

QByteArray askOnce(const QHostAddress &host, quint16 port, bool tls, const QByteArray &path)
{
    const QDeadlineTimer deadline(5s);
    const QHostAddress target = reachable(host);
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const auto left = [&deadline] { return int(deadline.remainingTime()); };
    if (tls)
        socket.connectToHostEncrypted(target.toString(), port);
    else
        socket.connectToHost(target, port);
    if (tls ? !socket.waitForEncrypted(left()) : !socket.waitForConnected(left()))
        return {};
    socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (answer.size() < LargestAnswer && !deadline.hasExpired()) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(left()))
            break; // it is whole, or nothing comes
        answer += socket.readAll();
    }
    return answer;
}
}
