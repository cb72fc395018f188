// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/registryanswer.h"

#include "server/api/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
void writeChoices(api::JsonWriter &json, const Field &field, const Section *section)
{
    json.key("choices"_L1).beginArray();
    for (const QJsonValue &choice : field.choices) {
        const Model *model
            = section && field.choicesFrom == Field::Source::Models ? section->model(choice.toString()) : nullptr;
        const Voice *voice
            = section && field.choicesFrom == Field::Source::Voices ? section->voice(choice.toString()) : nullptr;
        const QString label = model ? model->label
            : voice                 ? voice->label
            : choice.isString()     ? choice.toString()
                                    : choice.toVariant().toString();
        json.beginObject()
            .member("value"_L1, choice)
            .member("label"_L1, label)
            .member("deprecated"_L1, model && model->deprecated)
            .endObject();
    }
    json.endArray();
}

void writeField(api::JsonWriter &json, const Field &field, const Section *section)
{
    json.beginObject()
        .member("name"_L1, field.name)
        .member("label"_L1, field.label)
        .member("help"_L1, field.help)
        .member("type"_L1, toWire(field.type))
        .member("min"_L1, field.min)
        .member("max"_L1, field.max)
        .member("step"_L1, field.step)
        .member("max_length"_L1,
                field.type == FieldType::Text && field.choices.isEmpty() ? std::optional(field.longest())
                                                                         : std::nullopt)
        .member("default"_L1, field.standard.isUndefined() ? QJsonValue(QJsonValue::Null) : field.standard)
        .member("required"_L1, field.required)
        .member("secret"_L1, field.secret)
        .member("multiline"_L1, field.multiline);
    writeChoices(json, field, section);
    json.endObject();
}

void writeModel(api::JsonWriter &json, const Model &model, Kind kind)
{
    json.beginObject()
        .member("name"_L1, model.name)
        .member("label"_L1, model.label)
        .member("kind"_L1, toWire(kind))
        .member("context_window"_L1, model.contextWindow > 0 ? std::optional(model.contextWindow) : std::nullopt)
        .member("max_output"_L1, model.maxOutput > 0 ? std::optional(model.maxOutput) : std::nullopt)
        .member("deprecated"_L1, model.deprecated);
    json.key("prices"_L1).beginObject();
    for (const Price &price : model.prices)
        json.member(toWire(price.unit), price.decimal);
    json.endObject().endObject();
}

void writeProvider(api::JsonWriter &json, const Provider &provider)
{
    json.beginObject().member("name"_L1, provider.name).member("label"_L1, provider.label);
    json.key("kinds"_L1).beginArray();
    for (const Section &section : provider.sections)
        json.value(toWire(section.kind));
    json.endArray().member("documentation"_L1, provider.documentation).member("prices_as_of"_L1, provider.pricesAsOf);
    json.key("key"_L1)
        .beginObject()
        .member("label"_L1, provider.keyLabel)
        .member("example"_L1, provider.keyExample)
        .member("help"_L1, provider.keyHelp)
        .endObject();
    const Section *llm = provider.section(Kind::Llm);
    json.member("default_model"_L1, llm ? std::optional(llm->defaultModel) : std::nullopt);
    json.key("models"_L1).beginArray();
    for (const Section &section : provider.sections) {
        for (const Model &model : section.models)
            writeModel(json, model, section.kind);
    }
    json.endArray().key("voices"_L1).beginArray();
    for (const Section &section : provider.sections) {
        for (const Voice &voice : section.voices) {
            json.beginObject()
                .member("name"_L1, voice.name)
                .member("label"_L1, voice.label)
                .member("language"_L1, voice.language);
            json.key("models"_L1).beginArray();
            for (const QString &model : voice.models)
                json.value(model);
            json.endArray().endObject();
        }
    }
    json.endArray().endObject();
}

