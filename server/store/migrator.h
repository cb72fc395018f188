// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

namespace store
{
/// Brings a schema to the newest version found under `scripts` (files NNNN_what.sql, compiled in as ":/store/sql"),
/// one transaction a version. In a script "{{identity}}" and the other marks of dialect.h stand for what engines spell differently.
class Migrator
{
public:
    explicit Migrator(Connection &connection, QString scripts = QStringLiteral(":/store/sql"));

    Result<int> installedVersion();
    int newestVersion() const;
    /// Answers the version it ends at. Refuses a database that is newer than the scripts. -1: to the newest.
    Result<int> migrate(int target = -1);

private:
    Result<Done> apply(int version, const QString &file);

    Connection &m_connection;
    QString m_scripts;
};
}
