// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

namespace http
{
using Subnets = QList<std::pair<QHostAddress, int>>;

/// An IPv4 address that a dual-stack socket shows as ::ffff:a.b.c.d, as IPv4; others as they are.
QHostAddress normalized(const QHostAddress &address);
/// What is counted as one client: an IPv4 address, the /64 of an IPv6 one.
QHostAddress networkOf(const QHostAddress &address);
bool isIn(const QHostAddress &address, const Subnets &subnets);
/// Replaces `client` and `secure` by what trusted proxies say: X-Forwarded-For read from its end up to the first
/// address that is not a trusted proxy itself, X-Forwarded-Proto's last word. Call it only when the peer is trusted.
void applyForwarded(Request &request, const Subnets &trusted);
}
