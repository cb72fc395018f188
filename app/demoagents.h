// SPDX-License-Identifier: GPL-3.0-or-later
// Invented agents and calls, the same in every run, for screenshots.
#pragma once

#include "models/domain/agentdirectory.h"
#include "models/domain/call.h"

Agent demoAgent(int i);

class DemoAgents : public AgentDirectory
{
public:
    DemoAgents();
    QFuture<Result<Page<Agent>>> fetch(const PageQuery &query) override;
    QFuture<Result<Tagged<Agent>>> get(const QString &id) override;
    QFuture<Result<Tagged<Agent>>> create(const QJsonObject &members) override;
    /// Always overtaken by somebody else, to show both versions.
    QFuture<Result<Tagged<Agent>>> update(const QString &id, const QJsonObject &members,
                                          const QByteArray &etag) override;
    QFuture<Result<Tagged<Agent>>> setActive(const QString &id, bool active) override;
    QFuture<Result<Done>> remove(const QString &id) override;
    QFuture<Result<SettingCatalog>> catalog() override;
    QFuture<Result<qint64>> ownCount() override;
    QFuture<Result<ChatReply>> say(const QString &id, const QList<ChatTurn> &turns) override;

private:
    QList<Agent> m_agents;
};

class DemoCalls : public CallLog
{
public:
    QFuture<Result<Page<Call>>> fetch(const PageQuery &query) override;
    QFuture<Result<Call>> get(const QString &id) override;
};
