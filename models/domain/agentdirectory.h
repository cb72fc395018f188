// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agent.h"
#include "models/domain/money.h"
#include "models/domain/page.h"
#include "models/domain/settingcatalog.h"
#include "models/domain/tagged.h"

/// One turn of a conversation with an agent.
struct ChatTurn {
    bool fromAgent = false;
    QString text;
};

/// What an agent answered and what it took. What the server does not say is empty.
struct ChatReply {
    QString text;
    QString model = {};
    std::optional<qint64> inputTokens = {};
    std::optional<qint64> outputTokens = {};
    std::optional<Money> cost = {};
    std::optional<qint64> latencyMs = {};
};

/// The agents of the platform. Implemented by services/api and by the tests. GUI thread.
/// Filters: "search", "organization_id", "user_id", "llm_provider", "status" ("active", "inactive"). Sort: "name",
/// "created_at", "updated_at". `members` are the API's, and only they are set or changed.
/// Errors of a change: ValidationError (details name members by dotted paths), PreconditionFailed (`etag` is stale),
/// ResourceConflict, AgentLimitExceeded, Forbidden.
class AgentDirectory : public PageSource<Agent>
{
public:
    virtual QFuture<Result<Tagged<Agent>>> get(const QString &id) = 0;
    /// In the organisation of who asks.
    virtual QFuture<Result<Tagged<Agent>>> create(const QJsonObject &members) = 0;
    virtual QFuture<Result<Tagged<Agent>>> update(const QString &id, const QJsonObject &members, const QByteArray &etag)
        = 0;
    virtual QFuture<Result<Tagged<Agent>>> setActive(const QString &id, bool active) = 0;
    virtual QFuture<Result<Done>> remove(const QString &id) = 0;
    virtual QFuture<Result<SettingCatalog>> catalog() = 0;
    /// How many agents who asks has, of those a limit allows.
    virtual QFuture<Result<qint64>> ownCount() = 0;
    /// Says the last of `turns`, the person's, to the agent, at the cost of its organisation. ResourceNotFound or
    /// RouteNotFoundForVersion: the server cannot do this.
    virtual QFuture<Result<ChatReply>> say(const QString &id, const QList<ChatTurn> &turns) = 0;
};
