// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/agentsapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/agents"_s;
const QString OwnPath = u"/api/v2/assistants"_s;

QString pathOf(const QString &id) { return Path + u'/' + pathSegment(id); }

Result<Agent> agentFrom(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    if (text("id"_L1).isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an agent"_s};
    return Agent{.id = text("id"_L1),
                 .organizationId = text("organization_id"_L1),
                 .organizationName = text("organization_name"_L1),
                 .userId = text("user_id"_L1),
                 .userEmail = text("user_email"_L1),
                 .name = text("name"_L1),
                 .description = text("description"_L1),
                 .phoneNumber = text("phone_number"_L1),
                 .llmProvider = text("llm_provider"_L1),
                 .model = object.value("llm_provider_config"_L1).toObject().value("model"_L1).toString(),
                 .active = object.value("status"_L1).toString(u"active"_s) == "active"_L1,
                 .createdAt = decode::time(object.value("created_at"_L1)),
                 .updatedAt = decode::time(object.value("updated_at"_L1)),
                 .members = object};
}

Result<Page<Agent>> decodePage(const ApiAnswer &answer)
{
    return decode::page<Agent>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), agentFrom);
}

Result<Tagged<Agent>> decodeTagged(const ApiAnswer &answer)
{
    const Result<Agent> agent = agentFrom(decode::data(answer));
    if (!agent)
        return agent.error();
    return Tagged<Agent>{*agent, answer.etag};
}

SettingField::Kind kindOf(const QJsonObject &field)
{
    using Kind = SettingField::Kind;
    const QString type = field.value("type"_L1).toString();
    if (field.value("secret"_L1).toBool())
        return Kind::Secret;
    if (!field.value("choices"_L1).toArray().isEmpty())
        return Kind::Choice;
    if (type == "boolean"_L1)
        return Kind::Flag;
    if (type == "integer"_L1)
        return Kind::Integer;
    if (type == "number"_L1)
        return Kind::Decimal;
    return field.value("multiline"_L1).toBool() ? Kind::LongText : Kind::Text;
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

SettingField fieldFrom(const QJsonObject &object)
{
    SettingField field{.key = object.value("name"_L1).toString(), .label = object.value("label"_L1).toString()};
    field.label = field.label.isEmpty() ? field.key : field.label;
    field.help = object.value("help"_L1).toString();
    field.kind = kindOf(object);
    field.minimum = number(object.value("min"_L1));
    field.maximum = number(object.value("max"_L1));
    field.step = number(object.value("step"_L1));
    field.standard = object.value("default"_L1);
    field.required = object.value("required"_L1).toBool();
    field.maxLength = object.value("max_length"_L1).toInt();
    for (const auto &value : object.value("choices"_L1).toArray()) {
        const QJsonObject choice = value.toObject();
        field.choices.append({.value = choice.value("value"_L1),
                              .label = choice.value("label"_L1).toString(),
                              .deprecated = choice.value("deprecated"_L1).toBool()});
    }
    return field;
}

QList<SettingField> fieldsIn(const QJsonObject &object)
{
    QList<SettingField> fields;
    for (const auto &value : object.value("fields"_L1).toArray()) {
        SettingField field = fieldFrom(value.toObject());
        if (!field.key.isEmpty())
            fields.append(std::move(field));
    }
    return fields;
}

SettingGroup groupFrom(const QJsonObject &object)
{
    SettingGroup group{.key = object.value("path"_L1).toString(),
                       .providerKey = object.value("provider_field"_L1).toString(),
                       .title = object.value("label"_L1).toString()};
    group.name = object.value("name"_L1).toString(group.key);
    group.standardProvider = object.value("default_provider"_L1).toString();
    group.fields = fieldsIn(object);
    for (const auto &value : object.value("providers"_L1).toArray()) {
        const QJsonObject provider = value.toObject();
        const QString id = provider.value("name"_L1).toString();
        group.providers.append({id, provider.value("label"_L1).toString(id), fieldsIn(provider)});
    }
    return group;
}

Result<SettingCatalog> decodeCatalog(const ApiAnswer &answer)
{
    SettingCatalog catalog;
    for (const auto &value : decode::data(answer).value("groups"_L1).toArray())
        catalog.groups.append(groupFrom(value.toObject()));
    return catalog;
}

Result<qint64> decodeCount(const ApiAnswer &answer)
{
    const QJsonValue count = decode::data(answer).value("count"_L1);
    if (!count.isDouble())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a count"_s};
    return count.toInteger();
}

std::optional<qint64> whole(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Result<ChatReply> decodeReply(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    const QJsonObject usage = object.value("usage"_L1).toObject();
    const QJsonValue text = object.value("message"_L1).toObject().value("content"_L1);
    if (!text.isString())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an agent's answer"_s};
    return ChatReply{.text = text.toString(),
                     .model = object.value("model"_L1).toString(),
                     .inputTokens = whole(usage.value("input_tokens"_L1)),
                     .outputTokens = whole(usage.value("output_tokens"_L1)),
                     .cost = decode::money(object.value("cost"_L1)),
                     .latencyMs = whole(object.value("latency_ms"_L1))};
}
}

ApiRequest AgentsApi::listRequest(const PageQuery &query) { return {.path = Path, .query = toParameters(query)}; }

ApiRequest AgentsApi::getRequest(const QString &id) { return {.path = pathOf(id)}; }

QFuture<Result<Page<Agent>>> AgentsApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query), decodePage);
}

