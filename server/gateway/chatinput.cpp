// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/chatinput.h"

#include "server/api/schemalibrary.h"
#include "server/gateway/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
constexpr char Messages[] = R"({"type":"array","minItems":1,"maxItems":1000,"items":{
    "type":"object","required":["role","content"],"properties":{
    "role":{"type":"string","enum":["system","developer","user","assistant"]},"name":{"type":"string","maxLength":64},
    "content":{"type":["string","array"],"description":"Text, or a list of {type: text, text}"}},
    "additionalProperties":false}})";

Error invalid(const QString &field, const QString &reason)
{
    return {.code = ErrorCode::ValidationError, .details = {{field, reason}}};
}

/// Text, or OpenAI's list of parts of which only text is understood.
std::optional<QString> textOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue part : content.toArray()) {
        if (part["type"_L1].toString() != "text"_L1 || !part["text"_L1].isString())
            return {};
        text += part["text"_L1].toString();
    }
    return text;
}

/// What a parameter of OpenAI's may be here: what changes nothing. Clients send it with all of theirs.
struct NeutralParameter {
    QLatin1StringView name;
    QJsonValue value; ///< besides null
    bool isPenalty = false; ///< any is passed on to a provider whose settings have it
};

const std::array<NeutralParameter, 10> &neutralParameters()
{
    static const std::array<NeutralParameter, 10> all{{{"n"_L1, 1},
                                                       {"presence_penalty"_L1, 0, true},
                                                       {"frequency_penalty"_L1, 0, true},
                                                       {"logit_bias"_L1, QJsonObject()},
                                                       {"logprobs"_L1, false},
                                                       {"response_format"_L1, QJsonObject{{u"type"_s, u"text"_s}}},
                                                       {"tools"_L1, QJsonArray()},
                                                       {"tool_choice"_L1, u"none"_s},
                                                       {"functions"_L1, QJsonArray()},
                                                       {"store"_L1, false}}};
    return all;
}

bool offers(const providers::Section &section, QLatin1StringView setting)
{
    return std::ranges::any_of(section.fields, [&](const providers::Field &field) { return field.name == setting; });
}

QByteArray jsonOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

std::optional<double> numberIn(const QJsonObject &object, QLatin1StringView name)
{
    return object[name].isDouble() ? std::optional(object[name].toDouble()) : std::nullopt;
}

std::optional<int> wholeIn(const QJsonObject &object, QLatin1StringView name)
{
    return object[name].isDouble() ? std::optional(object[name].toInt()) : std::nullopt;
}

template<typename T>
void take(std::optional<T> &target, const std::optional<T> &said)
{
    if (said)
        target = said;
}

void takeParameters(ChatRequest &request, const QJsonObject &from)
{
    take(request.temperature, numberIn(from, "temperature"_L1));
    take(request.topP, numberIn(from, "top_p"_L1));
    take(request.topK, wholeIn(from, "top_k"_L1));
    take(request.frequencyPenalty, numberIn(from, "frequency_penalty"_L1));
    take(request.presencePenalty, numberIn(from, "presence_penalty"_L1));
    take(request.maxTokens, wholeIn(from, "max_tokens"_L1));
    take(request.maxTokens, wholeIn(from, "max_completion_tokens"_L1));
}
}

api::Schema agentMessageBody()
{
    return R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{
        "message":{"type":"string","minLength":1,"maxLength":200000,"description":"What the user says; or messages"},
        "messages":)"
        + QByteArray(Messages) + R"(,
        "stream":{"type":"boolean","default":false,"description":"Answer by server-sent events: delta, then done"}}})";
}

