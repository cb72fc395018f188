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

/// Fresh databases, gone at the end of the test program. One thread.
class TestDatabases
{
public:
    TestDatabases();
    ~TestDatabases();

    QList<store::Engine> engines() const;
    store::Database create(store::Engine engine); ///< empty, and of nobody else
    /// The same with the newest schema: copied, which is much quicker than migrating each time.
    store::Database createMigrated(store::Engine engine);
    PostgresCluster *cluster() const { return m_cluster.get(); } ///< null: not ours to stop

private:
    QString postgresUrl(const QString &database) const;
    store::Database copyOf(const QString &postgresTemplate);

    QTemporaryDir m_folder;
    QString m_server;
    std::unique_ptr<PostgresCluster> m_cluster;
    QStringList m_made;
    QMap<store::Engine, store::Database> m_migrated; ///< what createMigrated() copies
    int m_serial = 0;
};

inline const char *name(store::Engine engine) { return engine == store::Engine::Sqlite ? "sqlite" : "postgresql"; }
