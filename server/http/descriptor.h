// SPDX-License-Identifier: GPL-3.0-or-later
// The two things Qt has no call for.
#pragma once

#include <QtGlobal>

namespace http
{
/// Tells the peer that nothing follows while its own bytes can still come in.
void closeForWriting(qintptr descriptor);
/// Closes a socket that no QTcpSocket has taken over.
void closeSocket(qintptr descriptor);
}