void writeGroup(api::JsonWriter &json, const Registry &registry, const Group &group)
{
    json.beginObject()
        .member("name"_L1, group.name)
        .member("path"_L1, group.path())
        .member("label"_L1, group.label)
        .member("kind"_L1, group.kind ? std::optional(toWire(*group.kind)) : std::nullopt)
        .member("provider_field"_L1, group.kind ? std::optional(group.providerField) : std::nullopt)
        .member("default_provider"_L1,
                group.kind ? std::optional(registry.defaultProvider(*group.kind)) : std::nullopt);
    json.key("fields"_L1).beginArray();
    for (const Field &field : group.fields)
        writeField(json, field, nullptr);
    json.endArray().key("providers"_L1).beginArray();
    for (const Provider &provider : registry.providers()) {
        const Section *section = group.kind ? provider.section(*group.kind) : nullptr;
        if (!section)
            continue;
        json.beginObject().member("name"_L1, provider.name).member("label"_L1, provider.label);
        json.key("fields"_L1).beginArray();
        for (const Field &field : section->fields)
            writeField(json, field, section);
        json.endArray().endObject();
    }
    json.endArray().endObject();
}

/// Widens `field` so that it takes what `other` takes.
void widen(Field &field, const Field &other)
{
    if (field.min)
        field.min = other.min ? std::optional(std::min(*field.min, *other.min)) : std::nullopt;
    if (field.max)
        field.max = other.max ? std::optional(std::max(*field.max, *other.max)) : std::nullopt;
    field.maxLength = std::max(field.longest(), other.longest());
}

QByteArray property(const Field &field)
{
    static const QHash<FieldType, QString> types{{FieldType::Text, u"string"_s},
                                                 {FieldType::Integer, u"integer"_s},
                                                 {FieldType::Number, u"number"_s},
                                                 {FieldType::Boolean, u"boolean"_s}};
    // null: as if it were not sent, and in a change to one: no longer set.
    QJsonObject schema{{u"type"_s, QJsonArray{types.value(field.type), u"null"_s}}, {u"description"_s, field.help}};
    if (field.min)
        schema.insert(u"minimum"_s, *field.min);
    if (field.max)
        schema.insert(u"maximum"_s, *field.max);
    if (field.type == FieldType::Text)
        schema.insert(u"maxLength"_s, field.longest());
    return '"' + field.name.toUtf8() + "\":" + QJsonDocument(schema).toJson(QJsonDocument::Compact);
}
}

QByteArray catalogJson(const Registry &registry)
{
    api::JsonWriter json;
    json.beginObject().member("currency"_L1, registry.currency());
    json.key("providers"_L1).beginArray();
    for (const Provider &provider : registry.providers())
        writeProvider(json, provider);
    json.endArray().key("groups"_L1).beginArray();
    for (const Group &group : registry.groups())
        writeGroup(json, registry, group);
    return json.endArray().endObject().take();
}

QByteArray quotedNames(const QStringList &names)
{
    QByteArray text;
    for (const QString &name : names)
        text += (text.isEmpty() ? "\"" : ",\"") + name.toUtf8() + '"';
    return text;
}

QByteArray fieldProperties(const Group &group)
{
    QByteArrayList properties;
    for (const Field &field : group.fields)
        properties << property(field);
    return properties.join(',');
}

