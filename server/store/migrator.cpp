// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrator.h"

#include "server/store/dialect.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
Error refused(const QString &sentence) { return {ErrorCode::ServiceUnavailable, sentence}; }

Error at(Error error, const QString &file)
{
    error.log = u"migration "_s % file.section(u'/', -1) % u": "_s % error.log;
    return error;
}
}

Migrator::Migrator(Connection &connection, QString scripts)
    : m_connection(connection)
{
    const QDir dir(scripts);
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (const int version = name.section(u'_', 0, 0).toInt(); version > 0)
            m_scripts.insert(version, dir.filePath(name));
    }
}

int Migrator::newestVersion() const { return m_scripts.isEmpty() ? 0 : m_scripts.lastKey(); }

Result<bool> Migrator::hasTable(const QString &name)
{
    const QString sql = m_connection.engine() == Engine::Sqlite
        ? u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name LIKE ?"_s
        : u"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE ?"_s;
    auto rows = m_connection.query(sql, {name});
    if (!rows)
        return rows.error();
    return rows->next() && rows->integer(0) > 0;
}

Result<int> Migrator::installedVersion()
{
    const auto known = hasTable(u"schema_version"_s);
    if (!known)
        return known.error();
    if (!*known)
        return 0;
    auto rows = m_connection.query(u"SELECT COALESCE(MAX(version), 0) FROM schema_version"_s);
    if (!rows)
        return rows.error();
    return rows->next() ? int(rows->integer(0)) : 0;
}

Result<Done> Migrator::prepare()
{
    if (const auto ours = hasTable(u"schema_version"_s); !ours || *ours)
        return ours ? Result<Done>(Done{}) : ours.error();
    Transaction transaction(m_connection);
    if (!transaction.isOpen())
        return transaction.error();
    // PostgreSQL's IF NOT EXISTS fails when two sessions create at once. The number only has to be ours.
    if (m_connection.engine() == Engine::PostgreSql) {
        if (const auto alone = m_connection.executeOnce(u"SELECT pg_advisory_xact_lock(7818371)"_s); !alone)
            return alone;
    }
    const auto ours = hasTable(u"schema_version"_s);
    const auto any = hasTable(u"%"_s);
    if (!ours || !any)
        return ours ? any.error() : ours.error();
    if (*ours)
        return Done{};
    if (*any)
        return refused(u"The database holds tables that are not Voxdesk's. Name an empty one."_s);
    const auto made
        = m_connection.executeOnce(u"CREATE TABLE schema_version "
                                   "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)"_s);
    return made ? transaction.commit() : made;
}

Result<int> Migrator::migrate(int target)
{
    const auto installed = installedVersion();
    if (!installed)
        return installed;
    if (*installed > newestVersion()) // never guess at a schema from the future
        return refused(u"The database has schema version %1 and this program knows versions up to %2: "
                       "it was written by a newer Voxdesk."_s.arg(*installed)
                           .arg(newestVersion()));
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    for (const auto &[version, file] : m_scripts.asKeyValueRange()) {
        if (version <= *installed || (target >= 0 && version > target))
            continue;
        if (const auto applied = apply(version, file); !applied)
            return at(applied.error(), file);
    }
    return installedVersion();
}

Result<Done> Migrator::apply(int version, const QString &file)
{
    const bool sqlite = m_connection.engine() == Engine::Sqlite;
    // Rebuilding a table drops it, which would delete what refers to it. SQLite ignores this inside a transaction.
    if (sqlite) {
        if (const auto off = m_connection.executeOnce(u"PRAGMA foreign_keys = OFF"_s); !off)
            return off;
    }
    const auto ran = runScript(version, file);
    if (sqlite) {
        if (const auto on = m_connection.executeOnce(u"PRAGMA foreign_keys = ON"_s); !on)
            return on;
    }
    return ran;
}

Result<Done> Migrator::runScript(int version, const QString &file)
{
    QFile script(file);
    if (!script.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::InternalError, .log = u"it cannot be read"_s};
    const auto parts = statements(QString::fromUtf8(script.readAll()), m_connection.engine());
    if (!parts)
        return parts.error();

    Transaction transaction(m_connection);
    if (!transaction.isOpen())
        return transaction.error();
    if (m_connection.engine() == Engine::PostgreSql) {
        if (const auto locked = m_connection.executeOnce(u"LOCK TABLE schema_version IN EXCLUSIVE MODE"_s); !locked)
            return locked;
    }
    const auto installed = installedVersion(); // again: another program may have been faster
    if (!installed)
        return installed.error();
    if (*installed >= version)
        return Done{};
    for (const QString &sql : *parts) {
        if (const auto done = m_connection.executeOnce(sql); !done)
            return done;
    }
    if (const auto whole = checkForeignKeys(); !whole)
        return whole;
    if (const auto noted
        = m_connection.execute(u"INSERT INTO schema_version (version, name, applied_at) VALUES (?, ?, ?)"_s,
                               {version, file.section(u'/', -1), QDateTime::currentDateTimeUtc()});
        !noted)
        return noted.error();
    return transaction.commit();
}

Result<Done> Migrator::checkForeignKeys()
{
    if (m_connection.engine() == Engine::PostgreSql)
        return Done{};
    auto broken = m_connection.query(u"PRAGMA foreign_key_check"_s);
    if (!broken)
        return broken.error();
    if (broken->next())
        return Error{.code = ErrorCode::InternalError,
                     .log = u"rows of "_s % broken->text(0) % u" would refer to nothing"_s};
    return Done{};
}
}