api::Schema completionBody()
{
    QByteArray schema = R"({"type":"object","additionalProperties":false,"required":["model","messages"],"properties":{
        "model":{"type":"string","minLength":1,"maxLength":200,
        "description":"A model, a provider and its model (openai/gpt-4o-mini), or the id of an agent"},
        "messages":)"
        + QByteArray(Messages) + R"(,"stream":{"type":"boolean","default":false},
        "stream_options":{"type":["object","null"]},"temperature":{"type":["number","null"],"minimum":0,"maximum":2},
        "top_p":{"type":["number","null"],"minimum":0,"maximum":1},
        "max_tokens":{"type":["integer","null"],"minimum":1,"maximum":1000000},
        "max_completion_tokens":{"type":["integer","null"],"minimum":1,"maximum":1000000},
        "stop":{"type":["string","array","null"],"maxItems":4,"items":{"type":"string"}},
        "seed":{"type":["integer","null"],
        "description":"Passed on to providers that speak OpenAI's language, else ignored"},
        "user":{"type":"string","maxLength":200})";
    for (const NeutralParameter &one : neutralParameters()) {
        schema += ",\"" + QByteArray(one.name.data(), one.name.size()) + "\":{";
        if (one.isPenalty)
            schema += R"("type":["number","null"],"minimum":-2,"maximum":2,
                "description":"Of providers whose settings have it; of others only null or 0"})";
        else
            schema += "\"description\":\"Only null or " + jsonOf(one.value).replace('"', '\'') + "\"}";
    }
    return schema + "}}";
}

Result<Done> neutralOnly(const QJsonObject &body, const providers::Section &section)
{
    Error error{.code = ErrorCode::ValidationError};
    for (const auto &[name, value, isPenalty] : neutralParameters()) {
        const QJsonValue said = body.value(name);
        if (isPenalty && offers(section, name))
            continue;
        if (!said.isUndefined() && !said.isNull() && said != value)
            error.details.insert(
                name,
                u"%1 other than %2 is not supported"_s.arg(api::fieldLabel(name), QString::fromUtf8(jsonOf(value))));
    }
    if (!error.details.isEmpty())
        return error;
    return Done{};
}

Result<ChatRequest> withMessages(ChatRequest request, const QJsonObject &body)
{
    const bool many = body.contains("messages"_L1);
    if (many == body.contains("message"_L1))
        return invalid(u"message"_s, many ? u"is given besides messages"_s : u"Message or messages is needed"_s);
    if (!many)
        request.messages << ChatMessage{u"user"_s, body["message"_L1].toString()};
    const QJsonArray messages = body["messages"_L1].toArray();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString role = messages[i]["role"_L1].toString();
        const auto text = textOf(messages[i]["content"_L1]);
        if (!text || text->isEmpty())
            return invalid(u"messages.%1.content"_s.arg(i), u"must be text that is not empty"_s);
        if (role == "user"_L1 || role == "assistant"_L1)
            request.messages << ChatMessage{role, *text};
        else
            request.system += request.system.isEmpty() ? *text : QString(u"\n\n" % *text);
    }
    if (request.messages.isEmpty() || request.messages.last().role != "user"_L1)
        return invalid(u"messages"_s, u"The last message must be the user's"_s);
    request.stream = body["stream"_L1].toBool();
    return request;
}

ChatRequest withParameters(ChatRequest request, const QJsonObject &body)
{
    takeParameters(request, body);
    if (const QJsonValue seed = body["seed"_L1]; seed.isDouble())
        request.seed = seed.toInteger();
    const QJsonValue stop = body["stop"_L1];
    if (stop.isString())
        request.stop = {stop.toString()};
    for (const QJsonValue word : stop.toArray())
        request.stop << word.toString();
    return request;
}

ChatRequest requestOf(const AgentModel &agent, const providers::Provider &provider)
{
    ChatRequest request{.model = agent.config["model"_L1].toString(), .system = agent.systemPrompt};
    const providers::Section *section = provider.section(providers::Kind::Llm);
    if (request.model.isEmpty() && section)
        request.model = section->defaultModel;
    takeParameters(request, agent.config);
    return request;
}

Result<ModelChoice> modelNamed(const providers::Registry &registry, const QString &name)
{
    const auto has = [&](const providers::Provider &provider, const QString &model) {
        const providers::Section *section = provider.section(providers::Kind::Llm);
        return section && Wire::of(provider.name) && section->model(model);
    };
    // A model's own name may hold a '/': it goes before what reads as provider and model.
    for (const providers::Provider &provider : registry.providers()) {
        if (has(provider, name))
            return ModelChoice{provider.name, name};
    }
    const providers::Provider *provider = registry.provider(name.section(u'/', 0, 0));
    const QString model = name.section(u'/', 1);
    if (provider && has(*provider, model))
        return ModelChoice{provider->name, model};
    return invalid(u"model"_s, u"No provider has a model of this name; GET /v1/models lists them"_s);
}
}
