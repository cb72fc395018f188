// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentrecord.h"

#include "server/agents/agentstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
const QStringList Groups{u"llm_provider_config"_s, u"tts_settings"_s, u"stt_settings"_s, u"interruption_settings"_s};

bool isMask(const QJsonValue &value) { return value.toString().startsWith("****"_L1); }

/// Every setting under the name that requests use; secrets masked.
QJsonObject settingsOf(const AgentSettings &s)
{
    return {{u"name"_s, s.name},
            {u"description"_s, s.description},
            {u"phone_number"_s, s.phoneNumber},
            {u"status"_s, s.active ? u"active"_s : u"inactive"_s},
            {u"llm_provider"_s, s.llmProvider},
            {u"llm_provider_config"_s, s.llmConfig},
            {u"tts_settings"_s, s.tts},
            {u"stt_settings"_s, s.stt},
            {u"interruption_settings"_s, s.interruption},
            {u"system_prompt"_s, s.systemPrompt},
            {u"first_message"_s, s.firstMessage},
            {u"idle_message"_s, s.idleMessage},
            {u"max_idle_messages"_s, s.maxIdleMessages},
            {u"idle_timeout"_s, s.idleTimeout},
            {u"end_call_message"_s, s.endCallMessage},
            {u"max_call_duration"_s, s.maxCallDuration}};
}

QJsonObject auditedFields(const AgentSettings &settings)
{
    QJsonObject fields = settingsOf(settings);
    for (const QString &name : Groups) {
        QJsonObject group = fields[name].toObject();
        for (auto it = group.begin(); it != group.end(); ++it) {
            if (isMask(it.value()))
                it.value() = u"set"_s;
        }
        fields.insert(name, group);
    }
    return fields;
}

/// A secret that was sent anew, though there was one: its mask may look the same.
void markFresh(QJsonObject &fields, const AgentSettings &before, const QJsonObject &body)
{
    const QJsonObject had = settingsOf(before);
    for (const QString &name : Groups) {
        QJsonObject group = fields[name].toObject();
        for (auto it = group.begin(); it != group.end(); ++it) {
            const QJsonValue mask = had[name][it.key()];
            const QString sent = body[name][it.key()].toString();
            if (isMask(mask) && !sent.isEmpty() && sent != mask.toString())
                it.value() = u"changed"_s;
        }
        fields.insert(name, group);
    }
}

audit::Change changeOf(const QString &action, const AgentRow &row)
{
    return {.action = action,
            .targetType = u"agent"_s,
            .targetId = row.id,
            .targetLabel = row.settings.name,
            .organizationId = row.organizationId};
}

bool namesSecret(const QJsonObject &fields)
{
    return std::ranges::any_of(Groups, [&](const QString &name) {
        const QJsonObject group = fields[name].toObject();
        return std::any_of(group.begin(), group.end(),
                           [](const QJsonValue &v) { return v == u"set"_s || v == u"changed"_s; });
    });
}

/// Puts `before` in the place of `after`, also within groups.
void putBack(QJsonObject &fields, const QJsonObject &before, const QJsonObject &after)
{
    for (const QString &name : after.keys()) {
        if (!before.contains(name))
            fields.remove(name);
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it.value().isObject() && after[it.key()].isObject()) {
            QJsonObject inner = fields[it.key()].toObject();
            putBack(inner, it.value().toObject(), after[it.key()].toObject());
            fields.insert(it.key(), inner);
        } else {
            fields.insert(it.key(), it.value());
        }
    }
}

Result<audit::Change> revert(store::Connection &connection, vault::Vault &vault, const providers::Registry &registry,
                             const audit::Entry &entry, qint64 nowMs)
{
    AgentStore agents(connection, vault);
    const auto row = agents.forChange({.organizationId = entry.organizationId}, entry.targetId);
    if (!row)
        return row.error() == ErrorCode::ResourceNotFound ? audit::changedSince() : row.error();
    if (!audit::isStill(auditedFields(row->settings), entry.afterObject()))
        return audit::changedSince();
    QJsonObject body = settingsOf(row->settings);
    putBack(body, entry.beforeObject(), entry.afterObject());
    const auto now = agents.update(*row, registry, body, Method::Replace, nowMs);
    if (!now)
        return now.error();
    audit::Change change = changeOf(entry.action, *now);
    change.before = auditedFields(row->settings);
    change.after = auditedFields(now->settings);
    audit::keepDifferences(change.before, change.after);
    return change;
}
}

Result<Done> recordCreated(store::Connection &connection, const audit::Actor &actor, const AgentRow &row, qint64 nowMs)
{
    audit::Change change = changeOf(u"agent.created"_s, row);
    change.after = auditedFields(row.settings);
    return audit::record(connection, actor, change, nowMs);
}

Result<Done> recordDeleted(store::Connection &connection, const audit::Actor &actor, const AgentRow &row, qint64 nowMs)
{
    audit::Change change = changeOf(u"agent.deleted"_s, row);
    change.before = auditedFields(row.settings);
    return audit::record(connection, actor, change, nowMs);
}

Result<Done> recordUpdated(store::Connection &connection, const audit::Actor &actor, const AgentRow &before,
                           const AgentRow &after, const QJsonObject &body, qint64 nowMs)
{
    audit::Change change = changeOf(u"agent.updated"_s, after);
    change.before = auditedFields(before.settings);
    change.after = auditedFields(after.settings);
    markFresh(change.after, before.settings, body);
    audit::keepDifferences(change.before, change.after);
    if (change.before.isEmpty() && change.after.isEmpty())
        return Done{};
    return audit::record(connection, actor, change, nowMs);
}

audit::Reverter agentReverter(std::shared_ptr<vault::Vault> vault, std::shared_ptr<const providers::Registry> registry)
{
    return {.targetType = u"agent"_s,
            .handles =
                [](const audit::Entry &entry) {
                    return entry.action == "agent.updated"_L1 && !namesSecret(entry.beforeObject())
                        && !namesSecret(entry.afterObject());
                },
            .revert = [vault = std::move(vault), registry = std::move(registry)](
                          store::Connection &connection, const audit::Entry &entry,
                          qint64 nowMs) { return revert(connection, *vault, *registry, entry, nowMs); }};
}
}
