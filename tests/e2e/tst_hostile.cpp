// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers may send: the right refusal or a closed connection, bounded memory, and others served meanwhile.
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Connections = 300;
constexpr qint64 GrowthKiB = 96 * 1024; // most of it the sanitizer's red zones
const WireHeaders JsonType{{"Content-Type", "application/json"}};
}

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // The sanitizer's quarantine would otherwise look like growth.
        const QString sanitizer = u"ASAN_OPTIONS=%1:quarantine_size_mb=8"_s.arg(qEnvironmentVariable("ASAN_OPTIONS"));
        QVERIFY2(m_server.start({u"--workers"_s, u"2"_s, u"--max-header-bytes"_s, u"8k"_s, u"--max-inflated-bytes"_s,
                                 u"1m"_s, u"--max-connections"_s, QString::number(Connections),
                                 u"--rate-anonymous-per-hour"_s, u"100000000"_s, u"--access-log"_s, u"off"_s},
                                {sanitizer}),
                 m_server.errors());
        m_host = m_server.url().authority().toUtf8();
        m_neighbour = std::make_unique<HttpClient>(m_server.url());
        for (int i = 0; i < 500; ++i)
            QVERIFY(othersAreServed());
        m_resident = m_server.residentKiB();
    }
    void cleanup()
    {
        QVERIFY2(othersAreServed(), m_server.log());
        QCOMPARE(m_server.process().state(), QProcess::Running);
        const qint64 growth = m_server.residentKiB() - m_resident;
        QVERIFY2(growth < GrowthKiB, qPrintable(u"%1 KiB more memory"_s.arg(growth)));
    }

    void slowHeadersAreCutOff()
    {
        WireConnection slow(m_server.url());
        QVERIFY(slow.write("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        const auto closedAfterOneMore = [&] {
            slow.write("z", 100);
            return slow.waitClosed(20) || !othersAreServed();
        };
        QTRY_VERIFY_WITH_TIMEOUT(closedAfterOneMore(), 60'000); // the limit is 10 s
        QVERIFY(othersAreServed());
    }
    void unfinishedLinesAreCutOff()
    {
        WireConnection half(m_server.url());
        QVERIFY(half.write("GET /hea"));
        QVERIFY(half.waitClosed(60'000));
    }
    void endlessHeadersAreRefused()
    {
        WireConnection endless(m_server.url());
        endless.write("GET /healthz HTTP/1.1\r\nHost: x\r\n");
        int sent = 0;
        while (sent < 10'000 && endless.write("X-More: " + QByteArray(1000, 'y') + "\r\n", 1000)
               && endless.socket().bytesAvailable() == 0)
            ++sent;
        QVERIFY(sent < 10'000);
        const auto answer = endless.read(false, 10'000);
        if (answer)
            QCOMPARE(answer->status, 431);
        QVERIFY(endless.waitClosed(10'000));
    }
    void endlessLinesAreRefused()
    {
        WireConnection endless(m_server.url());
        endless.write("GET /" + QByteArray(100'000, 'a'), 2000);
        const auto answer = endless.read(false, 10'000);
        if (answer)
            QCOMPARE(answer->status, 414);
        QVERIFY(endless.waitClosed(10'000));
    }
    void hugeBodiesAreRefusedBeforeTheyCome()
    {
        WireConnection huge(m_server.url());
        QVERIFY(huge.write("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                           "Content-Length: 10737418240\r\n\r\n{\"email\":\""));
        const auto answer = huge.read(false, 10'000);
        QVERIFY(answer && answer->status == 413);
        QCOMPARE(answer->json().value(u"error"_s), u"PAYLOAD_TOO_LARGE"_s);
        const QByteArray block(64 * 1024, 'x');
        int sent = 0;
        while (sent < 2000 && huge.write(block, 1000))
            ++sent;
        QVERIFY2(sent < 2000, "the server swallows what it has refused");

        WireConnection asks(m_server.url());
        QVERIFY(asks.write(
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n"
            "Content-Length: 10737418240\r\n\r\n"));
        QVERIFY(asks.socket().waitForReadyRead(10'000));
        QVERIFY(asks.socket().peek(12) == "HTTP/1.1 413");
    }
    void endlessChunksAreRefused()
    {
        WireConnection endless(m_server.url());
        endless.write("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: "
                      "application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
        int sent = 0;
        while (sent < 1000 && endless.write(chunk, 1000) && endless.socket().bytesAvailable() == 0)
            ++sent;
        QVERIFY2(sent < 1000, "a chunked body has no end");
        const auto answer = endless.read(false, 10'000);
        if (answer)
            QCOMPARE(answer->status, 413);
        QVERIFY(endless.waitClosed(40'000));
    }
    void idleConnectionsDoNotShutOthersOut()
    {
        std::vector<std::unique_ptr<WireConnection>> idle;
        for (int i = 0; i < Connections + 50; ++i)
            idle.push_back(std::make_unique<WireConnection>(m_server.url()));
        QVERIFY(othersAreServed()); // who was there before
        int refused = 0;
        for (const auto &one : idle) {
            one->write(Ask{"GET", "/healthz"}.bytes(m_host), 1000);
            const auto answer = one->read(false, 5000);
            refused += !answer || answer->status == 503 ? 1 : 0;
        }
        QVERIFY2(refused >= 40 && refused < Connections, qPrintable(QString::number(refused)));
        idle.clear();
        const auto newcomerIsServed = [&] { return HttpClient(m_server.url()).get("/healthz").status == 200; };
        QTRY_VERIFY_WITH_TIMEOUT(newcomerIsServed(), 30'000);
    }
    void tenThousandPipelinedAreAnsweredInOrder()
    {
        constexpr int Count = 10'000;
        WireConnection pipe(m_server.url());
        QByteArray all;
        for (int i = 0; i < Count; ++i)
            all += Ask{"GET",
                       i % 3 ? "/healthz" : "/api/v1/users/profile",
                       {{"X-Request-Id", "p" + QByteArray::number(i)}}}
                       .bytes(m_host);
        pipe.socket().write(all);
        for (int i = 0; i < Count; ++i) {
            const auto answer = pipe.read(false, 60'000);
            QVERIFY2(answer, qPrintable(QString::number(i)));
            QCOMPARE(answer->header("X-Request-Id"), "p" + QByteArray::number(i));
            QCOMPARE(answer->status, i % 3 ? 200 : 401);
            if (i % 1000 == 0)
                QVERIFY(othersAreServed());
        }
    }
    void oneWhoNeverReadsIsBounded()
    {
        WireConnection deaf(m_server.url());
        deaf.socket().setReadBufferSize(1);
        deaf.socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
        const QByteArray ask = Ask{"GET", "/api/openapi.json"}.bytes(m_host);
        qint64 sent = 0;
        while (sent < 64 * 1024 * 1024 && deaf.write(ask.repeated(1000), 2000))
            sent += ask.size() * 1000;
        QVERIFY2(sent < 64 * 1024 * 1024, "requests are taken in though nobody reads the answers");
        QVERIFY(othersAreServed());
    }
    void malformedRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row
            = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
        row("no host", "GET /healthz HTTP/1.1\r\n\r\n", 400);
        row("two hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        row("two lengths",
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400);
        row("length and chunked",
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\n",
            400);
        row("negative length", "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400);
        row("length overflow",
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400);
        row("unknown coding",
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
        row("broken chunk", "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
            400);
        row("folded header", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n", 400);
        row("blank before colon", "GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n", 400);
        row("NUL in a value", QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: a@b\r\n\r\n").replace('@', '\0'),
            400);
        row("NUL in the path", QByteArray("GET /hea@lthz HTTP/1.1\r\nHost: x\r\n\r\n").replace('@', '\0'), 400);
        row("bare LF", "GET /healthz HTTP/1.1\nHost: x\n\n", 400);
        row("version 3", "GET /healthz HTTP/3.0\r\nHost: x\r\n\r\n", 505);
        row("no version", "GET /healthz\r\n\r\n", 400);
        row("not HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello, TLS\r\n\r\n", 400);
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("only blanks", "\r\n\r\n\r\n \r\n\r\n", 400);
    }
    void malformedRequestsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        WireConnection connection(m_server.url());
        QVERIFY(connection.write(bytes));
        const auto answer = connection.read(false, 15'000);
        if (answer)
            QCOMPARE(answer->status, status);
        QVERIFY2(connection.waitClosed(15'000), "what follows a broken request cannot be told apart from it");
    }
    void hostileJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        const QByteArray start = "{\"password\":\"password123\",\"email\":";
        row("arrays in arrays", QByteArray(200'000, '['));
        row("closed arrays", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
        row("objects in objects", QByteArray("{\"a\":").repeated(50'000));
        row("nested in a field", start + QByteArray(50'000, '[') + QByteArray(50'000, ']') + '}');
        row(
            "a hundred thousand members", start + "1," + []() -> QByteArray {
                QByteArray members;
                for (int i = 0; i < 100'000; ++i)
                    members += "\"k" + QByteArray::number(i) + "\":1,";
                return members + "\"z\":1}";
            }());
        row("a long text", start + '"' + QByteArray(1'000'000, 'a') + "@b.example\"}");
        row("a long password", "{\"email\":\"long@e2e.example\",\"password\":\"" + QByteArray(1'000'000, 'a') + "\"}");
        row("an endless number", start + QByteArray(500'000, '9') + '}');
        row("an endless exponent", start + "1e999999999}");
        row("no number", start + "NaN}");
        row("invalid UTF-8", start + "\"\xff\xfe\xc0\x80@b.example\"}");
        row("overlong UTF-8", start + "\"a\xc0\xaf@b.example\"}");
        row("lone surrogate", start + "\"\\ud800@b.example\"}");
        row("NUL escape", start + "\"a\\u0000b@b.example\"}");
        row("NUL byte", start + QByteArray("\"a\0@b.example\"}", 15));
        row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6));
        row("newline in the address", start + "\"a@b.example\\r\\nBcc: c@d.example\"}");
        row("direction mark",
            start
                + "\"\xe2\x80\xae"
                  "a@b.example\"}");
        row("trailing words", start + "\"trailing@b.example\"} {}");
        row("nothing", "");
        row("only a quote", "\"");
    }
    void hostileJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto answer = HttpClient(m_server.url()).send({"POST", "/api/v1/auth/register", JsonType, body});
        QVERIFY2(answer.status == 400 || answer.status == 422 || answer.status == 413, answer.body.left(300));
        QVERIFY(answer.body.size() < 64 * 1024);
    }
    void hostileTargetsAreNoTrouble_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/%",
                                   "/%0",
                                   "/%zz",
                                   "/%00",
                                   "/api/v1/users/%00",
                                   "/api/v1/users/%ff%fe",
                                   "/api/v1/../../etc/passwd",
                                   "//",
                                   "///api//v1//users",
                                   "/api/v1/users/..%2f..%2fetc%2fpasswd",
                                   "/docs/..%2f..%2f..%2fetc/passwd",
                                   "/docs/%2e%2e/%2e%2e/etc/passwd",
                                   "/api/v1/%2e%2e/versions",
                                   "/api%2Fv1%2Fusers",
                                   "/api/v1/admin/users/%c0%ae%c0%ae",
                                   "/?%",
                                   "/api/v1/users?limit=%ff",
                                   "/api/v1/users?%00=%00",
                                   "/api/v1/users?limit=1%00",
                                   "/api/v1/users?a&b&&&=&==",
                                   "/api/versions?x=%F0%9F%92%A9",
                                   "/api/v1/users/\xf0\x9f\x92\xa9",
                                   "/api/v1/users/' OR 1=1--",
                                   "/api/v1/users?cursor=%22%3E%3Cscript%3E",
                                   "*",
                                   "http://evil.example/healthz",
                                   "evil.example:443"})
            QTest::addRow("%s", target) << QByteArray(target);
        QTest::newRow("many parameters") << QByteArray("/api/versions?") + QByteArray("a=b&").repeated(1500);
        QTest::newRow("many segments") << QByteArray("/a").repeated(3000);
    }
    void hostileTargetsAreNoTrouble()
    {
        QFETCH(QByteArray, target);
        for (const char *method : {"GET", "HEAD", "POST", "OPTIONS", "PROPFIND"}) {
            const auto answer = HttpClient(m_server.url()).send({method, target});
            QVERIFY2(answer.status < 500 || answer.status == 501 || answer.status == 505, method);
            QVERIFY(!answer.body.contains("root:"));
            QVERIFY(!answer.body.contains("<script>"));
        }
    }
    void hostileCredentialsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("value");
        const QByteArrayList values{"Bearer ..",
                                    "Bearer a.b.c",
                                    "Bearer " + QByteArray(7000, 'A'),
                                    "Bearer \xff\xfe\xfd",
                                    "Bearer %00%00",
                                    "Bearer eyJ9.eyJ9.",
                                    "Bearer " + QByteArray(100, '.'),
                                    "\t",
                                    "Bearer\t\tx",
                                    "Bearer vxd_x_y",
                                    "Digest username=\"x\", realm=\"\"",
                                    "Bearer " + QByteArray("[{").toBase64() + ".e30.x"};
        for (const QByteArray &value : values)
            QTest::addRow("%.40s", value.constData()) << value;
    }
    void hostileCredentialsAreRefused()
    {
        QFETCH(QByteArray, value);
        HttpClient client(m_server.url());
        QCOMPARE(client.get("/api/v1/users/profile", {{"Authorization", value}}).status, 401);
        const QJsonObject refresh{{u"refreshToken"_s, QString::fromLatin1(value)}};
        const int status = client.post("/api/v1/auth/refresh", refresh).status;
        QVERIFY2(status == 401 || status == 422, QByteArray::number(status));
    }
    void bentRequestsNeverBreakTheServer()
    {
        const QByteArray good = Ask{"POST", "/api/v1/auth/login?version=v1", JsonType,
                                    "{\"email\":\"a@b.example\",\"password\":\"password123\"}"}
                                    .bytes(m_host);
        QRandomGenerator random(20240110); // the same bends in every run
        for (int round = 0; round < 400; ++round) {
            QByteArray bent = good;
            for (int i = random.bounded(1, 6); i > 0; --i) {
                const qsizetype at = random.bounded(int(bent.size()));
                switch (random.bounded(3)) {
                case 0:
                    bent[at] = char(random.bounded(256));
                    break;
                case 1:
                    bent.remove(at, random.bounded(1, 9));
                    break;
                default:
                    bent.insert(at, bent.mid(random.bounded(int(bent.size())), random.bounded(1, 30)));
                }
            }
            WireConnection connection(m_server.url());
            connection.write(bent, 1000);
            connection.socket().disconnectFromHost(); // nothing more comes: an unfinished one ends at once
            const auto answer = connection.read(false, 15'000);
            QVERIFY2(!answer || answer->status < 500 || answer->status == 501 || answer->status == 505, bent);
        }
    }

private:
    bool othersAreServed() { return m_neighbour->get("/healthz").status == 200; }

    ServerProcess m_server;
    std::unique_ptr<HttpClient> m_neighbour;
    QByteArray m_host;
    qint64 m_resident = 0;
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
