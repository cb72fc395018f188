// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/fixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>

#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace
{
enum class KeyKind { Rsa, Ec };

/// Writes a fresh key and a certificate for `name` that it signs itself.
void writePair(const QString &certificateFile, const QString &keyFile, const QByteArray &name, KeyKind kind)
{
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(
        kind == KeyKind::Rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, void (*)(X509 *)> x509(X509_new(), X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
    X509_set_pubkey(x509.get(), key.get());
    X509_NAME *subject = X509_get_subject_name(x509.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name.constData()),
                               int(name.size()), -1, 0);
    X509_set_issuer_name(x509.get(), subject);
    X509_sign(x509.get(), key.get(), EVP_sha256());
    const auto save = [](const QString &path, const auto &write) {
        const std::unique_ptr<BIO, int (*)(BIO *)> memory(BIO_new(BIO_s_mem()), BIO_free);
        write(memory.get());
        char *text = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &text);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text, size);
    };
    save(certificateFile, [&x509](BIO *out) { PEM_write_bio_X509(out, x509.get()); });
    save(keyFile,
         [&key](BIO *out) { PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}
}

class TestHttpTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    http::ServerConfig m_config;

    static std::unique_ptr<Client> connected(quint16 port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        auto *socket = new QSslSocket;
        auto client = std::make_unique<Client>(port, socket);
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setProtocol(protocol);
        socket->connectToHostEncrypted(u"127.0.0.1"_s, port);
        return client;
    }
    static QString peerOf(const Client &client)
    {
        return static_cast<QSslSocket &>(*client.socket)
            .peerCertificate()
            .subjectInfo(QSslCertificate::CommonName)
            .value(0);
    }

private slots:
    void init()
    {
        m_config = {};
        m_config.tlsCertificate = m_folder.filePath(u"cert.pem"_s);
        m_config.tlsKey = m_folder.filePath(u"key.pem"_s);
        writePair(m_config.tlsCertificate, m_config.tlsKey, "first", KeyKind::Rsa);
    }

    void servesOverTls()
    {
        Served served(m_config);
        const auto client = connected(served.port);
        client->send(get("/client") + get("/second"));
        const Answer answer = client->answer();
        QCOMPARE(answer.body, "127.0.0.1 secure");
        QCOMPARE(answer.headers.value("Strict-Transport-Security"), "max-age=31536000");
        QCOMPARE(client->answer().body, "GET /second ");
        client->send(get("/", "Connection: close\r\n"));
        QCOMPARE(client->answer().status, 200);
        QVERIFY(client->closes());
    }

    void carriesLargeBodiesBothWays()
    {
        auto backstage = std::make_shared<Backstage>();
        backstage->policy.maxBytes = 8'000'000;
        Served served(m_config, backstage);
        const auto client = connected(served.port);
        const QByteArray body = QByteArray("0123456789").repeated(100'000);
        client->send(post("/echo", body));
        const Answer answer = client->answer();
        QCOMPARE(answer.body.size(), body.size());
        QVERIFY(answer.body == body);
    }

    void refusesOldProtocols()
    {
        Served served(m_config);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        const auto client = connected(served.port, QSsl::TlsV1_1);
        QT_WARNING_POP
        client->send(get("/"));
        QVERIFY(client->closes());
        QVERIFY(client->input.isEmpty());
    }

    void dropsClientsThatSpeakNoTls()
    {
        m_config.limits.headerTime = 100ms;
        Served served(m_config);
        Client plain(served.port);
        plain.send(get("/"));
        QVERIFY(plain.closes());
        Client silent(served.port);
        QVERIFY(silent.closes());
        QTRY_COMPARE(served.server->stats().connectionsOpen, 0);
    }

    void reloadsItsCertificate()
    {
        Served served(m_config);
        const auto before = connected(served.port);
        before->send(get("/"));
        QCOMPARE(before->answer().status, 200);
        QCOMPARE(peerOf(*before), u"first"_s);
        writePair(m_config.tlsCertificate, m_config.tlsKey, "second", KeyKind::Ec);
        QVERIFY(served.server->reloadTls());
        const auto after = connected(served.port);
        after->send(get("/"));
        QCOMPARE(after->answer().status, 200);
        QCOMPARE(peerOf(*after), u"second"_s);
        before->send(get("/"));
        QCOMPARE(before->answer().status, 200);
    }

    void keepsTheOldPairWhenTheNewIsUnusable()
    {
        Served served(m_config);
        writePair(m_config.tlsCertificate, m_folder.filePath(u"other.pem"_s), "stranger", KeyKind::Rsa);
        QVERIFY(!served.server->reloadTls());
        QVERIFY(QFile::remove(m_config.tlsCertificate));
        QVERIFY(!served.server->reloadTls());
        const auto client = connected(served.port);
        client->send(get("/"));
        QCOMPARE(client->answer().status, 200);
        QCOMPARE(peerOf(*client), u"first"_s);
    }

    void doesNotStartWithoutACertificate()
    {
        m_config.tlsCertificate = m_folder.filePath(u"missing.pem"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot read .*missing"_s));
        Served served(m_config);
        QVERIFY(!served.server->isListening());
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
