// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/idempotency/idempotencystore.h"
#include "tests/server/store/testdatabase.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using api::IdempotencyClaim;
using idempotency::IdempotencyStore;
using store::Connection;
using store::Engine;
using State = api::IdempotencyClaim::State;

namespace
{
constexpr qint64 HourMs = 60LL * 60 * 1000;
}

class IdempotencyTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();
    void cleanup() { m_writer.reset(); }

    void answersTheFirstAnswer_data() { engines(); }
    void answersTheFirstAnswer();
    void keepsScopesApart_data() { engines(); }
    void keepsScopesApart();
    void abandonedKeysAreFree_data() { engines(); }
    void abandonedKeysAreFree();
    void abandonedKeysAreFreeAfterAFailure_data() { engines(); }
    void abandonedKeysAreFreeAfterAFailure();
    void claimsOfALostCommitAreFree_data() { engines(); }
    void claimsOfALostCommitAreFree();
    void answersOnlyOnce_data() { engines(); }
    void answersOnlyOnce();
    void forgetsAfterADay_data() { engines(); }
    void forgetsAfterADay();
    void claimsOfTheDeadAreFree_data() { engines(); }
    void claimsOfTheDeadAreFree();
    void oneOfManyGetsTheKey_data() { engines(); }
    void oneOfManyGetsTheKey();
    void purgesInBoundedSteps_data() { engines(); }
    void purgesInBoundedSteps();
    void purgesByItself();

private:
    void engines();
    api::Clock clock()
    {
        return [this] { return m_now.load(); };
    }
    static IdempotencyClaim begin(IdempotencyStore &store, const QByteArray &key, const QByteArray &print = "print",
                                  const QByteArray &scope = "ada");
    qint64 rows();
    void change(const QString &statement);
    void rename(const QString &from, const QString &to);

    std::unique_ptr<TestDatabases> m_databases;
    store::Database m_database;
    std::unique_ptr<store::Writer> m_writer;
    std::atomic<qint64> m_now = 1'700'000'000'000;
};

void IdempotencyTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void IdempotencyTest::init()
{
    const bool postgres = QByteArray(QTest::currentDataTag()) == "postgresql";
    m_database = m_databases->createMigrated(postgres ? Engine::PostgreSql : Engine::Sqlite);
    auto writer = store::Writer::start(m_database);
    QVERIFY(writer);
    m_writer = *std::move(writer);
}

IdempotencyClaim IdempotencyTest::begin(IdempotencyStore &store, const QByteArray &key, const QByteArray &print,
                                        const QByteArray &scope)
{
    const auto claim = store.begin(scope, key, print).result();
    if (!claim)
        qFatal("%ls", qUtf16Printable(claim.error().log));
    return *claim;
}

qint64 IdempotencyTest::rows()
{
    const auto connection = Connection::open(m_database);
    auto rows = (*connection)->query(u"SELECT count(*) FROM idempotency_keys"_s);
    return rows && rows->next() ? rows->integer(0) : -1;
}

/// Once the writer has done what it was given before.
void IdempotencyTest::change(const QString &statement)
{
    QVERIFY(m_writer->submit<Done>([](Connection &) -> Result<Done> { return Done{}; }).result());
    const auto connection = Connection::open(m_database);
    QVERIFY(connection && (*connection)->executeOnce(statement));
}

/// Of tables.
void IdempotencyTest::rename(const QString &from, const QString &to)
{
    change(u"ALTER TABLE %1 RENAME TO %2"_s.arg(from, to));
}

void IdempotencyTest::answersTheFirstAnswer()
{
    IdempotencyStore store(*m_writer, clock());
    const QByteArray key("k\xe9'1"); // header bytes are not UTF-8
    QCOMPARE(begin(store, key).state, State::Fresh);
    QCOMPARE(begin(store, key).state, State::Running);
    QCOMPARE(begin(store, key, "other").state, State::Mismatch);
    const QByteArray answer("\0\x01{\"id\":1}", 10);
    QVERIFY(store.finish("ada", key, answer).result());
    QCOMPARE(begin(store, key).state, State::Done);
    QCOMPARE(begin(store, key).answer, answer);
    QCOMPARE(begin(store, key, "other").state, State::Mismatch);
}

