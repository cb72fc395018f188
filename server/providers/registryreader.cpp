// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/registryreader.h"

#include "server/providers/fieldrules.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
constexpr std::array AllKinds{Kind::Llm, Kind::Stt, Kind::Tts, Kind::Telephony};

QString at(const QString &path, QLatin1StringView member)
{
    return path.isEmpty() ? QString(member) : path % u'.' % member;
}

std::optional<double> numberIn(const QJsonObject &object, QLatin1StringView name)
{
    return object.contains(name) ? std::optional(object[name].toDouble()) : std::nullopt;
}

std::optional<FieldType> typeFromWire(const QString &text)
{
    for (const FieldType type : {FieldType::Text, FieldType::Integer, FieldType::Number, FieldType::Boolean}) {
        if (text == toWire(type))
            return type;
    }
    return {};
}

template<typename T>
bool repeats(const QList<T> &list)
{
    QSet<QString> names;
    for (const T &one : list)
        names << one.name;
    return names.size() != list.size();
}
}

void RegistryReader::fail(const QString &path, const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = path.isEmpty() ? what : QString(path % u' ' % what);
}

QString RegistryReader::text(const QJsonObject &object, QLatin1StringView name, const QString &path)
{
    const QString found = object[name].toString();
    if (found.isEmpty())
        fail(at(path, name), u"is missing"_s);
    return found;
}

QList<QJsonObject> RegistryReader::objects(const QJsonValue &list, const QString &path)
{
    QList<QJsonObject> found;
    if (!list.isArray() || list.toArray().isEmpty())
        fail(path, u"is not a list with entries"_s);
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries) {
        if (!entry.isObject())
            fail(path, u"has an entry that is not an object"_s);
        found << entry.toObject();
    }
    return found;
}

void RegistryReader::onlyKnows(const QJsonObject &object, const QStringList &names, const QString &path)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!names.contains(it.key()))
            fail(path.isEmpty() ? it.key() : QString(path % u'.' % it.key()), u"is not known here"_s);
    }
}

Result<std::shared_ptr<const Registry>> RegistryReader::read(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsed).object();
    m_registry = std::shared_ptr<Registry>(new Registry);
    if (parsed.error != QJsonParseError::NoError)
        fail({}, u"is not JSON: %1 at byte %2"_s.arg(parsed.errorString()).arg(parsed.offset));
    onlyKnows(root, {u"currency"_s, u"defaults"_s, u"parameters"_s, u"groups"_s, u"providers"_s}, {});
    m_registry->m_currency = text(root, "currency"_L1, {});
    if (m_registry->m_currency != "USD"_L1)
        fail(u"currency"_s, u"is not USD, which amounts of money are in"_s);
    readParameters(root["parameters"_L1].toObject());
    readGroups(root["groups"_L1]);
    readProviders(root["providers"_L1]);
    checkDefaults(root["defaults"_L1].toObject());
    if (!m_problem.isEmpty())
        return Error{.code = ErrorCode::InternalError,
                     .message = u"The provider registry is broken: %1."_s.arg(m_problem)};
    return std::shared_ptr<const Registry>(m_registry);
}

void RegistryReader::readParameters(const QJsonObject &kinds)
{
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const auto kind = kindFromWire(it.key());
        if (!kind)
            fail(u"parameters."_s + it.key(), u"is no kind of provider"_s);
        else
            m_parameters.insert(*kind, objects(it.value(), u"parameters."_s + it.key()));
    }
}

void RegistryReader::readGroups(const QJsonValue &groups)
{
    const auto list = objects(groups, u"groups"_s);
    for (const QJsonObject &object : list) {
        Group group{.name = text(object, "name"_L1, u"groups"_s), .label = {}};
        const QString path = u"groups."_s + group.name;
        onlyKnows(object, {u"name"_s, u"label"_s, u"kind"_s, u"provider_field"_s, u"fields"_s}, path);
        group.label = text(object, "label"_L1, path);
        if (object.contains("kind"_L1)) {
            group.kind = kindFromWire(object["kind"_L1].toString());
            if (!group.kind)
                fail(at(path, "kind"_L1), u"is no kind of provider"_s);
            group.providerField = text(object, "provider_field"_L1, path);
        } else {
            group.fields = readFields({}, object["fields"_L1], at(path, "fields"_L1));
        }
        m_registry->m_groups << group;
    }
    if (repeats(m_registry->m_groups))
        fail(u"groups"_s, u"names one twice"_s);
}

void RegistryReader::readProviders(const QJsonValue &providers)
{
    const auto list = objects(providers, u"providers"_s);
    for (const QJsonObject &object : list)
        m_registry->m_providers << readProvider(object, text(object, "name"_L1, u"providers"_s));
    if (repeats(m_registry->m_providers))
        fail(u"providers"_s, u"names one twice"_s);
}

