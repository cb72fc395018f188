// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/hmac.h"

#include <QCryptographicHash>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace identity
{
namespace
{
const unsigned char *bytes(QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); }
}

struct Hmac::Private {
    EVP_MAC *mac = nullptr;
    EVP_MAC_CTX *context = nullptr;
};

Hmac::Hmac(const QByteArray &secret)
    : d(std::make_unique<Private>())
{
    d->mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    d->context = d->mac ? EVP_MAC_CTX_new(d->mac) : nullptr;
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[]
        = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    if (d->context && EVP_MAC_init(d->context, bytes(secret), std::size_t(secret.size()), parameters) != 1) {
        EVP_MAC_CTX_free(d->context);
        d->context = nullptr;
    }
}

Hmac::~Hmac()
{
    EVP_MAC_CTX_free(d->context);
    EVP_MAC_free(d->mac);
}

QByteArray Hmac::sign(QByteArrayView message)
{
    QByteArray out(32, Qt::Uninitialized);
    std::size_t written = 0;
    // A null key starts over with the one it has.
    const bool signedIt = d->context && EVP_MAC_init(d->context, nullptr, 0, nullptr) == 1
        && EVP_MAC_update(d->context, bytes(message), std::size_t(message.size())) == 1
        && EVP_MAC_final(d->context, reinterpret_cast<unsigned char *>(out.data()), &written, std::size_t(out.size()))
            == 1
        && written == 32;
    return signedIt ? out : QByteArray();
}

bool Hmac::verify(QByteArrayView message, QByteArrayView signature)
{
    const QByteArray expected = sign(message);
    return !expected.isEmpty() && sameSecret(expected, signature);
}

QByteArray sha256Hex(QByteArrayView text)
{
    // Qt 6.4's view overload of hash() is missing on some builds; addData() takes views everywhere.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result().toHex();
}

QString tokenHash(QByteArrayView token) { return QString::fromLatin1(sha256Hex(token)); }

QString typedTokenHash(const QString &token) { return tokenHash(token.trimmed().toUtf8()); }

bool sameSecret(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), std::size_t(a.size())) == 0;
}
}
