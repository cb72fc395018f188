// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM lets what runs finish, SIGHUP reads the certificate again.
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{
const QByteArray Password = "a long enough password";

QByteArray loginBytes(const QByteArray &host)
{
    const QJsonObject body{{u"email"_s, u"a@e2e.example"_s}, {u"password"_s, QString::fromUtf8(Password)}};
    return Ask{"POST", "/api/v1/auth/login", {{"Content-Type", "application/json"}}, compact(body)}.bytes(host);
}

/// A self-signed certificate and its key, over those that are there.
bool makeCertificate(const QString &folder, const QString &name)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                   u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN="_s + name, u"-keyout"_s, folder + u"/key.pem"_s,
                   u"-out"_s, folder + u"/cert.pem"_s});
    return openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
}

QString commonName(WireConnection &connection)
{
    auto *socket = qobject_cast<QSslSocket *>(&connection.socket());
    return socket ? socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0) : QString();
}
}

class TestSignals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_UNIX
        QSKIP("These signals are UNIX's.");
#endif
    }
    void terminatingFinishesWhatRuns()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, Password));
        QVERIFY2(server.start({u"--rate-anonymous-per-hour"_s, u"100000"_s, u"--access-log"_s, u"off"_s}),
                 server.errors());
        const QByteArray host = server.url().authority().toUtf8();
        const QByteArray healthz = Ask{"GET", "/healthz"}.bytes(host);
        // Enough password checks that most are still waiting when the first has been answered, and few enough for the
        // time in which a stop must be over.
        std::vector<std::unique_ptr<WireConnection>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<WireConnection>(server.url()));
            QVERIFY(clients.back()->write(healthz));
            const auto answer = clients.back()->read();
            QVERIFY(answer && answer->status == 200);
        }
        for (const auto &client : clients)
            QVERIFY(client->write(loginBytes(host)));
        const auto first = clients[0]->read();
        QVERIFY(first && first->status == 200);
        server.process().terminate();
        for (std::size_t i = 1; i < clients.size(); ++i) {
            const auto answer = clients[i]->read();
            QVERIFY2(answer.has_value(), "a running request was cut off: " + server.log());
            QCOMPARE(answer->status, 200);
            QVERIFY(answer->json().value(u"success"_s).toBool());
        }
        QVERIFY(server.process().waitForFinished(10'000));
        QVERIFY2(server.process().exitStatus() == QProcess::NormalExit && server.process().exitCode() == 0,
                 server.log());
        QVERIFY2(!server.log().contains("Sanitizer"), server.log());
    }
    void anUnfinishedRequestDoesNotHoldTheEndUp()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        const QByteArray host = server.url().authority().toUtf8();
        WireConnection half(server.url());
        QVERIFY(half.write(loginBytes(host).chopped(20)));
        WireConnection idle(server.url());
        QVERIFY(idle.write(Ask{"GET", "/healthz"}.bytes(host)));
        QVERIFY(idle.read().has_value());
        server.process().terminate();
        QVERIFY(server.process().waitForFinished(10'000));
        QCOMPARE(server.process().exitCode(), 0);
        QVERIFY(idle.waitClosed(5000));
        QVERIFY(half.waitClosed(5000));
    }
    void nobodyIsLetInWhileItEnds()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        QCOMPARE(server.terminate(), 0);
        WireConnection late(server.url());
        QVERIFY(!late.isOpen());
        QVERIFY2(server.start(), server.errors()); // the same data again, at once
        QCOMPARE(HttpClient(server.url()).get("/readyz").status, 200);
    }
    /// A balancer sees that it should send nobody any more, while whom it still sends is served.
    void itIsUnreadyBeforeItLetsNobodyIn()
    {
        ServerProcess server;
        QVERIFY2(server.start({u"--stop-delay"_s, u"5"_s}), server.errors());
        HttpClient client(server.url());
        QCOMPARE(client.get("/readyz").status, 200);
        server.process().terminate();
        QTRY_COMPARE_WITH_TIMEOUT(client.get("/readyz").status, 503, 4000);
        QCOMPARE(HttpClient(server.url()).get("/healthz").status, 200);
        QCOMPARE(server.process().state(), QProcess::Running);
        server.process().terminate(); // once more: at once
        QVERIFY(server.process().waitForFinished(10'000));
        QCOMPARE(server.process().exitCode(), 0);
    }
    void aDelayedStopEndsByItself()
    {
        ServerProcess server;
        QVERIFY2(server.start({u"--stop-delay"_s, u"1"_s}), server.errors());
        QCOMPARE(server.terminate(), 0);
    }
    void hangingUpReloadsTheCertificate()
    {
#ifdef Q_OS_UNIX
        QTemporaryDir dir;
        QVERIFY(makeCertificate(dir.path(), u"first.example"_s));
        ServerProcess server;
        const QString certificate = dir.filePath(u"cert.pem"_s);
        QVERIFY2(server.start({u"--tls-certificate"_s, certificate, u"--tls-key"_s, dir.filePath(u"key.pem"_s)}),
                 server.errors());
        QCOMPARE(server.url().scheme(), u"https"_s);
        const QByteArray healthz = Ask{"GET", "/healthz"}.bytes(server.url().authority().toUtf8());
        WireConnection old(server.url());
        QVERIFY(old.write(healthz));
        const auto answer = old.read();
        QVERIFY(answer && answer->status == 200);
        QVERIFY(answer->has("Strict-Transport-Security"));
        QCOMPARE(commonName(old), u"first.example"_s);

        QVERIFY(makeCertificate(dir.path(), u"second.example"_s));
        QVERIFY(server.hangUp());
        const auto served = [&] {
            WireConnection fresh(server.url());
            return commonName(fresh);
        };
        QTRY_COMPARE_WITH_TIMEOUT(served(), u"second.example"_s, 30'000);
        QVERIFY(old.write(healthz));
        QVERIFY(old.read().has_value()); // what was open goes on

        QFile broken(certificate);
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write("nonsense");
        broken.close();
        const qsizetype before = server.log().size();
        QVERIFY(server.hangUp());
        QTRY_VERIFY_WITH_TIMEOUT(server.log().mid(before).contains("certificate"), 30'000);
        QCOMPARE(served(), u"second.example"_s); // a broken file changes nothing
        QCOMPARE(server.terminate(), 0);
#endif
    }
};

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_signals.moc"
