// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonview.h"

#include <rapidjson/document.h>

namespace api
{
namespace
{
const rapidjson::Value &valueOf(const void *value)
{
    static const rapidjson::Value nothing;
    return value ? *static_cast<const rapidjson::Value *>(value) : nothing;
}
}

bool JsonView::isText() const { return valueOf(m_value).IsString(); }

bool JsonView::isWhole() const { return valueOf(m_value).IsInt64(); }

QByteArrayView JsonView::text() const
{
    const rapidjson::Value &value = valueOf(m_value);
    return value.IsString() ? QByteArrayView(value.GetString(), qsizetype(value.GetStringLength())) : QByteArrayView();
}

qint64 JsonView::whole() const
{
    const rapidjson::Value &value = valueOf(m_value);
    return value.IsInt64() ? value.GetInt64() : 0;
}

double JsonView::number() const
{
    const rapidjson::Value &value = valueOf(m_value);
    return value.IsNumber() ? value.GetDouble() : 0;
}

qsizetype JsonView::size() const
{
    const rapidjson::Value &value = valueOf(m_value);
    return value.IsArray() ? qsizetype(value.Size()) : 0;
}

JsonView JsonView::at(qsizetype index) const { return JsonView(&valueOf(m_value)[rapidjson::SizeType(index)]); }

JsonView JsonView::member(QByteArrayView name) const
{
    const rapidjson::Value &value = valueOf(m_value);
    if (!value.IsObject())
        return {};
    const auto found
        = value.FindMember(rapidjson::Value(rapidjson::StringRef(name.data(), rapidjson::SizeType(name.size()))));
    return found == value.MemberEnd() ? JsonView() : JsonView(&found->value);
}
}
