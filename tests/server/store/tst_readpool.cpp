// SPDX-License-Identifier: GPL-3.0-or-later
// Long reads on threads of their own, on SQLite and PostgreSQL.
#include "server/store/readpool.h"
#include "tests/server/store/testdatabase.h"

#include <QSemaphore>
#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Engine;
using store::ReadPool;

class ReadPoolTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();

    void readsElsewhereAndChangesNothing_data() { engines(); }
    void readsElsewhereAndChangesNothing();
    void oneLongReadHoldsUpNoOther();
    void refusesMoreThanTheQueueHolds();
    void tellsWhoWaitsThatItStops();
    void survivesWhatThrows();
    void saysWhyItCannotRead();
    void comesBackAfterPostgresRestart();

private:
    void make(Engine engine);
    void engines()
    {
        QTest::addColumn<Engine>("engine");
        for (const Engine engine : m_databases->engines())
            QTest::newRow(name(engine)) << engine;
    }

    std::unique_ptr<TestDatabases> m_databases;
    store::Database m_database;
};

void ReadPoolTest::init()
{
    const bool postgres = QTest::currentDataTag() && QByteArray(QTest::currentDataTag()) == "postgresql";
    make(postgres ? Engine::PostgreSql : Engine::Sqlite);
}

void ReadPoolTest::make(Engine engine)
{
    m_database = m_databases->create(engine);
    const auto connection = Connection::open(m_database);
    QVERIFY(connection && (*connection)->executeOnce(u"CREATE TABLE item (id INTEGER PRIMARY KEY)"_s));
    QVERIFY((*connection)->execute(u"INSERT INTO item (id) VALUES (7)"_s));
}

void ReadPoolTest::readsElsewhereAndChangesNothing()
{
    ReadPool pool(m_database);
    QThread *thread = nullptr;
    const auto read = pool.submit<qint64>([&thread](Connection &c) -> Result<qint64> {
        thread = QThread::currentThread();
        auto rows = c.query(u"SELECT id FROM item"_s);
        return rows && rows->next() ? rows->integer(0) : -1;
    });
    QCOMPARE(*read.result(), 7);
    QVERIFY(thread != QThread::currentThread());
    const auto write
        = pool.submit<qint64>([](Connection &c) { return c.execute(u"INSERT INTO item (id) VALUES (8)"_s); });
    QVERIFY(!write.result());
}

void ReadPoolTest::oneLongReadHoldsUpNoOther()
{
    ReadPool pool(m_database);
    QSemaphore open;
    const auto hold = pool.submit<Done>([&open](Connection &) -> Result<Done> {
        open.acquire();
        return Done{};
    });
    QVERIFY(pool.submit<Done>([](Connection &) -> Result<Done> { return Done{}; }).result());
    QVERIFY(!hold.isFinished());
    open.release();
    QVERIFY(hold.result());
}

void ReadPoolTest::refusesMoreThanTheQueueHolds()
{
    ReadPool pool(m_database, 1);
    QSemaphore entered;
    QSemaphore open;
    const auto wait = [&](Connection &) -> Result<Done> {
        entered.release();
        open.acquire();
        return Done{};
    };
    QList<QFuture<Result<Done>>> taken{pool.submit<Done>(wait)};
    entered.acquire(); // runs, and no longer waits
    for (std::size_t i = 0; i < ReadPool::QueueLimit; ++i)
        taken << pool.submit<Done>(wait);
    const auto refused = pool.submit<Done>(wait);
    QVERIFY(refused.isFinished());
    QCOMPARE(refused.result().error().code, ErrorCode::ServiceUnavailable);
    QVERIFY(refused.result().error().retryAfterSeconds > 0);
    open.release(int(taken.size()));
    for (const auto &one : taken)
        QVERIFY(one.result());
}

void ReadPoolTest::tellsWhoWaitsThatItStops()
{
    auto pool = std::make_unique<ReadPool>(m_database, 1);
    QSemaphore entered;
    QSemaphore open;
    const auto running = pool->submit<Done>([&](Connection &) -> Result<Done> {
        entered.release();
        open.acquire();
        return Done{};
    });
    entered.acquire();
    const auto waiting = pool->submit<Done>([](Connection &) -> Result<Done> { return Done{}; });
    std::unique_ptr<QThread> opener(QThread::create([&] {
        static_cast<void>(waiting.result()); // it was told; only then may the other one end
        open.release();
    }));
    opener->start();
    pool.reset();
    opener->wait();
    QVERIFY(running.result());
    QCOMPARE(waiting.result().error().code, ErrorCode::ServiceUnavailable);
}

void ReadPoolTest::survivesWhatThrows()
{
    ReadPool pool(m_database, 1);
    const auto thrown = pool.submit<Done>([](Connection &) -> Result<Done> { throw std::runtime_error("no"); });
    QCOMPARE(thrown.result().error().code, ErrorCode::InternalError);
    QVERIFY(pool.submit<Done>([](Connection &) -> Result<Done> { return Done{}; }).result());
}

void ReadPoolTest::saysWhyItCannotRead()
{
    ReadPool pool({.name = u"/no/such/folder/at/all.db"_s});
    const auto read = pool.submit<Done>([](Connection &) -> Result<Done> { return Done{}; });
    const Error error = read.result().error();
    QCOMPARE(error.code, ErrorCode::ServiceUnavailable);
    QVERIFY2(error.log.contains(u"/no/such/folder"_s), qPrintable(error.log));
    QCOMPARE(error.message, QString(info(ErrorCode::ServiceUnavailable).message)); // who waits is told no path
}

void ReadPoolTest::comesBackAfterPostgresRestart()
{
    if (!m_databases->cluster())
        QSKIP("no PostgreSQL of our own");
    make(Engine::PostgreSql);
    ReadPool pool(m_database, 1);
    const auto read = [&pool] {
        return pool
            .submit<qint64>([](Connection &c) -> Result<qint64> {
                auto rows = c.query(u"SELECT id FROM item"_s);
                return !rows ? rows.error() : Result<qint64>(rows->next() ? rows->integer(0) : -1);
            })
            .result();
    };
    QVERIFY(read());
    QVERIFY(m_databases->cluster()->restart());
    const auto lost = read();
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ServiceUnavailable);
    const auto again = read();
    QVERIFY2(again, again ? "" : qPrintable(again.error().log));
    QCOMPARE(*again, 7);
    const auto write
        = pool.submit<qint64>([](Connection &c) { return c.execute(u"INSERT INTO item (id) VALUES (8)"_s); });
    QVERIFY(!write.result());
}

QTEST_GUILESS_MAIN(ReadPoolTest)
#include "tst_readpool.moc"
