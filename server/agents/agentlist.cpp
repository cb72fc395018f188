// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentlist.h"

#include "server/identity/userrow.h"

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
using identity::KeysetList;
using identity::ListFilter;
using identity::ListTable;

Result<qint64> number(store::Connection &connection, const QString &sql, const QVariantList &bindings)
{
    auto rows = connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    return rows->next() ? rows->integer(0) : 0;
}

/// A part of a WHERE with what it binds.
struct Condition {
    QStringList texts;
    QVariantList bindings;

    void add(const QString &text, const QVariant &value)
    {
        texts << text;
        bindings << value;
    }
    QString joined() const { return texts.join(" AND "_L1); }
};

/// Both columns of the filter named, so that an index on (…, llm_provider, status) is used whole.
Condition kinds(const AgentFilter &filter)
{
    Condition condition;
    if (!filter.llmProvider.isEmpty())
        condition.add(u"llm_provider = ?"_s, filter.llmProvider);
    if (filter.active)
        condition.add(u"status = ?"_s, *filter.active ? u"active"_s : u"inactive"_s);
    return condition;
}

/// How many agents the filter leaves of the owner's.
Result<qint64> count(store::Connection &connection, const Owner &owner, const AgentFilter &filter)
{
    Condition condition = kinds(filter);
    if (!owner.userId.isEmpty()) {
        // At most as many rows as a user may have agents.
        condition.add(u"user_id = ?"_s, owner.userId);
        if (!owner.organizationId.isEmpty())
            condition.add(connection.engine() == store::Engine::Sqlite ? u"+organization_id = ?"_s
                                                                       : u"organization_id = ?"_s,
                          owner.organizationId);
        return number(connection, u"SELECT COUNT(*) FROM agents WHERE "_s % condition.joined(), condition.bindings);
    }
    const QString table = owner.organizationId.isEmpty() ? u"agent_totals"_s : u"agent_counts"_s;
    if (!owner.organizationId.isEmpty())
        condition.add(u"organization_id = ?"_s, owner.organizationId);
    const QString where = condition.texts.isEmpty() ? QString() : u" WHERE "_s % condition.joined();
    return number(connection, u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM "_s % table % where,
                  condition.bindings);
}

void narrow(ListFilter &list, const Owner &owner, const AgentFilter &filter)
{
    if (!owner.userId.isEmpty()) {
        list.conditions << u"u.user_id = ?"_s;
        list.bindings << owner.userId;
    }
    if (!owner.organizationId.isEmpty()) {
        list.conditions << (owner.userId.isEmpty() ? u"u.organization_id = ?"_s : u"{+}u.organization_id = ?"_s);
        list.bindings << owner.organizationId;
    }
    const Condition kind = kinds(filter);
    for (const QString &text : kind.texts)
        list.conditions << u"{+}u."_s % text;
    list.bindings << kind.bindings;
}

/// A tenant of ordinary size is searched row by row: exact, with a total, and whatever other tenants have.
Result<bool> searchRows(store::Connection &connection, const Owner &owner, ListFilter &list, const QString &needle)
{
    if (owner.organizationId.isEmpty() && owner.userId.isEmpty())
        return false;
    const auto all = count(connection, owner, {});
    if (!all)
        return all.error();
    if (*all > KeysetList::FewHits)
        return false;
    const bool sqlite = connection.engine() == store::Engine::Sqlite;
    list.conditions << (sqlite ? u"instr(u.search_text, ?) > 0"_s : u"strpos(u.search_text, ?) > 0"_s);
    list.bindings << needle;
    const QString where = list.conditions.join(" AND "_L1).replace("{+}"_L1, sqlite ? "+"_L1 : ""_L1);
    const auto found = number(connection, u"SELECT COUNT(*) FROM agents u WHERE "_s % where, list.bindings);
    if (!found)
        return found.error();
    list.count = *found;
    return true;
}

Result<ListFilter> filterOf(store::Connection &connection, const Owner &owner, const AgentFilter &filter)
{
    ListFilter list;
    narrow(list, owner, filter);
    const QString needle = identity::folded(filter.search);
    if (!needle.isEmpty()) {
        const auto searched = searchRows(connection, owner, list, needle);
        if (!searched)
            return searched.error();
        if (!*searched)
            list.search = filter.search;
        return list;
    }
    const auto counted = count(connection, owner, filter);
    if (!counted)
        return counted.error();
    list.count = *counted;
    if (Condition kind = kinds(filter); !kind.texts.isEmpty() && owner.userId.isEmpty()) {
        if (!owner.organizationId.isEmpty())
            kind.add(u"organization_id = ?"_s, owner.organizationId);
        else if (filter.llmProvider.isEmpty()) // the index begins with it
            return list;
        list.rare = u"SELECT seq FROM agents WHERE "_s % kind.joined();
        list.rareBindings = kind.bindings;
    }
    return list;
}

ListTable table(bool joined)
{
    return {
        .name = "agents"_L1,
        .columns = joined ? QString(AgentColumns % u", COALESCE(o.name, ''), COALESCE(w.email, '')"_s) : AgentColumns,
        .columnCount = joined ? AgentColumnCount + 2 : AgentColumnCount,
        .sorts = {{"created_at"_L1, "created_at"_L1}, {"name"_L1, "sort_name"_L1, true}, {"updated_at"_L1, "updated_at"_L1}},
        .prefixes = {"sort_name"_L1},
        .joins = joined ? "LEFT JOIN organizations o ON o.id = u.organization_id "
                          "LEFT JOIN users w ON w.id = u.user_id"_L1
                        : ""_L1};
}

Result<AgentPage> list(store::Connection &connection, const ListTable &from, const Owner &owner,
                       const AgentFilter &filter, const QString &sort, const api::PageRequest &page)
{
    const auto narrowed = filterOf(connection, owner, filter);
    if (!narrowed)
        return narrowed.error();
    AgentPage shown;
    const auto pagination = KeysetList(connection, from).read(*narrowed, sort, page, [&](const store::Rows &rows) {
        AgentRow row = readAgent(rows);
        if (from.columnCount > AgentColumnCount) {
            row.organizationName = rows.text(AgentColumnCount);
            row.userEmail = rows.text(AgentColumnCount + 1);
        }
        shown.rows << std::move(row);
    });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}
}

const ListTable &agentTable()
{
    static const ListTable own = table(false);
    return own;
}

Result<AgentPage> listAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter,
                             const QString &sort, const api::PageRequest &page)
{
    Q_ASSERT(!owner.organizationId.isEmpty());
    return list(connection, agentTable(), owner, filter, sort, page);
}

Result<AgentPage> listAllAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter,
                                const QString &sort, const api::PageRequest &page)
{
    static const ListTable joined = table(true);
    return list(connection, joined, owner, filter, sort, page);
}

Result<qint64> countAgents(store::Connection &connection, const Owner &owner, const AgentFilter &filter)
{
    Q_ASSERT(!owner.organizationId.isEmpty());
    return count(connection, owner, filter);
}
}
