// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schemaphrases.h"

#include "server/api/schemalibrary.h"

#include <QJsonArray>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
constexpr auto Prefix = "#/components/schemas/"_L1;

/// Follows $ref, and looks into allOf for what itself does not say.
QJsonObject resolved(QJsonObject schema, const QJsonObject &components)
{
    for (int depth = 0; depth < 8 && schema.contains("$ref"_L1); ++depth) {
        const QJsonObject target = components.value(api::componentName(schema.value("$ref"_L1).toString())).toObject();
        schema.remove("$ref"_L1);
        for (auto it = target.begin(); it != target.end(); ++it) {
            if (!schema.contains(it.key()))
                schema.insert(it.key(), it.value());
        }
    }
    return schema;
}

QJsonObject step(const QJsonObject &raw, const QJsonObject &components, const QString &field)
{
    const QJsonObject schema = resolved(raw, components);
    const QJsonValue property = schema.value("properties"_L1).toObject().value(field);
    if (property.isObject())
        return resolved(property.toObject(), components);
    bool isIndex = false;
    field.toInt(&isIndex);
    if (isIndex && schema.value("items"_L1).isObject())
        return resolved(schema.value("items"_L1).toObject(), components);
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    for (const auto &part : all) {
        const QJsonObject found = step(part.toObject(), components, field);
        if (!found.isEmpty())
            return found;
    }
    return resolved(schema.value("additionalProperties"_L1).toObject(), components);
}

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        return {type.toString()};
    QStringList types;
    const QJsonArray several = type.toArray();
    for (const auto &one : several)
        types << one.toString();
    return types;
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "integer"_L1)
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    return (type == "string"_L1 && value.isString()) || (type == "number"_L1 && value.isDouble())
        || (type == "boolean"_L1 && value.isBool()) || (type == "array"_L1 && value.isArray())
        || (type == "object"_L1 && value.isObject()) || (type == "null"_L1 && value.isNull());
}

QString typePhrase(const QString &type)
{
    static const QHash<QString, QString> phrases{{u"string"_s, u"text"_s},     {u"integer"_s, u"a whole number"_s},
                                                 {u"number"_s, u"a number"_s}, {u"boolean"_s, u"true or false"_s},
                                                 {u"array"_s, u"a list"_s},    {u"object"_s, u"an object"_s},
                                                 {u"null"_s, u"null"_s}};
    return phrases.value(type, type);
}

QString listed(const QJsonArray &values)
{
    QStringList texts;
    for (const auto &value : values)
        texts << (value.isString() ? value.toString() : value.toVariant().toString());
    return texts.join(", "_L1);
}

QString number(const QJsonValue &value) { return value.toVariant().toString(); }

QString sizePhrase(const QJsonObject &schema, qsizetype size, const std::array<QLatin1StringView, 2> &bounds,
                   const QString &things)
{
    const auto [least, most] = bounds;
    if (schema.contains(least) && double(size) < schema.value(least).toDouble())
        return size == 0 && things != "entries"_L1
            ? u"must not be empty"_s // v1 says of lists what it always said
            : u"must have at least %1 %2"_s.arg(number(schema.value(least)), things);
    if (schema.contains(most) && double(size) > schema.value(most).toDouble())
        return u"must have at most %1 %2"_s.arg(number(schema.value(most)), things);
    return {};
}

/// Why a text, number, list or object is out of its bounds; empty when it is not.
QString boundsPhrase(const QJsonObject &schema, const QJsonValue &value, qsizetype entries)
{
    const auto has = [&](QLatin1StringView keyword) { return schema.contains(keyword); };
    const auto limit = [&](QLatin1StringView keyword) { return schema.value(keyword).toDouble(); };
    if (value.isString())
        return sizePhrase(schema, value.toString().toUcs4().size(), {"minLength"_L1, "maxLength"_L1}, u"characters"_s);
    if (value.isDouble()) {
        const double given = value.toDouble();
        if (has("minimum"_L1) && given < limit("minimum"_L1))
            return u"must be at least %1"_s.arg(number(schema.value("minimum"_L1)));
        if (has("maximum"_L1) && given > limit("maximum"_L1))
            return u"must be at most %1"_s.arg(number(schema.value("maximum"_L1)));
        if (has("exclusiveMinimum"_L1) && given <= limit("exclusiveMinimum"_L1))
            return u"must be more than %1"_s.arg(number(schema.value("exclusiveMinimum"_L1)));
        if (has("exclusiveMaximum"_L1) && given >= limit("exclusiveMaximum"_L1))
            return u"must be less than %1"_s.arg(number(schema.value("exclusiveMaximum"_L1)));
    }
    if (value.isObject())
        return sizePhrase(schema, entries, {"minProperties"_L1, "maxProperties"_L1}, u"fields"_s);
    if (value.isArray()) {
        const QString size = sizePhrase(schema, entries, {"minItems"_L1, "maxItems"_L1}, u"entries"_s);
        return size.isEmpty() && schema.value("uniqueItems"_L1).toBool() ? u"must not repeat an entry"_s : size;
    }
    return {};
}

