// SPDX-License-Identifier: GPL-3.0-or-later
// The schema's own history on both engines: every upgrade ends at the same schema and loses nothing; what cannot be
// upgraded is refused and left as it was.
#include "server/store/dialect.h"
#include "server/store/migrator.h"
#include "tests/server/store/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Engine;
using store::Migrator;

namespace
{
QStringList lines(Connection &connection, const QString &sql, int columns)
{
    QStringList out;
    auto rows = connection.query(sql);
    if (!rows)
        qFatal("%ls", qUtf16Printable(rows.error().log));
    while (rows->next()) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells << (rows->isNull(i) ? u"NULL"_s : rows->text(i).simplified());
        out << cells.join(u" | "_s);
    }
    return out;
}

QStringList schemaOf(Connection &c)
{
    if (c.engine() == Engine::Sqlite)
        return lines(c, u"SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"_s, 4);
    return lines(c,
                 u"SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name "
                 "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2"_s,
                 6)
        + lines(c, u"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1"_s, 2)
        + lines(c,
                u"SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2"_s,
                3)
        + lines(c, u"SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"_s, 2);
}

QStringList tablesOf(Connection &c)
{
    return c.engine() == Engine::Sqlite
        ? lines(c,
                u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
                "AND name NOT LIKE '%~_search%' ESCAPE '~' AND name <> 'schema_version' ORDER BY name"_s,
                1)
        : lines(c,
                u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                "AND tablename <> 'schema_version' ORDER BY 1"_s,
                1);
}

QStringList columnsOf(Connection &c, const QString &table)
{
    return c.engine() == Engine::Sqlite
        ? lines(c, u"SELECT name FROM pragma_table_info('%1') ORDER BY name"_s.arg(table), 1)
        : lines(c,
                u"SELECT column_name FROM information_schema.columns WHERE table_name = '%1' ORDER BY 1"_s.arg(table),
                1);
}

/// Table → columns, as they are now.
QMap<QString, QStringList> shapeOf(Connection &c)
{
    QMap<QString, QStringList> shape;
    for (const QString &table : tablesOf(c))
        shape.insert(table, columnsOf(c, table));
    return shape;
}

QStringList rowsOf(Connection &c, const QMap<QString, QStringList> &shape)
{
    QStringList out;
    for (const auto &[table, columns] : shape.asKeyValueRange()) {
        QStringList rows = lines(c, u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), table), int(columns.size()));
        rows.sort();
        for (const QString &row : std::as_const(rows))
            out << table + u": "_s + row;
    }
    return out;
}

/// Puts in what a database of that version would hold.
bool insertRows(Connection &c, int version)
{
    QFile file(QStringLiteral(ROWS "/%1.sql").arg(version, 4, 10, QChar(u'0')));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no rows for version %d: add %ls", version, qUtf16Printable(file.fileName()));
        return false;
    }
    const auto statements = store::statements(QString::fromUtf8(file.readAll()), c.engine());
    if (!statements)
        return false;
    for (const QString &sql : *statements) {
        if (const auto done = c.executeOnce(sql); !done) {
            qWarning("%ls", qUtf16Printable(done.error().log));
            return false;
        }
    }
    return true;
}
}

class MigrationsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();

    void scriptsAreNumberedOnce();
    void upgradesFromEveryVersion_data();
    void upgradesFromEveryVersion();
    void addsUpWhatWasUsedWithoutAnAgent_data() { engines(); }
    void addsUpWhatWasUsedWithoutAnAgent();
    void upgradesOnce_data() { engines(); }
    void upgradesOnce();
    void refusesNewer_data() { engines(); }
    void refusesNewer();
    void refusesForeignTables_data() { engines(); }
    void refusesForeignTables();
    void brokenScriptLeavesTheOldVersion_data() { engines(); }
    void brokenScriptLeavesTheOldVersion();
    void rebuiltTablesKeepTheirChildren();
    void scriptThatOrphansRowsIsRefused();
    void twoProgramsAtOnce_data() { engines(); }
    void twoProgramsAtOnce();

private:
    void engines();
    std::unique_ptr<Connection> open();
    void write(const QString &name, const QString &sql);
    QString scripts() const { return m_folder->path(); }

    std::unique_ptr<TestDatabases> m_databases;
    std::unique_ptr<QTemporaryDir> m_folder;
    Database m_database;
};

void MigrationsTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void MigrationsTest::init()
{
    const bool postgres = QByteArray(QTest::currentDataTag()).startsWith("postgresql");
    m_database = m_databases->create(postgres ? Engine::PostgreSql : Engine::Sqlite);
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"0001_base.sql"_s, u"CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT);"_s);
    write(u"0002_more.sql"_s, u"CREATE TABLE b (id INTEGER PRIMARY KEY); INSERT INTO b (id) SELECT id FROM a;"_s);
}

