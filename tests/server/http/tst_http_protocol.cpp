// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/fixture.h"

#include <algorithm>

class TestHttpProtocol : public QObject
{
    Q_OBJECT

private slots:
    void keepsConnectionsAlive()
    {
        Served served;
        Client client(served.port);
        for (int i = 0; i < 3; ++i) {
            client.send(get("/a%20b?x=1&y=%2F"));
            const Answer answer = client.answer();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, "GET /a%20b x=1&y=%2F");
            QVERIFY(answer.headers.value("Date").endsWith(" GMT"));
            QVERIFY(!answer.headers.contains("Server"));
            QVERIFY(!answer.headers.contains("Connection"));
        }
        QCOMPARE(served.server->stats().connectionsAccepted, 1);
        QCOMPARE(served.server->stats().requests, 3);
    }

    void endsTheConnectionWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("closed");
        QTest::newRow("1.1 close") << get("/", "Connection: close\r\n") << true;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
    }
    void endsTheConnectionWhenAsked()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, closed);
        Served served;
        Client client(served.port);
        client.send(request);
        const Answer answer = client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("Connection"), closed ? "close" : "keep-alive");
        if (closed) {
            QVERIFY(client.closes());
        } else {
            client.send(request);
            QCOMPARE(client.answer().status, 200);
        }
    }

    void headHasNoBody()
    {
        Served served;
        Client client(served.port);
        client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/y"));
        const Answer head = client.answer(true);
        QCOMPARE(head.headers.value("Content-Length"), QByteArray::number(int(sizeof("HEAD /x ") - 1)));
        QCOMPARE(client.answer().body, "GET /y ");
    }

    void readsBodies()
    {
        Served served;
        Client client(served.port);
        client.send(post("/echo", "hello"));
        QCOMPARE(client.answer().body, "hello");
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n");
        QVERIFY(client.saysNothingMore());
        client.send("1\r\n \r\n5\r\nworld\r\n0\r\nTrailer: no\r\n\r\n");
        QCOMPARE(client.answer().body, "hello world");
        client.send(get("/still"));
        QCOMPARE(client.answer().body, "GET /still ");
    }

    void trailersDecideNothing()
    {
        Served served;
        Client client(served.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                    "5;x=\"a\tb\"\r\nhello\r\n0\r\nConnection: close\r\n\r\n");
        const Answer answer = client.answer();
        QCOMPARE(answer.body, "hello");
        QVERIFY(!answer.headers.contains("Connection"));
        client.send(get("/still"));
        QCOMPARE(client.answer().body, "GET /still ");
    }

    void readsBytewise()
    {
        Served served;
        Client client(served.port);
        client.socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const QByteArray requests = post("/echo", "one") + "\r\n" // RFC 9112 2.2: an empty line in front is ignored
            + "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n";
        for (const char octet : requests) {
            client.send(QByteArray(1, octet));
            client.socket->flush();
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.answer().body, "one");
        QCOMPARE(client.answer().body, "two");
    }

    void continuesWhenAllowed()
    {
        Served served;
        Client client(served.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.answer().status, 100);
        client.send("ok");
        QCOMPARE(client.answer().body, "ok");
    }

    void refusesInsteadOfContinuing()
    {
        Served served;
        Client client(served.port);
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
        QCOMPARE(client.answer().status, 413);
        QVERIFY(client.closes());
    }

    void takesEveryFormOfTarget_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("absolute") << QByteArray("GET http://test/a?b HTTP/1.1") << QByteArray("GET /a b");
        QTest::newRow("absolute, empty path") << QByteArray("GET http://test?b HTTP/1.1") << QByteArray("GET / b");
        QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1") << QByteArray("OPTIONS / ");
        QTest::newRow("unknown method") << QByteArray("BREW /pot HTTP/1.1") << QByteArray("BREW /pot ");
    }
    void takesEveryFormOfTarget()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        Served served;
        QCOMPARE(ask(served.port, line + "\r\nHost: test\r\n\r\n").body, body);
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row
            = [](const char *name, const QByteArray &request, int status) { QTest::newRow(name) << request << status; };
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
        row("garbage", "\x16\x03\x01\x02 hello\r\n\r\n", 400);
        row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
        row("relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
        row("version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("version of something else", "GET / FTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
        row("Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
        row("folded", "GET / HTTP/1.1\r\nHost: a\r\nX: one\r\n two\r\n\r\n", 400);
        row("folded at once", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\n two\r\n\r\n", 400);
        row("folded to nothing", "GET / HTTP/1.1\r\nHost: a\r\nX: one\r\n \r\n\r\n", 400);
        row("bare LF", "GET / HTTP/1.1\nHost: a\n\n\r\n\r\n", 400);
        row("bare LF in a field", "GET / HTTP/1.1\r\nHost: a\r\nX: b\nY: c\r\n\r\n", 400);
        row("NUL", QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: b") + '\0' + "c\r\n\r\n", 400);
        row("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
        row("conflicting lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        row("repeated length", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400);
        row("length as a list", post + "Content-Length: 1, 1\r\n\r\na", 400);
        row("signed length", post + "Content-Length: +1\r\n\r\na", 400);
        row("length too big for anything", post + "Content-Length: 18446744073709551617\r\n\r\na", 400);
        row("length and coding", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("coding and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n", 400);
        row("xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
        row("gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("no chunk size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
        const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
        row("bare LF in an extension", chunked + "5;a=\"\nx\"\r\nhello\r\n0\r\n\r\n", 400);
        row("bare CR in an extension", chunked + "5;a=\"\rx\"\r\nhello\r\n0\r\n\r\n", 400);
        row("control in an extension", chunked + "5;a=\"\x01\"\r\nhello\r\n0\r\n\r\n", 400);
        row("bare LF in the last extension", chunked + "5\r\nhello\r\n0;a=\"\nx\"\r\n\r\n", 400);
        row("chunk longer than said", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", 400);
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Served served;
        Client client(served.port);
        // What follows must never be taken for a request of its own.
        client.send(request + get("/smuggled"));
        const Answer answer = client.answer();
        QCOMPARE(answer.status, status);
        QVERIFY(answer.body.startsWith("refused " + QByteArray::number(status)));
        QCOMPARE(answer.headers.value("Connection"), "close");
        QVERIFY(client.closes());
        QVERIFY2(client.input.isEmpty(), client.input.constData());
        QCOMPARE(served.backstage->handled.load(), 0);
    }

    void answersTenThousandPipelinedRequestsInOrder()
    {
        Served served;
        Client client(served.port);
        QByteArray requests;
        for (int i = 0; i < 10'000; ++i)
            requests += get("/" + QByteArray::number(i));
        client.send(requests);
        for (int i = 0; i < 10'000; ++i)
            QCOMPARE(client.answer().body, "GET /" + QByteArray::number(i) + ' ');
    }

    void believesTrustedProxiesOnly_data()
    {
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("seen");
        const QByteArray chain = "X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.0.0.2\r\nX-Forwarded-Proto: https\r\n";
        QTest::newRow("untrusted") << false << chain << QByteArray("127.0.0.1 plain");
        QTest::newRow("trusted") << true << chain << QByteArray("203.0.113.7 secure");
        QTest::newRow("two fields") << true
                                    << QByteArray("X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: 10.0.0.2\r\n")
                                    << QByteArray("203.0.113.7 plain");
        QTest::newRow("nonsense") << true << QByteArray("X-Forwarded-For: 1.2.3.4, nonsense\r\n")
                                  << QByteArray("127.0.0.1 plain");
        QTest::newRow("v6 with port") << true << QByteArray("X-Forwarded-For: [2001:db8::1]:4711\r\n")
                                      << QByteArray("2001:db8::1 plain");
    }
    void believesTrustedProxiesOnly()
    {
        QFETCH(bool, trusted);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, seen);
        http::ServerConfig config;
        if (trusted)
            config.trustedProxies = {QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
                                     QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8"))};
        Served served(config);
        QCOMPARE(ask(served.port, get("/client", fields)).body, seen);
    }

    void spreadsConnectionsOverWorkers()
    {
        http::ServerConfig config;
        config.workers = 3;
        Served served(config);
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 12; ++i) {
            clients.push_back(std::make_unique<Client>(served.port));
            clients.back()->send(get("/"));
        }
        for (const auto &client : clients)
            QCOMPARE(client->answer().status, 200);
        QCOMPARE(served.server->stats().requests, 12);
        QCOMPARE(served.server->stats().connectionsOpen, 12);
    }
};

QTEST_GUILESS_MAIN(TestHttpProtocol)
#include "tst_http_protocol.moc"
