// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/agents/agentdraft.h"
#include "server/identity/identitysettings.h"
#include "server/store/connection.h"
#include "server/vault/vault.h"

#include <functional>

namespace agents
{
/// Whose agents: the organisation's, or one user's within it.
struct Owner {
    QString organizationId;
    QString userId = {}; ///< empty: of the whole organisation
};

/// Looks at the row as it is before a change; an Error stops the change. Empty: always.
using Precondition = std::function<Result<Done>(const AgentRow &)>;

/// The rows of `agents`. On the connection's thread; changes belong on the writer's connection.
class AgentStore
{
public:
    AgentStore(store::Connection &connection, vault::Vault &vault)
        : m_connection(connection)
        , m_vault(vault)
    {
    }

    Result<AgentRow> byId(const Owner &owner, const QString &id); ///< ResourceNotFound
    /// Wherever it is, with its organisation's name and its user's address. For platform administrators.
    Result<AgentRow> anywhere(const QString &id);
    // As these, for who will change the row: nobody else does until the transaction ends. Also what `check` says.
    Result<AgentRow> forChange(const Owner &owner, const QString &id, const Precondition &check = {});
    Result<AgentRow> forChangeAnywhere(const QString &id, const Precondition &check = {});

    /// AgentLimitExceeded when the user has as many as the user's own limit, or the tier's, allows; without `limits` any
    /// number is allowed.
    Result<AgentRow> insert(const QString &organizationId, const QString &userId, const AgentDraft &draft,
                            const identity::IdentitySettings *limits, qint64 nowMs);
    /// Of a row for change. ValidationError as draft() says.
    Result<AgentRow> update(const AgentRow &before, const providers::Registry &registry, const QJsonObject &body,
                            Method method, qint64 nowMs);
    Result<Done> remove(const AgentRow &row); ///< for change

    /// A secret of an agent by its path ("llm_provider_config.api_key"). ResourceNotFound: it has none.
    Result<vault::Secret> secret(const QString &organizationId, const QString &id, const QString &path);

private:
    Result<Done> keepSecrets(const QString &organizationId, const QString &id, const AgentDraft &draft);

    store::Connection &m_connection;
    vault::Vault &m_vault;
};
}
