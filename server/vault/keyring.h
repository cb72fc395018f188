// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/vault/secret.h"

#include <QString>

#include <vector>

namespace vault
{
/// 256 bits that other secrets are sealed with.
class MasterKey
{
public:
    static constexpr qsizetype Bytes = 32;

    static MasterKey generate();
    static MasterKey fromBytes(QByteArrayView bytes); ///< `Bytes` of them

    const QString &id() const { return m_id; } ///< 16 hex digits that follow from the key and do not tell it
    QByteArrayView bytes() const { return m_bytes.view(); }

private:
    explicit MasterKey(Secret bytes);

    Secret m_bytes;
    QString m_id;
};

/// The master keys a source holds; the newest first. More than one only while a rotation is under way.
class Keyring
{
public:
    /// One key a line, as 64 hexadecimal digits or as base64; blank lines and those that begin with # do not count. A
    /// text of exactly 32 bytes that is no such line is the key itself. ValidationError without a word of the text.
    static Result<Keyring> parse(QByteArrayView text);
    Secret toText() const; ///< base64, one a line

    bool isEmpty() const { return m_keys.empty(); }
    std::size_t size() const { return m_keys.size(); }
    const MasterKey &newest() const { return m_keys.front(); }
    const MasterKey *find(QStringView id) const; ///< null: not here
    void prepend(MasterKey key);
    void keepOnly(const QString &id);

private:
    std::vector<MasterKey> m_keys;
};
}
