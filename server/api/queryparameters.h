// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/schemalibrary.h"

#include <QMap>
#include <QStringList>

namespace api
{
/// Percent-decoded; '+' stays '+'. Nothing for a bad escape, a NUL, or bytes that are not UTF-8.
std::optional<QString> decodedText(QByteArrayView encoded);

/// BadRequest for what no schema can say: "start_date", "must be a day".
Error wrongParameter(const QString &name, const QString &what);

/// The declared query parameters of a route: names, types, and the check of what came.
class QueryParameters
{
public:
    /// `schema`: an object schema whose properties are the parameters.
    static Result<QueryParameters> compile(const Schema &schema, SchemaLibrary &schemas);

    /// A raw query string as a typed object. An array takes commas or repetition. BadRequest; details name the
    /// parameters: one that is not declared, too, for a misspelt filter would answer with everything.
    Result<QJsonObject> read(const QByteArray &query) const;

private:
    enum class Type { Text, Integer, Number, Flag, List };
    struct Parameter {
        Type type = Type::Text;
        Type items = Type::Text; ///< of a List
    };
    static Type typeOf(const QJsonObject &schema);
    static Result<QJsonValue> typed(Type type, const QString &text);

    std::shared_ptr<const CompiledSchema> m_schema;
    QMap<QString, Parameter> m_parameters;
};
}
