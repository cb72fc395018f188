// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/api/jsonview.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace api
{
/// A parsed JSON text, stricter than JSON itself: no duplicate names, no U+0000, valid UTF-8, nesting up to 64, numbers
/// within a double's range. Whole numbers written as 5.0 count as integers. One thread at a time.
class JsonDocument
{
public:
    static constexpr int MostNesting = 64;

    /// BadRequest; the message names the byte offset.
    static Result<JsonDocument> parse(const QByteArray &text);
    /// The same document from a tree; what the tree cannot hold is not there.
    static JsonDocument fromObject(const QJsonObject &object);

    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    bool isObject() const;
    QJsonObject toObject() const; ///< empty when the root is not an object
    QJsonValue toValue() const;
    JsonView view() const; ///< lives as long as this

    struct Private;
    const Private &data() const { return *d; } ///< for what validates; see jsondocument_p.h

private:
    JsonDocument();
    std::unique_ptr<Private> d;
};
}
