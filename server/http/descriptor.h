// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets as the system has them, where Qt has no call, or none without a copy.
#pragma once

#include <QByteArrayView>
#include <QHostAddress>

namespace http
{
constexpr qintptr NoDescriptor = -1;
constexpr qint64 NoMoreComes = -1; ///< the peer has ended its half; it may still read
constexpr qint64 ConnectionBroken = -2;

/// Never waits, and sends small pieces without delay.
bool prepareSocket(qintptr descriptor);
/// Null when the peer is gone already.
QHostAddress peerOf(qintptr descriptor);
/// How many octets came; 0: none just now; NoMoreComes; ConnectionBroken.
qint64 receiveNow(qintptr descriptor, char *to, qint64 size);
/// Sends one after the other. How many octets the kernel took; -1: the connection is broken.
qint64 sendNow(qintptr descriptor, QByteArrayView first, QByteArrayView second);
/// Whether an error came in, as when the peer sends away what it is sent.
bool isBroken(qintptr descriptor);
/// Tells the peer that nothing follows while its own bytes can still come in.
void closeForWriting(qintptr descriptor);
void closeSocket(qintptr descriptor);
}
