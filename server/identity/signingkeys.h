// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace identity
{
/// One secret with which access tokens are signed, by HMAC-SHA256.
struct SigningKey {
    QByteArray id; ///< "kid"
    QByteArray secret; ///< 32 bytes
    qint64 retiredAt = 0; ///< ms UTC; 0: in use
};

/// The keys of one installation. Kept in `<data>/keys/tokens.json`, readable by its owner only, apart from the
/// database: a stolen backup of the one is worth nothing without the other. A value; share it as `std::shared_ptr<const
/// SigningKeys>`.
class SigningKeys
{
public:
    /// Reads the file; makes folder, file and keys when there are none. ServiceUnavailable with a sentence when that
    /// fails, when the file is damaged, or when others may read it.
    static Result<SigningKeys> load(const QString &dataFolder);
    /// Fresh keys that live in memory only.
    static SigningKeys generate();

    /// Signs with a new key from now on. Tokens signed with the older ones pass until they expire by themselves; a key
    /// that was retired longer ago than a day goes.
    void rotate(qint64 nowMs);
    Result<Done> save(const QString &dataFolder) const;

    const SigningKey &current() const { return m_keys.constFirst(); }
    const QList<SigningKey> &all() const { return m_keys; } ///< newest first
    const QByteArray &refreshSecret() const
    {
        return m_refreshSecret;
    } ///< 32 bytes; refresh tokens are derived with it

private:
    QList<SigningKey> m_keys;
    QByteArray m_refreshSecret;
};
}
