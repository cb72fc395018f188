// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentanswers.h"

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
void writeMembers(api::JsonWriter &json, const AgentRow &row)
{
    const AgentSettings &s = row.settings;
    json.member("id"_L1, row.id)
        .member("organization_id"_L1, row.organizationId)
        .member("user_id"_L1, row.userId)
        .member("name"_L1, s.name)
        .member("description"_L1, s.description)
        .member("phone_number"_L1, s.phoneNumber)
        .member("status"_L1, s.active ? "active"_L1 : "inactive"_L1)
        .member("llm_provider"_L1, s.llmProvider)
        .member("llm_provider_config"_L1, QJsonValue(s.llmConfig))
        .member("system_prompt"_L1, s.systemPrompt)
        .member("tts_settings"_L1, QJsonValue(s.tts))
        .member("stt_settings"_L1, QJsonValue(s.stt))
        .member("interruption_settings"_L1, QJsonValue(s.interruption))
        .member("first_message"_L1, s.firstMessage)
        .member("idle_message"_L1, s.idleMessage)
        .member("idle_timeout"_L1, s.idleTimeout)
        .member("max_idle_messages"_L1, s.maxIdleMessages)
        .member("end_call_message"_L1, s.endCallMessage)
        .member("max_call_duration"_L1, s.maxCallDuration)
        .member("created_at"_L1, row.createdAt)
        .member("updated_at"_L1, row.updatedAt);
}
}

void writeAgent(api::JsonWriter &json, const AgentRow &row)
{
    json.beginObject();
    writeMembers(json, row);
    json.endObject();
}

void writeAdminAgent(api::JsonWriter &json, const AgentRow &row)
{
    json.beginObject();
    writeMembers(json, row);
    json.member("organization_name"_L1, row.organizationName).member("user_email"_L1, row.userEmail).endObject();
}

QByteArray agentJson(const AgentRow &row)
{
    api::JsonWriter json;
    writeAgent(json, row);
    return json.take();
}

QByteArray adminAgentJson(const AgentRow &row)
{
    api::JsonWriter json;
    writeAdminAgent(json, row);
    return json.take();
}
}