Provider RegistryReader::readProvider(const QJsonObject &object, const QString &path)
{
    onlyKnows(object,
              {u"name"_s, u"label"_s, u"base_url"_s, u"documentation"_s, u"key"_s, u"check"_s, u"prices_as_of"_s,
               u"llm"_s, u"stt"_s, u"tts"_s, u"telephony"_s},
              path);
    Provider provider{.name = path,
                      .label = text(object, "label"_L1, path),
                      .baseUrl = QUrl(text(object, "base_url"_L1, path), QUrl::StrictMode),
                      .documentation = text(object, "documentation"_L1, path),
                      .keyLabel = text(object["key"_L1].toObject(), "label"_L1, at(path, "key"_L1)),
                      .keyExample = object["key"_L1]["example"_L1].toString(),
                      .keyHelp = text(object["key"_L1].toObject(), "help"_L1, at(path, "key"_L1)),
                      .check = readCheck(object["check"_L1].toObject(), at(path, "check"_L1)),
                      .pricesAsOf = QDate::fromString(object["prices_as_of"_L1].toString(), Qt::ISODate)};
    if (!provider.baseUrl.isValid() || !provider.baseUrl.scheme().startsWith("http"_L1))
        fail(at(path, "base_url"_L1), u"is not a web address"_s);
    if (!provider.pricesAsOf.isValid())
        fail(at(path, "prices_as_of"_L1), u"is not a date like 2025-01-31"_s);
    for (const Kind kind : AllKinds) {
        if (object.contains(toWire(kind)))
            provider.sections << readSection(kind, object[toWire(kind)].toObject(), at(path, toWire(kind)));
    }
    if (provider.sections.isEmpty())
        fail(path, u"offers nothing"_s);
    return provider;
}

