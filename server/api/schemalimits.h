// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <rapidjson/document.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace api
{
/// What one level of a schema asks of a value by itself: its type, its range, its length. Draft 7's meaning, as
/// valijson has it. Immutable; any thread.
class SchemaLimits
{
public:
    /// Nothing: the schema asks for more than this, SchemaRules and its parts know.
    static std::optional<SchemaLimits> in(const QJsonObject &schema);

    /// True: the value is surely within them. False: it is not, or only valijson can tell.
    bool allow(const rapidjson::Value &value) const;

private:
    struct Range {
        double least = -std::numeric_limits<double>::infinity();
        double most = std::numeric_limits<double>::infinity();

        bool has(double number) const { return number >= least && number <= most; }
    };
    enum Type { Null = 1, Boolean = 2, Object = 4, Array = 8, Text = 16, Whole = 32, Fraction = 64, Any = 127 };

    static int typeNamed(const QString &name);
    static int typeOf(const rapidjson::Value &value);
    bool takeTypes(const QJsonValue &type);
    bool takeTexts(const QJsonValue &texts);
    bool allowText(const rapidjson::Value &value) const;

    int m_types = Any; ///< bits
    Range m_number;
    double m_above = -std::numeric_limits<double>::infinity();
    double m_below = std::numeric_limits<double>::infinity();
    Range m_length; ///< of a text, in code points
    Range m_items;
    Range m_members;
    std::vector<std::string> m_texts; ///< the only ones; empty: any
};
}
