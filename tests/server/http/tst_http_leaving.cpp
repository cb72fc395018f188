// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that go, or seem to, and what is under way for them.
#include "server/http/acceptor.h"
#include "server/http/descriptor.h"
#include "server/http/worker.h"
#include "tests/server/http/fixture.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimer>

namespace
{
/// A stream of what it is given.
class Feed : public QIODevice
{
public:
    Feed() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    void put(const QByteArray &octets)
    {
        m_unread += octets;
        emit readyRead();
    }
    QByteArray unread() const { return m_unread; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 n = std::min<qint64>(size, m_unread.size());
        std::copy_n(m_unread.constData(), n, data);
        m_unread.remove(0, n);
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_unread;
};

using Answering = std::function<http::Reply(const http::Request &)>;

class OneAnswer : public http::Handler
{
public:
    explicit OneAnswer(Answering answering)
        : m_answering(std::move(answering))
    {
    }
    http::BodyPolicy bodyPolicy(const http::Request &) const override { return {}; }
    http::Reply handle(http::Request request) override { return m_answering(request); }
    http::Response refuse(int, const http::Request &) const override { return {}; }

private:
    Answering m_answering;
};

/// A worker on the test's own thread, so that the test decides what happens between two of its events.
struct OwnWorker {
    explicit OwnWorker(Answering answering)
        : worker(http::ServerConfig{}, std::make_unique<OneAnswer>(std::move(answering)), shared, std::nullopt)
        , acceptor([this](qintptr descriptor) { worker.adopt(descriptor, false); })
    {
        acceptor.listen(QHostAddress::LocalHost);
        QObject::connect(&idle, &QTimer::timeout, &idle, [] { flush(); }); // a test that waits never blocks
        idle.start(0);
    }
    static void flush() { emit QAbstractEventDispatcher::instance()->aboutToBlock(); }
    /// Ends all connections, then lets happen what was on its way for them.
    void abortAll()
    {
        worker.abortAll();
        QCoreApplication::sendPostedEvents();
    }
    /// What abortAll() left is destroyed, and the worker goes on.
    static void forget()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        flush();
    }

    http::Shared shared;
    http::Worker worker;
    http::Acceptor acceptor;
    QTimer idle;
};

Answering streaming(const std::shared_ptr<Feed> &feed)
{
    return [&feed](const auto &) {
        http::Response response;
        response.stream = feed;
        return response;
    };
}

bool listensTo(const std::shared_ptr<Feed> &feed, Client &client)
{
    client.send(get("/"));
    feed->put("first");
    return QTest::qWaitFor([&client] { return client.input.contains("first"); });
}

/// The client sends no more, and listens.
void endSending(Client &client)
{
    client.socket->flush();
    http::closeForWriting(client.socket->socketDescriptor());
}

/// Its one worker has done what came before.
bool hasLooked(const Served &served) { return ask(served.port, get("/")).status == 200; }
}

class TestHttpLeaving : public QObject
{
    Q_OBJECT

private slots:
    void answersWhoOnlyEndsSending()
    {
        Served served;
        Client client(served.port);
        client.send(get("/later/a") + get("/now"));
        endSending(client);
        QTRY_VERIFY(served.backstage->isWaitedFor("a"));
        QVERIFY(hasLooked(served));
        served.backstage->finish("a");
        QCOMPARE(client.answer().body, "a");
        QCOMPARE(client.answer().body, "GET /now ");
        QVERIFY(client.closes());
    }

    void answersTheChangeThatWaitsItsTurn()
    {
        Served served;
        Client client(served.port);
        client.send(get("/later/a") + post("/later/b", "x"));
        endSending(client);
        QTRY_VERIFY(served.backstage->isWaitedFor("a"));
        served.backstage->finish("a");
        QTRY_VERIFY(served.backstage->isWaitedFor("b"));
        QVERIFY(hasLooked(served));
        served.backstage->finish("b");
        QCOMPARE(client.answer().body, "a");
        QCOMPARE(client.answer().body, "b");
        QVERIFY(client.closes());
    }

    void answersMoreThanMayBeQueued()
    {
        http::ServerConfig config;
        config.limits.pipelined = 2;
        Served served(config);
        Client client(served.port);
        for (const char *name : {"a", "b", "c", "d"})
            client.send(get(QByteArray("/later/") + name));
        endSending(client);
        for (const char *name : {"a", "b", "c", "d"}) {
            QTRY_VERIFY(served.backstage->isWaitedFor(name));
            QVERIFY(hasLooked(served));
            served.backstage->finish(name);
            QCOMPARE(client.answer().body, name);
        }
        QVERIFY(client.closes());
    }

