// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/fieldrules.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace providers
{
namespace
{
constexpr qsizetype MostNamed = 40; ///< choices that a sentence lists

QString textOf(const QJsonValue &value) { return value.isString() ? value.toString() : value.toVariant().toString(); }

QString listed(const QList<QJsonValue> &values)
{
    QStringList texts;
    for (const QJsonValue &value : values.first(std::min(values.size(), MostNamed)))
        texts << textOf(value);
    return texts.join(", "_L1) + (values.size() > MostNamed ? u", …"_s : QString());
}

bool isOfType(FieldType type, const QJsonValue &value)
{
    switch (type) {
    case FieldType::Text:
        return value.isString();
    case FieldType::Integer:
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    case FieldType::Number:
        return value.isDouble();
    case FieldType::Boolean:
        return value.isBool();
    }
    return false;
}

QString typePhrase(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return u"text"_s;
    case FieldType::Integer:
        return u"a whole number"_s;
    case FieldType::Number:
        return u"a number"_s;
    case FieldType::Boolean:
        return u"true or false"_s;
    }
    return {};
}

QString numberComplaint(const Field &field, double value)
{
    if (field.min && value < *field.min)
        return u"must be at least %1"_s.arg(*field.min);
    if (field.max && value > *field.max)
        return u"must be at most %1"_s.arg(*field.max);
    return {};
}

QString textComplaint(const Field &field, const QString &value)
{
    if (value.toUcs4().size() > field.longest())
        return u"must have at most %1 characters"_s.arg(field.longest());
    if (field.pattern && !field.pattern->match(value).hasMatch())
        return u"has the wrong form"_s;
    return {};
}
}

QString FieldRules::complaint(const Field &field, const QJsonValue &value)
{
    if (!isOfType(field.type, value))
        return u"must be "_s + typePhrase(field.type);
    if (!field.choices.isEmpty())
        return field.choices.contains(value) ? QString() : u"must be one of "_s + listed(field.choices);
    if (value.isDouble())
        return numberComplaint(field, value.toDouble());
    return value.isString() ? textComplaint(field, value.toString()) : QString();
}

void FieldRules::complain(const QString &member, const QString &what)
{
    m_complaints.insert(m_path.isEmpty() ? member : QString(m_path % u'.' % member), what);
}

void FieldRules::check(const QJsonObject &settings, const QString &owner)
{
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (m_allowed.contains(it.key()))
            continue;
        const auto field = std::ranges::find(m_fields, it.key(), &Field::name);
        if (field == m_fields.end()) {
            complain(it.key(), owner.isEmpty() ? u"is not a setting"_s : u"is not a setting of "_s + owner);
            continue;
        }
        if (const QString what = complaint(*field, it.value()); !what.isEmpty())
            complain(it.key(), field->label % u' ' % what);
    }
}

void FieldRules::checkVoice(const Section &section, const QJsonObject &settings)
{
    const QString model = settings["model"_L1].toString(section.defaultModel);
    const Voice *voice = section.voice(settings["voice"_L1].toString());
    if (voice && !voice->models.isEmpty() && section.model(model) && !voice->models.contains(model))
        complain(u"voice"_s, u"Voice is none of %1's"_s.arg(section.model(model)->label));
}
}
