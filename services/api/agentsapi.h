// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agentdirectory.h"
#include "services/api/apirequest.h"

class ApiClient;

/// /api/v2/admin/agents; agents are made through /api/v2/assistants and tried through /api/v2/agents. `client` outlives
/// it.
class AgentsApi : public AgentDirectory
{
public:
    explicit AgentsApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<Page<Agent>>> fetch(const PageQuery &query) override;
    QFuture<Result<Tagged<Agent>>> get(const QString &id) override;
    QFuture<Result<Tagged<Agent>>> create(const QJsonObject &members) override;
    QFuture<Result<Tagged<Agent>>> update(const QString &id, const QJsonObject &members,
                                          const QByteArray &etag) override;
    QFuture<Result<Tagged<Agent>>> setActive(const QString &id, bool active) override;
    QFuture<Result<Done>> remove(const QString &id) override;
    QFuture<Result<SettingCatalog>> catalog() override;
    QFuture<Result<qint64>> ownCount() override;
    QFuture<Result<ChatReply>> say(const QString &id, const QList<ChatTurn> &turns) override;

    static ApiRequest listRequest(const PageQuery &query);
    static ApiRequest getRequest(const QString &id);

private:
    ApiClient &m_client;
};
