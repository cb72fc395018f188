// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace api
{
/// A value of a JsonDocument, read where it stands: for bodies of which a tree of QJsonValues would cost more than the
/// work itself. What is not there has no type. Lives as long as its document.
class JsonView
{
public:
    JsonView() = default;
    explicit JsonView(const void *value) ///< a rapidjson::Value
        : m_value(value)
    {
    }

    bool isThere() const { return m_value != nullptr; }
    bool isText() const;
    bool isWhole() const; ///< a whole number of up to 64 bits with a sign

    QByteArrayView text() const; ///< UTF-8; empty unless it is one
    qint64 whole() const; ///< 0 unless it is one
    double number() const; ///< 0 unless it is one

    qsizetype size() const; ///< of an array; else 0
    JsonView at(qsizetype index) const; ///< of an array, less than size()
    JsonView member(QByteArrayView name) const; ///< of an object; else nothing

private:
    const void *m_value = nullptr;
};
}
