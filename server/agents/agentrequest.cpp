// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentrequest.h"

#include "server/api/entitytag.h"
#include "server/identity/later.h"

using namespace Qt::StringLiterals;

namespace agents
{
using api::Answer;
using api::Outcome;
using identity::KeysetList;
using identity::later;

AgentFilter filterIn(const QJsonObject &query)
{
    AgentFilter filter{.llmProvider = query["llm_provider"_L1].toString(), .search = query["search"_L1].toString()};
    if (query.contains("status"_L1))
        filter.active = query["status"_L1].toString() == "active"_L1;
    return filter;
}

Result<Listing> listingIn(const QJsonObject &query)
{
    Listing listing{.sort = KeysetList::sortOr(agentTable(), query["sort"_L1].toString()), .page = {}};
    const auto page = api::pageFrom(query, listing.sort, 2);
    if (!page)
        return page.error();
    listing.page = *page;
    return listing;
}

Outcome listed(const Result<AgentPage> &page, void (*write)(api::JsonWriter &, const AgentRow &))
{
    if (!page)
        return page.error();
    api::JsonWriter json;
    json.beginArray();
    for (const AgentRow &row : page->rows)
        write(json, row);
    return Answer{.json = json.endArray().take(), .pagination = page->pagination};
}

Outcome shown(const Result<AgentRow> &row, Encode encode)
{
    return row ? Outcome(Answer{.json = encode(*row)}) : Outcome(row.error());
}

api::HandlerResult changed(const AgentsPtr &agents, const QFuture<Result<AgentRow>> &row, Encode encode, int status)
{
    return later<Outcome>(row, &agents->scope, [encode, status](const Result<AgentRow> &done) -> Outcome {
        if (!done)
            return done.error();
        Answer answer{.status = status, .json = encode(*done)};
        answer.headers.add("ETag", api::entityTag(answer.json));
        return answer;
    });
}

api::HandlerResult removed(const AgentsPtr &agents, const QFuture<Result<Done>> &done, const QString &id)
{
    return later<Outcome>(done, &agents->scope, [id](const Result<Done> &gone) -> Outcome {
        if (!gone)
            return gone.error();
        api::JsonWriter json;
        json.beginObject().member("id"_L1, id).member("deleted"_L1, true).endObject();
        return Answer{.json = json.take()};
    });
}

Precondition unchangedSince(const api::CallPtr &call, Encode encode)
{
    return [call, encode](const AgentRow &row) { return api::requireMatch(*call, encode(row)); };
}
}
