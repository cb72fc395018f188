// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacyparts.h"

#include "server/agents/agentanswers.h"
#include "server/agents/agentstore.h"
#include "server/api/schemalibrary.h"

using namespace Qt::StringLiterals;

legacy::AgentCheck legacyAgentCheck(std::shared_ptr<const providers::Registry> registry)
{
    const auto schema = api::SchemaLibrary().compile(agents::agentBody(*registry, true));
    if (!schema) // the same one that the routes are made with
        return [](const QJsonObject &) { return QMap<QString, QString>{{QString(), u"cannot be looked at"_s}}; };
    return [registry, schema = *schema](const QJsonObject &body) -> QMap<QString, QString> {
        const auto complaints = schema->check(api::JsonDocument::fromObject(body));
        if (!complaints.isEmpty())
            return complaints;
        const auto draft = agents::draft(*registry, {.name = {}}, body, agents::Method::Create);
        return draft ? QMap<QString, QString>() : draft.error().details;
    };
}

legacy::AgentWork legacyAgents(std::shared_ptr<vault::Vault> vault, std::shared_ptr<const providers::Registry> registry)
{
    const auto make
        = [vault, registry](store::Connection &connection, const QString &organizationId, const QString &userId,
                            const QJsonObject &body, qint64 nowMs) -> Result<QString> {
        const auto draft = agents::draft(*registry, {.name = {}}, body, agents::Method::Create);
        if (!draft)
            return draft.error();
        const auto made = agents::AgentStore(connection, *vault).insert(organizationId, userId, *draft, nullptr, nowMs);
        return made ? Result<QString>(made->id) : made.error();
    };
    return {.check = legacyAgentCheck(registry), .make = make};
}
