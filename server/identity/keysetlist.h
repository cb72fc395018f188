// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"
#include "server/api/paging.h"
#include "server/store/connection.h"

#include <functional>

namespace identity
{
struct SortColumn {
    QLatin1StringView name; ///< as clients write it
    QLatin1StringView column; ///< with an index on (column, seq)
    bool isText = false; ///< else it holds whole numbers
};

/// A table that is listed. It has `seq` (its row number), `search_text` (folded) and, on SQLite, `<table>_search`, an
/// FTS5 trigram index.
struct ListTable {
    QLatin1StringView name; ///< under the alias `u`
    QString columns; ///< what the row reader expects; the sort column and `seq` follow them
    int columnCount = 0;
    QList<SortColumn> sorts; ///< the first is the default, descending
    QList<QLatin1StringView>
        prefixes; ///< indexed columns that a search of one or two characters looks at from their start
    QLatin1StringView joins = {}; ///< of at most one row each
    /// Whether there is a search index. Without one, rows are counted and searched one by one: for lists that are short
    /// for each tenant.
    bool searchIndex = true;
};

struct ListFilter {
    /// Of `u`. "{+}" before a column keeps SQLite from using that column's index: for values that many rows have.
    QStringList conditions = {};
    QVariantList bindings = {};
    /// How many rows fit the conditions, where counters know; 0 is trusted to mean none.
    std::optional<qint64> count = {};
    QString rare = {}; ///< when `count` is small: a SELECT of the `seq` of all that fit
    QVariantList rareBindings = {};
    QString search = {}; ///< as sent
};

/// Reads a page by keyset: as fast at the end of a million rows as at their start. A search is answered in one of two
/// ways. Up to `FewHits` hits of the trigram index are fetched and sorted; of more, so many rows fit that walking the
/// sort's own index and looking at each row finds a page soon. `total` is what counters know, or the exact number of
/// hits while they are few, or not said.
class KeysetList
{
public:
    static constexpr int FewHits = 10'000;

    /// `fewHits`: how many are fetched and sorted; tests make it small.
    KeysetList(store::Connection &connection, const ListTable &table, int fewHits = FewHits)
        : m_connection(connection)
        , m_table(table)
        , m_fewHits(fewHits)
    {
    }

    /// `readRow` is called once a row, with the connection's rows positioned on it. `sort`: a name of the table, '-'
    /// for descending.
    Result<api::Pagination> read(const ListFilter &filter, const QString &sort, const api::PageRequest &page,
                                 const std::function<void(const store::Rows &)> &readRow);

    /// "\"sort\":{…}" for api::pagedQuery().
    static QByteArray sortParameter(const ListTable &table);
    /// `sort`, or the default of the table.
    static QString sortOr(const ListTable &table, const QString &sort);

private:
    struct Statement {
        QString with = {}; ///< the hits, if they are few
        QStringList where = {};
        QVariantList withBindings = {};
        QVariantList bindings = {};
    };
    Result<Statement> plan(const ListFilter &filter);
    Result<Statement> planSearch(const ListFilter &filter, const QString &needle);
    Result<std::optional<qint64>> total(const ListFilter &filter, const Statement &statement,
                                        const api::PageRequest &page);
    Result<qint64> one(const QString &sql, const QVariantList &bindings);
    QString from(const Statement &statement, bool joined) const;
    QString planned(QString condition) const;
    QString contains() const;

    store::Connection &m_connection;
    const ListTable &m_table;
    int m_fewHits;
};
}
