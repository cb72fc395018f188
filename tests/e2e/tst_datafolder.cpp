// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator's data folder is safe from: other users, a second server, a slip of the hand, and being copied in
// the wrong moment.
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
const QByteArray Password = "a long password";
constexpr QFile::Permissions Others
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// As `cp -r keys/* to/keys` does.
bool copyKeys(const QString &from, const QString &to)
{
    const QDir keys(from + u"/keys"_s);
    bool all = QDir().mkpath(to + u"/keys"_s);
    for (const QString &name : keys.entryList(QDir::Files))
        all = all && QFile::copy(keys.filePath(name), to + u"/keys/"_s + name);
    return all;
}

int signIn(const ServerProcess &server, const QString &email)
{
    return HttpClient(server.url())
        .post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, QString::fromUtf8(Password)}})
        .status;
}

QByteArray usersIn(const QString &database) { return sqlite(database, u"SELECT count(*) FROM users"_s); }
QByteArray setupToken(const QString &database)
{
    return sqlite(database, u"SELECT value FROM settings WHERE name = 'setup_token'"_s);
}
}

class TestDataFolder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_UNIX
        ::umask(022); // what most systems have
#endif
        QVERIFY(m_files.isValid());
    }
    void aBackupIsWholeWhileAServerWrites()
    {
        ServerProcess server;
        QVERIFY2(server.start({u"--rate-anonymous-per-hour"_s, u"100000"_s}), server.errors());
        QVERIFY2(server.makeAdmin(u"admin@e2e.example"_s, Password), server.errors());
        const QString file = m_files.filePath(u"backup.db"_s);
        QProcess backup;
        backup.start(QStringLiteral(VOXDESK_BINARY_DIR "/voxdeskd"), {u"backup"_s, u"--data"_s, server.data(), file});
        HttpClient client(server.url());
        int registered = 0;
        do {
            const QJsonObject body{{u"email"_s, u"user%1@e2e.example"_s.arg(++registered)},
                                   {u"password"_s, QString::fromUtf8(Password)}};
            QCOMPARE(client.post("/api/v1/auth/register", body).status, 201);
        } while (!backup.waitForFinished(0) && backup.state() != QProcess::NotRunning);
        QCOMPARE(backup.exitCode(), 0);
        QCOMPARE(sqlite(file, u"PRAGMA integrity_check"_s), "ok");
        QVERIFY2(usersIn(file).toInt() >= 1 && usersIn(file).toInt() <= registered + 1, usersIn(file));

        const QString later = m_files.filePath(u"later.db"_s);
        QCOMPARE(server.run({u"backup"_s, later}), 0);
        QCOMPARE(usersIn(later).toInt(), registered + 1);
        QCOMPARE(QDir(m_files.path()).entryList({u"later*"_s}, QDir::Files), QStringList{u"later.db"_s});
        QVERIFY(!(QFile::permissions(later) & Others));
        const QByteArray before = contents(later);
        QCOMPARE(server.run({u"backup"_s, later}), 1);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("later.db"), server.errors());
        QCOMPARE(contents(later), before);
        QCOMPARE(server.terminate(), 0);

        ServerProcess restored;
        QVERIFY(QFile::copy(later, restored.data() + u"/voxdesk.db"_s) && copyKeys(server.data(), restored.data()));
        QCOMPARE(restored.run({u"audit"_s, u"verify"_s}), 0);
        QVERIFY2(restored.start(), restored.errors());
        QCOMPARE(signIn(restored, u"admin@e2e.example"_s), 200);
    }
    /// Another backup into the same name may be half done.
    void aBackupLeavesAnothersPartAlone()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, Password));
        const QString folder = m_files.filePath(u"backups"_s);
        const QString file = folder + u"/b.db"_s;
        QVERIFY(QDir().mkpath(folder) && writeFile(file + u".part"_s, "half of another"));
        QCOMPARE(server.run({u"backup"_s, file}), 0);
        QCOMPARE(usersIn(file).toInt(), 1);
        QCOMPARE(contents(file + u".part"_s), "half of another");
        QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{u"b.db"_s, u"b.db.part"_s}));
        QVERIFY(!(QFile::permissions(file) & Others));
    }
    void aBackupNeedsAPlaceAndSqlite()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, Password));
        QCOMPARE(server.run({u"backup"_s}), 2);
        QCOMPARE(server.run({u"backup"_s, u"/nowhere/b.db"_s}), 1);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("/nowhere"), server.errors());
        QCOMPARE(server.run({u"backup"_s, u"b.db"_s, u"--database"_s, u"postgresql://vox:hidden@db/vox"_s}), 1);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("pg_dump"), server.errors());
        QVERIFY2(!server.errors().contains("hidden"), server.errors());
    }
    /// The rows are in the -wal file still.
    void aFileCopiedWhileAServerRunsIsNoDatabase()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        ServerProcess copy;
        QVERIFY(QFile::copy(server.data() + u"/voxdesk.db"_s, copy.data() + u"/voxdesk.db"_s));
        QVERIFY(copyKeys(server.data(), copy.data()));
        QCOMPARE(copy.run({u"doctor"_s, u"--port"_s, u"0"_s}), 1);
        QVERIFY2(copy.output().contains("PROBLEM schema: "), copy.output());
        QCOMPARE(copy.run({u"audit"_s, u"verify"_s}), 1);
        QVERIFY2(isOneSentence(copy.errors()) && copy.errors().contains("no database"), copy.errors());
    }
    void nothingIsMadeByASlip_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString exported = m_files.filePath(u"export.json"_s);
        QVERIFY(writeFile(exported, R"({"users":[],"agents":[],"campaigns":[],"calls":[]})"));
        QTest::newRow("audit verify") << QStringList{u"audit"_s, u"verify"_s};
        QTest::newRow("vault rotate") << QStringList{u"vault"_s, u"rotate"_s};
        QTest::newRow("backup") << QStringList{u"backup"_s, m_files.filePath(u"none.db"_s)};
        QTest::newRow("check of an import") << QStringList{u"migrate-legacy"_s, u"--check"_s, exported};
        QTest::newRow("import") << QStringList{u"migrate-legacy"_s, exported};
        QTest::newRow("password") << QStringList{u"user"_s, u"password"_s, u"--email"_s, u"a@b.example"_s,
                                                 u"--password-stdin"_s};
        QTest::newRow("second factor") << QStringList{u"user"_s, u"reset-2fa"_s, u"--email"_s, u"a@b.example"_s};
    }
    void nothingIsMadeByASlip()
    {
        QFETCH(QStringList, arguments);
        ServerProcess server;
        const QString folder = server.data() + u"/mistyped"_s;
        QCOMPARE(server.run(arguments + QStringList{u"--data"_s, folder}, Password + '\n'), 1);
        QVERIFY2(isOneSentence(server.errors()), server.errors());
        QVERIFY2(server.errors().contains("There is no database in " + folder.toUtf8()), server.errors());
        QVERIFY(!QFile::exists(folder));
    }
    void whatOnlyReadsLeavesAnOlderSchemaAlone()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, Password));
        const QString database = server.data() + u"/voxdesk.db"_s;
        const QString exported = m_files.filePath(u"empty.json"_s);
        QVERIFY(writeFile(exported, R"({"users":[],"agents":[],"campaigns":[],"calls":[]})"));
        QCOMPARE(server.run({u"migrate-legacy"_s, u"--check"_s, exported}), 0);
        QVERIFY(!QFile::exists(server.data() + u"/keys"_s));
        sqlite(database, u"DELETE FROM schema_version WHERE version = (SELECT MAX(version) FROM schema_version)"_s);
        const QByteArray before = contents(database);
        for (const QStringList &command :
             {QStringList{u"audit"_s, u"verify"_s}, QStringList{u"migrate-legacy"_s, u"--check"_s, exported}}) {
            QCOMPARE(server.run(command), 1);
            QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("schema version"), server.errors());
            QVERIFY(contents(database) == before);
        }
        const QByteArray backup = "voxdeskd backup --data " + server.data().toUtf8() + " FILE";
        QVERIFY2(server.errors().contains(backup), server.errors());
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, u"0"_s}), 0);
        QVERIFY2(server.output().contains(backup), server.output());
        QCOMPARE(server.run({u"backup"_s, m_files.filePath(u"older.db"_s)}), 0); // what an upgrade begins with
    }
    /// What it keeps in memory would be of a schema that is gone.
    void anOlderServersDatabaseIsNotUpgradedUnderIt()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        const QString database = server.data() + u"/voxdesk.db"_s;
        const QString installed = u"SELECT MAX(version) FROM schema_version"_s;
        sqlite(database, u"DELETE FROM schema_version WHERE version = (SELECT MAX(version) FROM schema_version)"_s);
        const QByteArray older = sqlite(database, installed);
        for (const QStringList &command :
             {QStringList{u"user"_s, u"create"_s, u"--email"_s, u"a@e2e.example"_s, u"--password-stdin"_s},
              QStringList{u"vault"_s, u"rotate"_s}}) {
            QCOMPARE(server.run(command, Password + '\n'), 1);
            QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("stop it first"), server.errors());
        }
        QCOMPARE(sqlite(database, installed), older);
        QCOMPARE(server.terminate(), 0);
        static_cast<void>(server.run({u"vault"_s, u"rotate"_s}));
        QVERIFY2(!server.errors().contains("stop it first"), server.errors());
    }
    void whatCommandsMakeIsTheOwnersAlone()
    {
#ifdef Q_OS_UNIX
        ServerProcess server;
        const QString folder = server.data() + u"/new/folder"_s;
        QCOMPARE(server.run({u"user"_s, u"create"_s, u"--email"_s, u"a@e2e.example"_s, u"--password-stdin"_s,
                             u"--data"_s, folder},
                            Password + '\n'),
                 0);
        QVERIFY(!(QFile::permissions(folder) & Others));
        QVERIFY(!(QFile::permissions(folder + u"/voxdesk.db"_s) & Others));
#else
        QSKIP("Permissions are tried where a folder has them.");
#endif
    }
    void aFolderThatIsThereKeepsItsMode()
    {
#ifdef Q_OS_UNIX
        ServerProcess server;
        const auto shared = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(server.data(), shared));
        QVERIFY2(server.start(), server.errors());
        QVERIFY(QFile::permissions(server.data()) & QFile::ReadOther);
        QVERIFY2(server.log().contains("chmod 700"), server.log());
        for (const QString &made : {u"/voxdesk.db"_s, u"/voxdesk.db.lock"_s, u"/keys"_s})
            QVERIFY2(!(QFile::permissions(server.data() + made) & Others), qPrintable(made));
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, u"0"_s}), 0);
        QVERIFY2(server.output().contains("notice  data folder: "), server.output());
