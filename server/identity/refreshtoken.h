// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/hmac.h"

#include <QString>

#include <optional>

namespace identity
{
/// Refresh tokens: "vxr_<session>.<generation>.<secret>". The secret is an HMAC over session and generation with a key
/// that is not in the database. So a session's row needs only the hash of its newest token: that an older one is
/// presented again (a stolen or copied token) can still be told from a made-up one, and a client that lost the answer
/// of a refresh can be given the very same successor once more, which keeps one line of tokens and never makes two.
/// Source: RFC 9700, 4.14.2.
struct RefreshToken {
    QString sessionId;
    qint64 generation = 0;

    QByteArray write(Hmac &key) const;
    /// Nothing unless it was written with `key`.
    static std::optional<RefreshToken> read(QByteArrayView text, Hmac &key);
};
}