    void sendsAllOfALongAnswer()
    {
        const QByteArray body = QByteArray("0123456789").repeated(500'000);
        auto backstage = std::make_shared<Backstage>();
        backstage->custom = [body](const auto &) {
            http::Response response;
            response.body = body;
            return response;
        };
        Served served({}, backstage);
        Client client(served.port);
        client.send(get("/custom"));
        endSending(client);
        QVERIFY(client.answer().body == body);
        QVERIFY(client.closes());
    }

    void dropsWhatNeverBecomesWhole()
    {
        Served served;
        Client client(served.port);
        client.send(get("/now") + post("/echo", "half").chopped(1));
        endSending(client);
        QCOMPARE(client.answer().body, "GET /now ");
        QVERIFY(client.closes());
        QVERIFY(client.input.isEmpty());
        QCOMPARE(served.backstage->handled.load(), 1);
    }

    void survivesClientsThatLeave()
    {
        Served served;
        {
            Client client(served.port);
            client.send(get("/later/gone"));
            QTRY_VERIFY(served.backstage->isWaitedFor("gone"));
            client.socket->abort(); // to the server the same as if it listened still
        }
        QVERIFY(hasLooked(served));
        served.backstage->finish("gone");
        QTRY_COMPARE(served.server->stats().connectionsOpen, 0);
        QVERIFY(hasLooked(served));
    }

    void seesAtOnceWhoIsReset()
    {
        Served served;
        Client client(served.port);
        client.socket->disconnect(client.socket.get());
        client.socket->setReadBufferSize(1); // what it leaves unread resets the connection
        client.send(get("/now") + get("/later/gone"));
        QTRY_VERIFY(served.backstage->isWaitedFor("gone"));
        QTRY_COMPARE(client.socket->bytesAvailable(), 1);
        client.socket->abort();
        QTRY_COMPARE(served.server->stats().connectionsOpen, 0);
        served.backstage->finish("gone");
        QVERIFY(hasLooked(served));
    }

    /// Who works for a client may stop: it need not listen still. But what comes of it is sent.
    void tellsHandlersAndAnswersAllTheSame()
    {
        QPromise<http::Response> promise;
        promise.start();
        QPointer<QObject> asker;
        OwnWorker own([&](const http::Request &request) {
            asker = request.connection;
            return promise.future();
        });
        Client client(own.acceptor.serverPort());
        client.send(get("/"));
        QTRY_VERIFY(asker);
        endSending(client);
        QTRY_VERIFY(!asker);
        http::Response response;
        response.status = 202;
        promise.addResult(std::move(response));
        promise.finish();
        QCOMPARE(client.answer().status, 202);
        QVERIFY(client.closes());
    }

    void endsAStreamByWhatItSaysNext()
    {
        const auto feed = std::make_shared<Feed>();
        OwnWorker own(streaming(feed));
        Client client(own.acceptor.serverPort());
        QVERIFY(listensTo(feed, client));
        endSending(client);
        feed->put("second");
        QTRY_VERIFY(client.input.contains("second"));
        client.socket->abort();
        // By epoll the next word tells; where Qt's notifiers wait, writing the one after it fails.
        QTRY_VERIFY((feed->put("more"), feed.use_count() == 1));
    }

    /// Such a connection once stood among those to be flushed after it was destroyed.
    void readsNoStreamForAConnectionThatEnded()
    {
        const auto feed = std::make_shared<Feed>();
        OwnWorker own(streaming(feed));
        Client client(own.acceptor.serverPort());
        QVERIFY(listensTo(feed, client));
        feed->put("late");
        own.abortAll();
        const QByteArray unread = feed->unread();
        OwnWorker::forget();
        QCOMPARE(unread, "late");
        QCOMPARE(feed.use_count(), 1);
    }

    void takesNoAnswerForAConnectionThatEnded()
    {
        const auto feed = std::make_shared<Feed>();
        QPromise<http::Response> promise;
        promise.start();
        bool asked = false;
        OwnWorker own([&](const auto &) {
            asked = true;
            return promise.future();
        });
        Client client(own.acceptor.serverPort());
        client.send(get("/"));
        QTRY_VERIFY(asked);
        http::Response response;
        response.stream = feed;
        promise.addResult(std::move(response));
        promise.finish();
        const long users = feed.use_count();
        own.abortAll();
        const long usersAfter = feed.use_count();
        OwnWorker::forget();
        QCOMPARE(usersAfter, users);
    }
};

QTEST_GUILESS_MAIN(TestHttpLeaving)
#include "tst_http_leaving.moc"
