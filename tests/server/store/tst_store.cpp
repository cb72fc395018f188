// SPDX-License-Identifier: GPL-3.0-or-later
// Connections, transactions and scripts, on SQLite and PostgreSQL.
#include "server/store/connection.h"
#include "server/store/dialect.h"
#include "tests/server/store/testdatabase.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Engine;
using store::Transaction;

class StoreTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void parsesAddresses_data();
    void parsesAddresses();
    void hidesPasswords();
    void addressesLeadBack_data();
    void addressesLeadBack();
    void refusesAddresses_data();
    void refusesAddresses();

    void splitsScripts();
    void refusesBrokenScripts_data();
    void refusesBrokenScripts();

    void roundTrips_data() { engines(); }
    void roundTrips();
    void keepsEmptyApartFromNull_data() { engines(); }
    void keepsEmptyApartFromNull();
    void checksBindings_data() { engines(); }
    void checksBindings();
    void saysNotUnique_data() { engines(); }
    void saysNotUnique();
    void logsNoValues_data() { engines(); }
    void logsNoValues();
    void nestsOneStatement_data() { engines(); }
    void nestsOneStatement();
    void survivesManyStatements_data() { engines(); }
    void survivesManyStatements();
    void seesChangedSchema_data() { engines(); }
    void seesChangedSchema();
    void undoesUnlessCommitted_data() { engines(); }
    void undoesUnlessCommitted();
    void undoesInnerAlone_data() { engines(); }
    void undoesInnerAlone();
    void refusesToCommitAfterPoison();
    void readsOneMoment_data() { engines(); }
    void readsOneMoment();
    void keepsForeignKeys_data() { engines(); }
    void keepsForeignKeys();

    void configuresSqlite();
    void closedCursorsDoNotBlockCheckpoints();
    void busySqliteIsUnavailable();
    void fullSqliteIsUnavailable();
    void readOnlySqlite();
    void refusesForeignFiles();
    void refusesMissingFolders();
    void optionsOfAnAddressWin();
    void comesBackAfterPostgresRestart();
    void tellsNobodyWhereALostPostgresIs();

private:
    void engines();
    std::unique_ptr<Connection> open();
    static qint64 count(Connection &connection);

    std::unique_ptr<TestDatabases> m_databases;
    Database m_database;
};

void StoreTest::initTestCase() { m_databases = std::make_unique<TestDatabases>(); }

void StoreTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void StoreTest::init()
{
    if (QTest::currentDataTag() && QByteArray(QTest::currentDataTag()) == "postgresql")
        m_database = m_databases->create(Engine::PostgreSql);
    else
        m_database = m_databases->create(Engine::Sqlite);
}

/// A connection to the test's database, with an empty table `item` when it is the first one.
std::unique_ptr<Connection> StoreTest::open()
{
    auto connection = Connection::open(m_database);
    if (!connection)
        qFatal("%ls", qUtf16Printable(connection.error().message));
    const auto made
        = (*connection)
              ->executeOnce(
                  u"CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, name TEXT UNIQUE, at BIGINT, part %1, size %2)"_s
                      .arg(m_database.engine == Engine::Sqlite ? u"BLOB"_s : u"BYTEA"_s,
                           m_database.engine == Engine::Sqlite ? u"REAL"_s : u"DOUBLE PRECISION"_s));
    if (!made)
        qFatal("%ls", qUtf16Printable(made.error().log));
    return *std::move(connection);
}

qint64 StoreTest::count(Connection &connection)
{
    auto rows = connection.query(u"SELECT count(*) FROM item"_s);
    return rows && rows->next() ? rows->integer(0) : -1;
}

void StoreTest::parsesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("path") << u"/var/lib/voxdesk/v.db"_s << Engine::Sqlite << u"/var/lib/voxdesk/v.db"_s << QString()
                          << 0;
    QTest::newRow("relative") << u"data/v.db"_s << Engine::Sqlite << u"data/v.db"_s << QString() << 0;
    QTest::newRow("sqlite") << u"sqlite:///tmp/my%20data/v.db"_s << Engine::Sqlite << u"/tmp/my data/v.db"_s
                            << QString() << 0;
    QTest::newRow("postgres") << u"postgresql://ada:s%40cret@db.example:5433/vox"_s << Engine::PostgreSql << u"vox"_s
                              << u"db.example"_s << 5433;
    QTest::newRow("socket") << u"postgres://ada@/vox?host=/run/pg"_s << Engine::PostgreSql << u"vox"_s << u"/run/pg"_s
                            << 0;
}

