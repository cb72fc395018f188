// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/fixture.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTimer>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace
{
QByteArray gunzipped(const QByteArray &packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray out(16'000'000, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int answer = inflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return answer == Z_STREAM_END ? out : QByteArray();
}

/// Makes octets as they are read and counts them.
class Source : public QIODevice
{
public:
    Source(qint64 size, std::atomic<qint64> &made, std::atomic<int> &alive)
        : m_left(size)
        , m_made(made)
        , m_alive(alive)
    {
        ++m_alive;
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~Source() override { --m_alive; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_left == 0)
            return -1;
        const qint64 n = std::min(size, m_left);
        std::fill_n(data, n, 's');
        m_left -= n;
        m_made += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
    std::atomic<qint64> &m_made;
    std::atomic<int> &m_alive;
};

/// Says nothing until a timer on its own thread lets it, one word at a time.
class Ticker : public QIODevice
{
public:
    explicit Ticker(bool fails)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        connect(&m_timer, &QTimer::timeout, this, [this, fails] {
            ++m_ticks;
            if (fails && m_ticks == 3)
                setProperty("failed", true);
            if (m_ticks < 4)
                m_ready += "tick " + QByteArray::number(m_ticks) + '\n';
            emit readyRead();
        });
        m_timer.start(10);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 n = std::min<qint64>(size, m_ready.size());
        std::copy_n(m_ready.constData(), n, data);
        m_ready.remove(0, n);
        return n == 0 && (m_ticks >= 4 || property("failed").toBool()) ? -1 : n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QTimer m_timer;
    QByteArray m_ready;
    int m_ticks = 0;
};

std::shared_ptr<Backstage> custom(std::function<http::Response(const http::Request &)> make)
{
    auto backstage = std::make_shared<Backstage>();
    backstage->custom = std::move(make);
    return backstage;
}

http::Response json(const QByteArray &body)
{
    http::Response response;
    response.headers.add("Content-Type", "application/json; charset=utf-8");
    response.body = body;
    return response;
}
}

class TestHttpAnswers : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfLateAnswers()
    {
        Served served;
        Client client(served.port);
        client.send(get("/later/a") + get("/now") + get("/later/b") + get("/also"));
        QTRY_VERIFY(served.backstage->isWaitedFor("b"));
        served.backstage->finish("b");
        QVERIFY(client.saysNothingMore());
        served.backstage->finish("a");
        QCOMPARE(client.answer().body, "a");
        QCOMPARE(client.answer().body, "GET /now ");
        QCOMPARE(client.answer().body, "b");
        QCOMPARE(client.answer().body, "GET /also ");
    }

    void runsUnsafeRequestsAlone()
    {
        Served served;
        Client client(served.port);
        client.send(get("/later/a") + post("/later/b", "x") + get("/c"));
        QTRY_VERIFY(served.backstage->isWaitedFor("a"));
        QTest::qWait(20);
        QVERIFY(!served.backstage->isWaitedFor("b"));
        served.backstage->finish("a");
        QTRY_VERIFY(served.backstage->isWaitedFor("b"));
        QTest::qWait(20);
        QCOMPARE(served.backstage->handled.load(), 2);
        served.backstage->finish("b");
        for (const char *body : {"a", "b", "GET /c "})
            QCOMPARE(client.answer().body, body);
    }

    void refusesInItsTurn()
    {
        Served served;
        Client client(served.port);
        client.send(get("/later/a") + "nonsense\r\n\r\n");
        QTRY_VERIFY(served.backstage->isWaitedFor("a"));
        QVERIFY(client.saysNothingMore());
        served.backstage->finish("a");
        QCOMPARE(client.answer().body, "a");
        QCOMPARE(client.answer().status, 400);
        QVERIFY(client.closes());
    }

    void survivesExceptions()
    {
        Served served;
        Client client(served.port);
        for (const char *path : {"/throw", "/throw-int"}) {
            client.send(get(path));
            const Answer answer = client.answer();
            QCOMPARE(answer.status, 500);
            QCOMPARE(answer.body, QByteArray("refused 500 ") + path);
        }
        client.send(get("/later/fails") + get("/later/abandoned") + get("/after"));
        QTRY_VERIFY(served.backstage->isWaitedFor("abandoned"));
        served.backstage->fail("fails");
        served.backstage->abandon("abandoned");
        QCOMPARE(client.answer().body, "refused 500 /later/fails");
        QCOMPARE(client.answer().body, "refused 500 /later/abandoned");
        QCOMPARE(client.answer().body, "GET /after ");
    }

    void compressesForThoseWhoTakeIt_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<bool>("packed");
        QTest::newRow("gzip") << QByteArray("gzip, deflate, br") << true;
        QTest::newRow("weighted") << QByteArray("br;q=1, gzip;q=0.1") << true;
        QTest::newRow("anything") << QByteArray("*") << true;
        QTest::newRow("not gzip") << QByteArray("*, gzip;q=0") << false;
        QTest::newRow("not gzip, three zeros") << QByteArray("gzip; q=0.000") << false;
        QTest::newRow("nothing else") << QByteArray("br") << false;
        QTest::newRow("no field") << QByteArray() << false;
    }
    void compressesForThoseWhoTakeIt()
    {
        QFETCH(QByteArray, accept);
        QFETCH(bool, packed);
        const QByteArray body = QByteArray("{\"k\":1}").repeated(1000);
        Served served({}, custom([body](const auto &) { return json(body); }));
        const Answer answer
            = ask(served.port, get("/custom", accept.isNull() ? accept : "Accept-Encoding: " + accept + "\r\n"));
        QCOMPARE(answer.headers.value("Vary"), "Accept-Encoding");
        QCOMPARE(answer.headers.value("Content-Encoding"), packed ? "gzip" : QByteArray());
        QCOMPARE(packed ? gunzipped(answer.body) : answer.body, body);
        QVERIFY(!packed || answer.body.size() < body.size() / 4);
    }

    void leavesAloneWhatGainsNothing()
    {
        http::Response response;
        Served served({}, custom([&response](const auto &) { return response; }));
        const auto ask = [&served] { return ::ask(served.port, get("/custom", "Accept-Encoding: gzip\r\n")); };
        response = json("{\"short\":true}");
        QVERIFY(!ask().headers.contains("Content-Encoding"));
        response = json(QByteArray(5000, 'x'));
        response.headers.set("Content-Type", "audio/wav");
        QVERIFY(!ask().headers.contains("Vary"));
        response.headers.set("Content-Type", "text/plain");
        response.headers.add("Content-Encoding", "br");
        QCOMPARE(ask().headers.value("Content-Encoding"), "br");
    }

    void sendsLargeBodies_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("gzip") << QByteArray("Accept-Encoding: gzip\r\n");
    }
    void sendsLargeBodies()
    {
        QFETCH(QByteArray, fields);
        const QByteArray body = QByteArray("0123456789").repeated(500'000);
        Served served({}, custom([body](const auto &) { return json(body); }));
        Client client(served.port);
        client.send(get("/custom", fields) + get("/next"));
        const Answer answer = client.answer();
        QCOMPARE(answer.headers.contains("Content-Length"), fields.isEmpty());
        QVERIFY((fields.isEmpty() ? answer.body : gunzipped(answer.body)) == body);
        QCOMPARE(client.answer().body, "GET /next ");
    }

    void streamsNoFasterThanRead()
    {
        std::atomic<qint64> made = 0;
        std::atomic<int> alive = 0;
        constexpr qint64 size = 64'000'000;
        Served served({}, custom([&](const auto &) {
                          http::Response response;
                          response.headers.add("Content-Type", "audio/wav");
                          response.stream = std::make_shared<Source>(size, made, alive);
                          return response;
                      }));
        Client client(served.port);
        client.socket->setReadBufferSize(64 * 1024);
        client.socket->disconnect(client.socket.get());
        client.send(get("/custom"));
        qint64 before = -1;
        QTRY_VERIFY_WITH_TIMEOUT(
            std::exchange(before, made.load()) == made.load() && made > 0 && client.socket->bytesAvailable() > 0, 5000);
        QTest::qWait(200);
        QVERIFY2(made < 16'000'000, qPrintable(QString::number(made))); // the kernel's buffers, not the body
        QCOMPARE(ask(served.port, get("/beside")).status, 200);
        client.socket->setReadBufferSize(0);
        qint64 read = 0;
        QTRY_VERIFY_WITH_TIMEOUT((read += client.socket->readAll().size()) > size, 30'000);
        QTRY_COMPARE(alive.load(), 0);
    }

    void streamsInEveryFraming()
    {
        std::atomic<qint64> made = 0;
        std::atomic<int> alive = 0;
        Served served({}, custom([&](const auto &) {
                          http::Response response;
                          response.headers.add("Content-Type", "text/csv");
                          response.stream = std::make_shared<Source>(100'000, made, alive);
                          return response;
                      }));
        const QByteArray all(100'000, 's');
        Client client(served.port);
        client.send(get("/custom") + get("/next") + get("/custom", "Accept-Encoding: gzip\r\n") + get("/last"));
        const Answer chunked = client.answer();
        QCOMPARE(chunked.headers.value("Transfer-Encoding"), "chunked");
        QVERIFY(chunked.body == all);
        QCOMPARE(client.answer().body, "GET /next ");
        const Answer packed = client.answer();
        QCOMPARE(packed.headers.value("Content-Encoding"), "gzip");
        QVERIFY(gunzipped(packed.body) == all);
        QCOMPARE(client.answer().body, "GET /last ");
        client.send("HEAD /custom HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"));
        QCOMPARE(client.answer(true).status, 200);
        QCOMPARE(client.answer().body, "GET /next ");
        const Answer old = ask(served.port, "GET /custom HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(old.headers.value("Connection"), "close");
        QVERIFY(old.body == all);
        QTRY_COMPARE(alive.load(), 0);
    }

    void streamsWhatComesLater()
    {
        Served served({}, custom([](const http::Request &request) {
                          http::Response response;
                          response.stream = std::make_shared<Ticker>(request.query == "fails");
                          return response;
                      }));
        Client client(served.port);
        client.send(get("/custom") + get("/next"));
        QCOMPARE(client.answer().body, "tick 1\ntick 2\ntick 3\n");
        QCOMPARE(client.answer().body, "GET /next ");
        client.send(get("/custom?fails"));
        QVERIFY(client.closes()); // cut off, so that nobody takes it for complete
        QVERIFY(client.input.contains("tick 1"));
        QVERIFY(!client.input.contains("\r\n0\r\n"));
    }

    void freesTheStreamOfAClientThatLeaves()
    {
        std::atomic<qint64> made = 0;
        std::atomic<int> alive = 0;
        Served served({}, custom([&](const auto &) {
                          http::Response response;
                          response.stream = std::make_shared<Source>(1'000'000'000, made, alive);
                          return response;
                      }));
        Client client(served.port);
        client.send(get("/custom"));
        QTRY_VERIFY(client.input.size() > 100'000);
        client.socket->abort();
        QTRY_COMPARE(alive.load(), 0);
    }

    void neverLetsAFieldBreakTheAnswer()
    {
        Served served({}, custom([](const auto &) {
                          http::Response response;
                          response.headers.add("X-Good", "yes");
                          response.headers.add("X-Split", "a\r\nX-Evil: 1");
                          response.headers.add("X-Name\r\nX-Evil", "1");
                          response.headers.add("Content-Length", "99");
                          response.headers.add("transfer-encoding", "chunked");
                          response.body = "ok";
                          return response;
                      }));
        const Answer answer = ask(served.port, get("/custom"));
        QCOMPARE(answer.body, "ok");
        QCOMPARE(answer.headers.value("X-Good"), "yes");
        QVERIFY(!answer.headers.contains("X-Evil"));
        QCOMPARE(answer.headers.count("Content-Length"), 1);
        QVERIFY(!answer.headers.contains("Transfer-Encoding"));
    }

    void emptyStatusesHaveNoBody()
    {
        Served served({}, custom([](const http::Request &request) {
                          http::Response response;
                          response.status = request.query.toInt();
                          response.body = "never sent";
                          return response;
                      }));
        Client client(served.port);
        for (const int status : {204, 304}) {
            client.send(get("/custom?" + QByteArray::number(status)) + get("/next"));
            const Answer answer = client.answer();
            QCOMPARE(answer.status, status);
            QVERIFY(!answer.headers.contains("Content-Length"));
            QCOMPARE(client.answer().body, "GET /next ");
        }
    }

    void drainsGracefully()
    {
        Served served;
        QSignalSpy drained(served.server.get(), &http::Server::drained);
        Client idle(served.port);
        idle.send(get("/"));
        QCOMPARE(idle.answer().status, 200);
        Client busy(served.port);
        busy.send(get("/later/a"));
        QTRY_VERIFY(served.backstage->isWaitedFor("a"));
        served.server->drain(30s);
        QVERIFY(idle.closes());
        QVERIFY(!served.server->isListening());
        QCOMPARE(drained.size(), 0);
        served.backstage->finish("a");
        const Answer answer = busy.answer();
        QCOMPARE(answer.body, "a");
        QCOMPARE(answer.headers.value("Connection"), "close");
        QVERIFY(busy.closes());
        QTRY_COMPARE(drained.size(), 1);
        Client late(served.port);
        QVERIFY(late.closes());
    }

    void drainsWithinItsGrace()
    {
        Served served;
        QSignalSpy drained(served.server.get(), &http::Server::drained);
        Client busy(served.port);
        busy.send(get("/later/never"));
        QTRY_VERIFY(served.backstage->isWaitedFor("never"));
        served.server->drain(50ms);
        QTRY_COMPARE(drained.size(), 1);
        QVERIFY(busy.closes());
    }

    void stopsAtOnce()
    {
        auto served = std::make_unique<Served>();
        Client busy(served->port);
        busy.send(get("/later/never"));
        QTRY_VERIFY(served->backstage->isWaitedFor("never"));
        const auto backstage = served->backstage;
        served.reset();
        QVERIFY(busy.closes());
        backstage->finish("never");
    }

    void saysWhyItCannotListen()
    {
        Served first;
        http::ServerConfig config;
        config.port = first.port;
        http::Server second(config, [](int) { return std::unique_ptr<http::Handler>(); });
        QVERIFY(!second.listen());
        config.port = 0;
        http::Server third(config,
                           [](int) -> std::unique_ptr<http::Handler> { throw std::runtime_error("no database"); });
        QVERIFY(!third.listen());
        QVERIFY(!third.isListening());
    }
};

QTEST_GUILESS_MAIN(TestHttpAnswers)
#include "tst_http_answers.moc"
