// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/calllist.h"

#include "server/calls/callfilter.h"
#include "server/identity/userrow.h"

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
constexpr qsizetype ShortestIndexed = 3; // characters of a search

const identity::SortColumn Began{"started_at"_L1, "began_at"_L1};
const identity::SortColumn Created{"created_at"_L1, "created_at"_L1};
const identity::SortColumn Duration{"duration_seconds"_L1, "duration_seconds"_L1};

identity::ListTable tableSortedBy(const QList<identity::SortColumn> &sorts)
{
    static const QByteArray joins = CallJoins.toLatin1();
    return {.name = "calls"_L1,
            .columns = ListedColumns,
            .columnCount = ListedColumnCount,
            .sorts = sorts,
            .prefixes = {},
            .joins = QLatin1StringView(joins)};
}

Result<qint64> one(store::Connection &connection, const QString &sql, const QVariantList &bindings)
{
    auto rows = connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

Result<qint64> counted(store::Connection &connection, const QString &organizationId, const CallFilter &filter)
{
    const bool days = hasDates(filter);
    const Where where = ofCounters(organizationId, filter, days);
    return one(connection,
               u"SELECT CAST(COALESCE(SUM(u.n), 0) AS BIGINT) FROM %1 u"_s.arg(days ? u"call_days"_s : u"call_counts"_s)
                   % where.text(),
               where.bindings);
}

/// The rows with a number are found by its indexes while they are few; of more, the sort's own index soon finds a page.
Result<Done> addNumber(store::Connection &connection, const QString &organizationId, const QString &number,
                       Where &where)
{
    QStringList looks;
    QVariantList bindings;
    for (const QString &column : {u"from_number"_s, u"to_number"_s}) {
        const QString tenant = organizationId.isEmpty() ? QString() : u"c.organization_id = ? AND "_s;
        looks << u"SELECT c.seq FROM calls c WHERE %1c.%2 = ?"_s.arg(tenant, column);
        if (!organizationId.isEmpty())
            bindings << organizationId;
        bindings << number;
    }
    const QString hits = looks.join(u" UNION ALL "_s);
    const int few = identity::KeysetList::FewHits;
    const auto found = one(
        connection, u"SELECT COUNT(*) FROM (SELECT 1 FROM (%1) h LIMIT %2) few"_s.arg(hits).arg(few + 1), bindings);
    if (!found)
        return found.error();
    if (*found <= few)
        where.add(u"u.seq IN (%1)"_s.arg(hits), bindings);
    else
        where.add(u"({+}u.from_number = ? OR {+}u.to_number = ?)"_s, {number, number});
    return Done{};
}

Result<CallPage> listed(store::Connection &connection, const identity::ListTable &table, const QString &organizationId,
                        const CallFilter &filter, const QString &sort, const api::PageRequest &page)
{
    Where where = ofRows(organizationId, filter);
    if (!filter.phoneNumber.isEmpty()) {
        if (const auto added = addNumber(connection, organizationId, filter.phoneNumber, where); !added)
            return added.error();
    }
    identity::ListFilter list;
    const QString needle = identity::folded(filter.search);
    if (needle.toUcs4().size() >= ShortestIndexed)
        list.search = filter.search;
    else if (!needle.isEmpty())
        addTexts(where, {.search = filter.search}, connection.engine());
    list.conditions = where.conditions;
    list.bindings = where.bindings;
    if (isCounted(filter)) {
        const auto count = counted(connection, organizationId, filter);
        if (!count)
            return count.error();
        list.count = *count;
    }
    CallPage shown;
    auto pagination = identity::KeysetList(connection, table).read(list, sort, page, [&](const store::Rows &row) {
        shown.rows << readListed(row);
    });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}
}

const identity::ListTable &callTable()
{
    static const identity::ListTable table = tableSortedBy({Began, Created, Duration});
    return table;
}

const identity::ListTable &allCallsTable()
{
    static const identity::ListTable table = tableSortedBy({Began, Created});
    return table;
}

Result<CallPage> listCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter,
                           const QString &sort, const api::PageRequest &page)
{
    if (organizationId.isEmpty()) // no tenant, no rows
        return CallPage{};
    return listed(connection, callTable(), organizationId, filter, sort, page);
}

Result<CallPage> listAllCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter,
                              const QString &sort, const api::PageRequest &page)
{
    return listed(connection, allCallsTable(), organizationId, filter, sort, page);
}

Result<qint64> countCalls(store::Connection &connection, const QString &organizationId, const CallFilter &filter)
{
    if (isCounted(filter))
        return counted(connection, organizationId, filter);
    Where where = ofRows(organizationId, filter);
    addTexts(where, filter, connection.engine());
    return one(connection, u"SELECT COUNT(*) FROM calls u"_s % where.text(), where.bindings);
}
}
