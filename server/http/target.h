// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 9112 3.2: what stands between the method and the version, and the Host that goes with it.
#pragma once

#include "server/http/message.h"

namespace http
{
/// Fills path and query from the origin, absolute or asterisk form. Answers 0 or 400. `absolute`: an authority was
/// named.
int splitTarget(QByteArrayView target, Request &request, bool &absolute);

/// Whether `value` can be an authority without user information: nothing that a URL built from it could be broken with.
bool isHost(QByteArrayView value);
}
