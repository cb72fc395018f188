// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/wireconnection.h"

#include <memory>

/// A server's OpenAPI document, and whether its answers keep what it promises.
class OpenApiDocument
{
    Q_DISABLE_COPY_MOVE(OpenApiDocument)
public:
    explicit OpenApiDocument(QJsonObject document);
    ~OpenApiDocument();

    const QJsonObject &json() const { return m_document; }
    /// The documented path that `path` is an instance of; empty when there is none.
    QString templateOf(const QString &path) const;
    QJsonObject operation(const QString &path, const QByteArray &method) const; ///< empty when there is none

    /// What is wrong with an answer to `method target`: an undocumented status or content type, or a body outside its
    /// schema. Paths that are not in the document are not judged. Unversioned paths are judged by the version that
    /// answered.
    QStringList complaints(const QByteArray &method, const QByteArray &target, const WireAnswer &answer) const;

private:
    QJsonObject resolved(const QJsonObject &maybeReference) const;
    QStringList schemaComplaints(const QJsonObject &schema, const QByteArray &body) const;

    const QJsonObject m_document;
    struct Schemas;
    std::unique_ptr<Schemas> m_schemas; ///< parsed ones, by their text
};
