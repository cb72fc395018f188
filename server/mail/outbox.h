// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

namespace mail
{
/// Plain text to one person. User text may go into all three fields: nothing of it ends a header or becomes one.
struct Message {
    QString to; ///< one address, "ada@example.com"; its host name may be one beyond ASCII
    QString subject; ///< line breaks and control characters become blanks
    QString text; ///< lines end with '\n'
    qint64 expiresAt = 0; ///< ms UTC; 0: never. Later it is not sent any more (a token that is over by then)
};

/// Puts a mail into `mail_outbox`. Call it inside the writer's transaction of the change it tells of: both happen or
/// neither. mail::Sender delivers it, tries again with growing pauses for a day, and clears the text afterwards; a
/// killed server goes on after its restart. An address that cannot be written in a mail is noted as failed, which is
/// no error here: the change goes on without it.
Result<Done> enqueue(store::Connection &connection, const Message &message, qint64 nowMs);

/// As it stands in a mail: a host name beyond ASCII in its ASCII form (RFC 5891). The part before the '@' stays: of
/// that there is no other form.
QString onTheWire(const QString &address);

/// Whether an address can be a mail's recipient: ASCII, RFC 5321 lengths, a dot-atom and a host name.
bool isDeliverable(const QString &address);
}
