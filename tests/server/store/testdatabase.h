// SPDX-License-Identifier: GPL-3.0-or-later
// Databases for tests, on both engines. PostgreSQL is the server that VOXDESK_TEST_POSTGRES names (a URL whose user may
// create databases), else a throw-away cluster of the installed binaries, else absent.
#pragma once

#include "server/store/connection.h"

#include <QList>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// A PostgreSQL server on a Unix socket in a temporary folder. It dies with the test, also with one that crashes.
class PostgresCluster
{
public:
    /// Null, and the reason on the console, where no cluster can be started.
    static std::unique_ptr<PostgresCluster> start();
    ~PostgresCluster();

    QString url(const QString &database) const;
    void kill(); ///< as a crash would
    bool restart(); ///< kills the server, where it runs, and starts it again

private:
    bool create();
    bool run();

    QTemporaryDir m_folder;
    QString m_binaries;
    QString m_user; ///< PostgreSQL refuses to run as root; empty: as we are
    QProcess m_server;
};

/// Fresh databases, which go with this: before the application does. One thread.
class TestDatabases
{
public:
    TestDatabases();
    ~TestDatabases();

    bool has(store::Engine engine);
    QList<store::Engine> engines();
    store::Database create(store::Engine engine); ///< empty, and of nobody else
    /// The same with the newest schema: copied, which is much quicker than migrating each time.
    store::Database createMigrated(store::Engine engine);
    PostgresCluster *cluster(); ///< started when it is first needed; null: not ours to stop

private:
    QString postgresUrl(const QString &database);
    store::Database copyOf(const QString &postgresTemplate);
    void connect();

    QTemporaryDir m_folder;
    QString m_server;
    std::unique_ptr<PostgresCluster> m_cluster;
    bool m_tried = false; ///< to start it
    std::unique_ptr<store::Connection> m_admin; ///< what makes PostgreSQL's databases; null until the first
    QString m_strategy;
    QStringList m_made;
    QMap<store::Engine, store::Database> m_migrated; ///< what createMigrated() copies
    int m_serial = 0;
};

inline const char *name(store::Engine engine) { return engine == store::Engine::Sqlite ? "sqlite" : "postgresql"; }
