// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt has no call for, or none without a copy.
#pragma once

#include <QtGlobal>

namespace http
{
/// Tells the peer that nothing follows while its own bytes can still come in.
void closeForWriting(qintptr descriptor);
/// Sends without waiting. How many octets the kernel took; -1 when the connection is broken.
qint64 sendNow(qintptr descriptor, const char *octets, qint64 size);
/// Closes a socket that no QTcpSocket has taken over.
void closeSocket(qintptr descriptor);
}