KeyCheck RegistryReader::readCheck(const QJsonObject &object, const QString &path)
{
    static const QHash<QString, KeyCheck::Auth> ways{{u"bearer"_s, KeyCheck::Auth::Bearer},
                                                     {u"token"_s, KeyCheck::Auth::Token},
                                                     {u"basic"_s, KeyCheck::Auth::Basic},
                                                     {u"header"_s, KeyCheck::Auth::Header}};
    KeyCheck check{.path = text(object, "path"_L1, path), .header = object["header"_L1].toString().toLatin1()};
    if (!check.path.startsWith(u'/'))
        fail(at(path, "path"_L1), u"does not begin with /"_s);
    const auto way = ways.constFind(object["auth"_L1].toString());
    if (way == ways.cend())
        fail(at(path, "auth"_L1), u"is none of bearer, token, basic, header"_s);
    else
        check.auth = *way;
    if ((check.auth == KeyCheck::Auth::Header) == check.header.isEmpty())
        fail(at(path, "header"_L1), u"goes with auth header"_s);
    const QJsonObject headers = object["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        check.headers.append({it.key().toLatin1(), it.value().toString().toLatin1()});
    return check;
}

Section RegistryReader::readSection(Kind kind, const QJsonObject &object, const QString &path)
{
    onlyKnows(object, {u"default_model"_s, u"default_voice"_s, u"models"_s, u"voices"_s, u"fields"_s}, path);
    Section section{.kind = kind, .defaultModel = text(object, "default_model"_L1, path)};
    section.defaultVoice = object["default_voice"_L1].toString();
    const auto models = objects(object["models"_L1], at(path, "models"_L1));
    for (const QJsonObject &model : models)
        section.models << readModel(model, at(path, "models"_L1));
    if (object.contains("voices"_L1)) {
        const auto voices = objects(object["voices"_L1], at(path, "voices"_L1));
        for (const QJsonObject &voice : voices)
            section.voices << readVoice(voice, at(path, "voices"_L1));
    }
    if (repeats(section.models) || repeats(section.voices))
        fail(path, u"names a model or voice twice"_s);
    if (!section.model(section.defaultModel))
        fail(at(path, "default_model"_L1), u"is none of its models"_s);
    if (section.voices.isEmpty() != section.defaultVoice.isEmpty()
        || (!section.voices.isEmpty() && !section.voice(section.defaultVoice)))
        fail(at(path, "default_voice"_L1), u"is none of its voices"_s);
    for (const Voice &voice : std::as_const(section.voices)) {
        for (const QString &model : voice.models) {
            if (!section.model(model))
                fail(path % u".voices."_s % voice.name, u"names the unknown model "_s + model);
        }
    }
    section.fields = readFields(section, object["fields"_L1], at(path, "fields"_L1));
    return section;
}

Model RegistryReader::readModel(const QJsonObject &object, const QString &path)
{
    const QString name = text(object, "name"_L1, path);
    const QString here = path % u'.' % name;
    onlyKnows(object, {u"name"_s, u"label"_s, u"context_window"_s, u"max_output"_s, u"deprecated"_s, u"prices"_s},
              here);
    Model model{.name = name,
                .label = text(object, "label"_L1, here),
                .contextWindow = object["context_window"_L1].toInt(),
                .maxOutput = object["max_output"_L1].toInt(),
                .deprecated = object["deprecated"_L1].toBool()};
    const QJsonObject prices = object["prices"_L1].toObject();
    if (prices.isEmpty())
        fail(here, u"has no price"_s);
    for (auto it = prices.begin(); it != prices.end(); ++it) {
        const auto unit = unitFromWire(it.key());
        const QString decimal = it.value().toString();
        const auto amount = Money::parse(decimal.toLatin1());
        if (!unit)
            fail(here % u".prices."_s % it.key(), u"is no unit"_s);
        else if (!amount || *amount < Money())
            fail(here % u".prices."_s % it.key(), u"is not a decimal in quotes"_s);
        else
            model.prices << Price{.unit = *unit, .amount = *amount, .decimal = decimal};
    }
    return model;
}

Voice RegistryReader::readVoice(const QJsonObject &object, const QString &path)
{
    Voice voice{.name = text(object, "name"_L1, path),
                .label = text(object, "label"_L1, path),
                .language = text(object, "language"_L1, path)};
    const QJsonArray models = object["models"_L1].toArray();
    for (const auto &model : models)
        voice.models << model.toString();
    return voice;
}

/// Each entry is the name of a parameter of the section's kind, or an object that names one and changes some of it. A
/// group's entries stand alone.
QList<Field> RegistryReader::readFields(const Section &section, const QJsonValue &list, const QString &path)
{
    QList<Field> fields;
    if (!list.isArray())
        fail(path, u"is not a list"_s);
    const QJsonArray entries = list.toArray();
    const QList<QJsonObject> parameters = m_parameters.value(section.kind);
    for (const auto &entry : entries) {
        const QString name = entry.isString() ? entry.toString() : entry["name"_L1].toString();
        QJsonObject object;
        for (const QJsonObject &parameter : parameters) {
            if (!section.models.isEmpty() && parameter["name"_L1] == name)
                object = parameter;
        }
        if (object.isEmpty() && !section.models.isEmpty())
            fail(path % u'.' % name, u"is not among the parameters"_s);
        const QJsonObject own = entry.toObject();
        for (auto it = own.begin(); it != own.end(); ++it)
            object.insert(it.key(), it.value());
        Field field = readField(object, path % u'.' % name);
        if (field.choicesFrom == Field::Source::Models) {
            for (const Model &model : section.models)
                field.choices << model.name;
            field.standard = section.defaultModel;
        } else if (field.choicesFrom == Field::Source::Voices) {
            for (const Voice &voice : section.voices)
                field.choices << voice.name;
            field.standard = section.defaultVoice;
        }
        if (!field.standard.isUndefined() && !FieldRules::complaint(field, field.standard).isEmpty())
            fail(path % u'.' % name % u".default"_s, FieldRules::complaint(field, field.standard));
        fields << field;
    }
    if (repeats(fields))
        fail(path, u"names one twice"_s);
    return fields;
}

Field RegistryReader::readField(const QJsonObject &object, const QString &path)
{
    onlyKnows(object,
              {u"name"_s, u"label"_s, u"help"_s, u"type"_s, u"min"_s, u"max"_s, u"step"_s, u"default"_s, u"choices"_s,
               u"choices_from"_s, u"max_length"_s, u"pattern"_s, u"required"_s, u"secret"_s, u"multiline"_s},
              path);
    Field field{.name = text(object, "name"_L1, path),
                .label = text(object, "label"_L1, path),
                .help = text(object, "help"_L1, path),
                .min = numberIn(object, "min"_L1),
                .max = numberIn(object, "max"_L1),
                .step = numberIn(object, "step"_L1),
                .maxLength = object["max_length"_L1].toInt(),
                .standard = object["default"_L1],
                .required = object["required"_L1].toBool(),
                .secret = object["secret"_L1].toBool(),
                .multiline = object["multiline"_L1].toBool()};
    const auto type = typeFromWire(object["type"_L1].toString());
    if (!type)
        fail(at(path, "type"_L1), u"is none of text, integer, number, boolean"_s);
    field.type = type.value_or(FieldType::Text);
    if (field.min && field.max && *field.min > *field.max)
        fail(at(path, "min"_L1), u"is more than max"_s);
    const QString source = object["choices_from"_L1].toString();
    field.choicesFrom = source == "models"_L1 ? Field::Source::Models
        : source == "voices"_L1               ? Field::Source::Voices
                                              : Field::Source::None;
    const QJsonArray choices = object["choices"_L1].toArray();
    for (const auto &choice : choices)
        field.choices << choice;
    if (object.contains("pattern"_L1)) {
        field.pattern = QRegularExpression(object["pattern"_L1].toString());
        if (!field.pattern->isValid())
            fail(at(path, "pattern"_L1), u"is not a regular expression"_s);
    }
    return field;
}

void RegistryReader::checkDefaults(const QJsonObject &defaults)
{
    for (const Kind kind : AllKinds) {
        const QString name = text(defaults, toWire(kind), u"defaults"_s);
        const Provider *provider = m_registry->provider(name);
        if (!provider || !provider->section(kind))
            fail(at(u"defaults"_s, toWire(kind)), u"is no provider of that"_s);
        m_registry->m_defaults.insert(kind, name);
    }
}
}
