// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/outbox.h"

#include "server/identity/ids.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mail
{
QString onTheWire(const QString &address)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (std::all_of(address.cbegin(), address.cend(), isAscii))
        return address;
    const qsizetype at = address.lastIndexOf(u'@') + 1;
    return address.left(at) + QString::fromLatin1(QUrl::toAce(address.mid(at)));
}

bool isDeliverable(const QString &address)
{
    // No quoted local parts: whoever has one of those knows that it works hardly anywhere.
    static const QRegularExpression shape(
        uR"(^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z)"_s);
    return address.size() <= 254 && address.indexOf(u'@') <= 64 && shape.match(address).hasMatch();
}

Result<Done> enqueue(store::Connection &connection, const Message &message, qint64 nowMs)
{
    const QString to = onTheWire(message.to);
    const bool deliverable = isDeliverable(to);
    const auto kept = connection.execute(
        u"INSERT INTO mail_outbox (id, recipient, subject, body, expires_at, next_attempt_at, failed_at, last_error, "
        "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {identity::newId("mail"_L1, nowMs), deliverable ? to : message.to, message.subject,
         deliverable ? message.text : u""_s, message.expiresAt > 0 ? QVariant(message.expiresAt) : QVariant(), nowMs,
         deliverable ? QVariant() : QVariant(nowMs), deliverable ? u""_s : u"this is no address mail can be sent to"_s,
         nowMs});
    if (!kept)
        return kept.error();
    return Done{};
}
}
