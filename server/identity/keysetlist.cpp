// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/keysetlist.h"

#include "server/identity/userrow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr int TrigramsUsed = 24;
constexpr qsizetype ShortestIndexed = 3; // characters

/// Every three neighbouring characters, quoted, joined by AND: FTS5 without positions cannot do phrases.
QString trigramQuery(const QString &needle)
{
    const auto characters = needle.toUcs4();
    QStringList parts;
    for (qsizetype i = 0; i + 3 <= characters.size() && parts.size() < TrigramsUsed; ++i) {
        const QString part = QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData() + i), 3);
        const QString quoted = u'"' % QString(part).replace(u'"', u"\"\""_s) % u'"';
        if (!parts.contains(quoted))
            parts << quoted;
    }
    return parts.join(" AND "_L1);
}

QString likePattern(QString needle)
{
    needle.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' % needle % u'%';
}

QString pastPrefix(const QString &prefix)
{
    const char32_t last = QChar::LastValidCodePoint;
    return prefix + QString::fromUcs4(&last, 1);
}

QJsonValue cursorValue(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? QJsonValue(value.toString()) : QJsonValue(value.toLongLong());
}

QVariant boundValue(const QJsonValue &value)
{
    return value.isString() ? QVariant(value.toString()) : QVariant(value.toInteger());
}
}

QByteArray KeysetList::sortParameter(const ListTable &table)
{
    QByteArray names;
    for (const SortColumn &sort : table.sorts) {
        const QByteArray name(sort.name.data(), sort.name.size());
        names += (names.isEmpty() ? "\"" : ",\"") + name + "\",\"-" + name + '"';
    }
    const QByteArray first(table.sorts.constFirst().name.data(), table.sorts.constFirst().name.size());
    return R"("sort":{"type":"string","enum":[)" + names + R"(],"default":"-)" + first
        + R"(","description":"Column to sort by, '-' for descending"})";
}

QString KeysetList::sortOr(const ListTable &table, const QString &sort)
{
    return sort.isEmpty() ? QString(u'-' % table.sorts.constFirst().name) : sort;
}

/// SQLite reads "+column" as "not by this column's index"; PostgreSQL has statistics and needs no telling.
QString KeysetList::planned(QString condition) const
{
    return condition.replace("{+}"_L1, m_connection.engine() == store::Engine::Sqlite ? "+"_L1 : ""_L1);
}

