// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/cipher.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
constexpr char Format = 1;
constexpr qsizetype IdBytes = 8;
constexpr qsizetype NonceBytes = 12;
constexpr qsizetype TagBytes = 16;
constexpr qsizetype HeadBytes = 1 + IdBytes + NonceBytes;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context makeContext() { return {EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free}; }

const unsigned char *bytes(QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); }
unsigned char *bytes(char *data) { return reinterpret_cast<unsigned char *>(data); }
}

QByteArray sealed(const MasterKey &key, QByteArrayView associated, QByteArrayView plain)
{
    QByteArray value(HeadBytes + plain.size() + TagBytes, '\0');
    char *out = value.data();
    out[0] = Format;
    const QByteArray id = QByteArray::fromHex(key.id().toLatin1());
    std::copy(id.begin(), id.end(), out + 1);
    char *nonce = out + 1 + IdBytes;
    char *text = out + HeadBytes;
    const Context context = makeContext();
    int written = 0;
    int unused = 0;
    const bool done = context && RAND_bytes(bytes(nonce), int(NonceBytes)) == 1
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key.bytes()), bytes(nonce)) == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &unused, bytes(associated), int(associated.size())) == 1
        && EVP_EncryptUpdate(context.get(), bytes(text), &written, bytes(plain), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(context.get(), bytes(text) + written, &unused) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, int(TagBytes), text + plain.size()) == 1;
    if (!done)
        qFatal("AES-256-GCM does not work here");
    return value;
}

QString keyIdOf(QByteArrayView sealed)
{
    if (sealed.size() < HeadBytes + TagBytes || sealed[0] != Format)
        return {};
    return QString::fromLatin1(sealed.sliced(1, IdBytes).toByteArray().toHex());
}

Result<Secret> unsealed(const MasterKey &key, QByteArrayView associated, QByteArrayView sealed)
{
    const Error broken{.code = ErrorCode::InternalError, .log = u"a sealed value does not open"_s};
    if (keyIdOf(sealed) != key.id())
        return broken;
    const QByteArrayView nonce = sealed.sliced(1 + IdBytes, NonceBytes);
    const QByteArrayView text = sealed.sliced(HeadBytes, sealed.size() - HeadBytes - TagBytes);
    QByteArray tag = sealed.last(TagBytes).toByteArray();
    Secret plain(text.size());
    const Context context = makeContext();
    int written = 0;
    int unused = 0;
    const bool done = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key.bytes()), bytes(nonce)) == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &unused, bytes(associated), int(associated.size())) == 1
        && EVP_DecryptUpdate(context.get(), bytes(plain.data()), &written, bytes(text), int(text.size())) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, int(TagBytes), tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), bytes(plain.data()) + written, &unused) == 1;
    if (!done)
        return broken;
    return plain;
}
}