#else
        QSKIP("Permissions are tried where a folder has them.");
#endif
    }
    void aSecondServerIsRefused()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        const QByteArray token = setupToken(server.data() + u"/voxdesk.db"_s);
        QVERIFY(!token.isEmpty());
        QCOMPARE(server.run({u"serve"_s, u"--port"_s, u"0"_s}), 1);
        const QByteArray process = "process " + QByteArray::number(server.process().processId());
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains(process), server.errors());
        QCOMPARE(setupToken(server.data() + u"/voxdesk.db"_s), token);
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, Password)); // commands go on beside it
    }
    void aServerThatDiedHoldsNothing()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        server.kill();
        QVERIFY(QFile::exists(server.data() + u"/voxdesk.db.lock"_s));
        QVERIFY2(server.start(), server.errors());
        server.kill();
        // Of another host, as in a container that was made anew; its number is that of a process which runs here.
        QVERIFY(writeFile(server.data() + u"/voxdesk.db.lock"_s,
                          QByteArray::number(QCoreApplication::applicationPid()) + "\nvoxdeskd\nanotherhost\n"));
        QVERIFY2(server.start(), server.errors());
    }
    void aServerThatCannotListenLeavesTheSetupToken()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        QCOMPARE(server.terminate(), 0);
        const QByteArray token = setupToken(server.data() + u"/voxdesk.db"_s);
        QVERIFY(!token.isEmpty());
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QCOMPARE(server.run({u"serve"_s, u"--port"_s, QString::number(other.serverPort())}), 1);
        QCOMPARE(setupToken(server.data() + u"/voxdesk.db"_s), token);
    }

private:
    QTemporaryDir m_files;
};

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
