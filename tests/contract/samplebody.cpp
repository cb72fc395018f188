// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/samplebody.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

QJsonObject SampleBody::of(const QJsonObject &operation)
{
    const QJsonObject content = operation.value(u"requestBody"_s).toObject().value(u"content"_s).toObject();
    return object(content.value(u"application/json"_s).toObject().value(u"schema"_s).toObject());
}

QJsonObject SampleBody::resolved(const QJsonObject &schema) const
{
    const QString reference = schema.value(u"$ref"_s).toString();
    if (reference.isEmpty())
        return schema;
    QJsonValue at = m_document;
    for (const QString &part : reference.mid(2).split(u'/'))
        at = at[part];
    return resolved(at.toObject());
}

QJsonObject SampleBody::object(const QJsonObject &declared)
{
    const QJsonObject schema = resolved(declared);
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    QStringList names;
    for (const QJsonValue name : schema.value(u"required"_s).toArray())
        names << name.toString();
    if (names.isEmpty()) {
        // Not another row's id: there may be none.
        const auto keys = properties.keys();
        const auto first = std::ranges::find_if(keys, [](const QString &key) { return !key.endsWith(u"_id"_s); });
        if (properties.contains(u"name"_s))
            names << u"name"_s;
        else if (first != keys.end())
            names << *first;
    }
    QJsonObject made;
    for (const QString &name : std::as_const(names))
        made.insert(name, value(name, properties.value(name).toObject()));
    return made;
}

QJsonValue SampleBody::value(const QString &name, const QJsonObject &declared)
{
    const QJsonObject schema = resolved(declared);
    if (schema.contains(u"const"_s))
        return schema.value(u"const"_s);
    if (schema.contains(u"enum"_s))
        return schema.value(u"enum"_s).toArray().first();
    for (const QString &choice : {u"anyOf"_s, u"oneOf"_s}) {
        if (schema.contains(choice))
            return value(name, schema.value(choice).toArray().first().toObject());
    }
    const QJsonValue types = schema.value(u"type"_s);
    const QString type = types.isArray() ? types.toArray().first().toString() : types.toString();
    if (type == u"object")
        return object(schema);
    if (type == u"array") {
        QJsonArray items;
        for (int i = 0; i < schema.value(u"minItems"_s).toInt(); ++i)
            items << value(name, schema.value(u"items"_s).toObject());
        return items;
    }
    if (type == u"integer" || type == u"number")
        return schema.value(u"minimum"_s).toDouble(1);
    if (type == u"boolean")
        return true;
    return text(name, schema);
}

QString SampleBody::text(const QString &name, const QJsonObject &schema)
{
    const QString format = schema.value(u"format"_s).toString();
    const QString number = QString::number(++m_made);
    if (format == u"email")
        return u"sample%1@isolation.example"_s.arg(number);
    if (format == u"date-time")
        return QDateTime::currentDateTimeUtc().addSecs(-60).toString(Qt::ISODateWithMs);
    if (format == u"date")
        return QDate::currentDate().toString(Qt::ISODate);
    if (format == u"uri")
        return u"https://sample.example/%1"_s.arg(number);
    if (schema.value(u"pattern"_s).toString().contains(u"\\+"_s))
        return u"+1555%1"_s.arg(1000000 + m_made);
    return QString(name + u"-sample-"_s + number).leftJustified(schema.value(u"minLength"_s).toInt(), u'x');
}