qsizetype entriesOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().size() : value.toObject().size();
}

bool explainMembers(const QJsonObject &schema, const QJsonObject &components, const QJsonObject &value,
                    const QString &path, QMap<QString, QString> &complaints)
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const qsizetype before = complaints.size();
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const auto &name : required) {
        const QString field = name.toString();
        if (value.contains(field))
            continue;
        const QString title = step(schema, components, field).value("title"_L1).toString();
        complaints.insert(api::joined(path, field),
                          u"%1 is required"_s.arg(title.isEmpty() ? api::fieldLabel(field) : title));
    }
    const QJsonValue others = schema.value("additionalProperties"_L1);
    if (others.isBool() && !others.toBool()) {
        for (auto it = value.begin(); it != value.end(); ++it) {
            if (!properties.contains(it.key()) && complaints.size() < api::CompiledSchema::MostComplaints)
                complaints.insert(api::joined(path, it.key()), u"Unknown field"_s);
        }
    }
    return complaints.size() > before;
}
}

namespace api
{
QString componentName(const QString &pointer)
{
    return pointer.startsWith(Prefix) ? pointer.mid(Prefix.size()) : QString();
}

QString joined(const QString &path, const QString &field) { return path.isEmpty() ? field : path + u'.' + field; }

QString labelOf(const QString &path)
{
    return path.isEmpty() ? u"The body"_s : fieldLabel(path.mid(path.lastIndexOf(u'.') + 1));
}

QJsonObject schemaAt(const QJsonObject &schema, const QJsonObject &components, const QStringList &path)
{
    QJsonObject at = resolved(schema, components);
    for (const QString &field : path)
        at = step(at, components, field);
    return at;
}

QJsonValue valueAt(const QJsonValue &root, const QStringList &path)
{
    QJsonValue at = root;
    for (const QString &field : path)
        at = at.isArray() ? at.toArray().at(field.toInt()) : at.toObject().value(field);
    return at;
}

QString phrase(const QJsonObject &schema, const QJsonValue &value, qsizetype entries)
{
    const QStringList types = typesOf(schema);
    if (!types.isEmpty() && std::ranges::none_of(types, [&](const QString &type) { return isOfType(value, type); }))
        return u"must be %1"_s.arg(typePhrase(types.first()));
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
        return u"must be one of %1"_s.arg(listed(schema.value("enum"_L1).toArray()));
    if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
        return u"must be %1"_s.arg(listed(QJsonArray{schema.value("const"_L1)}));
    return boundsPhrase(schema, value, entries);
}

QString patternPhrase(const QString &pattern)
{
    static const QHash<QString, QString> phrases{
        {uR"(\S)"_s, u"must not be blank"_s},
        {uR"(^(\+[1-9][0-9]{1,14})?$)"_s, u"must be an international number like +4930123456"_s},
        {uR"(^(https?://\S+)?$)"_s, u"must be a web address like https://example.com"_s},
        {uR"(^\s*(?!\*{4})[!-~]+\s*$)"_s, u"must be printable ASCII without spaces, and not masked"_s}};
    return phrases.value(pattern, u"has an invalid format"_s);
}

bool explain(const QJsonObject &raw, const QJsonObject &components, const QJsonValue &value, const QString &path,
             QMap<QString, QString> &complaints)
{
    const QJsonObject schema = resolved(raw, components);
    bool said = value.isObject() && explainMembers(schema, components, value.toObject(), path, complaints);
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    for (const auto &part : all)
        said = explain(part.toObject(), components, value, path, complaints) || said;
    const QString why = phrase(schema, value, entriesOf(value));
    if (why.isEmpty())
        return said;
    const QString title = schema.value("title"_L1).toString();
    complaints.insert(path, (title.isEmpty() ? labelOf(path) : title) + u' ' + why);
    return true;
}
}
