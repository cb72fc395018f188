// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headers.h"

#include <algorithm>

namespace http
{
namespace
{
bool sameName(const QByteArray &a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}
}

void Headers::set(QByteArray name, QByteArray value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::remove(QByteArrayView name)
{
    if (contains(name))
        m_fields.removeIf([name](const Field &field) { return sameName(field.first, name); });
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field.first, name))
            return field.second.isNull() ? QByteArray("") : field.second;
    }
    return {};
}

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(begin(), end(), [name](const Field &field) { return sameName(field.first, name); });
}

qsizetype Headers::count(QByteArrayView name) const
{
    return std::count_if(begin(), end(), [name](const Field &field) { return sameName(field.first, name); });
}
}
