// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentanswers.h"
#include "server/providers/registryanswer.h"

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
const QByteArray Members = R"("id":{"type":"string"},"organization_id":{"type":"string"},"user_id":{"type":"string",
    "description":"Whose it is: who made it, or the organisation's owner once that user is gone"},
    "name":{"type":"string"},"description":{"type":"string"},"phone_number":{"type":"string",
    "description":"E.164, or empty"},"status":{"type":"string","enum":["active","inactive"]},
    "llm_provider":{"type":"string"},"llm_provider_config":{"type":"object",
    "description":"Secrets are masked; a mask that is sent back keeps its secret"},"system_prompt":{"type":"string"},
    "tts_settings":{"type":"object"},"stt_settings":{"type":"object"},"interruption_settings":{"type":"object"},
    "first_message":{"type":"string"},"idle_message":{"type":"string"},
    "idle_timeout":{"type":"integer","description":"Seconds"},"max_idle_messages":{"type":"integer"},
    "end_call_message":{"type":"string"},"max_call_duration":{"type":"integer","description":"Seconds"},
    "created_at":{"$ref":"#/components/schemas/Timestamp"},"updated_at":{"$ref":"#/components/schemas/Timestamp"})";
const QByteArray Required = R"("id","organization_id","user_id","name","description","phone_number","status",
    "llm_provider","llm_provider_config","system_prompt","tts_settings","stt_settings","interruption_settings",
    "first_message","idle_message","idle_timeout","max_idle_messages","end_call_message","max_call_duration","created_at",
    "updated_at")";

QByteArray closed(const QByteArray &required, const QByteArray &properties)
{
    return R"({"type":"object","required":[)" + required + R"(],"additionalProperties":false,"properties":{)"
        + properties + "}}";
}
}

QList<api::Component> agentSchemas()
{
    return {
        {"Agent", closed(Required, Members)},
        {"AdminAgent",
         closed(Required + R"(,"organization_name","user_email")",
                Members + R"(,"organization_name":{"type":"string"},"user_email":{"type":"string"})")},
        {"AgentCount", R"({"type":"object","required":["count"],"additionalProperties":false,
            "properties":{"count":{"type":"integer"}}})"},
        {"AgentDeleted", R"({"type":"object","required":["id","deleted"],"additionalProperties":false,
            "properties":{"id":{"type":"string"},"deleted":{"const":true}}})"},
    };
}

api::Schema agentBody(const providers::Registry &registry, bool needsName)
{
    QByteArray schema = R"({"type":"object","additionalProperties":false,)";
    if (needsName)
        schema += R"("required":["name"],)";
    schema += R"("properties":{"name":{"type":"string","minLength":1,"maxLength":200,"pattern":"\\S"},
        "description":{"type":["string","null"],"maxLength":1000},
        "phone_number":{"type":["string","null"],"title":"Phone number","pattern":"^(\\+[1-9][0-9]{1,14})?$",
        "description":"E.164, or empty"},"status":{"type":"string","enum":["active","inactive"],"default":"active"},
        "llm_provider":{"type":"string","enum":[)"
        + providers::quotedNames(registry.namesOf(providers::Kind::Llm)) + R"(],"default":")"
        + registry.defaultProvider(providers::Kind::Llm).toUtf8() + "\"}";
    for (const providers::Group &group : registry.groups()) {
        if (group.path().isEmpty())
            schema += ',' + providers::fieldProperties(group);
        else
            schema += ",\"" + group.name.toUtf8() + "\":" + providers::groupSchema(registry, group);
    }
    return schema + "}}";
}

QByteArray agentFilters(const providers::Registry &registry)
{
    return R"("search":{"type":"string","maxLength":200,"description":"In name, phone number and description"},
        "status":{"type":"string","enum":["active","inactive"]},"llm_provider":{"type":"string","enum":[)"
        + providers::quotedNames(registry.namesOf(providers::Kind::Llm)) + "]},";
}
}
