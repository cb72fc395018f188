// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentstore.h"

#include "server/identity/ids.h"
#include "server/identity/userrow.h"
#include "server/store/rowlock.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
QString statusOf(const AgentSettings &settings) { return settings.active ? u"active"_s : u"inactive"_s; }

vault::Place placeOf(const QString &organizationId, const QString &id)
{
    return {.organizationId = organizationId, .owner = u"agents"_s, .rowId = id};
}

/// Every settable column in the order of `SettingColumns`.
QVariantList settingValues(const AgentSettings &s)
{
    return {s.name,           identity::folded(s.name), s.description,  s.phoneNumber,     statusOf(s),
            s.llmProvider,    compact(s.llmConfig),     compact(s.tts), compact(s.stt),    compact(s.interruption),
            s.systemPrompt,   s.firstMessage,           s.idleMessage,  s.maxIdleMessages, s.idleTimeout,
            s.endCallMessage, s.maxCallDuration,        searchText(s)};
}

const QStringList SettingColumns{u"name"_s,
                                 u"sort_name"_s,
                                 u"description"_s,
                                 u"phone_number"_s,
                                 u"status"_s,
                                 u"llm_provider"_s,
                                 u"llm_provider_config"_s,
                                 u"tts_settings"_s,
                                 u"stt_settings"_s,
                                 u"interruption_settings"_s,
                                 u"system_prompt"_s,
                                 u"first_message"_s,
                                 u"idle_message"_s,
                                 u"max_idle_messages"_s,
                                 u"idle_timeout"_s,
                                 u"end_call_message"_s,
                                 u"max_call_duration"_s,
                                 u"search_text"_s};

Error limitReached(qint64 limit)
{
    return {.code = ErrorCode::AgentLimitExceeded,
            .message = u"Agent limit reached: %1 of %1. Please upgrade your plan."_s.arg(limit)};
}

/// Whether the user may have one more. On PostgreSQL the row stays locked until the insert is committed.
Result<Done> checkLimit(store::Connection &connection, const QString &organizationId, const QString &userId,
                        const identity::IdentitySettings &settings)
{
    auto rows = connection.query(
        u"SELECT tier, max_agents, agent_count FROM users WHERE organization_id = ? AND id = ?"_s
            + store::forUpdate(connection),
        {organizationId, userId});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    const Tier tier = tierFromWire(rows->text(0)).value_or(Tier::Free);
    const qint64 limit = rows->isNull(1) ? settings.limitsOf(tier).maxAgents : rows->integer(1);
    return rows->integer(2) < limit ? Result<Done>(Done{}) : limitReached(limit);
}

Result<AgentRow> checked(const Result<AgentRow> &row, const Precondition &check)
{
    if (!row || !check)
        return row;
    const auto passed = check(*row);
    return passed ? row : Result<AgentRow>(passed.error());
}
}

Result<AgentRow> AgentStore::byId(const Owner &owner, const QString &id)
{
    QString sql = u"SELECT "_s % AgentColumns % u" FROM agents u WHERE u.organization_id = ? AND u.id = ?"_s;
    QVariantList bindings{owner.organizationId, id};
    if (!owner.userId.isEmpty()) {
        sql += u" AND u.user_id = ?"_s;
        bindings << owner.userId;
    }
    auto rows = m_connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return readAgent(*rows);
}