void IdempotencyTest::keepsScopesApart()
{
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "k").state, State::Fresh);
    QVERIFY(store.finish("ada", "k", "hers").result());
    QCOMPARE(begin(store, "k", "print", "bob").state, State::Fresh);
    QVERIFY(store.finish("bob", "k", "his").result());
    QCOMPARE(begin(store, "k").answer, "hers");
    // Scopes are any bytes.
    const QByteArray wide("a\0d\0a\0", 6);
    QCOMPARE(begin(store, "k", "print", wide).state, State::Fresh);
    QVERIFY(store.finish(wide, "k", "wide").result());
    QCOMPARE(begin(store, "k", "print", wide).answer, "wide");
    QCOMPARE(begin(store, "k", "print", QByteArray("a\0d\0b\0", 6)).state, State::Fresh);
}

void IdempotencyTest::abandonedKeysAreFree()
{
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "k").state, State::Fresh);
    store.abandon("ada", "k");
    QCOMPARE(begin(store, "k", "another").state, State::Fresh);
    QVERIFY(store.finish("ada", "k", "done").result());
    store.abandon("ada", "k"); // too late: it is done
    QCOMPARE(begin(store, "k", "another").state, State::Done);
}

void IdempotencyTest::abandonedKeysAreFreeAfterAFailure()
{
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "k").state, State::Fresh);
    QCOMPARE(begin(store, "runs").state, State::Fresh);
    rename(u"idempotency_keys"_s, u"elsewhere"_s);
    store.abandon("ada", "k");
    QVERIFY(!store.begin("ada", "k", "print").result()); // and this leaves it as it is
    rename(u"elsewhere"_s, u"idempotency_keys"_s);
    QCOMPARE(begin(store, "runs").state, State::Running);
    QCOMPARE(begin(store, "k", "another").state, State::Fresh);
    QCOMPARE(begin(store, "k", "another").state, State::Running); // one of many gets it
    QVERIFY(store.finish("ada", "k", "done").result());
    QCOMPARE(begin(store, "k", "another").answer, "done");
}

/// Who asked was told that it failed, and nothing runs; the claim may be on disk all the same.
void IdempotencyTest::claimsOfALostCommitAreFree()
{
    const bool sqlite = m_database.engine == Engine::Sqlite;
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "runs").state, State::Fresh);
    change(u"CREATE TABLE nobody (id TEXT PRIMARY KEY)"_s);
    change(u"CREATE TABLE broken (id TEXT REFERENCES nobody (id) DEFERRABLE INITIALLY DEFERRED)"_s);
    // What breaks at COMMIT only.
    change(sqlite ? u"CREATE TRIGGER lost AFTER INSERT ON idempotency_keys BEGIN INSERT INTO broken VALUES ('x'); END"_s
                  : u"ALTER TABLE idempotency_keys ADD CONSTRAINT lost FOREIGN KEY (name) REFERENCES nobody (id) "
                    "DEFERRABLE INITIALLY DEFERRED NOT VALID"_s);
    QVERIFY(!store.begin("ada", "k", "print").result());
    QVERIFY(!store.begin("ada", "free", "print").result());
    QCOMPARE(begin(store, "runs").state, State::Running);
    change(sqlite ? u"DROP TRIGGER lost"_s : u"ALTER TABLE idempotency_keys DROP CONSTRAINT lost"_s);
    change(u"INSERT INTO idempotency_keys (scope, name, fingerprint, instance, began_at) "
           "SELECT scope, 'k', fingerprint, instance, began_at FROM idempotency_keys WHERE name = 'runs'"_s);
    QCOMPARE(begin(store, "k").state, State::Fresh);
    QCOMPARE(begin(store, "k").state, State::Running); // one of many gets it
    QCOMPARE(begin(store, "free").state, State::Fresh); // this one was not on disk
    QCOMPARE(begin(store, "free").state, State::Running);
    QCOMPARE(begin(store, "runs").state, State::Running);
}