void StoreTest::parsesAddresses()
{
    QFETCH(QString, url);
    const auto parsed = Database::parse(url);
    QVERIFY(parsed);
    QTEST(parsed->engine, "engine");
    QTEST(parsed->name, "name");
    QTEST(parsed->host, "host");
    QTEST(parsed->port, "port");
}

void StoreTest::hidesPasswords()
{
    const auto parsed = Database::parse(u"postgresql://ada:s%40cret@db.example:5433/vox?sslmode=require"_s);
    QVERIFY(parsed);
    QCOMPARE(parsed->password, u"s@cret"_s);
    QCOMPARE(parsed->options, u"sslmode=require"_s);
    QCOMPARE(parsed->display(), u"postgresql://ada@db.example:5433/vox"_s);
    const auto inQuery = Database::parse(u"postgresql://ada:old@db/vox?password=s%27%20;cret&sslpassword=hidden"_s);
    QVERIFY(inQuery);
    QCOMPARE(inQuery->password, u"s' ;cret"_s); // libpq lets the query win, too
    QCOMPARE(inQuery->options, u"sslpassword=hidden"_s);
    QCOMPARE(inQuery->display(), u"postgresql://ada@db/vox"_s);
    QCOMPARE(inQuery->address(), u"postgresql://ada@db/vox"_s);
}

void StoreTest::addressesLeadBack_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("path") << u"/var/lib/voxdesk/v.db"_s;
    QTest::newRow("relative") << u"data/v.db"_s;
    QTest::newRow("signs of a URL") << u"/tmp/100% of #1?/v&w=x+y ä.db"_s;
    QTest::newRow("sqlite") << u"sqlite:///tmp/my%20data/v%2541.db"_s;
    QTest::newRow("postgres")
        << u"postgresql://a%40b%3Ac:s%40cret@db.example:5433/v%2Fo%3Fx?sslmode=require&options=a%26b"_s;
    QTest::newRow("password in the query") << u"postgresql://ada@db.example/vox?password=s3cret&sslmode=require"_s;
    QTest::newRow("socket") << u"postgres://ada:secret@/vox?host=/run/p%26g%20x&sslmode=disable"_s;
    QTest::newRow("socket's port") << u"postgresql://:5433/vox?host=/run/pg"_s;
    QTest::newRow("nobody") << u"postgresql:///vox"_s;
    QTest::newRow("IPv6") << u"postgresql://ada@[2001:db8::7]:5433/vox"_s;
}

void StoreTest::addressesLeadBack()
{
    QFETCH(QString, url);
    const auto first = Database::parse(url);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    const QString address = first->address();
    QVERIFY2(!address.contains("cret"_L1), qPrintable(address));
    const auto again = Database::parse(address);
    QVERIFY2(again, qPrintable(address));
    QCOMPARE(again->engine, first->engine);
    QCOMPARE(again->name, first->engine == Engine::Sqlite ? QFileInfo(first->name).absoluteFilePath() : first->name);
    QCOMPARE(again->host, first->host);
    QCOMPARE(again->port, first->port);
    QCOMPARE(again->user, first->user);
    QCOMPARE(again->options, first->options);
}

void StoreTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("other engine") << u"mysql://localhost/vox"_s;
    QTest::newRow("other engine without slashes") << u"mysql:vox"_s;
    QTest::newRow("host of a file") << u"sqlite://vox.db"_s;
    QTest::newRow("no database") << u"postgresql://localhost/"_s;
    QTest::newRow("smuggled option") << u"postgresql://localhost/vox?sslmode=disable%20host%3Devil"_s;
}

void StoreTest::refusesAddresses()
{
    QFETCH(QString, url);
    const auto parsed = Database::parse(url);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::ValidationError);
}

