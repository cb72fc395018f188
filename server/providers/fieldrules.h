// SPDX-License-Identifier: GPL-3.0-or-later
// Inside server/providers only: whether settings fit their fields.
#pragma once

#include "server/providers/registry.h"

namespace providers
{
class FieldRules
{
public:
    FieldRules(const QList<Field> &fields, QString path, Complaints &complaints)
        : m_fields(fields)
        , m_path(std::move(path))
        , m_complaints(complaints)
    {
    }

    void allow(const QString &member) { m_allowed << member; } ///< somebody else checks it
    /// `owner`: whose fields they are ("OpenAI"); empty: nobody's.
    void check(const QJsonObject &settings, const QString &owner);
    /// Whether the voice belongs to the model.
    void checkVoice(const Section &section, const QJsonObject &settings);

    /// What is wrong with one value; empty when it fits.
    static QString complaint(const Field &field, const QJsonValue &value);

private:
    void complain(const QString &member, const QString &what);

    const QList<Field> m_fields;
    const QString m_path;
    Complaints &m_complaints;
    QStringList m_allowed;
};
}
