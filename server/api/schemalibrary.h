// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/jsondocument.h"
#include "server/api/route.h"

#include <QJsonObject>
#include <QMap>

#include <mutex>

namespace api
{
/// A JSON Schema ready to check with. Immutable; any thread.
class CompiledSchema
{
    Q_DISABLE_COPY_MOVE(CompiledSchema)
public:
    /// Wrong fields that are named: an answer is not to be larger than the nonsense that was sent, and what is wrong
    /// beyond them is not looked at.
    static constexpr qsizetype MostComplaints = 100;

    struct Private;
    explicit CompiledSchema(std::unique_ptr<Private> data);
    ~CompiledSchema();

    /// Every wrong field, up to MostComplaints (dotted path, "" for the root) → a sentence for people. Empty: valid. A
    /// list or an object that is too large is said without a look at what it holds, and nothing after it.
    QMap<QString, QString> check(const JsonDocument &document) const;
    /// The two halves of check(): true when the document is surely valid, which costs a small part of finding out why
    /// one is not; and the long way, which is always right.
    bool surelyFits(const JsonDocument &document) const;
    QMap<QString, QString> checkThoroughly(const JsonDocument &document) const;
    const QJsonObject &text() const; ///< with a top-level $ref replaced by what it names

private:
    std::unique_ptr<Private> d;
};

/// Compiles schemas and keeps them by their text. "#/components/schemas/X" names a component. Any thread.
///
/// Understood: what valijson knows of draft 7 (type, enum, const, lengths, ranges, required, properties,
/// additionalProperties, items, allOf/anyOf/oneOf/not, …), `format` (email, date-time, date, time, uri, uuid) and
/// `pattern` (QRegularExpression). The last two are checked along properties, items, additionalProperties, allOf and
/// $ref, not inside anyOf/oneOf/not. `title` is the name a sentence uses for the field; without one it is made from the
/// field's name.
class SchemaLibrary
{
    Q_DISABLE_COPY_MOVE(SchemaLibrary)
public:
    SchemaLibrary();
    ~SchemaLibrary();

    /// Components that schemas may refer to. The same name again must bring the same schema.
    Result<Done> add(const QList<Component> &components);
    /// Error: not JSON, or a reference to nothing; the message says which.
    Result<std::shared_ptr<const CompiledSchema>> compile(const Schema &schema);
    QJsonObject component(const QString &name) const;
    /// The schema with a top-level $ref replaced by what it names.
    QJsonObject resolved(const QJsonObject &schema) const;

private:
    mutable std::mutex m_mutex;
    QJsonObject m_components;
    QHash<Schema, std::shared_ptr<const CompiledSchema>> m_compiled;
};

/// "firstName" and "first_name" → "First name"; "phone" → "Phone number".
QString fieldLabel(const QString &field);
}
