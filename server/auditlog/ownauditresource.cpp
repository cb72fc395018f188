// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditanswers.h"
#include "server/auditlog/auditlist.h"
#include "server/auditlog/auditlogroutes.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace auditlog
{
namespace
{
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;

HandlerResult list(const AuditLogContext &context, const CallPtr &call)
{
    const QString sort = identity::KeysetList::sortOr(entryTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    auto filter = filterIn(call->query);
    if (!filter)
        return Outcome(filter.error());
    const QString &userId = call->principal->userId;
    filter->ownOf = userId;
    const auto found = listEntries(context.reads, *filter, sort, *page);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const audit::Entry &entry : found->rows)
        writeOwnEntry(json, entry, userId);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = found->pagination});
}
}

QList<api::Route> ownAuditRoutes(AuditLogContext &context)
{
    return {{.method = http::Method::Get,
             .path = "/auth/audit",
             .access = api::Access::User,
             .summary = "What happened to the account of the user who asks, and what that user did; newest first.",
             .handle = [&context](const CallPtr &call) { return list(context, call); },
             .versions = {api::Version::V2},
             .query = api::pagedQuery(OwnFilterParameters + ',' + identity::KeysetList::sortParameter(entryTable())),
             .answer = identity::listOf("OwnAuditEntry"),
             .tag = "auth"}};
}
}