void StoreTest::splitsScripts()
{
    const QString script = uR"(-- a comment; with a semicolon
CREATE TABLE a (id {{identity}}, t {{bigint}}, note TEXT DEFAULT 'it''s; fine'); INSERT INTO "odd;name" VALUES (1);
/* another; one */
-- {{sqlite}}
CREATE TRIGGER keep AFTER INSERT ON a BEGIN
    UPDATE a SET note = CASE WHEN new.id > 1 THEN 'x' ELSE 'y' END; -- inner; comment
    DELETE FROM b WHERE id = new.id;
END;
-- {{end}}
-- {{postgresql}}
CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN RETURN NULL; END; $body$ LANGUAGE plpgsql;
-- {{end}}
SELECT 1;)"_s;
    const auto sqlite = store::statements(script, Engine::Sqlite);
    QVERIFY(sqlite);
    QCOMPARE(sqlite->size(), 4);
    QVERIFY(sqlite->at(0).contains(u"INTEGER PRIMARY KEY AUTOINCREMENT"_s));
    QVERIFY(sqlite->at(0).endsWith(u"'it''s; fine')"_s));
    QVERIFY(sqlite->at(2).startsWith(u"CREATE TRIGGER"_s) && sqlite->at(2).endsWith(u"END"_s));
    QVERIFY(sqlite->at(2).contains(u"DELETE FROM b"_s));
    const auto postgres = store::statements(script, Engine::PostgreSql);
    QVERIFY(postgres);
    QCOMPARE(postgres->size(), 4);
    QVERIFY(postgres->at(0).contains(u"t BIGINT"_s));
    QVERIFY(postgres->at(2).contains(u"RETURN NULL; END; $body$"_s));
}

void StoreTest::refusesBrokenScripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("unknown mark") << u"CREATE TABLE a (id {{serial}});"_s;
    QTest::newRow("unknown section") << u"-- {{mysql}}\nSELECT 1;\n-- {{end}}"_s;
    QTest::newRow("section without an end") << u"-- {{sqlite}}\nSELECT 1;"_s;
    QTest::newRow("end without a section") << u"SELECT 1;\n-- {{end}}"_s;
    QTest::newRow("nested sections") << u"-- {{sqlite}}\n-- {{postgresql}}\nSELECT 1;\n-- {{end}}"_s;
    QTest::newRow("statement without an end") << u"SELECT 1; SELECT 2"_s;
    QTest::newRow("trigger without an end") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b;"_s;
}

void StoreTest::refusesBrokenScripts()
{
    QFETCH(QString, script);
    const auto parts = store::statements(script, Engine::Sqlite);
    QVERIFY(!parts);
    QVERIFY(!parts.error().log.isEmpty());
}

void StoreTest::roundTrips()
{
    const auto connection = open();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'732'000'123'456, Qt::UTC);
    const QString text = u"Zoë \\ 'quoted' 日本 \U0001F600"_s;
    const QByteArray bytes("\0\xff'\\x", 5);
    const auto changed = connection->execute(u"INSERT INTO item (id, name, at, part, size) VALUES (?, ?, ?, ?, ?)"_s,
                                             {7, text, at, bytes, 0.1});
    QVERIFY(changed);
    QCOMPARE(*changed, 1);
    auto rows = connection->query(u"SELECT id, name, at, part, size FROM item WHERE id = ?"_s, {7});
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 7);
    QCOMPARE(rows->text(1), text);
    QCOMPARE(rows->time(2), at);
    QCOMPARE(rows->bytes(3), bytes);
    QCOMPARE(rows->real(4), 0.1);
    QVERIFY(!rows->next());
    QVERIFY(!rows->failed());
    auto sum = connection->query(u"SELECT sum(at * 5000) FROM item"_s); // beyond what a double holds exactly
    QVERIFY(sum && sum->next());
    QCOMPARE(sum->integer(0), 1'732'000'123'456 * 5000);
}

void StoreTest::keepsEmptyApartFromNull()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"INSERT INTO item (id, name, at, part) VALUES (?, ?, ?, ?)"_s,
                                {1, QString(), QDateTime(), QByteArray()}));
    QVERIFY(connection->execute(u"INSERT INTO item (id, name, at, part) VALUES (?, ?, ?, ?)"_s,
                                {2, QVariant(), true, QVariant()}));
    auto rows = connection->query(u"SELECT name, at, part FROM item ORDER BY id"_s);
    QVERIFY(rows && rows->next());
    QVERIFY(!rows->isNull(0) && rows->isNull(1) && !rows->isNull(2));
    QVERIFY(!rows->time(1).isValid());
    QVERIFY(rows->next());
    QVERIFY(rows->isNull(0) && rows->flag(1) && rows->isNull(2));
}