void IdempotencyTest::answersOnlyOnce()
{
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "k").state, State::Fresh);
    QVERIFY(store.finish("ada", "k", "").result()); // an empty answer is one, too
    QVERIFY(store.finish("ada", "k", "second").result());
    const auto claim = begin(store, "k");
    QCOMPARE(claim.state, State::Done);
    QCOMPARE(claim.answer, QByteArray());
}

void IdempotencyTest::forgetsAfterADay()
{
    IdempotencyStore store(*m_writer, clock());
    QCOMPARE(begin(store, "k").state, State::Fresh);
    QVERIFY(store.finish("ada", "k", "old").result());
    m_now += 24 * HourMs - 1;
    QCOMPARE(begin(store, "k").state, State::Done);
    m_now += 1;
    QCOMPARE(begin(store, "k", "other").state, State::Fresh);
    QCOMPARE(begin(store, "k", "other").state, State::Running);
}

void IdempotencyTest::claimsOfTheDeadAreFree()
{
    IdempotencyStore dead(*m_writer, clock());
    QCOMPARE(begin(dead, "k").state, State::Fresh);
    QCOMPARE(begin(dead, "finished").state, State::Fresh);
    QVERIFY(dead.finish("ada", "finished", "kept").result());

    IdempotencyStore next(*m_writer, clock());
    if (m_database.engine == Engine::PostgreSql) { // the other server may well be alive
        QCOMPARE(begin(next, "k").state, State::Running);
        m_now += IdempotencyStore::LongestRunMs;
    }
    QCOMPARE(begin(next, "k").state, State::Fresh);
    QVERIFY(dead.finish("ada", "k", "late").result()); // it is not his any more
    dead.abandon("ada", "k");
    QCOMPARE(begin(next, "k").state, State::Running);
    QVERIFY(next.finish("ada", "k", "mine").result());
    QCOMPARE(begin(next, "k").answer, "mine");
    QCOMPARE(begin(next, "finished").answer, "kept");
}

void IdempotencyTest::oneOfManyGetsTheKey()
{
    IdempotencyStore store(*m_writer, clock());
    std::atomic_int fresh = 0, running = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back(QThread::create([&] {
            const State state = begin(store, "k").state;
            fresh += state == State::Fresh;
            running += state == State::Running;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(fresh.load(), 1);
    QCOMPARE(running.load(), 7);
}

void IdempotencyTest::purgesInBoundedSteps()
{
    IdempotencyStore store(*m_writer, clock());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(begin(store, QByteArray::number(i)).state, State::Fresh);
    m_now += 12 * HourMs;
    QCOMPARE(begin(store, "young").state, State::Fresh);
    m_now += 12 * HourMs;
    QCOMPARE(*store.purge(7).result(), 7);
    QCOMPARE(*store.purge(7).result(), 3);
    QCOMPARE(*store.purge(7).result(), 0);
    QCOMPARE(rows(), 1);
}

void IdempotencyTest::purgesByItself()
{
    IdempotencyStore store(*m_writer, clock());
    for (int day = 0; day < 5; ++day) {
        for (int i = 0; i < 64; ++i)
            begin(store, QByteArray::number(day) + '/' + QByteArray::number(i));
        m_now += 24 * HourMs;
    }
    QVERIFY2(rows() <= 2 * 64, qPrintable(QString::number(rows())));
}

QTEST_GUILESS_MAIN(IdempotencyTest)
#include "tst_idempotency.moc"