Result<qint64> KeysetList::one(const QString &sql, const QVariantList &bindings)
{
    auto rows = m_connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

QString KeysetList::contains() const
{
    const bool sqlite = m_connection.engine() == store::Engine::Sqlite;
    return sqlite ? u"instr(u.search_text, ?) > 0"_s : u"strpos(u.search_text, ?) > 0"_s;
}

Result<KeysetList::Statement> KeysetList::planSearch(const ListFilter &filter, const QString &needle)
{
    const bool sqlite = m_connection.engine() == store::Engine::Sqlite;
    Statement walk{.where = filter.conditions, .bindings = filter.bindings};
    QString hits;
    QVariantList hitBindings;
    if (needle.toUcs4().size() < ShortestIndexed) {
        QStringList looks;
        QStringList ranges;
        for (const auto column : m_table.prefixes) {
            const QString range = u"u.%1 >= ? AND u.%1 < ?"_s.arg(column);
            looks << u"SELECT u.seq AS seq FROM %1 u WHERE %2"_s.arg(m_table.name, range);
            ranges << u'(' % QString(range).replace("u."_L1, "{+}u."_L1) % u')';
            hitBindings << needle << pastPrefix(needle);
        }
        hits = looks.join(" UNION "_L1);
        walk.where << u'(' % ranges.join(" OR "_L1) % u')';
        walk.bindings << hitBindings;
    } else {
        hits = sqlite ? u"SELECT rowid AS seq FROM %1_search WHERE %1_search MATCH ?"_s.arg(m_table.name)
                      : u"SELECT u.seq AS seq FROM %1 u WHERE u.search_text LIKE ?"_s.arg(m_table.name);
        hitBindings << (sqlite ? trigramQuery(needle) : likePattern(needle));
        walk.where << contains();
        walk.bindings << needle;
    }
    const auto found
        = one(u"SELECT COUNT(*) FROM (SELECT 1 FROM (%1) h LIMIT %2) few"_s.arg(hits).arg(m_fewHits + 1), hitBindings);
    if (!found)
        return found.error();
    if (*found <= m_fewHits) {
        walk.with = hits;
        walk.withBindings = hitBindings;
    }
    return walk;
}

Result<KeysetList::Statement> KeysetList::plan(const ListFilter &filter)
{
    const QString needle = folded(filter.search);
    if (!needle.isEmpty() && m_table.searchIndex)
        return planSearch(filter, needle);
    Statement statement{.where = filter.conditions, .bindings = filter.bindings};
    if (!needle.isEmpty()) {
        statement.where << contains();
        statement.bindings << needle;
        return statement;
    }
    if (filter.count && *filter.count <= m_fewHits && !filter.rare.isEmpty()) {
        statement.with = filter.rare;
        statement.withBindings = filter.rareBindings;
    }
    return statement;
}

QString KeysetList::from(const Statement &statement, bool joined) const
{
    const QString joins = joined ? QString(m_table.joins) : QString();
    const QString where = statement.where.isEmpty() ? QString() : u" WHERE "_s % statement.where.join(" AND "_L1);
    // CROSS JOIN: SQLite then starts from the hits and finds their rows by number.
    const QString source
        = statement.with.isEmpty() ? u"%1 u"_s.arg(m_table.name) : u"hits CROSS JOIN %1 u"_s.arg(m_table.name);
    const QString meet = statement.with.isEmpty()
        ? QString()
        : QString((where.isEmpty() ? u" WHERE "_s : u" AND "_s) % u"u.seq = hits.seq"_s);
    return planned(source % u' ' % joins % where % meet);
}

Result<std::optional<qint64>> KeysetList::total(const ListFilter &filter, const Statement &statement,
                                                const api::PageRequest &page)
{
    if (!m_table.searchIndex && !filter.count) {
        if (page.cursor)
            return std::optional<qint64>();
        const auto counted = one(QString(u"SELECT COUNT(*) FROM "_s % from(statement, false)), statement.bindings);
        return counted ? Result<std::optional<qint64>>(std::optional(*counted)) : counted.error();
    }
    if (folded(filter.search).isEmpty())
        return filter.count;
    if (statement.with.isEmpty() || page.cursor)
        return std::optional<qint64>();
    const auto counted
        = one(u"WITH hits AS MATERIALIZED (%1) SELECT COUNT(*) FROM %2"_s.arg(statement.with, from(statement, false)),
              statement.withBindings + statement.bindings);
    return counted ? Result<std::optional<qint64>>(std::optional(*counted)) : counted.error();
}

Result<api::Pagination> KeysetList::read(const ListFilter &filter, const QString &sort, const api::PageRequest &page,
                                         const std::function<void(const store::Rows &)> &readRow)
{
    const bool descending = sort.startsWith(u'-');
    const QStringView sortName = descending ? QStringView(sort).sliced(1) : QStringView(sort);
    const auto column = std::ranges::find_if(m_table.sorts, [&](const SortColumn &c) { return c.name == sortName; });
    if (column == m_table.sorts.end())
        return Error{.code = ErrorCode::BadRequest, .details = {{u"sort"_s, u"Not a column this list is sorted by"_s}}};
    api::Pagination shown{.page = page.page,
                          .limit = page.limit,
                          .total = {},
                          .hasPrevious = page.page > 1 || page.cursor.has_value(),
                          .nextCursor = {}};
    if (filter.count == 0) {
        shown.total = 0;
        return shown;
    }
    auto statement = plan(filter);
    if (!statement)
        return statement.error();
    auto counted = total(filter, *statement, page);
    if (!counted)
        return counted.error();
    shown.total = *counted;

    if (page.cursor) {
        if (page.cursor->key.at(0).isString() != column->isText || !page.cursor->key.at(1).isDouble())
            return api::badCursor(); // made up: PostgreSQL would not compare it
        statement->where << u"(u.%1, u.seq) %2 (?, ?)"_s.arg(column->column, descending ? u"<"_s : u">"_s);
        statement->bindings << boundValue(page.cursor->key.at(0)) << boundValue(page.cursor->key.at(1));
    }
    const QString with
        = statement->with.isEmpty() ? QString() : u"WITH hits AS MATERIALIZED ("_s % statement->with % u") "_s;
    const QString direction = descending ? u" DESC"_s : QString();
    const QString sql = with % u"SELECT "_s % m_table.columns % u", u."_s % column->column % u", u.seq FROM "_s
        % from(*statement, true) % u" ORDER BY u."_s % column->column % direction % u", u.seq"_s % direction
        % u" LIMIT ? OFFSET ?"_s;
    auto rows = m_connection.query(
        sql, statement->withBindings + statement->bindings + QVariantList{page.fetch(), page.offset()});
    if (!rows)
        return rows.error();
    api::Cursor last{.sort = sort, .key = {}};
    for (int n = 0; rows->next(); ++n) {
        if (n == page.limit) {
            shown.hasNext = true;
            shown.nextCursor = last.encode();
            break;
        }
        readRow(*rows);
        last.key = {cursorValue(rows->value(m_table.columnCount)), cursorValue(rows->value(m_table.columnCount + 1))};
    }
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return shown;
}
}
