// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schemarules.h"

#include "server/api/schemaphrases.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace api
{
Result<Done> SchemaRules::compile(const QJsonObject &schema, const QJsonObject &components)
{
    const auto root = rule(schema, components);
    if (!root)
        return root.error();
    m_root = *root;
    return Done{};
}

void SchemaRules::check(const rapidjson::Value &value, Complaints &complaints) const
{
    walk(*m_root, value, {}, complaints);
}

Result<const SchemaRules::Rule *> SchemaRules::rule(const QJsonObject &schema, const QJsonObject &components)
{
    const QString pointer = schema.value("$ref"_L1).toString();
    if (!pointer.isEmpty())
        return referred(pointer, components);
    Rule &made = m_rules.emplace_back();
    const auto filled = fill(made, schema, components);
    if (!filled)
        return filled.error();
    return &made;
}

Result<const SchemaRules::Rule *> SchemaRules::referred(const QString &pointer, const QJsonObject &components)
{
    const QString name = componentName(pointer);
    if (const Rule *known = m_byName.value(name))
        return known;
    if (name.isEmpty() || !components.contains(name))
        return Error{ErrorCode::InternalError, u"A schema refers to %1, which is not there."_s.arg(pointer)};
    Rule &made = m_rules.emplace_back();
    m_byName.insert(name, &made);
    const auto filled = fill(made, components.value(name).toObject(), components);
    if (!filled)
        return filled.error();
    return &made;
}

Result<Done> SchemaRules::fill(Rule &made, const QJsonObject &schema, const QJsonObject &components)
{
    made.title = schema.value("title"_L1).toString();
    if (const QString format = schema.value("format"_L1).toString(); !format.isEmpty()) {
        made.format = formatFromText(format);
        if (!made.format)
            return Error{ErrorCode::InternalError, u"A schema's format is not known: %1"_s.arg(format)};
    }
    if (const QString pattern = schema.value("pattern"_L1).toString(); !pattern.isEmpty()) {
        made.pattern = QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption);
        if (!made.pattern->isValid())
            return Error{ErrorCode::InternalError, u"A schema's pattern is wrong: %1"_s.arg(pattern)};
        made.pattern->optimize();
    }
    std::optional<Error> failed;
    const auto child = [&](const QJsonValue &inner) -> const Rule * {
        const auto result = rule(inner.toObject(), components);
        if (!result)
            failed = result.error();
        return result ? *result : nullptr;
    };
    // An own "$ref" beside other members (2020-12 allows it) counts like one more of allOf.
    if (schema.contains("$ref"_L1))
        made.all.push_back(child(QJsonObject{{u"$ref"_s, schema.value("$ref"_L1)}}));
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        made.properties.emplace_back(it.key().toStdString(), child(it.value()));
    if (schema.value("items"_L1).isObject())
        made.items = child(schema.value("items"_L1));
    if (schema.value("additionalProperties"_L1).isObject())
        made.others = child(schema.value("additionalProperties"_L1));
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    for (const auto &part : all)
        made.all.push_back(child(part));
    if (failed)
        return *failed;
    return Done{};
}

void SchemaRules::walk(const Rule &rule, const rapidjson::Value &value, const QString &path, Complaints &complaints)
{
    for (const Rule *part : rule.all)
        walk(*part, value, path, complaints);
    if (value.IsString() && (rule.format || rule.pattern)) {
        checkText(rule, QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength())), path, complaints);
    } else if (value.IsArray() && rule.items) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
            walk(*rule.items, value[i], joined(path, QString::number(i)), complaints);
    } else if (value.IsObject() && (rule.others || !rule.properties.empty())) {
        for (const auto &member : value.GetObject()) {
            const std::string_view name(member.name.GetString(), member.name.GetStringLength());
            const auto known = std::ranges::find_if(rule.properties, [&](const auto &p) { return p.first == name; });
            const Rule *inner = known != rule.properties.end() ? known->second : rule.others;
            if (inner)
                walk(*inner, member.value, joined(path, QString::fromUtf8(name.data(), qsizetype(name.size()))),
                     complaints);
        }
    }
}

void SchemaRules::checkText(const Rule &rule, const QString &text, const QString &path, Complaints &complaints)
{
    if (complaints.contains(path))
        return;
    const QString label = rule.title.isEmpty() ? labelOf(path) : rule.title;
    if (rule.format && !fits(*rule.format, text))
        complaints.insert(path, complaint(*rule.format, label));
    else if (rule.pattern && !rule.pattern->match(text).hasMatch())
        complaints.insert(path, u"%1 has an invalid format"_s.arg(label));
}
}
