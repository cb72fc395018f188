// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schemarules.h"

#include "server/api/jsondocument_p.h"
#include "server/api/schemalibrary.h"
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

/// One look at a document for what is wrong with it.
struct SchemaRules::Walk {
    Complaints &complaints;
    Told told = {};

    bool isOver() const { return told.isEnough; }
    void say(const QString &path, const QString &why)
    {
        if (complaints.contains(path) || isOver())
            return;
        complaints.insert(path, why);
        told.isEnough = complaints.size() >= CompiledSchema::MostComplaints;
    }
    void sayLast(const QString &path, const QString &why)
    {
        say(path, why);
        told.isEnough = true;
    }
};

SchemaRules::Told SchemaRules::explain(const rapidjson::Value &value, Complaints &complaints) const
{
    Walk over{complaints};
    look(*m_root, value, {}, {}, over);
    return over.told;
}

bool SchemaRules::tellsAll() const
{
    return std::ranges::all_of(m_rules, [](const Rule &rule) { return rule.limits.has_value(); });
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
        made.title = schema.value("title"_L1).toString();
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
    made.schema = schema;
    made.title = schema.value("title"_L1).toString();
    made.mostItems = schema.value("maxItems"_L1).toInteger(made.mostItems);
    made.mostMembers = schema.value("maxProperties"_L1).toInteger(made.mostMembers);
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
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const auto &name : required) {
        if (!schema.contains("additionalProperties"_L1) && !properties.contains(name.toString()))
            made.properties.emplace_back(name.toString().toStdString(), child(QJsonObject()));
    }
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

/// The one of a rule and its parts for which a list or an object is too large.
const SchemaRules::Rule *SchemaRules::exceeded(const Rule &rule, const rapidjson::Value &value)
{
    if ((value.IsArray() && qint64(value.Size()) > rule.mostItems)
        || (value.IsObject() && qint64(value.MemberCount()) > rule.mostMembers))
        return &rule;
    for (const Rule *part : rule.all) {
        if (const Rule *found = exceeded(*part, value))
            return found;
    }
    return nullptr;
}

void SchemaRules::look(const Rule &rule, const rapidjson::Value &value, const QString &path, const QString &title,
                       Walk &walk)
{
    ++walk.told.visited;
    const QString own = rule.title.isEmpty() ? title : rule.title;
    const QString label = own.isEmpty() ? labelOf(path) : own;
    const Rule *tooLarge = exceeded(rule, value);
    if (tooLarge || (rule.limits && !rule.limits->allow(value))) {
        const QJsonValue shown = value.IsArray() ? QJsonArray() : value.IsObject() ? QJsonObject() : toQt(value);
        const qsizetype entries = value.IsArray() ? value.Size() : value.IsObject() ? value.MemberCount() : 0;
        const QString why = phrase(tooLarge ? tooLarge->schema : rule.schema, shown, entries);
        if (tooLarge)
            return walk.sayLast(path, label + u' ' + why);
        if (!why.isEmpty()) // else only valijson can tell
            walk.say(path, label + u' ' + why);
    }
    if (value.IsString() && (rule.format || rule.pattern))
        checkText(rule, QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength())), path, label, walk);
    if (value.IsObject() && rule.limits)
        checkMembers(rule, value, path, label, walk);
    for (const Rule *part : rule.all) {
        if (!walk.isOver())
            look(*part, value, path, own, walk);
    }
    lookInto(rule, value, path, walk);
}

void SchemaRules::lookInto(const Rule &rule, const rapidjson::Value &value, const QString &path, Walk &walk)
{
    if (value.IsArray() && rule.items) {
        for (rapidjson::SizeType i = 0; i < value.Size() && !walk.isOver(); ++i)
            look(*rule.items, value[i], joined(path, QString::number(i)), {}, walk);
    } else if (value.IsObject() && (rule.others || !rule.properties.empty())) {
        for (const auto &member : value.GetObject()) {
            if (walk.isOver())
                return;
            const std::string_view name(member.name.GetString(), member.name.GetStringLength());
            const auto known = std::ranges::find_if(rule.properties, [&](const auto &p) { return p.first == name; });
            const Rule *inner = known != rule.properties.end() ? known->second : rule.others;
            if (inner)
                look(*inner, member.value, joined(path, QString::fromUtf8(name.data(), qsizetype(name.size()))), {},
                     walk);
        }
    }
}

void SchemaRules::checkText(const Rule &rule, const QString &text, const QString &path, const QString &label,
                            Walk &walk)
{
    if (rule.format && !api::fits(*rule.format, text))
        walk.say(path, complaint(*rule.format, label));
    else if (rule.pattern && !rule.pattern->match(text).hasMatch())
        walk.say(path, label + u' ' + patternPhrase(rule.pattern->pattern()));
}

void SchemaRules::checkMembers(const Rule &rule, const rapidjson::Value &object, const QString &path,
                               const QString &label, Walk &walk)
{
    quint64 seen = 0;
    QStringList unknown;
    for (const auto &member : object.GetObject()) {
        const std::string_view name(member.name.GetString(), member.name.GetStringLength());
        const auto known = std::ranges::find_if(rule.properties, [&](const auto &p) { return p.first == name; });
        if (known != rule.properties.end())
            seen |= quint64(1) << (known - rule.properties.begin());
        else if (rule.closed)
            unknown << QString::fromUtf8(name.data(), qsizetype(name.size()));
        if (unknown.size() > CompiledSchema::MostComplaints)
            return walk.sayLast(path, u"%1 has more than %2 unknown fields"_s.arg(label).arg(unknown.size() - 1));
    }
    for (std::size_t i = 0; i < rule.properties.size(); ++i) {
        if ((rule.required & ~seen & (quint64(1) << i)) == 0)
            continue;
        const auto &[name, inner] = rule.properties[i];
        const QString field = QString::fromStdString(name);
        const QString title = titleOf(*inner);
        walk.say(joined(path, field), u"%1 is required"_s.arg(title.isEmpty() ? fieldLabel(field) : title));
    }
    for (const QString &name : std::as_const(unknown))
        walk.say(joined(path, name), u"Unknown field"_s);
}

QString SchemaRules::titleOf(const Rule &rule)
{
    QString title = rule.title;
    for (std::size_t i = 0; i < rule.all.size() && title.isEmpty(); ++i)
        title = titleOf(*rule.all[i]);
    return title;
}
}
