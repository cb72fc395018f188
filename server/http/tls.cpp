// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <memory>

#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace http
{
namespace
{
Error failure(const QString &log) { return Error{.code = ErrorCode::InternalError, .log = log}; }

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

/// Qt takes a pair that does not match and then fails every handshake; OpenSSL can tell beforehand.
bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    const auto source = [](const QByteArray &pem) {
        return std::unique_ptr<BIO, int (*)(BIO *)>(BIO_new_mem_buf(pem.constData(), int(pem.size())), BIO_free);
    };
    const std::unique_ptr<X509, void (*)(X509 *)> x509(
        PEM_read_bio_X509(source(certificate).get(), nullptr, nullptr, nullptr), X509_free);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> pkey(
        PEM_read_bio_PrivateKey(source(key).get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    return x509 && pkey && X509_check_private_key(x509.get(), pkey.get()) == 1;
}

QSslKey parsedKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return {};
}
}

Result<QSslConfiguration> loadTls(const QString &certificateFile, const QString &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return failure(u"Qt finds no TLS library"_s);
    const auto certificate = contentOf(certificateFile);
    if (!certificate)
        return certificate.error();
    const auto keyText = contentOf(keyFile);
    if (!keyText)
        return keyText.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    const QSslKey key = parsedKey(*keyText);
    if (chain.isEmpty())
        return failure(u"%1 holds no PEM certificate"_s.arg(certificateFile));
    if (key.isNull())
        return failure(u"%1 holds no PEM key without a passphrase"_s.arg(keyFile));
    if (!belongTogether(*certificate, *keyText))
        return failure(u"%1 is not the key of %2"_s.arg(keyFile, certificateFile));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    return tls;
}
}