Result<AgentRow> AgentStore::anywhere(const QString &id)
{
    auto rows = m_connection.query(
        u"SELECT "_s % AgentColumns
            % u", COALESCE(o.name, ''), COALESCE(w.email, '') FROM agents u "
              "LEFT JOIN organizations o ON o.id = u.organization_id LEFT JOIN users w ON w.id = u.user_id "
              "WHERE u.id = ?"_s,
        {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    AgentRow row = readAgent(*rows);
    row.organizationName = rows->text(AgentColumnCount);
    row.userEmail = rows->text(AgentColumnCount + 1);
    return row;
}

Result<AgentRow> AgentStore::insert(const QString &organizationId, const QString &userId, const AgentDraft &draft,
                                    const identity::IdentitySettings *limits, qint64 nowMs)
{
    if (limits) {
        if (const auto allowed = checkLimit(m_connection, organizationId, userId, *limits); !allowed)
            return allowed.error();
    }
    const QString id = identity::newId("agent"_L1, nowMs);
    const QString marks = QStringList(SettingColumns.size() + 5, u"?"_s).join(u", "_s);
    const auto made
        = m_connection.execute(u"INSERT INTO agents (id, organization_id, user_id, created_at, updated_at, "_s
                                   % SettingColumns.join(u", "_s) % u") VALUES ("_s % marks % u")"_s,
                               QVariantList{id, organizationId, userId, nowMs, nowMs} + settingValues(draft.settings));
    if (!made)
        return made.error();
    if (const auto kept = keepSecrets(organizationId, id, draft); !kept)
        return kept.error();
    return byId({.organizationId = organizationId}, id);
}

Result<AgentRow> AgentStore::forChange(const Owner &owner, const QString &id, const Precondition &check)
{
    const auto locked = store::lockRow(m_connection, "agents"_L1, id);
    return locked ? checked(byId(owner, id), check) : locked.error();
}

Result<AgentRow> AgentStore::forChangeAnywhere(const QString &id, const Precondition &check)
{
    const auto locked = store::lockRow(m_connection, "agents"_L1, id);
    return locked ? checked(anywhere(id), check) : locked.error();
}

Result<AgentRow> AgentStore::update(const AgentRow &before, const providers::Registry &registry,
                                    const QJsonObject &body, Method method, qint64 nowMs)
{
    const auto made = draft(registry, before.settings, body, method);
    if (!made)
        return made.error();
    if (made->freshSecrets.isEmpty() && made->settings == before.settings)
        return before;
    const auto written = m_connection.execute(
        u"UPDATE agents SET "_s % SettingColumns.join(u" = ?, "_s)
            % u" = ?, revision = revision + 1, updated_at = ? WHERE organization_id = ? AND id = ?"_s,
        settingValues(made->settings) + QVariantList{nowMs, before.organizationId, before.id});
    if (!written)
        return written.error();
    if (const auto kept = keepSecrets(before.organizationId, before.id, *made); !kept)
        return kept.error();
    return byId({.organizationId = before.organizationId}, before.id);
}

Result<Done> AgentStore::remove(const AgentRow &row)
{
    const auto gone = m_connection.execute(u"DELETE FROM agents WHERE organization_id = ? AND id = ?"_s,
                                           {row.organizationId, row.id});
    if (!gone)
        return gone.error();
    return Done{};
}

Result<Done> AgentStore::keepSecrets(const QString &organizationId, const QString &id, const AgentDraft &draft)
{
    const vault::Place place = placeOf(organizationId, id);
    QJsonObject secrets;
    if (!draft.keptSecrets.isEmpty()) {
        const auto stored = m_vault.get(m_connection, place);
        if (!stored)
            return stored.error();
        const QJsonObject had = QJsonDocument::fromJson(stored->view().toByteArray()).object();
        for (const QString &path : draft.keptSecrets)
            secrets.insert(path, had[path]);
    }
    for (auto it = draft.freshSecrets.begin(); it != draft.freshSecrets.end(); ++it)
        secrets.insert(it.key(), it.value());
    if (secrets.isEmpty())
        return m_vault.remove(m_connection, place);
    return m_vault.put(m_connection, place, QJsonDocument(secrets).toJson(QJsonDocument::Compact));
}

Result<vault::Secret> AgentStore::secret(const QString &organizationId, const QString &id, const QString &path)
{
    const auto stored = m_vault.get(m_connection, placeOf(organizationId, id));
    if (!stored)
        return stored.error();
    const QJsonValue value = QJsonDocument::fromJson(stored->view().toByteArray()).object()[path];
    if (!value.isString())
        return ErrorCode::ResourceNotFound;
    return vault::Secret(value.toString().toUtf8());
}
}