void StoreTest::checksBindings()
{
    const auto connection = open();
    const QString sql = u"INSERT INTO item (id, name) VALUES (?, ?)"_s;
    QVERIFY(connection->execute(sql, {1, u"a"_s}));
    const auto missing = connection->execute(sql, {2}); // must not reuse "a"
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::InternalError);
    QVERIFY(!connection->execute(sql, {2, QStringList{u"b"_s}}));
    QVERIFY(connection->execute(sql, {2, u"b"_s}));
}

void StoreTest::saysNotUnique()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"INSERT INTO item (id, name) VALUES (?, ?)"_s, {1, u"a"_s}));
    const auto sameName = connection->execute(u"INSERT INTO item (id, name) VALUES (?, ?)"_s, {2, u"a"_s});
    QVERIFY(!sameName);
    QCOMPARE(sameName.error().code, ErrorCode::ResourceConflict);
    const auto sameKey = connection->query(u"INSERT INTO item (id, name) VALUES (?, ?) RETURNING id"_s, {1, u"b"_s});
    QVERIFY(!sameKey);
    QCOMPARE(sameKey.error().code, ErrorCode::ResourceConflict);
    QCOMPARE(count(*connection), 1);
}

void StoreTest::logsNoValues()
{
    const auto connection = open();
    const QString secret = u"s3cret-value"_s;
    QVERIFY(connection->execute(u"INSERT INTO item (id, name) VALUES (?, ?)"_s, {1, secret}));
    const auto twice = connection->execute(u"INSERT INTO item (id, name) VALUES (?, ?)"_s, {2, secret});
    QVERIFY(!twice);
    QVERIFY2(twice.error().log.contains("not unique"_L1), qUtf8Printable(twice.error().log));
    QVERIFY2(!twice.error().log.contains(secret), qUtf8Printable(twice.error().log));
    const auto notNumber = connection->query(
        m_database.engine == Engine::Sqlite ? u"SELECT json(?)"_s : u"SELECT CAST(CAST(? AS TEXT) AS BIGINT)"_s,
        {secret});
    QVERIFY(!notNumber);
    QVERIFY2(!notNumber.error().log.contains(secret), qUtf8Printable(notNumber.error().log));
    const auto unknown = connection->query(u"SELECT nothing FROM item"_s);
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().log.contains("nothing"_L1), qUtf8Printable(unknown.error().log));
    QCOMPARE(unknown.error().message, QString(info(ErrorCode::InternalError).message)); // a person sees no SQL
}

void StoreTest::nestsOneStatement()
{
    const auto connection = open();
    for (int i = 1; i <= 3; ++i)
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (?)"_s, {i}));
    const QString sql = u"SELECT id FROM item ORDER BY id"_s;
    int seen = 0;
    auto outer = connection->query(sql);
    QVERIFY(outer);
    while (outer->next()) {
        auto inner = connection->query(sql);
        QVERIFY(inner);
        while (inner->next())
            ++seen;
    }
    QCOMPARE(seen, 9);
}

void StoreTest::survivesManyStatements()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (?)"_s, {1}));
    auto held = connection->query(u"SELECT id FROM item"_s);
    QVERIFY(held);
    for (int i = 0; i < 600; ++i) { // more than are kept
        auto rows = connection->query(u"SELECT id + %1 FROM item"_s.arg(i));
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->integer(0), i + 1);
    }
    QVERIFY(held->next());
    QCOMPARE(held->integer(0), 1);
}

void StoreTest::seesChangedSchema()
{
    const auto connection = open();
    QVERIFY(connection->execute(u"INSERT INTO item (id, name) VALUES (?, ?)"_s, {1, u"a"_s}));
    const QString sql = u"SELECT * FROM item"_s;
    QVERIFY(connection->query(sql));
    QVERIFY(connection->executeOnce(u"ALTER TABLE item ADD COLUMN extra TEXT DEFAULT 'new'"_s));
    if (m_database.engine == Engine::PostgreSql)
        QVERIFY(!connection->query(sql)); // it says once that the kept plan is of no use any more
    auto rows = connection->query(sql);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->text(5), u"new"_s);
}

