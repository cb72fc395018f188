// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/openapidocument.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <rapidjson/document.h>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

struct OpenApiDocument::Schemas {
    QHash<QByteArray, std::shared_ptr<valijson::Schema>> parsed;
};

namespace
{
/// How many segments are parameters; -1: not an instance of it.
int instanceOf(const QStringList &path, const QStringList &pattern)
{
    if (path.size() != pattern.size())
        return -1;
    int parameters = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (pattern[i].startsWith(u'{'))
            ++parameters;
        else if (pattern[i] != path[i])
            return -1;
    }
    return parameters;
}

/// valijson holds a null against "format", which speaks of text only.
QJsonValue withoutNullableFormats(const QJsonValue &schema)
{
    if (schema.isArray()) {
        QJsonArray elements;
        for (const QJsonValue &element : schema.toArray())
            elements << withoutNullableFormats(element);
        return elements;
    }
    if (!schema.isObject())
        return schema;
    QJsonObject changed = schema.toObject();
    if (changed.value(u"type"_s).toArray().contains(u"null"_s))
        changed.remove(u"format"_s);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        it.value() = withoutNullableFormats(it.value());
    return changed;
}

QString plainPath(const QByteArray &target, const WireAnswer &answer)
{
    QString path = QString::fromUtf8(target).section(u'?', 0, 0);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    const QString version = QString::fromUtf8(answer.header("X-API-Version"));
    const QString second = path.section(u'/', 2, 2);
    if (path.startsWith(u"/api/") && second != u"v1" && second != u"v2" && !version.isEmpty())
        return u"/api/"_s + version + path.mid(4);
    return path;
}
}

OpenApiDocument::OpenApiDocument(QJsonObject document)
    : m_document(std::move(document))
    , m_schemas(std::make_unique<Schemas>())
{
}

OpenApiDocument::~OpenApiDocument() = default;

QString OpenApiDocument::templateOf(const QString &path) const
{
    const QJsonObject paths = m_document.value(u"paths"_s).toObject();
    QString best;
    int fewest = 1000;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        const int parameters = instanceOf(path.split(u'/'), it.key().split(u'/'));
        if (parameters >= 0 && parameters < fewest) {
            best = it.key();
            fewest = parameters;
        }
    }
    return best;
}

QJsonObject OpenApiDocument::operation(const QString &path, const QByteArray &method) const
{
    const QJsonObject item = m_document.value(u"paths"_s).toObject().value(templateOf(path)).toObject();
    return item.value(QString::fromLatin1(method).toLower()).toObject();
}

QJsonObject OpenApiDocument::resolved(const QJsonObject &maybeReference) const
{
    const QString reference = maybeReference.value(u"$ref"_s).toString();
    if (reference.isEmpty())
        return maybeReference;
    QJsonValue node = m_document;
    for (const QString &name : reference.mid(2).split(u'/'))
        node = node.toObject().value(name);
    return node.toObject();
}

QStringList OpenApiDocument::schemaComplaints(const QJsonObject &schema, const QByteArray &body) const
{
    using Adapter = valijson::adapters::RapidJsonAdapter; // the one for Qt knows no integers beyond 32 bits
    rapidjson::Document json;
    if (json.Parse(body.constData(), std::size_t(body.size())).HasParseError())
        return {u"the body is not JSON"_s};
    const QByteArray key = QJsonDocument(schema).toJson(QJsonDocument::Compact);
    QStringList found;
    try {
        auto &parsed = m_schemas->parsed[key];
        if (!parsed) {
            // References start at the document's root, so the schema is parsed as part of one that has its components.
            parsed = std::make_shared<valijson::Schema>();
            const QJsonObject whole{{u"components"_s, m_document.value(u"components"_s)},
                                    {u"allOf"_s, QJsonArray{schema}}};
            const QByteArray text = QJsonDocument(withoutNullableFormats(whole).toObject()).toJson();
            rapidjson::Document root;
            root.Parse(text.constData(), std::size_t(text.size()));
            valijson::SchemaParser().populateSchema(Adapter(root), *parsed);
        }
        valijson::ValidationResults results;
        if (!valijson::Validator().validate(*parsed, Adapter(json), &results)) {
            valijson::ValidationResults::Error error;
            while (results.popError(error)) {
                QString where;
                for (const std::string &part : error.context)
                    where += QString::fromStdString(part);
                found << where + u": "_s + QString::fromStdString(error.description);
            }
        }
    } catch (const std::exception &e) {
        m_schemas->parsed.remove(key);
        found << u"the schema cannot be read: "_s + QString::fromUtf8(e.what());
    }
    return found;
}

QStringList OpenApiDocument::complaints(const QByteArray &method, const QByteArray &target,
                                        const WireAnswer &answer) const
{
    const QString path = plainPath(target, answer);
    const QJsonObject routes = operation(path, method == "HEAD" ? "GET" : method);
    if (routes.isEmpty() || answer.status == 0)
        return {};
    const QString what = u"%1 %2 → %3: "_s.arg(QString::fromUtf8(method), QString::fromUtf8(target)).arg(answer.status);
    const QJsonObject responses = routes.value(u"responses"_s).toObject();
    const QString status = QString::number(answer.status);
    if (!responses.contains(status) && !responses.contains(u"default"_s))
        return {what + u"the document does not name this status"_s};
    const QJsonObject response
        = resolved(responses.value(responses.contains(status) ? status : u"default"_s).toObject());
    if (method == "HEAD" || answer.status == 304 || answer.status == 204)
        return {};
    const QJsonObject content = response.value(u"content"_s).toObject();
    const QString type = QString::fromUtf8(answer.header("Content-Type")).section(u';', 0, 0).trimmed();
    if (!content.contains(type))
        return {what + u"the document does not name the content type '%1'"_s.arg(type)};
    if (type != u"application/json" || answer.has("Content-Encoding"))
        return {};
    QStringList found = schemaComplaints(content.value(type).toObject().value(u"schema"_s).toObject(), answer.body);
    for (QString &sentence : found)
        sentence.prepend(what);
    return found;
}
