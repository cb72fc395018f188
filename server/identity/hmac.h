// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace identity
{
/// HMAC-SHA256 with a kept key: 2 µs for a token, where OpenSSL's one-call HMAC() takes 8 µs because it looks its
/// algorithm up each time. Not for several threads at once; each worker has its own.
class Hmac
{
    Q_DISABLE_COPY_MOVE(Hmac)
public:
    explicit Hmac(const QByteArray &secret);
    ~Hmac();

    QByteArray sign(QByteArrayView message); ///< 32 bytes; empty if OpenSSL fails
    bool verify(QByteArrayView message,
                QByteArrayView signature); ///< in a time that does not depend on where they differ

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// SHA-256 in hex, for what the database keeps of a token.
QByteArray sha256Hex(QByteArrayView text);
/// What is kept of a token that somebody else holds: its SHA-256 in hexadecimal.
QString tokenHash(QByteArrayView token);
QString typedTokenHash(const QString &token); ///< spaces around it do not count
/// Compares secrets of equal meaning in constant time.
bool sameSecret(QByteArrayView a, QByteArrayView b);
}
