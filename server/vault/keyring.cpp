// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/keyring.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
/// Of a text in a buffer that is wiped; empty: neither hex nor base64 of a key.
Secret keyFromLine(QByteArrayView line)
{
    Secret key;
    QByteArray decoded;
    if (line.size() == 2 * MasterKey::Bytes) {
        const bool isHex = std::ranges::all_of(
            line, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
        if (isHex)
            decoded = QByteArray::fromHex(line.toByteArray());
    } else if (line.size() == 43 || line.size() == 44) {
        const bool isUrl = line.contains('-') || line.contains('_');
        const auto options = (isUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)
            | QByteArray::AbortOnBase64DecodingErrors;
        decoded = QByteArray::fromBase64(line.toByteArray(), options);
    }
    if (decoded.size() == MasterKey::Bytes)
        key = Secret(decoded);
    OPENSSL_cleanse(decoded.data(), std::size_t(decoded.size()));
    return key;
}

QString idOf(QByteArrayView key)
{
    constexpr QByteArrayView Label = "voxdesk master key id";
    Secret labelled(Label.size() + key.size());
    std::ranges::copy(Label, labelled.data());
    std::ranges::copy(key, labelled.data() + Label.size());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(labelled.view().data(), std::size_t(labelled.size()), digest.data(), &size, EVP_sha256(), nullptr);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(digest.data()), 8).toHex());
}
}

MasterKey::MasterKey(Secret bytes)
    : m_bytes(std::move(bytes))
    , m_id(idOf(m_bytes.view()))
{
}

MasterKey MasterKey::generate()
{
    Secret bytes(Bytes);
    if (RAND_priv_bytes(reinterpret_cast<unsigned char *>(bytes.data()), int(Bytes)) != 1)
        qFatal("the system has no randomness");
    return MasterKey(std::move(bytes));
}

MasterKey MasterKey::fromBytes(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() == Bytes);
    return MasterKey(Secret(bytes));
}

Result<Keyring> Keyring::parse(QByteArrayView text)
{
    Keyring ring;
    bool isWhole = true;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = text.indexOf('\n', from);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line = text.sliced(from, end - from).trimmed();
        from = end + 1;
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const Secret key = keyFromLine(line);
        isWhole = isWhole && !key.isEmpty();
        if (!key.isEmpty())
            ring.m_keys.push_back(MasterKey::fromBytes(key.view()));
    }
    if (!isWhole && ring.isEmpty() && text.size() == MasterKey::Bytes) {
        ring.m_keys.push_back(MasterKey::fromBytes(text));
        isWhole = true;
    }
    if (!isWhole)
        return Error{.code = ErrorCode::ValidationError,
                     .message = u"A line is no key of 32 bytes in hexadecimal digits or base64"_s};
    return ring;
}

Secret Keyring::toText() const
{
    constexpr qsizetype LineBytes = 45; // base64 of 32 bytes and a line break
    Secret text(qsizetype(m_keys.size()) * LineBytes);
    qsizetype at = 0;
    for (const MasterKey &key : m_keys) {
        QByteArray line = key.bytes().toByteArray();
        QByteArray encoded = line.toBase64();
        std::ranges::copy(encoded, text.data() + at);
        text.data()[at + LineBytes - 1] = '\n';
        at += LineBytes;
        OPENSSL_cleanse(line.data(), std::size_t(line.size()));
        OPENSSL_cleanse(encoded.data(), std::size_t(encoded.size()));
    }
    return text;
}

const MasterKey *Keyring::find(QStringView id) const
{
    const auto found = std::ranges::find(m_keys, id, &MasterKey::id);
    return found == m_keys.end() ? nullptr : &*found;
}

void Keyring::prepend(MasterKey key) { m_keys.insert(m_keys.begin(), std::move(key)); }

void Keyring::keepOnly(const QString &id)
{
    std::erase_if(m_keys, [&](const MasterKey &key) { return key.id() != id; });
}
}
