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
    if (!pointer.isEmpty()) {
        auto target = referred(pointer, components);
        if (!target || schema.size() == 1)
            return target;
        Rule &made = m_rules.emplace_back(); // fits() cannot tell: who minds what stands beside a reference differs
        made.all.push_back(*target);
        return &made;
    }
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
        if (!inner.isObject())
            return &m_rules.emplace_back(); // true or false
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
    fillVerdict(made, schema);
    return Done{};
}

void SchemaRules::fillVerdict(Rule &made, const QJsonObject &schema)
{
    constexpr std::size_t Bits = 64;
    made.limits = SchemaLimits::in(schema);
    made.closed = schema.value("additionalProperties"_L1) == QJsonValue(false);
    const QJsonValue items = schema.value("items"_L1);
    if (made.properties.size() > Bits || !(items.isUndefined() || items.isObject()))
        made.limits.reset();
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const auto &name : required) {
        const auto known
            = std::ranges::find(made.properties, name.toString().toStdString(), [](const auto &p) { return p.first; });
        if (known == made.properties.end() || !made.limits)
            made.limits.reset();
        else
            made.required |= quint64(1) << (known - made.properties.begin());
    }
}

bool SchemaRules::fits(const Rule &rule, const rapidjson::Value &value)
{
    if (!rule.limits || !rule.limits->allow(value))
        return false;
    if (!std::ranges::all_of(rule.all, [&](const Rule *part) { return fits(*part, value); }))
        return false;
    if (value.IsString())
        return fitsText(rule, std::string_view(value.GetString(), value.GetStringLength()));
    if (value.IsArray() && rule.items)
        return std::ranges::all_of(value.GetArray(), [&](const auto &item) { return fits(*rule.items, item); });
    return !value.IsObject() || fitsMembers(rule, value);
}

bool SchemaRules::fitsText(const Rule &rule, std::string_view text)
{
    if (rule.format && !api::fits(*rule.format, text))
        return false;
    return !rule.pattern || rule.pattern->match(QString::fromUtf8(text.data(), qsizetype(text.size()))).hasMatch();
}

bool SchemaRules::fitsMembers(const Rule &rule, const rapidjson::Value &object)
{
    const std::size_t count = rule.properties.size();
    quint64 seen = 0;
    std::size_t next = 0; // objects of one kind are mostly written in one order
    for (const auto &member : object.GetObject()) {
        const std::string_view name(member.name.GetString(), member.name.GetStringLength());
        std::size_t tries = 0;
        while (tries < count && rule.properties[next].first != name) {
            next = next + 1 == count ? 0 : next + 1;
            ++tries;
        }
        if (tries < count) {
            seen |= quint64(1) << next;
            if (!fits(*rule.properties[next].second, member.value))
                return false;
        } else if (rule.closed || (rule.others && !fits(*rule.others, member.value))) {
            return false;
        }
    }
    return (seen & rule.required) == rule.required;
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
    if (rule.format && !api::fits(*rule.format, text))
        complaints.insert(path, complaint(*rule.format, label));
    else if (rule.pattern && !rule.pattern->match(text).hasMatch())
        complaints.insert(path, u"%1 has an invalid format"_s.arg(label));
}
}