api::Schema groupSchema(const Registry &registry, const Group &group)
{
    QList<Field> all = group.fields;
    for (const Provider &provider : registry.providers()) {
        const Section *section = group.kind ? provider.section(*group.kind) : nullptr;
        for (const Field &field : section ? section->fields : QList<Field>()) {
            const auto known = std::ranges::find(all, field.name, &Field::name);
            if (known == all.end())
                all << field;
            else
                widen(*known, field);
        }
    }
    QByteArrayList properties;
    for (const Field &field : std::as_const(all))
        properties << property(field);
    if (group.providerField.startsWith(QString(group.name % u'.'))) {
        const QByteArray member = group.providerField.sliced(group.name.size() + 1).toUtf8();
        properties << '"' + member + R"(":{"type":"string","enum":[)" + quotedNames(registry.namesOf(*group.kind))
                + "]}";
    }
    return R"({"type":["object","null"],"additionalProperties":false,"properties":{)" + properties.join(',') + "}}";
}

QList<api::Component> registryComponents()
{
    return {
        {"ProviderField",
         R"({"type":"object","required":["name","label","help","type","min","max","step","max_length","default",
            "required","secret","multiline","choices"],"additionalProperties":false,"properties":{
            "name":{"type":"string"},"label":{"type":"string"},"help":{"type":"string"},
            "type":{"type":"string","enum":["text","integer","number","boolean"]},"min":{"type":["number","null"]},
            "max":{"type":["number","null"]},"step":{"type":["number","null"]},"max_length":{"type":["integer","null"]},
            "default":{"description":"What holds when nothing is set"},"required":{"type":"boolean"},
            "secret":{"type":"boolean","description":"Answered masked; the mask sent back keeps it"},
            "multiline":{"type":"boolean"},"choices":{"type":"array","description":"Empty: any value of the type",
            "items":{"type":"object","required":["value","label","deprecated"],"additionalProperties":false,
            "properties":{"value":{},"label":{"type":"string"},"deprecated":{"type":"boolean"}}}}}})"},
        {"ProviderModel",
         R"({"type":"object","required":["name","label","kind","context_window","max_output","deprecated","prices"],
            "additionalProperties":false,"properties":{"name":{"type":"string"},"label":{"type":"string"},
            "kind":{"type":"string","enum":["llm","stt","tts","telephony"]},"context_window":{"type":["integer","null"]},
            "max_output":{"type":["integer","null"]},"deprecated":{"type":"boolean"},"prices":{"type":"object",
            "description":"Unit to a decimal in the catalog's currency","additionalProperties":{"type":"string"}}}})"},
        {"Provider",
         R"({"type":"object","required":["name","label","kinds","documentation","prices_as_of","key","default_model",
            "models","voices"],"additionalProperties":false,"properties":{"name":{"type":"string"},
            "label":{"type":"string"},"kinds":{"type":"array","items":{"type":"string"}},
            "documentation":{"type":"string"},"prices_as_of":{"type":"string","format":"date"},
            "key":{"type":"object","required":["label","example","help"],"properties":{"label":{"type":"string"},
            "example":{"type":"string"},"help":{"type":"string"}}},"default_model":{"type":["string","null"]},
            "models":{"type":"array","items":{"$ref":"#/components/schemas/ProviderModel"}},"voices":{"type":"array",
            "items":{"type":"object","required":["name","label","language","models"],"properties":{
            "name":{"type":"string"},"label":{"type":"string"},"language":{"type":"string"},
            "models":{"type":"array","items":{"type":"string"},"description":"Empty: all"}}}}}})"},
        {"ProviderCatalog",
         R"({"type":"object","required":["currency","providers","groups"],"additionalProperties":false,"properties":{
            "currency":{"const":"USD"},"providers":{"type":"array","items":{"$ref":"#/components/schemas/Provider"}},
            "groups":{"type":"array","description":"The settings of an agent, as forms show them","items":{
            "type":"object","required":["name","path","label","kind","provider_field","default_provider","fields",
            "providers"],"additionalProperties":false,"properties":{"name":{"type":"string"},
            "path":{"type":"string","description":"The agent's member; empty: the agent itself"},
            "label":{"type":"string"},"kind":{"type":["string","null"]},"provider_field":{"type":["string","null"]},
            "default_provider":{"type":["string","null"]},
            "fields":{"type":"array","items":{"$ref":"#/components/schemas/ProviderField"}},
            "providers":{"type":"array","items":{"type":"object","required":["name","label","fields"],"properties":{
            "name":{"type":"string"},"label":{"type":"string"},
            "fields":{"type":"array","items":{"$ref":"#/components/schemas/ProviderField"}}}}}}}}}})"},
    };
}
}
