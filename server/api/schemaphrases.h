// SPDX-License-Identifier: GPL-3.0-or-later
// Says in sentences why a value does not fit its schema; where it does not is valijson's verdict.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace api
{
/// "X" of "#/components/schemas/X"; empty for anything else.
QString componentName(const QString &pointer);
QString joined(const QString &path, const QString &field); ///< dotted
QString labelOf(const QString &path); ///< of the last field of a dotted path

/// The schema of the value at `path`, through properties, items, additionalProperties, allOf and $ref; empty when there
/// is none.
QJsonObject schemaAt(const QJsonObject &schema, const QJsonObject &components, const QStringList &path);
QJsonValue valueAt(const QJsonValue &root, const QStringList &path);

/// What a value must be by this level of its schema ("must be text"); empty when it is that. Of a list or an object,
/// which may be huge, only the kind and the number of `entries` count.
QString phrase(const QJsonObject &schema, const QJsonValue &value, qsizetype entries);
/// The same of a text that a pattern refuses.
QString patternPhrase(const QString &pattern);

/// Adds what is wrong with the value at `path`: its missing or unknown members, or itself. True when something was
/// said.
bool explain(const QJsonObject &schema, const QJsonObject &components, const QJsonValue &value, const QString &path,
             QMap<QString, QString> &complaints);
}
