// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>

namespace http
{
/// One GET of `path`, for commands: blocks for 5 s at most. The answer as it came, head and body; empty when none did.
/// TLS trusts any certificate: nothing is sent that must be kept from anybody.
QByteArray askOnce(const QHostAddress &host, quint16 port, bool tls, const QByteArray &path);
}
