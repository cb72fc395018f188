// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a schema that valijson does not check well: formats, and patterns without std::regex, whose recursion a
// long string can drive off the stack. And a quick verdict for what is right, which nearly every body is; and reasons
// for what is wrong that cost no more than they are worth: valijson collects one for each of a million entries.
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
    struct Told {
        bool isEnough = false; ///< too much is wrong for more to be said, or something is too large to look into
        qsizetype visited = 0; ///< values looked at
    };
    /// What is wrong, up to CompiledSchema::MostComplaints. Sizes count before what is inside.
    Told explain(const rapidjson::Value &value, Complaints &complaints) const;
    /// Whether explain() knows everything that the schema asks for, but for whole numbers beyond 64 bits.
    bool tellsAll() const;

private:
    struct Rule {
        QJsonObject schema;
        std::optional<Format> format;
        std::optional<QRegularExpression> pattern;
        QString title;
        qint64 mostItems = std::numeric_limits<qint64>::max();
        qint64 mostMembers = std::numeric_limits<qint64>::max();
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
    struct Walk;
    static const Rule *exceeded(const Rule &rule, const rapidjson::Value &value);
    static void look(const Rule &rule, const rapidjson::Value &value, const QString &path, const QString &title,
                     Walk &walk);
    static void lookInto(const Rule &rule, const rapidjson::Value &value, const QString &path, Walk &walk);
    static void checkText(const Rule &rule, const QString &text, const QString &path, const QString &label, Walk &walk);
    static void checkMembers(const Rule &rule, const rapidjson::Value &object, const QString &path,
                             const QString &label, Walk &walk);
    static QString titleOf(const Rule &rule);

    std::deque<Rule> m_rules;
    QHash<QString, const Rule *> m_byName; ///< of components, also while they are being made: they may be recursive
    const Rule *m_root = nullptr;
};
}
