// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/bulkload.h"

#include "server/store/dialect.h"

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
constexpr qsizetype RowsAtOnce = 16; ///< beyond that nothing is won, and each text is a statement of its own to keep

QString marks(const QStringList &names) { return QStringList(names.size(), u"?"_s).join(u','); }

QVariantList values(const QStringList &names) { return {names.cbegin(), names.cend()}; }
}

BulkLoad::BulkLoad(Connection &connection, QStringList tables)
    : m_connection(connection)
    , m_tables(std::move(tables))
{
}

Result<std::unique_ptr<BulkLoad>> BulkLoad::begin(Connection &connection, const QStringList &tables)
{
    std::unique_ptr<BulkLoad> load(new BulkLoad(connection, tables));
    if (const auto started = load->start(); !started)
        return started.error();
    return load;
}

Result<Done> BulkLoad::start()
{
    const bool sqlite = m_connection.engine() == Engine::Sqlite;
    if (sqlite) {
        // Refused while somebody else has the file open; the load is then slower, and as safe.
        static_cast<void>(m_connection.executeOnce(u"PRAGMA journal_mode = DELETE"_s));
        if (const auto set = each({u"PRAGMA foreign_keys = OFF"_s, u"PRAGMA cache_size = -262144"_s}); !set)
            return set;
    }
    m_transaction = std::make_unique<Transaction>(m_connection);
    if (!m_transaction->isOpen())
        return m_transaction->error();
    return sqlite ? dropSqlite() : dropPostgreSql();
}

Result<Done> BulkLoad::dropSqlite()
{
    QStringList drops;
    {
        auto found = m_connection.query(u"SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                                        "AND type IN ('index', 'trigger') AND tbl_name IN (%1)"_s.arg(marks(m_tables)),
                                        values(m_tables));
        if (!found)
            return found.error();
        while (found->next()) {
            drops << u"DROP %1 %2"_s.arg(found->text(0), found->text(1));
            m_rebuild << found->text(2);
        }
    }
    return each(drops);
}

Result<Done> BulkLoad::dropPostgreSql()
{
    QStringList drops{u"SET LOCAL maintenance_work_mem = '256MB'"_s};
    {
        auto found = m_connection.query(
            u"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename IN (%1) "
            "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = to_regclass(quote_ident(indexname)))"_s.arg(
                marks(m_tables)),
            values(m_tables));
        if (!found)
            return found.error();
        while (found->next()) {
            drops << u"DROP INDEX "_s + found->text(0);
            m_rebuild << found->text(1);
        }
    }
    for (const QString &table : m_tables) {
        drops << u"ALTER TABLE %1 DISABLE TRIGGER USER"_s.arg(table);
        m_rebuild << u"ALTER TABLE %1 ENABLE TRIGGER USER"_s.arg(table);
    }
    return each(drops);
}

Result<Done> BulkLoad::each(const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const auto done = m_connection.executeOnce(sql); !done)
            return done;
    }
    return Done{};
}

Result<Done> BulkLoad::commit()
{
    // PostgreSQL does not alter a table whose deferred checks are still to be made.
    if (m_connection.engine() == Engine::PostgreSql)
        m_rebuild.prepend(u"SET CONSTRAINTS ALL IMMEDIATE"_s);
    if (const auto rebuilt = each(m_rebuild); !rebuilt)
        return rebuilt;
    return m_transaction->commit();
}

BulkLoad::~BulkLoad()
{
    m_transaction.reset();
    if (m_connection.engine() == Engine::PostgreSql)
        return;
    static_cast<void>(
        each({u"PRAGMA cache_size = -8192"_s, u"PRAGMA foreign_keys = ON"_s, u"PRAGMA journal_mode = WAL"_s}));
}

BulkInsert::BulkInsert(Connection &connection, const QString &table, const QStringList &columns,
                       const QString &conflict)
    : m_connection(connection)
    , m_head(insertInto(connection.engine()) % u" " % table % u" (" % columns.join(u", "_s) % u") VALUES ")
    , m_row(u'(' % marks(columns) % u')')
    , m_tail(conflict)
    , m_width(columns.size())
    , m_full(statement(RowsAtOnce))
{
    m_waiting.reserve(m_width * RowsAtOnce);
}

QString BulkInsert::statement(qsizetype rows) const { return m_head % QStringList(rows, m_row).join(u',') % m_tail; }

Result<Done> BulkInsert::add(QVariantList row)
{
    Q_ASSERT(row.size() == m_width);
    m_waiting.append(std::move(row));
    if (m_waiting.size() < m_width * RowsAtOnce)
        return Done{};
    return flush();
}

Result<Done> BulkInsert::flush()
{
    if (m_waiting.isEmpty())
        return Done{};
    const qsizetype rows = m_waiting.size() / m_width;
    const auto written = m_connection.execute(rows == RowsAtOnce ? m_full : statement(rows), m_waiting);
    m_waiting.clear();
    if (!written)
        return written.error();
    return Done{};
}
}
