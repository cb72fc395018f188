// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>

/// Bodies that an operation of an OpenAPI document declares: what it requires, or, when it requires nothing, the first
/// thing it allows. Texts are different each time.
class SampleBody
{
public:
    explicit SampleBody(QJsonObject document)
        : m_document(std::move(document))
    {
    }

    QJsonObject of(const QJsonObject &operation); ///< empty when it takes none

private:
    QJsonObject resolved(const QJsonObject &schema) const;
    QJsonObject object(const QJsonObject &schema);
    QJsonValue value(const QString &name, const QJsonObject &schema);
    QString text(const QString &name, const QJsonObject &schema);

    const QJsonObject m_document;
    int m_made = 0;
};
