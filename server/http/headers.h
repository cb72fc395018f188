// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace http
{
/// Header fields in the order they came. Names compare without regard to case; values are trimmed.
class Headers
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    void add(QByteArray name, QByteArray value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    void set(QByteArray name, QByteArray value); ///< replaces every field of that name
    void remove(QByteArrayView name);
    /// The first field's value; null when there is none.
    QByteArray value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    qsizetype count(QByteArrayView name) const;

    auto begin() const { return m_fields.cbegin(); }
    auto end() const { return m_fields.cend(); }
    bool isEmpty() const { return m_fields.isEmpty(); }
    void reserve(qsizetype n) { m_fields.reserve(n); }

private:
    QList<Field> m_fields;
};
}
