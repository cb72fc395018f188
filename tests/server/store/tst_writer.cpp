// SPDX-License-Identifier: GPL-3.0-or-later
// Group commit under many threads, on SQLite and PostgreSQL.
#include "server/store/writer.h"
#include "tests/server/store/testdatabase.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Engine;
using store::Writer;

namespace
{
using Work = std::function<Result<qint64>(Connection &)>;

Work insert(int id)
{
    return [id](Connection &c) { return c.execute(u"INSERT INTO item (id) VALUES (?)"_s, {id}); };
}
}

class WriterTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();

    void writesFromManyThreads_data() { engines(); }
    void writesFromManyThreads();
    void undoesOneAlone_data() { engines(); }
    void undoesOneAlone();
    void swallowedErrorsAreNotWritten_data() { engines(); }
    void swallowedErrorsAreNotWritten();
    void failedCommitReachesEverybody();
    void aFullDiskIsSaidToEverybody();
    void isThereWhenTheFutureSaysSo_data() { engines(); }
    void isThereWhenTheFutureSaysSo();
    void tellsWhatOthersChanged();
    void refusesMoreThanTheQueueHolds();
    void finishesWhatIsQueued_data() { engines(); }
    void finishesWhatIsQueued();
    void saysWhyItCannotStart();
    void recoversAfterPostgresRestart();
    void givesWayAndRunsAgain();
    void givesUpInTheEnd();

private:
    void engines();
    qint64 count();
    std::unique_ptr<Writer> start();

    std::unique_ptr<TestDatabases> m_databases;
    Database m_database;
};

void WriterTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void WriterTest::init()
{
    const bool postgres = QTest::currentDataTag() && QByteArray(QTest::currentDataTag()) == "postgresql";
    m_database = m_databases->create(postgres ? Engine::PostgreSql : Engine::Sqlite);
}

std::unique_ptr<Writer> WriterTest::start()
{
    const auto connection = Connection::open(m_database);
    if (!connection
        || !(*connection)
                ->executeOnce(u"CREATE TABLE item (id INTEGER PRIMARY KEY, "
                              "parent INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED)"_s))
        qFatal("the test's table cannot be made");
    auto writer = Writer::start(m_database);
    return writer ? *std::move(writer) : nullptr;
}

qint64 WriterTest::count()
{
    const auto connection = Connection::open(m_database);
    auto rows = (*connection)->query(u"SELECT count(*) FROM item"_s);
    return rows && rows->next() ? rows->integer(0) : -1;
}

