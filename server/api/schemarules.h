// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a schema that valijson does not check well: formats, and patterns without std::regex, whose recursion a
// long string can drive off the stack. And a quick verdict for what is right, which nearly every body is.
#pragma once

#include "models/domain/result.h"
#include "server/api/formats.h"
#include "server/api/schemalimits.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <rapidjson/document.h>

#include <deque>

namespace api
{
using Complaints = QMap<QString, QString>;

/// One schema as a tree of what it asks. Immutable after compile(); any thread.
class SchemaRules
{
public:
    /// `components` resolves "#/components/schemas/X".
    Result<Done> compile(const QJsonObject &schema, const QJsonObject &components);
    /// True: neither valijson nor check() would complain. False: one of them would, or the schema asks for what only
    /// valijson knows. Costs a small part of either.
    bool fits(const rapidjson::Value &value) const { return fits(*m_root, value); }
    /// Formats and patterns.
    void check(const rapidjson::Value &value, Complaints &complaints) const;

private:
    struct Rule {
        std::optional<Format> format;
        std::optional<QRegularExpression> pattern;
        QString title;
        std::vector<std::pair<std::string, const Rule *>> properties;
        const Rule *items = nullptr;
        const Rule *others = nullptr;
        std::vector<const Rule *> all;
        std::optional<SchemaLimits> limits; ///< unset: fits() cannot tell
        quint64 required = 0; ///< of `properties`, bits
        bool closed = false; ///< no other members
    };
    Result<const Rule *> rule(const QJsonObject &schema, const QJsonObject &components);
    Result<const Rule *> referred(const QString &pointer, const QJsonObject &components);
    Result<Done> fill(Rule &rule, const QJsonObject &schema, const QJsonObject &components);
    static void fillVerdict(Rule &rule, const QJsonObject &schema);
    static bool fits(const Rule &rule, const rapidjson::Value &value);
    static bool fitsText(const Rule &rule, std::string_view text);
    static bool fitsMembers(const Rule &rule, const rapidjson::Value &object);
    static void walk(const Rule &rule, const rapidjson::Value &value, const QString &path, Complaints &complaints);
    static void checkText(const Rule &rule, const QString &text, const QString &path, Complaints &complaints);

    std::deque<Rule> m_rules;
    QHash<QString, const Rule *> m_byName; ///< of components, also while they are being made: they may be recursive
    const Rule *m_root = nullptr;
};
}