QFuture<Result<Tagged<Agent>>> AgentsApi::get(const QString &id)
{
    ApiRequest request = getRequest(id);
    request.fresh = true; // what is about to be edited
    return m_client.fetch(request, decodeTagged);
}

QFuture<Result<Tagged<Agent>>> AgentsApi::create(const QJsonObject &members)
{
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = OwnPath, .body = members, .sensitive = true},
                          decodeTagged);
}

QFuture<Result<Tagged<Agent>>> AgentsApi::update(const QString &id, const QJsonObject &members, const QByteArray &etag)
{
    return m_client.fetch(
        {.method = ApiRequest::Method::Patch, .path = pathOf(id), .body = members, .ifMatch = etag, .sensitive = true},
        decodeTagged);
}

QFuture<Result<Tagged<Agent>>> AgentsApi::setActive(const QString &id, bool active)
{
    const QJsonObject members{{u"status"_s, active ? u"active"_s : u"inactive"_s}};
    return m_client.fetch({.method = ApiRequest::Method::Patch, .path = pathOf(id), .body = members}, decodeTagged);
}

QFuture<Result<Done>> AgentsApi::remove(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = pathOf(id)},
                          [](const ApiAnswer &) { return Result<Done>(Done{}); });
}

QFuture<Result<SettingCatalog>> AgentsApi::catalog()
{
    return m_client.fetch({.path = OwnPath + u"/providers"_s}, decodeCatalog);
}

QFuture<Result<qint64>> AgentsApi::ownCount()
{
    return m_client.fetch({.path = OwnPath + u"/count"_s, .query = {{u"my_assistants_only"_s, u"true"_s}}},
                          decodeCount);
}

QFuture<Result<ChatReply>> AgentsApi::say(const QString &id, const QList<ChatTurn> &turns)
{
    QJsonArray messages;
    for (const ChatTurn &turn : turns) {
        if (turn.fromAgent && messages.isEmpty())
            continue; // a greeting: not every provider takes a conversation that the agent begins
        messages.append(
            QJsonObject{{u"role"_s, turn.fromAgent ? u"assistant"_s : u"user"_s}, {u"content"_s, turn.text}});
    }
    return m_client.fetch({.method = ApiRequest::Method::Post,
                           .path = u"/api/v2/agents/"_s + pathSegment(id) + u"/messages"_s,
                           .body = QJsonObject{{u"messages"_s, messages}},
                           .timeout = std::chrono::milliseconds(90'000)},
                          decodeReply);
}
