// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/store/testdatabase.h"

#include "server/store/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using store::Connection;
using store::Database;
using store::Engine;

namespace
{
QString findBinaries()
{
    QStringList folders;
    const QDir debian(u"/usr/lib/postgresql"_s);
    for (const QString &version : debian.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders << debian.filePath(version + u"/bin"_s);
    QString initdb = QStandardPaths::findExecutable(u"initdb"_s, folders);
    if (initdb.isEmpty())
        initdb = QStandardPaths::findExecutable(u"initdb"_s);
    return initdb.section(u'/', 0, -2);
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

int run(const QString &program, const QStringList &arguments) { return QProcess::execute(program, arguments); }

/// The command as another user, and tied to our life where the system can do that.
std::pair<QString, QStringList> command(const QString &user, const QString &program, QStringList arguments)
{
    const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
    if (setpriv.isEmpty())
        return {program, arguments};
    QStringList all{u"--pdeathsig"_s, u"INT"_s};
    if (!user.isEmpty())
        all << u"--reuid"_s << user << u"--regid"_s << user << u"--clear-groups"_s;
    return {setpriv, all << program << arguments};
}
}

std::unique_ptr<PostgresCluster> PostgresCluster::start()
{
    auto cluster = std::make_unique<PostgresCluster>();
    cluster->m_binaries = findBinaries();
    if (cluster->m_binaries.isEmpty()) {
        qInfo("PostgreSQL is not installed: its half of the tests is skipped.");
        return nullptr;
    }
    if (isRoot())
        cluster->m_user = u"postgres"_s;
    if (cluster->create() && cluster->run())
        return cluster;
    qInfo("No PostgreSQL cluster could be started: its half of the tests is skipped.");
    return nullptr;
}

bool PostgresCluster::create()
{
    const QString folder = m_folder.path();
    if (!m_user.isEmpty() && ::run(u"chown"_s, {m_user + u':' + m_user, folder}) != 0)
        return false;
    const auto [program, arguments] = command(m_user, m_binaries + u"/initdb"_s,
                                              {u"-D"_s, folder + u"/data"_s, u"-U"_s, u"voxdesk"_s, u"-A"_s, u"trust"_s,
                                               u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"-N"_s});
    QProcess initdb;
    initdb.setWorkingDirectory(folder);
    initdb.start(program, arguments);
    return initdb.waitForFinished(60'000) && initdb.exitCode() == 0;
}

bool PostgresCluster::run()
{
    const QString folder = m_folder.path();
    const auto [program, arguments]
        = command(m_user, m_binaries + u"/postgres"_s,
                  {u"-D"_s, folder + u"/data"_s, u"-k"_s, folder, u"-c"_s, u"listen_addresses="_s, u"-c"_s,
                   u"fsync=off"_s, u"-c"_s, u"max_connections=40"_s});
    m_server.setWorkingDirectory(folder);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(program, arguments);
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(30'000))
            return false;
        said += m_server.readAll();
    }
    return true;
}

void PostgresCluster::kill()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // SIGQUIT: an immediate shutdown that takes the backends along, which a SIGKILL of the postmaster would leave
    // behind.
    ::run(u"kill"_s, {u"-QUIT"_s, QString::number(m_server.processId())});
    if (!m_server.waitForFinished(20'000))
        m_server.kill();
}

PostgresCluster::~PostgresCluster() { kill(); }

bool PostgresCluster::restart()
{
    kill();
    return run();
}

QString PostgresCluster::url(const QString &database) const
{
    return u"postgresql://voxdesk@/"_s + database + u"?host="_s + m_folder.path();
}

TestDatabases::TestDatabases()
    : m_server(qEnvironmentVariable("VOXDESK_TEST_POSTGRES"))
{
}

TestDatabases::~TestDatabases()
{
    if (m_server.isEmpty())
        return;
    for (const QString &made : std::as_const(m_made))
        static_cast<void>(m_admin->executeOnce(u"DROP DATABASE IF EXISTS "_s + made + u" WITH (FORCE)"_s));
}

bool TestDatabases::has(Engine engine) { return engine == Engine::Sqlite || !m_server.isEmpty() || cluster(); }

QList<Engine> TestDatabases::engines()
{
    return has(Engine::PostgreSql) ? QList{Engine::Sqlite, Engine::PostgreSql} : QList{Engine::Sqlite};
}

PostgresCluster *TestDatabases::cluster()
{
    if (m_server.isEmpty() && !m_tried)
        m_cluster = PostgresCluster::start();
    m_tried = true;
    return m_cluster.get();
}

QString TestDatabases::postgresUrl(const QString &database)
{
    if (cluster())
        return m_cluster->url(database);
    QUrl url(m_server);
    url.setPath(u'/' + database);
    return url.toString(QUrl::FullyEncoded);
}

Database TestDatabases::create(Engine engine)
{
    if (engine == Engine::Sqlite)
        return *Database::parse(m_folder.filePath(u"test%1.db"_s.arg(++m_serial)));
    return copyOf(u"template0"_s);
}

Database TestDatabases::createMigrated(Engine engine)
{
    if (!m_migrated.contains(engine)) {
        const Database first = create(engine);
        const auto connection = Connection::open(first);
        if (!connection || !store::Migrator(**connection).migrate())
            qFatal("a test database cannot be migrated");
        m_migrated.insert(engine, first);
    }
    const Database &migrated = m_migrated[engine];
    if (engine == Engine::PostgreSql)
        return copyOf(migrated.name);
    const Database copy = create(engine);
    if (!QFile::copy(migrated.name, copy.name))
        qFatal("a test database cannot be copied");
    return copy;
}

Database TestDatabases::copyOf(const QString &postgresTemplate)
{
    const QString made = u"voxdesk_test_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++m_serial);
    const QString create = u"CREATE DATABASE "_s + made + u" TEMPLATE "_s + postgresTemplate;
    if (!m_admin || !m_admin->executeOnce(create + m_strategy)) { // the first, or its server was killed since
        connect();
        if (!m_admin->executeOnce(create + m_strategy))
            qFatal("a test database cannot be created");
    }
    m_made << made;
    return *Database::parse(postgresUrl(made));
}

void TestDatabases::connect()
{
    auto admin = Connection::open(*Database::parse(cluster() ? m_cluster->url(u"postgres"_s) : m_server));
    if (!admin)
        qFatal("PostgreSQL cannot be reached");
    m_admin = *std::move(admin);
    // Copying the files takes a third of the work of writing their pages to the log, which newer servers do unless
    // told.
    auto newer = m_admin->query(u"SELECT 1 WHERE current_setting('server_version_num')::int >= 150000"_s);
    m_strategy = newer && newer->next() ? u" STRATEGY FILE_COPY"_s : QString();
}
