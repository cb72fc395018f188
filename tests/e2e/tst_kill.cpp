// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of a thousand registrations: what was acknowledged is there.
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"
#include "tests/server/mail/smtpserver.h"

#include <QJsonArray>
#include <QSet>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
constexpr int Registrations = 1000;
constexpr int EnoughToKill = 200;
const QByteArray Password = "a long enough password";

/// Both ends of a thousand connections need descriptors; the server inherits the limit.
void allowManySockets()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 4096) {
        limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? 4096 : std::min<rlim_t>(4096, limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

QString address(int i) { return u"person%1@e2e.example"_s.arg(i); }

QByteArray registration(int i, const QByteArray &host)
{
    const QJsonObject body{{u"email"_s, address(i)}, {u"password"_s, QString::fromUtf8(Password)}};
    return Ask{"POST", "/api/v1/auth/register", {{"Content-Type", "application/json"}}, compact(body)}.bytes(host);
}
}

class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void mailGoesOutOnce()
    {
        SmtpServer mail;
        mail.silent = true; // takes the line and says nothing: the server is killed while it is sending
        const QStringList options{u"--smtp-url"_s, mail.url(), u"--mail-from"_s, u"voxdesk@e2e.example"_s};
        ServerProcess server;
        QVERIFY2(server.start(options), server.errors());
        const auto registerOne = [&](const QString &email) {
            HttpClient client(server.url());
            return client
                .post("/api/v2/auth/register", {{u"email"_s, email}, {u"password"_s, QString::fromUtf8(Password)}})
                .status;
        };
        QCOMPARE(registerOne(u"first@e2e.example"_s), 201);
        QTRY_VERIFY_WITH_TIMEOUT(mail.connections > 0, 60'000);
        server.kill();
        mail.silent = false;
        QVERIFY2(server.start(options), server.errors());
        QTRY_COMPARE_WITH_TIMEOUT(mail.received.size(), 1, 60'000);
        QCOMPARE(mail.received[0].to, QByteArrayList{"<first@e2e.example>"});
        // What was sent is not sent again, however often the server starts; what comes then is.
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(registerOne(u"later%1@e2e.example"_s.arg(i)), 201);
            QTRY_COMPARE_WITH_TIMEOUT(mail.received.size(), i + 2, 60'000);
            QCOMPARE(mail.received[i + 1].to, QByteArrayList{"<later" + QByteArray::number(i) + "@e2e.example>"});
            QCOMPARE(server.terminate(), 0);
            QVERIFY2(server.start(options), server.errors());
        }
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(mail.received.size(), 3);
    }
    void acknowledgedRegistrationsSurvive()
    {
        allowManySockets();
        const QStringList options{u"--rate-anonymous-per-hour"_s, u"1000000"_s, u"--max-connections-per-address"_s,
                                  u"5000"_s};
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"admin@e2e.example"_s, Password));
        QVERIFY2(server.start(options), server.errors());

        const QSet<QString> acknowledged = registerUntilKilled(server);
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(acknowledged.size() >= EnoughToKill);
        QVERIFY(acknowledged.size() < Registrations);

        QCOMPARE(integrity(server.data() + u"/voxdesk.db"_s), "ok");
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, u"0"_s}), 0);
        QVERIFY2(server.start(options), server.errors());
        HttpClient client(server.url());
        const QSet<QString> listed = everybody(client);
        const QSet<QString> lost = acknowledged - listed;
        QVERIFY2(lost.isEmpty(),
                 qPrintable(u"%1 of %2 lost, for example %3"_s.arg(lost.size())
                                .arg(acknowledged.size())
                                .arg(lost.values().value(0))));
        int tried = 0;
        for (const QString &email : acknowledged) {
            if (++tried > 25)
                break;
            QCOMPARE(signIn(client, email).status, 200);
        }
        // Whoever was not told may register again, unless the row had been written just before the end.
        for (int i = 0; i < Registrations; ++i) {
            if (!listed.contains(address(i))) {
                const QJsonObject body{{u"email"_s, address(i)}, {u"password"_s, QString::fromUtf8(Password)}};
                QCOMPARE(client.post("/api/v1/auth/register", body).status, 201);
                break;
            }
        }
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(integrity(server.data() + u"/voxdesk.db"_s), "ok");
    }

private:
    /// All of them at once, and kill -9 when enough have been answered. Answers who was told "201".
    static QSet<QString> registerUntilKilled(ServerProcess &server)
    {
        QSet<QString> acknowledged;
        const QByteArray host = server.url().authority().toUtf8();
        int ended = 0;
        bool killed = false;
        QList<int>
            refused; // the queue of passwords is bounded: who finds it full asks again when somebody has been served
        std::vector<std::unique_ptr<QTcpSocket>> sockets; // their ends are counted: they go first
        for (int i = 0; i < Registrations; ++i) {
            auto *socket = sockets.emplace_back(std::make_unique<QTcpSocket>()).get();
            QObject::connect(socket, &QTcpSocket::connected, socket, [=] { socket->write(registration(i, host)); });
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&, socket, i] {
                const QByteArray answer = socket->readAll();
                if (answer.startsWith("HTTP/1.1 503 "))
                    refused << i;
                if (answer.startsWith("HTTP/1.1 201 ")) {
                    acknowledged.insert(address(i));
                    if (!refused.isEmpty()) {
                        const int next = refused.takeFirst();
                        sockets[std::size_t(next)]->write(registration(next, host));
                    }
                }
                if (acknowledged.size() >= EnoughToKill && !std::exchange(killed, true))
                    server.kill();
            });
            QObject::connect(socket, &QTcpSocket::stateChanged, socket, [&](QAbstractSocket::SocketState state) {
                if (state == QAbstractSocket::UnconnectedState)
                    ++ended;
            });
            socket->connectToHost(server.url().host(), quint16(server.url().port()));
        }
        [&] { QTRY_VERIFY_WITH_TIMEOUT(killed, 240'000); }();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ended, Registrations, 30'000); }();
        return acknowledged;
    }

    static WireAnswer signIn(HttpClient &client, const QString &email)
    {
        return client.post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, QString::fromUtf8(Password)}});
    }

    static QSet<QString> everybody(HttpClient &client)
    {
        const QByteArray token = signIn(client, u"admin@e2e.example"_s).json().value(u"token"_s).toString().toUtf8();
        QSet<QString> found;
        QByteArray cursor;
        do {
            const QByteArray query = cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toPercentEncoding();
            const QJsonObject page = client.get("/api/v1/users?limit=100" + query, bearer(token)).json();
            for (const QJsonValue &row : page.value(u"data"_s).toArray())
                found.insert(row.toObject().value(u"email"_s).toString());
            cursor = page.value(u"pagination"_s).toObject().value(u"nextCursor"_s).toString().toUtf8();
        } while (!cursor.isEmpty() && found.size() <= 2 * Registrations);
        return found;
    }

    static QByteArray integrity(const QString &database)
    {
        QProcess process;
        process.start(u"sqlite3"_s, {database, u"PRAGMA integrity_check; PRAGMA foreign_key_check;"_s});
        process.waitForFinished(60'000);
        return process.readAllStandardOutput().trimmed();
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
