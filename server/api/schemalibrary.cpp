// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/schemalibrary.h"

#include "server/api/jsondocument_p.h"
#include "server/api/schemaphrases.h"
#include "server/api/schemarules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace
{
/// Without what SchemaRules checks; names of properties are not keywords.
QJsonValue withoutTexts(const QJsonValue &schema, bool isNames = false)
{
    if (schema.isArray()) {
        QJsonArray out;
        const QJsonArray parts = schema.toArray();
        for (const auto &part : parts)
            out.append(withoutTexts(part));
        return out;
    }
    if (!schema.isObject())
        return schema;
    QJsonObject out;
    const QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString &key = it.key();
        if (!isNames && (key == "format"_L1 || key == "pattern"_L1))
            continue;
        const bool isData
            = !isNames && (key == "enum"_L1 || key == "const"_L1 || key == "default"_L1 || key == "example"_L1);
        out.insert(key, isData ? it.value() : withoutTexts(it.value(), !isNames && key == "properties"_L1));
    }
    return out;
}

/// Adds to `found` the components that a schema refers to, and those that they refer to, without what SchemaRules
/// checks.
void collectReferred(const QJsonValue &schema, const QJsonObject &components, QJsonObject &found)
{
    if (schema.isArray()) {
        const QJsonArray parts = schema.toArray();
        for (const auto &part : parts)
            collectReferred(part, components, found);
        return;
    }
    const QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectReferred(it.value(), components, found);
    const QString name = api::componentName(object.value("$ref"_L1).toString());
    if (name.isEmpty() || found.contains(name) || !components.contains(name))
        return;
    found.insert(name, withoutTexts(components.value(name)));
    collectReferred(found.value(name), components, found);
}

/// "[email]" and "[\"email\"]" → email.
QString field(const std::string &context)
{
    QString text = QString::fromStdString(context);
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.mid(1, text.size() - 2);
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text;
}

QStringList pathOf(const valijson::ValidationResults::Error &error)
{
    QStringList path;
    for (auto it = std::next(error.context.begin(), error.context.empty() ? 0 : 1); it != error.context.end(); ++it)
        path << field(*it);
    return path;
}

/// Values of a document up to which valijson is asked for reasons: it collects some for each.
constexpr qsizetype MostExplained = 20'000;

/// Whether a document holds more values than are `left`, which are counted down.
bool holdsMore(const rapidjson::Value &value, qsizetype &left)
{
    if (--left < 0)
        return true;
    if (value.IsArray())
        return std::ranges::any_of(value.GetArray(), [&](const auto &item) { return holdsMore(item, left); });
    return value.IsObject() && std::any_of(value.MemberBegin(), value.MemberEnd(), [&](const auto &member) {
               return holdsMore(member.value, left);
           });
}

bool hasDeeper(const api::Complaints &complaints, const QString &path)
{
    if (path.isEmpty())
        return !complaints.isEmpty();
    const auto next = complaints.lowerBound(path + u'.');
    return next != complaints.end() && next.key().startsWith(path + u'.');
}
}

namespace api
{
struct CompiledSchema::Private {
    QJsonObject text;
    QJsonObject components;
    valijson::Schema schema;
    SchemaRules rules;

