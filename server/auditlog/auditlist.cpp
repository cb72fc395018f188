// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditlist.h"

#include "models/domain/day.h"
#include "server/api/queryparameters.h"
#include "server/audit/chain.h"
#include "server/identity/userrow.h"

using namespace Qt::StringLiterals;

namespace auditlog
{
namespace
{

audit::Entry readListed(const store::Rows &rows)
{
    audit::Entry entry = audit::readEntry(rows);
    entry.organizationName = rows.text(audit::EntryColumnCount);
    return entry;
}

Result<std::optional<qint64>> dayIn(const QJsonObject &query, const QString &name)
{
    if (!query.contains(name))
        return std::optional<qint64>();
    const QDate day = QDate::fromString(query[name].toString(), Qt::ISODate);
    if (!day.isValid() || day.year() < 1970 || day.year() > 9999)
        return api::wrongParameter(name, u"must be a day such as 2024-01-31"_s);
    return std::optional(dayNumber(day) * DayMs);
}

const QByteArray SharedParameters
    = R"("action":{"type":"string","maxLength":64},"outcome":{"type":"string","enum":["success","failure"]},
    "start_date":{"type":"string","format":"date","description":"First day, UTC, included"},
    "end_date":{"type":"string","format":"date","description":"Last day, UTC, included"})";

/// One's own search finds nothing by what writeOwnEntry() leaves out: of what somebody else did, only what is shown is
/// looked at. The text that is searched otherwise holds all.
void onlyWhatIsShown(identity::ListFilter &list, const QString &userId, const QString &needle, store::Engine engine)
{
    const QString find = engine == store::Engine::Sqlite ? u"instr"_s : u"strpos"_s;
    QStringList looks{u"{+}u.actor_id IN (?, '')"_s};
    list.bindings << userId;
    const auto look = [&](const QString &condition, const QString &column) {
        looks << condition.arg(find, column);
        list.bindings << needle;
    };
    if (needle.toUcs4().size() < 3) { // a list looks for these at the start of an action or an address
        look(u"%1(u.%2, ?) = 1"_s, u"action"_s);
    } else {
        for (const QString &column : {u"action"_s, u"actor_email"_s, u"actor_id"_s, u"target_label"_s, u"target_id"_s})
            look(u"%1(lower(u.%2), ?) > 0"_s, column);
    }
    list.conditions << u'(' % looks.join(" OR "_L1) % u')';
}

/// How many there are in all: the chain has no gaps.
Result<qint64> countOf(store::Connection &connection)
{
    const auto head = audit::end(connection, audit::End::Head);
    const auto anchor = audit::end(connection, audit::End::Anchor);
    if (!head || !anchor)
        return head ? anchor.error() : head.error();
    return head->sequence - anchor->sequence;
}
}

const QByteArray OwnFilterParameters = R"("search":{"type":"string","maxLength":200,
    "description":"In action, actor and target; in address, key and request id only of what the user did"},)"
    + SharedParameters;

const QByteArray FilterParameters
    = R"("search":{"type":"string","maxLength":200,"description":"In action, actor, address, target, key and request id"},)"
    + SharedParameters
    + R"(,"actor_id":{"type":"string","maxLength":64},"organization_id":{"type":"string","maxLength":64},
    "target_type":{"type":"string","maxLength":64},"target_id":{"type":"string","maxLength":128},
    "address":{"type":"string","maxLength":64})";

bool EntryFilter::isEmpty() const
{
    for (const QString &text :
         {search, action, outcome, actorId, organizationId, targetType, targetId, address, ownOf}) {
        if (!text.isEmpty())
            return false;
    }
    return !fromMs && !untilMs;
}

Result<EntryFilter> filterIn(const QJsonObject &query)
{
    EntryFilter filter{.search = query["search"_L1].toString(),
                       .action = query["action"_L1].toString(),
                       .outcome = query["outcome"_L1].toString(),
                       .actorId = query["actor_id"_L1].toString(),
                       .organizationId = query["organization_id"_L1].toString(),
                       .targetType = query["target_type"_L1].toString(),
                       .targetId = query["target_id"_L1].toString(),
                       .address = query["address"_L1].toString()};
    const auto from = dayIn(query, u"start_date"_s);
    const auto last = dayIn(query, u"end_date"_s);
    if (!from || !last)
        return from ? last.error() : from.error();
    filter.fromMs = *from;
    if (*last)
        filter.untilMs = **last + DayMs;
    if (filter.fromMs && filter.untilMs && *filter.untilMs <= *filter.fromMs)
        return api::wrongParameter(u"end_date"_s, u"must not be before start_date"_s);
    return filter;
}

const identity::ListTable &entryTable()
{
    static const identity::ListTable table{.name = "audit_entries"_L1,
                                           .columns = QString(audit::EntryColumns % u", COALESCE(o.name, '')"_s),
                                           .columnCount = audit::EntryColumnCount + 1,
                                           .sorts = {{"at"_L1, "at"_L1}},
                                           .prefixes = {"action"_L1, "address"_L1},
                                           .joins = "LEFT JOIN organizations o ON o.id = u.organization_id"_L1};
    return table;
}

Result<EntryPage> listEntries(store::Connection &connection, const EntryFilter &filter, const QString &sort,
                              const api::PageRequest &page)
{
    identity::ListFilter list{.search = filter.search};
    const auto where = [&list](const QString &condition, const QString &value) {
        if (value.isEmpty())
            return;
        list.conditions << condition;
        list.bindings << value;
    };
    // One's own entries are few and found by their indexes; those of what they are like hold everybody's.
    const QString plain = filter.ownOf.isEmpty() ? u"u."_s : u"{+}u."_s;
    where(plain % u"action = ?", filter.action);
    where(u"u.actor_id = ?"_s, filter.actorId);
    where(u"u.organization_id = ?"_s, filter.organizationId);
    where(plain % u"target_type = ?", filter.targetType);
    where(u"u.target_id = ?"_s, filter.targetId);
    where(plain % u"address = ?", filter.address);
    if (!filter.outcome.isEmpty()) // written out: failures have an index of their own
        list.conditions << QString(
            plain % (filter.outcome == "failure"_L1 ? u"outcome = 'failure'" : u"outcome = 'success'"));
    if (filter.fromMs) {
        list.conditions << u"u.at >= ?"_s;
        list.bindings << *filter.fromMs;
    }
    if (filter.untilMs) {
        list.conditions << u"u.at < ?"_s;
        list.bindings << *filter.untilMs;
    }
    if (!filter.ownOf.isEmpty()) {
        list.conditions << u"(u.actor_id = ? OR (u.target_id = ? AND {+}u.target_type = 'user'))"_s;
        list.bindings << filter.ownOf << filter.ownOf;
        if (const QString needle = identity::folded(filter.search); !needle.isEmpty())
            onlyWhatIsShown(list, filter.ownOf, needle, connection.engine());
    }
    if (filter.isEmpty()) {
        const auto count = countOf(connection);
        if (!count)
            return count.error();
        list.count = *count;
    }
    EntryPage shown;
    auto pagination
        = identity::KeysetList(connection, entryTable()).read(list, sort, page, [&](const store::Rows &rows) {
              shown.rows << readListed(rows);
          });
    if (!pagination)
        return pagination.error();
    shown.pagination = *pagination;
    return shown;
}

Result<audit::Entry> entryById(store::Connection &connection, const QString &id)
{
    auto rows = connection.query(u"SELECT "_s % entryTable().columns % u" FROM audit_entries u "_s % entryTable().joins
                                     % u" WHERE u.id = ?"_s,
                                 {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readListed(*rows);
}
}
