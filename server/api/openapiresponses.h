// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of routes in the OpenAPI document, with the headers that each status carries.
#pragma once

#include "server/api/route.h"

#include <QHash>
#include <QJsonObject>

namespace api
{
/// {"$ref": "#/components/KIND/NAME"}.
QJsonObject openApiReference(const QString &kind, const QString &name);
QJsonObject jsonContent(const QJsonObject &schema);

/// Every header that an answer may carry, by its name.
QJsonObject openApiHeaders();

/// The answers of one document. What many routes answer alike is written once: with it in each of them the document
/// would be four times as long.
class OpenApiResponses
{
public:
    /// By status; `components` are the schemas.
    QJsonObject of(const Route &route, Version version, const QJsonObject &components);
    const QJsonObject &all() const { return m_all; } ///< the components that the others refer to

private:
    /// A reference to the component that is `response`; `kind` begins its name.
    QJsonObject shared(const QString &kind, const QJsonObject &response);

    QJsonObject m_all;
    QHash<QByteArray, QString> m_names;
    QHash<QString, int> m_counts;
};
}
