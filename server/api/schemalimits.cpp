// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schemalimits.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace api
{
namespace
{
/// Says nothing about a value, or is seen to by SchemaRules.
bool isElsewhere(const QString &keyword)
{
    constexpr std::array Keywords{"additionalProperties"_L1,
                                  "allOf"_L1,
                                  "default"_L1,
                                  "deprecated"_L1,
                                  "description"_L1,
                                  "example"_L1,
                                  "examples"_L1,
                                  "format"_L1,
                                  "items"_L1,
                                  "pattern"_L1,
                                  "properties"_L1,
                                  "readOnly"_L1,
                                  "required"_L1,
                                  "title"_L1,
                                  "writeOnly"_L1};
    return std::ranges::find(Keywords, keyword) != Keywords.end();
}

double codePoints(std::string_view utf8)
{
    return double(std::ranges::count_if(utf8, [](char c) { return (c & 0xc0) != 0x80; }));
}
}

std::optional<SchemaLimits> SchemaLimits::in(const QJsonObject &schema)
{
    SchemaLimits made;
    const std::array<std::pair<QLatin1StringView, double *>, 10> bounds{{{"minimum"_L1, &made.m_number.least},
                                                                         {"maximum"_L1, &made.m_number.most},
                                                                         {"exclusiveMinimum"_L1, &made.m_above},
                                                                         {"exclusiveMaximum"_L1, &made.m_below},
                                                                         {"minLength"_L1, &made.m_length.least},
                                                                         {"maxLength"_L1, &made.m_length.most},
                                                                         {"minItems"_L1, &made.m_items.least},
                                                                         {"maxItems"_L1, &made.m_items.most},
                                                                         {"minProperties"_L1, &made.m_members.least},
                                                                         {"maxProperties"_L1, &made.m_members.most}}};
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        const QString keyword = it.key();
        const auto bound = std::ranges::find(bounds, keyword, [](const auto &b) { return QString(b.first); });
        bool understood = isElsewhere(keyword);
        if (bound != bounds.end() && it->isDouble()) {
            *bound->second = it->toDouble();
            understood = true;
        } else if (keyword == "type"_L1) {
            understood = made.takeTypes(*it);
        } else if (keyword == "enum"_L1) {
            understood = made.takeTexts(*it);
        } else if (keyword == "const"_L1) {
            understood = made.takeTexts(QJsonArray{*it});
        }
        if (!understood)
            return {};
    }
    return made;
}

int SchemaLimits::typeNamed(const QString &name)
{
    static const QHash<QString, int> types{
        {u"null"_s, Null},   {u"boolean"_s, Boolean}, {u"object"_s, Object},          {u"array"_s, Array},
        {u"string"_s, Text}, {u"integer"_s, Whole},   {u"number"_s, Whole | Fraction}};
    return types.value(name);
}

/// Zero for a whole number beyond 64 bits with a sign: valijson is asked what it makes of one.
int SchemaLimits::typeOf(const rapidjson::Value &value)
{
    switch (value.GetType()) {
    case rapidjson::kNullType:
        return Null;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
        return Boolean;
    case rapidjson::kObjectType:
        return Object;
    case rapidjson::kArrayType:
        return Array;
    case rapidjson::kStringType:
        return Text;
    case rapidjson::kNumberType:
        return value.IsInt64() ? Whole : value.IsDouble() ? Fraction : 0;
    }
    return 0;
}

bool SchemaLimits::takeTypes(const QJsonValue &type)
{
    const QJsonArray names = type.isArray() ? type.toArray() : QJsonArray{type};
    m_types = 0;
    for (const auto &name : names) {
        const int bit = typeNamed(name.toString());
        if (bit == 0)
            return false;
        m_types |= bit;
    }
    return true;
}

bool SchemaLimits::takeTexts(const QJsonValue &texts)
{
    const QJsonArray all = texts.toArray();
    if (!m_texts.empty() || all.isEmpty())
        return false;
    for (const auto &one : all) {
        if (!one.isString())
            return false;
        m_texts.push_back(one.toString().toStdString());
    }
    return true;
}

bool SchemaLimits::allow(const rapidjson::Value &value) const
{
    const int type = typeOf(value);
    if ((type & m_types) == 0)
        return false;
    switch (type) {
    case Text:
        return allowText(value);
    case Whole:
    case Fraction: {
        const double number = value.GetDouble();
        return m_texts.empty() && m_number.has(number) && number > m_above && number < m_below;
    }
    case Array:
        return m_texts.empty() && m_items.has(double(value.Size()));
    case Object:
        return m_texts.empty() && m_members.has(double(value.MemberCount()));
    default:
        return m_texts.empty();
    }
}

bool SchemaLimits::allowText(const rapidjson::Value &value) const
{
    const std::string_view text(value.GetString(), value.GetStringLength());
    if (!m_texts.empty() && std::ranges::find(m_texts, text) == m_texts.end())
        return false;
    // A code point takes one to four bytes: mostly their number says enough.
    const auto bytes = double(text.size());
    if (bytes <= m_length.most && bytes >= m_length.least * 4)
        return true;
    return m_length.has(codePoints(text));
}
}
