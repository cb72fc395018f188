// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

#include <QMap>

namespace store
{
/// Brings a schema to the newest version found under `scripts` (files NNNN_what.sql, compiled in as ":/store/sql"),
/// one transaction a version: an interrupted upgrade leaves the last finished one and goes on from there next time.
/// What scripts may say: dialect.h. Foreign keys are not enforced while a script runs and are checked before it
/// commits. Once released, a script never changes: it names old tables and columns as they were.
class Migrator
{
    Q_DISABLE_COPY_MOVE(Migrator)
public:
    explicit Migrator(Connection &connection, QString scripts = QStringLiteral(":/store/sql"));

    Result<int> installedVersion(); ///< 0: nothing yet. Changes nothing
    int newestVersion() const;
    /// Answers the version it ends at. Refuses, with one sentence, a database that is newer than the scripts or that
    /// holds tables of something else. Safe when two programs start at once. -1: to the newest.
    Result<int> migrate(int target = -1);

private:
    Result<bool> hasTable(const QString &name);
    Result<Done> prepare();
    Result<Done> apply(int version, const QString &file);
    Result<Done> runScript(int version, const QString &file);
    Result<Done> checkForeignKeys();

    Connection &m_connection;
    QMap<int, QString> m_scripts; ///< version → file
};
}