    void explainAll(const valijson::ValidationResults &results, const QJsonValue &root, Complaints &complaints) const;
};

void CompiledSchema::Private::explainAll(const valijson::ValidationResults &results, const QJsonValue &root,
                                         Complaints &complaints) const
{
    // The deepest first: what is said of a field makes its parents' "does not fit" redundant.
    std::vector<QStringList> paths;
    for (const auto &error : results)
        paths.push_back(pathOf(error));
    std::ranges::stable_sort(paths, std::ranges::greater{}, &QStringList::size);
    for (const QStringList &path : paths) {
        if (complaints.size() >= MostComplaints)
            return;
        const QString dotted = path.join(u'.');
        if (complaints.contains(dotted))
            continue;
        const bool said
            = explain(schemaAt(text, components, path), components, valueAt(root, path), dotted, complaints);
        if (!said && !hasDeeper(complaints, dotted))
            complaints.insert(dotted, labelOf(dotted) + u" is not valid"_s);
    }
}

CompiledSchema::CompiledSchema(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

CompiledSchema::~CompiledSchema() = default;

QMap<QString, QString> CompiledSchema::check(const JsonDocument &document) const
{
    return surelyFits(document) ? Complaints() : checkThoroughly(document);
}

bool CompiledSchema::surelyFits(const JsonDocument &document) const { return d->rules.fits(document.data().root); }

QMap<QString, QString> CompiledSchema::checkThoroughly(const JsonDocument &document) const
{
    const rapidjson::Value &root = document.data().root;
    Complaints complaints;
    const auto told = d->rules.explain(root, complaints);
    if (told.isEnough || (d->rules.tellsAll() && !complaints.isEmpty()))
        return complaints;
    const valijson::adapters::RapidJsonAdapter target(root);
    valijson::Validator validator;
    // Asked for the verdict first: collecting reasons costs, and most bodies are right.
    if (validator.validate(d->schema, target, nullptr))
        return complaints;
    qsizetype explained = MostExplained;
    if (holdsMore(root, explained)) {
        if (complaints.isEmpty())
            complaints.insert(QString(), u"The body is not valid"_s);
        return complaints;
    }
    valijson::ValidationResults results;
    validator.validate(d->schema, target, &results);
    d->explainAll(results, document.toValue(), complaints);
    return complaints;
}

const QJsonObject &CompiledSchema::text() const { return d->text; }

SchemaLibrary::SchemaLibrary() = default;
SchemaLibrary::~SchemaLibrary() = default;

Result<Done> SchemaLibrary::add(const QList<Component> &components)
{
    const std::scoped_lock lock(m_mutex);
    for (const Component &component : components) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(component.schema, &error);
        if (!document.isObject())
            return Error{
                ErrorCode::InternalError,
                u"Component %1 is not a JSON object: %2"_s.arg(QString::fromUtf8(component.name), error.errorString())};
        const QString name = QString::fromUtf8(component.name);
        if (m_components.contains(name) && m_components.value(name).toObject() != document.object())
            return Error{ErrorCode::InternalError, u"Component %1 is declared twice, differently."_s.arg(name)};
        m_components.insert(name, document.object());
    }
    return Done{};
}

Result<std::shared_ptr<const CompiledSchema>> SchemaLibrary::compile(const Schema &schema)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_compiled.value(schema))
        return known;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(schema, &error);
    if (!document.isObject())
        return Error{ErrorCode::InternalError,
                     u"A schema is not a JSON object (%1): %2"_s.arg(error.errorString(), QString::fromUtf8(schema))};
    auto made = std::make_unique<CompiledSchema::Private>();
    made->text = schemaAt(document.object(), m_components, {});
    made->components = m_components;
    const auto ruled = made->rules.compile(document.object(), m_components);
    if (!ruled)
        return ruled.error();
    QJsonObject whole = withoutTexts(made->text).toObject();
    QJsonObject parts;
    collectReferred(whole, m_components, parts);
    whole.insert(u"components"_s, QJsonObject{{u"schemas"_s, parts}});
    const JsonDocument text = JsonDocument::fromObject(whole);
    try {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::RapidJsonAdapter(text.data().root), made->schema);
    } catch (const std::exception &problem) {
        return Error{
            ErrorCode::InternalError,
            u"A schema is wrong: %1 in %2"_s.arg(QString::fromUtf8(problem.what()), QString::fromUtf8(schema))};
    }
    const auto kept = std::make_shared<const CompiledSchema>(std::move(made));
    m_compiled.insert(schema, kept);
    return kept;
}

QJsonObject SchemaLibrary::component(const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    return m_components.value(name).toObject();
}

QJsonObject SchemaLibrary::resolved(const QJsonObject &schema) const
{
    const std::scoped_lock lock(m_mutex);
    return schemaAt(schema, m_components, {});
}

QString fieldLabel(const QString &name)
{
    if (name == "phone"_L1)
        return u"Phone number"_s;
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    if (isIndex)
        return u"Entry %1"_s.arg(index + 1);
    QString label;
    for (const QChar c : name) {
        if (c == u'_' || c == u'-')
            label += u' ';
        else if (c.isUpper() && !label.isEmpty() && !label.back().isUpper())
            label += u' ' + c.toLower();
        else
            label += c;
    }
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}
}