void MigrationsTest::write(const QString &name, const QString &sql)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(sql.toUtf8()) < 0)
        qFatal("a script cannot be written");
}

std::unique_ptr<Connection> MigrationsTest::open()
{
    auto connection = Connection::open(m_database);
    if (!connection)
        qFatal("%ls", qUtf16Printable(connection.error().message));
    return *std::move(connection);
}

void MigrationsTest::scriptsAreNumberedOnce()
{
    const QStringList names = QDir(u":/store/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (int i = 0; i < names.size(); ++i)
        QCOMPARE(names[i].left(5), u"%1_"_s.arg(i + 1, 4, 10, QChar(u'0')));
}

void MigrationsTest::upgradesFromEveryVersion_data()
{
    QTest::addColumn<int>("from");
    const auto connection = open();
    const int newest = Migrator(*connection).newestVersion();
    for (const Engine engine : m_databases->engines()) {
        for (int from = 0; from <= newest; ++from)
            QTest::addRow("%s from %d", name(engine), from) << from;
    }
}

void MigrationsTest::upgradesFromEveryVersion()
{
    QFETCH(int, from);
    const auto old = open();
    Migrator migrator(*old);
    for (int version = 1; version <= from; ++version) {
        const auto at = migrator.migrate(version);
        QVERIFY2(at, at ? "" : qUtf8Printable(at.error().log));
        QCOMPARE(*at, version);
        QVERIFY(insertRows(*old, version));
    }
    const auto shape = shapeOf(*old);
    const QStringList before = rowsOf(*old, shape);
    QVERIFY(from == 0 || !before.isEmpty());
    const auto upgraded = migrator.migrate();
    QVERIFY2(upgraded, upgraded ? "" : qUtf8Printable(upgraded.error().log));
    QCOMPARE(*upgraded, migrator.newestVersion());
    QStringList after = rowsOf(*old, shape);
    for (const QString &row : before)
        QVERIFY2(after.removeOne(row), qUtf8Printable(row));
    for (const QString &row : std::as_const(after)) // sums may be added of what was there
        QVERIFY2(row.startsWith("usage_totals: "_L1), qUtf8Printable(row));

    m_database = m_databases->create(m_database.engine);
    const auto fresh = open();
    QVERIFY(Migrator(*fresh).migrate());
    QCOMPARE(schemaOf(*old), schemaOf(*fresh));
}

void MigrationsTest::addsUpWhatWasUsedWithoutAnAgent()
{
    const auto connection = open();
    Migrator migrator(*connection);
    QVERIFY(migrator.migrate(10));
    QVERIFY(insertRows(*connection, 5));
    QVERIFY(connection->executeOnce(
        u"INSERT INTO usage_daily (organization_id, user_id, day, provider, agent_id, tokens, minutes, calls, cost, "
        "events, flagged) VALUES ('org_b', 'user_b', 19675, 'groq', '', 5, 1, 2, 3, 4, 6), "
        "('org_b', 'user_b', 19679, 'openai', '', 10, 0, 0, 0, 1, 0)"_s));
    QVERIFY(migrator.migrate());
    QCOMPARE(lines(*connection,
                   u"SELECT provider, span, day, tokens, minutes, calls, cost, events, flagged FROM usage_totals "
                   "WHERE scope = 'agent' AND name = '' ORDER BY 1, 2, 3"_s,
                   9),
             (QStringList{
                 u" | 1 | 19675 | 405 | 1 | 3 | 236003 | 5 | 6"_s, u" | 1 | 19679 | 10 | 0 | 0 | 0 | 1 | 0"_s,
                 u" | 8 | 19672 | 415 | 1 | 3 | 236003 | 6 | 6"_s, u"groq | 1 | 19675 | 405 | 1 | 3 | 236003 | 5 | 6"_s,
                 u"groq | 8 | 19672 | 405 | 1 | 3 | 236003 | 5 | 6"_s, u"openai | 1 | 19679 | 10 | 0 | 0 | 0 | 1 | 0"_s,
                 u"openai | 8 | 19672 | 10 | 0 | 0 | 0 | 1 | 0"_s}));
}

void MigrationsTest::upgradesOnce()
{
    const auto connection = open();
    Migrator migrator(*connection, scripts());
    QCOMPARE(*migrator.installedVersion(), 0);
    QCOMPARE(tablesOf(*connection), QStringList()); // asking changes nothing
    QCOMPARE(*migrator.migrate(1), 1);
    QVERIFY(connection->executeOnce(u"INSERT INTO a (id) VALUES (7)"_s));
    QCOMPARE(*migrator.migrate(), 2);
    QCOMPARE(*migrator.migrate(), 2);
    QCOMPARE(lines(*connection, u"SELECT id FROM b"_s, 1), QStringList{u"7"_s});
}

void MigrationsTest::refusesNewer()
{
    const auto connection = open();
    QVERIFY(Migrator(*connection, scripts()).migrate());
    QVERIFY(connection->executeOnce(u"INSERT INTO schema_version (version, name, applied_at) VALUES (3, 'next', 0)"_s));
    const auto refused = Migrator(*connection, scripts()).migrate();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    QVERIFY2(refused.error().message.contains("version 3"_L1), qUtf8Printable(refused.error().message));
}

void MigrationsTest::refusesForeignTables()
{
    const auto connection = open();
    QVERIFY(connection->executeOnce(u"CREATE TABLE invoices (id INTEGER)"_s));
    const auto refused = Migrator(*connection, scripts()).migrate();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    QCOMPARE(tablesOf(*connection), QStringList{u"invoices"_s});
}

void MigrationsTest::brokenScriptLeavesTheOldVersion()
{
    const auto connection = open();
    QCOMPARE(*Migrator(*connection, scripts()).migrate(), 2);
    const QStringList before = schemaOf(*connection);
    write(u"0003_broken.sql"_s, u"CREATE TABLE c (id INTEGER); DROP TABLE b; INSERT INTO nowhere VALUES (1);"_s);
    const auto broken = Migrator(*connection, scripts()).migrate();
    QVERIFY(!broken);
    QVERIFY2(broken.error().log.contains("0003_broken.sql"_L1), qUtf8Printable(broken.error().log));
    QCOMPARE(schemaOf(*connection), before);
    QCOMPARE(*Migrator(*connection, scripts()).installedVersion(), 2);
    write(u"0003_broken.sql"_s, u"CREATE TABLE c (id INTEGER);"_s);
    QCOMPARE(*Migrator(*connection, scripts()).migrate(), 3);
}

void MigrationsTest::rebuiltTablesKeepTheirChildren()
{
    write(u"0003_child.sql"_s, u"CREATE TABLE child (a_id INTEGER NOT NULL REFERENCES a (id) ON DELETE CASCADE);"_s);
    const auto connection = open();
    QCOMPARE(*Migrator(*connection, scripts()).migrate(), 3);
    QVERIFY(connection->executeOnce(u"INSERT INTO a (id) VALUES (1)"_s));
    QVERIFY(connection->executeOnce(u"INSERT INTO child VALUES (1)"_s));
    write(u"0004_rebuild.sql"_s, uR"(CREATE TABLE a_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
INSERT INTO a_new (id) SELECT id FROM a; DROP TABLE a; ALTER TABLE a_new RENAME TO a;)"_s);
    QCOMPARE(*Migrator(*connection, scripts()).migrate(), 4);
    QCOMPARE(lines(*connection, u"SELECT a_id FROM child"_s, 1), QStringList{u"1"_s});
    QVERIFY(!connection->executeOnce(u"INSERT INTO child VALUES (2)"_s)); // foreign keys are on again
}

void MigrationsTest::scriptThatOrphansRowsIsRefused()
{
    write(u"0003_child.sql"_s, u"CREATE TABLE child (a_id INTEGER NOT NULL REFERENCES a (id));"_s);
    const auto connection = open();
    QCOMPARE(*Migrator(*connection, scripts()).migrate(), 3);
    QVERIFY(connection->executeOnce(u"INSERT INTO a (id) VALUES (1)"_s));
    QVERIFY(connection->executeOnce(u"INSERT INTO child VALUES (1)"_s));
    write(u"0004_orphan.sql"_s, u"DELETE FROM a;"_s);
    QVERIFY(!Migrator(*connection, scripts()).migrate());
    QCOMPARE(*Migrator(*connection, scripts()).installedVersion(), 3);
    QCOMPARE(lines(*connection, u"SELECT id FROM a"_s, 1), QStringList{u"1"_s});
}

void MigrationsTest::twoProgramsAtOnce()
{
    std::atomic_int good = 0;
    std::vector<std::unique_ptr<QThread>> programs;
    for (int i = 0; i < 4; ++i) {
        programs.emplace_back(QThread::create([this, &good] {
            const auto connection = Connection::open(m_database);
            if (!connection)
                return qWarning("%ls", qUtf16Printable(connection.error().message));
            const auto ended = Migrator(**connection, scripts()).migrate();
            if (!ended)
                return qWarning("%ls", qUtf16Printable(ended.error().log));
            good += *ended == 2;
        }));
        programs.back()->start();
    }
    for (const auto &program : programs)
        program->wait();
    QCOMPARE(good.load(), 4);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
