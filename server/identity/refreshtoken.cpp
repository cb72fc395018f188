// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/refreshtoken.h"

#include <QList>

namespace identity
{
namespace
{
constexpr auto TokenBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr char Prefix[] = "vxr_";
constexpr char SessionPrefix[] = "sess_";
constexpr qsizetype Longest = 128;
}

QByteArray RefreshToken::write(Hmac &key) const
{
    const QByteArray named = sessionId.toLatin1().sliced(qstrlen(SessionPrefix)) + '.' + QByteArray::number(generation);
    return Prefix + named + '.' + key.sign(QByteArray("refresh:" + named)).toBase64(TokenBase64);
}

std::optional<RefreshToken> RefreshToken::read(QByteArrayView text, Hmac &key)
{
    if (text.size() > Longest || !text.startsWith(Prefix))
        return {};
    const QList<QByteArray> parts = text.sliced(qstrlen(Prefix)).toByteArray().split('.');
    if (parts.size() != 3)
        return {};
    RefreshToken token;
    token.sessionId = QString::fromLatin1(QByteArray(SessionPrefix + parts[0]));
    token.generation = parts[1].toLongLong();
    // Written again and compared whole: one spelling only, and no parsing to get wrong.
    if (!sameSecret(token.write(key), text))
        return {};
    return token;
}
}
