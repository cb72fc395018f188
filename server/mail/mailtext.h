// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mail
{
/// One mail of the outbox, ready to go.
struct Outgoing {
    QString id; ///< "mail_…"
    QString to; ///< an address that isDeliverable()
    QString subject;
    QString text;
    qint64 createdAt = 0; ///< ms UTC
    int attempts = 0; ///< this one included
};

/// The mail as RFC 5322 has it, with CRLF at every line's end: ASCII throughout, no line over 78 characters, the text
/// in UTF-8 as quoted-printable (RFC 2045), a subject beyond short ASCII as encoded words (RFC 2047). Whatever subject
/// and text hold, the headers are these: From, To, Subject, Date, Message-ID, Auto-Submitted (RFC 3834) and MIME's.
/// `from`: an address that isDeliverable(). The Message-ID is of the mail's id: a repetition is known by it.
QByteArray rendered(const Outgoing &mail, const QString &from);
}