void WriterTest::writesFromManyThreads()
{
    constexpr int Threads = 8, Each = 50;
    const auto writer = start();
    QVERIFY(writer);
    std::atomic_int good = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < Threads; ++t) {
        threads.emplace_back(QThread::create([&, t] {
            for (int i = 0; i < Each; ++i) {
                auto future = writer->submit<qint64>(insert(t * Each + i));
                if (const auto result = future.result(); result && *result == 1)
                    ++good;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(good.load(), Threads * Each);
    QCOMPARE(count(), Threads * Each);
}

/// Holds the writer back, so that what is submitted meanwhile becomes one group.
struct Gate {
    QSemaphore entered, open;
    Work work()
    {
        return [this](Connection &) -> Result<qint64> {
            entered.release();
            open.acquire();
            return 0;
        };
    }
};

void WriterTest::undoesOneAlone()
{
    const auto writer = start();
    Gate gate;
    auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    auto first = writer->submit<qint64>(insert(1));
    auto twice = writer->submit<qint64>([](Connection &c) -> Result<qint64> {
        if (const auto done = c.execute(u"INSERT INTO item (id) VALUES (2)"_s); !done)
            return done;
        return c.execute(u"INSERT INTO item (id) VALUES (1)"_s);
    });
    auto changedItsMind = writer->submit<qint64>([](Connection &c) -> Result<qint64> {
        if (const auto done = c.execute(u"INSERT INTO item (id) VALUES (3)"_s); !done)
            return done;
        return ErrorCode::Forbidden;
    });
    auto thrower = writer->submit<qint64>([](Connection &c) -> Result<qint64> {
        if (const auto done = c.execute(u"INSERT INTO item (id) VALUES (4)"_s); !done)
            return done;
        throw std::runtime_error("no");
    });
    auto last = writer->submit<qint64>(insert(5));
    gate.open.release();
    QVERIFY(held.result());
    QVERIFY(first.result());
    QCOMPARE(twice.result().error().code, ErrorCode::ResourceConflict);
    QCOMPARE(changedItsMind.result().error().code, ErrorCode::Forbidden);
    QCOMPARE(thrower.result().error().code, ErrorCode::InternalError);
    QVERIFY(last.result());
    QCOMPARE(count(), 2);
}

// A piece that goes on after an error: SQLite lets it, PostgreSQL does not. Either way the answer says what is on disk.
void WriterTest::swallowedErrorsAreNotWritten()
{
    const auto writer = start();
    QVERIFY(writer->submit<qint64>(insert(1)).result());
    const auto swallowed = writer
                               ->submit<qint64>([](Connection &c) -> Result<qint64> {
                                   static_cast<void>(c.execute(u"INSERT INTO item (id) VALUES (2)"_s));
                                   static_cast<void>(c.execute(u"INSERT INTO item (id) VALUES (1)"_s));
                                   return 1;
                               })
                               .result();
    QCOMPARE(count(), swallowed ? 2 : 1);
    QVERIFY(writer->submit<qint64>(insert(3)).result());
}

void WriterTest::failedCommitReachesEverybody()
{
    const auto writer = start();
    Gate gate;
    auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    auto innocent = writer->submit<qint64>(insert(1));
    auto guilty = writer->submit<qint64>([](Connection &c) { // the deferred foreign key breaks at COMMIT only
        return c.execute(u"INSERT INTO item (id, parent) VALUES (2, 99)"_s);
    });
    gate.open.release();
    QVERIFY(!held.result());
    QVERIFY(!innocent.result());
    QVERIFY(!guilty.result());
    QCOMPARE(count(), 0);
    QVERIFY(writer->submit<qint64>(insert(1)).result());
}

// SQLite takes the whole group back then, and not just the piece; that is nobody's programming error.
void WriterTest::aFullDiskIsSaidToEverybody()
{
    const auto writer = start();
    const auto limit = [&writer](int pages) { // what a full disk looks like
        return writer->submit<Done>(
            [pages](Connection &c) { return c.executeOnce(u"PRAGMA max_page_count = %1"_s.arg(pages)); });
    };
    QVERIFY(limit(1).result()); // no more than there are
    Gate gate;
    auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    auto full = writer->submit<qint64>(
        [](Connection &c) { return c.execute(u"INSERT INTO item (id, parent) VALUES (1, zeroblob(1000000))"_s); });
    auto after = writer->submit<qint64>(insert(2));
    gate.open.release();
    for (const auto &future : {held, full, after}) {
        const auto result = future.result();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY2(result.error().log.contains("disk full"_L1), qPrintable(result.error().log));
    }
    QCOMPARE(count(), 0);
    QVERIFY(limit(100'000).result());
    QVERIFY(writer->submit<qint64>(insert(3)).result());
}

void WriterTest::isThereWhenTheFutureSaysSo()
{
    const auto writer = start();
    const auto reader = Connection::open(m_database);
    QVERIFY(reader);
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(writer->submit<qint64>(insert(i)).result());
        auto rows = (*reader)->query(u"SELECT count(*) FROM item"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->integer(0), i);
    }
}

void WriterTest::tellsWhatOthersChanged()
{
    const auto other = Connection::open(m_database);
    QVERIFY(other && (*other)->executeOnce(u"CREATE TABLE item (id INTEGER PRIMARY KEY, parent INTEGER)"_s));
    std::atomic_int told = 0;
    const auto writer = Writer::start(m_database, [&told] { ++told; });
    QVERIFY(writer);
    for (int time = 1; time <= 2; ++time) {
        QVERIFY((*writer)->submit<qint64>(insert(2 * time)).result()); // its own say nothing
        QVERIFY((*other)->execute(u"INSERT INTO item (id) VALUES (?)"_s, {2 * time + 1}));
        QTRY_COMPARE(told, time);
    }
}

void WriterTest::refusesMoreThanTheQueueHolds()
{
    const auto writer = start();
    Gate gate;
    auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    QList<QFuture<Result<qint64>>> queued;
    for (int i = 1; i <= Writer::QueueLimit; ++i)
        queued << writer->submit<qint64>(insert(i));
    QCOMPARE(writer->queued(), Writer::QueueLimit);
    auto tooMuch = writer->submit<qint64>(insert(0));
    QVERIFY(tooMuch.isFinished());
    QCOMPARE(tooMuch.result().error().code, ErrorCode::ServiceUnavailable);
    gate.open.release();
    for (auto &future : queued)
        QVERIFY(future.result());
    QCOMPARE(count(), Writer::QueueLimit);
}

void WriterTest::finishesWhatIsQueued()
{
    auto writer = start();
    QList<QFuture<Result<qint64>>> queued;
    for (int i = 1; i <= 500; ++i)
        queued << writer->submit<qint64>(insert(i));
    writer.reset();
    for (auto &future : queued)
        QVERIFY(future.isFinished() && future.result());
    QCOMPARE(count(), 500);
}

void WriterTest::saysWhyItCannotStart()
{
    const auto writer = Writer::start(*Database::parse(m_database.name + u".d/none/v.db"_s));
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::ServiceUnavailable);
}

void WriterTest::recoversAfterPostgresRestart()
{
    if (!m_databases->cluster())
        QSKIP("no PostgreSQL of our own");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto writer = start();
    QVERIFY(writer->submit<qint64>(insert(1)).result());
    QVERIFY(m_databases->cluster()->restart());
    const auto lost = writer->submit<qint64>(insert(2)).result();
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY(writer->submit<qint64>(insert(3)).result());
    QCOMPARE(count(), 2);
}

/// Another server's transaction: takes row 2, then, once it is told, row 1.
class Rival
{
public:
    explicit Rival(const Database &database)
        : m_thread(QThread::create([this, database] { run(database); }))
    {
        m_thread->start();
        m_holds.acquire();
    }
    ~Rival()
    {
        m_goOn.release();
        m_thread->wait();
    }

    /// Whether it gets row 2, and leaves finding deadlocks to others: whoever finds one gives way.
    bool isReady() const { return m_ready; }
    /// Inside a transaction that holds row 1: until the rival waits for it.
    bool letWait(Connection &c)
    {
        m_goOn.release();
        for (;;) {
            auto rows = c.query(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s);
            if (!rows || !rows->next())
                return false;
            if (rows->integer(0) > 0)
                return true;
        }
    }
    bool isWritten() ///< once it is over
    {
        m_thread->wait();
        return m_written;
    }

private:
    void run(const Database &database)
    {
        const auto connection = Connection::open(database);
        if (connection && (*connection)->executeOnce(u"SET deadlock_timeout = '10min'"_s)) {
            store::Transaction transaction(**connection);
            m_ready = bool((*connection)->execute(u"UPDATE item SET parent = NULL WHERE id = 2"_s));
            m_holds.release();
            m_goOn.acquire();
            m_written = (*connection)->execute(u"UPDATE item SET parent = 1 WHERE id = 1"_s) && transaction.commit();
        }
        m_holds.release();
    }

    QSemaphore m_holds, m_goOn;
    std::atomic_bool m_ready = false;
    std::atomic_bool m_written = false;
    std::unique_ptr<QThread> m_thread;
};

void WriterTest::givesWayAndRunsAgain()
{
    if (!m_databases->engines().contains(Engine::PostgreSql))
        QSKIP("This machine has no PostgreSQL.");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto writer = start();
    for (const int id : {1, 2})
        QVERIFY(writer->submit<qint64>(insert(id)).result());
    Rival rival(m_database);
    if (!rival.isReady())
        QSKIP("This server's user may not set deadlock_timeout.");
    Gate gate;
    const auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    const auto before = writer->submit<qint64>(insert(3)); // the same group: taken back, and written once
    int times = 0;
    const auto crossed = writer->submit<qint64>([&](Connection &c) -> Result<qint64> {
        const auto first = c.execute(u"UPDATE item SET parent = 2 WHERE id = 1"_s);
        if (!first || (++times == 1 && !rival.letWait(c)))
            return first;
        return c.execute(u"UPDATE item SET parent = 1 WHERE id = 2"_s);
    });
    gate.open.release(4);
    QVERIFY(held.result());
    QVERIFY(before.result());
    const auto result = crossed.result();
    QVERIFY2(result, result ? "" : qPrintable(result.error().log));
    QVERIFY(rival.isWritten());
    QVERIFY(times > 1); // more often where the writer takes row 1 before the rival has woken up
    QCOMPARE(count(), 3);
}

void WriterTest::givesUpInTheEnd()
{
    if (!m_databases->engines().contains(Engine::PostgreSql))
        QSKIP("This machine has no PostgreSQL.");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto writer = start();
    const auto connection = Connection::open(m_database);
    QVERIFY(connection
            && (*connection)
                   ->executeOnce(u"CREATE FUNCTION gives_way() RETURNS integer LANGUAGE plpgsql AS "
                                 "$$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$"_s));
    Gate gate;
    const auto held = writer->submit<qint64>(gate.work());
    gate.entered.acquire();
    int times = 0;
    const auto hopeless = writer->submit<qint64>([&times](Connection &c) -> Result<qint64> {
        ++times;
        auto rows = c.query(u"SELECT gives_way()"_s);
        return rows ? Result<qint64>(0) : rows.error();
    });
    const auto other = writer->submit<qint64>(insert(1));
    gate.open.release(100);
    QVERIFY(held.result());
    const auto refused = hopeless.result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY(other.result()); // it fails alone
    QVERIFY(times > 1 && times < 10);
    QCOMPARE(count(), 1);
}

QTEST_GUILESS_MAIN(WriterTest)
#include "tst_writer.moc"
