// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets as the system has them, where Qt has no call, or none without a copy.
#pragma once

#include <QByteArrayView>
#include <QHostAddress>

namespace http
{
constexpr qintptr NoDescriptor = -1;

/// Never waits, and sends small pieces without delay.
bool prepareSocket(qintptr descriptor);
/// Null when the peer is gone already.
QHostAddress peerOf(qintptr descriptor);
/// How many octets came; 0: none just now; -1: no more will come.
qint64 receiveNow(qintptr descriptor, char *to, qint64 size);
/// Sends one after the other. How many octets the kernel took; -1: the connection is broken.
qint64 sendNow(qintptr descriptor, QByteArrayView first, QByteArrayView second);
/// Tells the peer that nothing follows while its own bytes can still come in.
void closeForWriting(qintptr descriptor);
void closeSocket(qintptr descriptor);
}
