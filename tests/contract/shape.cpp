// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/shape.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
QString kind(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return value.toDouble() == std::floor(value.toDouble()) ? u"whole number"_s : u"number"_s;
    case QJsonValue::String:
        return isTime(value.toString()) ? u"time"_s : u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    default:
        return u"null"_s;
    }
}

/// What the sample asks for, in the words of kind(); "" for anything.
QString wanted(const QJsonValue &sample)
{
    const QString text = sample.toString();
    if (sample.isNull())
        return {};
    if (text.startsWith(u"number"))
        return u"number"_s;
    if (text.startsWith(u"boolean"))
        return u"boolean"_s;
    if (text.contains(u"ISO 8601"))
        return u"time"_s;
    return kind(sample);
}

bool fits(const QString &actual, const QString &wanted)
{
    return wanted.isEmpty() || actual == wanted || (wanted == u"number" && actual == u"whole number")
        || (wanted == u"string" && actual == u"time");
}

QStringList memberDifferences(const QJsonObject &actual, const QJsonObject &sample, bool extra, const QString &path)
{
    QStringList found;
    for (auto it = sample.begin(); it != sample.end(); ++it) {
        if (!actual.contains(it.key()))
            found << u"%1.%2 is missing"_s.arg(path, it.key());
        else
            found << differences(actual.value(it.key()), it.value(), extra, path + u'.' + it.key());
    }
    for (auto it = actual.begin(); it != actual.end() && !extra && !sample.isEmpty(); ++it) {
        if (!sample.contains(it.key()))
            found << u"%1.%2 is not in the document"_s.arg(path, it.key());
    }
    return found;
}
}

bool isTime(const QString &text)
{
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"_s);
    return time.match(text).hasMatch();
}

QJsonObject example(const QString &name)
{
    QFile file(QStringLiteral(VOXDESK_SOURCE_DIR "/tests/contract/examples/") + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList differences(const QJsonValue &actual, const QJsonValue &sample, bool extra, const QString &path)
{
    const QString want = wanted(sample);
    if (!fits(kind(actual), want))
        return {u"%1 is a %2, expected a %3"_s.arg(path, kind(actual), want)};
    if (sample.isObject())
        return memberDifferences(actual.toObject(), sample.toObject(), extra, path);
    QStringList found;
    if (sample.isArray() && !sample.toArray().isEmpty()) {
        const QJsonArray elements = actual.toArray();
        for (qsizetype i = 0; i < elements.size(); ++i)
            found << differences(elements.at(i), sample.toArray().first(), extra, u"%1[%2]"_s.arg(path).arg(i));
    }
    return found;
}