void StoreTest::undoesUnlessCommitted()
{
    const auto connection = open();
    {
        Transaction transaction(*connection);
        QVERIFY(transaction.isOpen());
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    }
    QCOMPARE(count(*connection), 0);
    {
        Transaction transaction(*connection);
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
        QVERIFY(transaction.commit());
    }
    QCOMPARE(count(*open()), 1);
}

void StoreTest::undoesInnerAlone()
{
    const auto connection = open();
    Transaction outer(*connection);
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    {
        Transaction inner(*connection);
        QVERIFY(inner.isOpen());
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (2)"_s));
        QVERIFY(!connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    }
    {
        Transaction inner(*connection);
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (3)"_s));
        QVERIFY(inner.commit());
    }
    QVERIFY(outer.commit());
    auto rows = connection->query(u"SELECT id FROM item ORDER BY id"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 1);
    QVERIFY(rows->next());
    QCOMPARE(rows->integer(0), 3);
    QVERIFY(!rows->next());
}

// PostgreSQL answers the COMMIT of a failed transaction with success; nobody may take that for written.
void StoreTest::refusesToCommitAfterPoison()
{
    if (!m_databases->engines().contains(Engine::PostgreSql))
        QSKIP("no PostgreSQL");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto connection = open();
    {
        Transaction transaction(*connection);
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
        QVERIFY(!connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
        QVERIFY(!transaction.commit());
    }
    QCOMPARE(count(*connection), 0);
}

void StoreTest::readsOneMoment()
{
    const auto reader = open();
    const auto writer = open();
    Transaction moment(*reader, Transaction::Mode::Read);
    QVERIFY(moment.isOpen());
    QCOMPARE(count(*reader), 0);
    QVERIFY(writer->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    QCOMPARE(count(*reader), 0);
    QVERIFY(moment.commit());
    QCOMPARE(count(*reader), 1);
}

void StoreTest::keepsForeignKeys()
{
    const auto connection = open();
    QVERIFY(connection->executeOnce(u"CREATE TABLE child (item_id INTEGER NOT NULL REFERENCES item (id))"_s));
    const auto orphan = connection->execute(u"INSERT INTO child (item_id) VALUES (?)"_s, {5});
    QVERIFY(!orphan);
    QCOMPARE(orphan.error().code, ErrorCode::InternalError);
}

void StoreTest::configuresSqlite()
{
    const auto connection = open();
    const QMap<QString, QString> expected{{u"journal_mode"_s, u"wal"_s},
                                          {u"foreign_keys"_s, u"1"_s},
                                          {u"synchronous"_s, u"2"_s},
                                          {u"busy_timeout"_s, u"5000"_s}};
    for (const auto &[pragma, value] : expected.asKeyValueRange()) {
        auto rows = connection->query(u"PRAGMA "_s + pragma);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->text(0), value);
    }
}

void StoreTest::closedCursorsDoNotBlockCheckpoints()
{
    const auto reader = open();
    const auto writer = open();
    for (int i = 0; i < 10; ++i)
        QVERIFY(writer->execute(u"INSERT INTO item (id) VALUES (?)"_s, {i}));
    {
        auto rows = reader->query(u"SELECT id FROM item"_s);
        QVERIFY(rows && rows->next()); // left in the middle
    }
    auto checkpoint = writer->query(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QVERIFY(checkpoint && checkpoint->next());
    QCOMPARE(checkpoint->integer(0), 0);
    QCOMPARE(QFileInfo(m_database.name + u"-wal"_s).size(), 0);
}

void StoreTest::busySqliteIsUnavailable()
{
    const auto holder = open();
    const auto other = open();
    QVERIFY(other->executeOnce(u"PRAGMA busy_timeout = 1"_s));
    Transaction held(*holder);
    QVERIFY(held.isOpen());
    Transaction second(*other);
    QVERIFY(!second.isOpen());
    QCOMPARE(second.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY(second.error().log.contains("busy"_L1));
    QVERIFY(!second.commit());
}

void StoreTest::fullSqliteIsUnavailable()
{
    const auto connection = open();
    {
        Transaction transaction(*connection);
        QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
        QVERIFY(connection->executeOnce(u"PRAGMA max_page_count = 1"_s)); // what a full disk looks like
        const auto full = connection->execute(u"INSERT INTO item (id, part) VALUES (2, zeroblob(1000000))"_s);
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY2(full.error().log.contains("disk full"_L1), qUtf8Printable(full.error().log));
        // SQLite has rolled back: going on would write outside any transaction.
        QVERIFY(!connection->execute(u"INSERT INTO item (id) VALUES (3)"_s));
        QVERIFY(!transaction.commit());
    }
    QCOMPARE(count(*connection), 0);
    QVERIFY(connection->executeOnce(u"PRAGMA max_page_count = 100000"_s));
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (3)"_s));
}

void StoreTest::readOnlySqlite()
{
    QVERIFY(open()->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    m_database.readOnly = true;
    const auto connection = Connection::open(m_database);
    QVERIFY(connection);
    QCOMPARE(count(**connection), 1);
    const auto refused = (*connection)->execute(u"INSERT INTO item (id) VALUES (2)"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY2(refused.error().log.contains("not writable"_L1), qUtf8Printable(refused.error().log));
}

void StoreTest::refusesForeignFiles()
{
    QFile file(m_database.name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto connection = Connection::open(m_database);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY2(connection.error().message.contains("not an SQLite database"_L1),
             qUtf8Printable(connection.error().message));
}

void StoreTest::refusesMissingFolders()
{
    const auto connection = Connection::open(*Database::parse(m_database.name + u".d/none/v.db"_s));
    QVERIFY(!connection);
    QVERIFY(connection.error().message.contains("cannot be opened"_L1));
}

void StoreTest::optionsOfAnAddressWin()
{
    if (!m_databases->engines().contains(Engine::PostgreSql))
        QSKIP("no PostgreSQL");
    m_database = m_databases->create(Engine::PostgreSql);
    m_database.options = u"application_name=mine;tcp_user_timeout=60000;keepalives=0"_s;
    const auto connection = Connection::open(m_database);
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
    auto rows = (*connection)->query(u"SELECT current_setting('application_name')"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->text(0), u"mine"_s);
}

void StoreTest::comesBackAfterPostgresRestart()
{
    if (!m_databases->cluster())
        QSKIP("no PostgreSQL of our own");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto connection = open();
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (1)"_s));
    Transaction lost(*connection);
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (2)"_s));
    QVERIFY(m_databases->cluster()->restart());
    const auto first = connection->execute(u"INSERT INTO item (id) VALUES (3)"_s);
    QVERIFY(!first);
    QCOMPARE(first.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY(!connection->execute(u"INSERT INTO item (id) VALUES (4)"_s)); // still inside the lost transaction
    QVERIFY(!lost.commit());
    QVERIFY(connection->execute(u"INSERT INTO item (id) VALUES (5)"_s));
    auto rows = connection->query(u"SELECT sum(id) FROM item"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 6);
}

void StoreTest::tellsNobodyWhereALostPostgresIs()
{
    if (!m_databases->cluster())
        QSKIP("no PostgreSQL of our own");
    m_database = m_databases->create(Engine::PostgreSql);
    const auto connection = open();
    const auto change = [&connection] { return connection->execute(u"UPDATE item SET name = NULL"_s); };
    m_databases->cluster()->kill();
    QVERIFY(!change());
    const auto tried = change();
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, ErrorCode::ServiceUnavailable);
    QCOMPARE(tried.error().message, QString(info(ErrorCode::ServiceUnavailable).message));
    QVERIFY(tried.error().retryAfterSeconds > 0);
    QVERIFY2(tried.error().log.contains(m_database.name), qPrintable(tried.error().log));
    const auto paused = change(); // nobody waits for a second attempt so soon
    QVERIFY(!paused);
    QCOMPARE(paused.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY2(paused.error().log.contains("tried again soon"_L1), qPrintable(paused.error().log));
    QVERIFY(Connection::open(m_database).error().message.contains(m_database.name)); // an operator reads that one
    QVERIFY(m_databases->cluster()->restart());
    QTRY_VERIFY(change());
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
