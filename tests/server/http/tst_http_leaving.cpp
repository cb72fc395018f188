// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that go, or seem to, and what is under way for them.
#include "server/http/acceptor.h"
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
}

class TestHttpLeaving : public QObject
{
    Q_OBJECT

private slots:
    /// Such a connection once stood among those to be flushed after it was destroyed.
    void readsNoStreamForAConnectionThatEnded()
    {
        const auto feed = std::make_shared<Feed>();
        OwnWorker own([&feed](const auto &) {
            http::Response response;
            response.stream = feed;
            return response;
        });
        Client client(own.acceptor.serverPort());
        client.send(get("/"));
        feed->put("first");
        QTRY_VERIFY(client.input.contains("first"));
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
