// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callfilter.h"

#include "server/identity/userrow.h"

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
bool isWholeDay(const std::optional<qint64> &ms) { return !ms || *ms % DayMs == 0; }

void addKinds(Where &where, const QString &organizationId, const CallFilter &filter)
{
    if (!organizationId.isEmpty())
        where.add(u"u.organization_id = ?"_s, {organizationId});
    if (filter.agentId)
        where.add(u"u.agent_id = ?"_s, {*filter.agentId});
    if (filter.status)
        where.add(u"u.status = '%1'"_s.arg(toWire(*filter.status)));
    if (filter.direction)
        where.add(u"u.direction = '%1'"_s.arg(toWire(*filter.direction)));
}
}

bool hasDates(const CallFilter &filter) { return filter.fromMs || filter.untilMs; }

bool isCounted(const CallFilter &filter)
{
    return filter.phoneNumber.isEmpty() && identity::folded(filter.search).isEmpty() && isWholeDay(filter.fromMs)
        && isWholeDay(filter.untilMs);
}

Where ofCounters(const QString &organizationId, const CallFilter &filter, bool days)
{
    Where where;
    addKinds(where, organizationId, filter);
    if (days && filter.fromMs)
        where.add(u"u.day >= ?"_s, {*filter.fromMs / DayMs});
    if (days && filter.untilMs)
        where.add(u"u.day < ?"_s, {*filter.untilMs / DayMs});
    return where;
}

Where ofRows(const QString &organizationId, const CallFilter &filter)
{
    Where where;
    addKinds(where, organizationId, filter);
    if (filter.fromMs)
        where.add(u"u.began_at >= ?"_s, {*filter.fromMs});
    if (filter.untilMs)
        where.add(u"u.began_at < ?"_s, {*filter.untilMs});
    return where;
}

void addTexts(Where &where, const CallFilter &filter, store::Engine engine)
{
    if (!filter.phoneNumber.isEmpty())
        where.add(u"(u.from_number = ? OR u.to_number = ?)"_s, {filter.phoneNumber, filter.phoneNumber});
    if (const QString needle = identity::folded(filter.search); !needle.isEmpty())
        where.add(engine == store::Engine::Sqlite ? u"instr(u.search_text, ?) > 0"_s
                                                  : u"strpos(u.search_text, ?) > 0"_s,
                  {needle});
}
}
