// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonwriter.h"

#include "server/api/isotime.h"

#include <QJsonArray>
#include <QJsonObject>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace api
{
namespace
{
/// Whether a string holds it as it is: printable ASCII without quote and backslash.
bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return u >= 0x20 && u < 0x7f && u != u'"' && u != u'\\';
    });
}
}

struct JsonWriter::Private {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};

    /// Room for `size` bytes of a finished value; the writer only puts the comma or colon before it. It would look at
    /// every byte of what is known to be right.
    char *place(std::size_t size, rapidjson::Type type)
    {
        writer.RawValue("", 0, type);
        return buffer.Push(size);
    }
    void quoted(QLatin1StringView text)
    {
        const auto size = std::size_t(text.size());
        char *out = place(size + 2, rapidjson::kStringType);
        *out = '"';
        if (size > 0)
            std::memcpy(out + 1, text.data(), size);
        out[size + 1] = '"';
    }
};

JsonWriter::JsonWriter()
    : d(std::make_unique<Private>())
{
}

JsonWriter::JsonWriter(JsonWriter &&) noexcept = default;
JsonWriter &JsonWriter::operator=(JsonWriter &&) noexcept = default;
JsonWriter::~JsonWriter() = default;

JsonWriter &JsonWriter::beginObject()
{
    d->writer.StartObject();
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    d->writer.EndObject();
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    d->writer.StartArray();
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    d->writer.EndArray();
    return *this;
}

JsonWriter &JsonWriter::key(QLatin1StringView name)
{
    d->quoted(name);
    return *this;
}

JsonWriter &JsonWriter::key(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    d->writer.Key(utf8.constData(), rapidjson::SizeType(utf8.size()));
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    if (!isPlain(text))
        return value(text.toUtf8());
    char *out = d->place(std::size_t(text.size()) + 2, rapidjson::kStringType);
    *out++ = '"';
    for (const QChar c : text)
        *out++ = c.toLatin1();
    *out = '"';
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1StringView text)
{
    d->writer.String(text.data() ? text.data() : "", rapidjson::SizeType(text.size()));
    return *this;
}

JsonWriter &JsonWriter::value(const QByteArray &utf8)
{
    d->writer.String(utf8.constData(), rapidjson::SizeType(utf8.size()));
    return *this;
}

JsonWriter &JsonWriter::value(bool flag)
{
    d->writer.Bool(flag);
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    d->writer.Double(number);
    return *this;
}

JsonWriter &JsonWriter::value(const QDateTime &time)
{
    if (!time.isValid())
        return null();
    const QByteArray text = isoTime(time.toMSecsSinceEpoch());
    d->quoted(QLatin1StringView(text.constData(), text.size()));
    return *this;
}

JsonWriter &JsonWriter::value(QDate date) { return date.isValid() ? value(date.toString(Qt::ISODate)) : null(); }

JsonWriter &JsonWriter::value(const QJsonValue &tree)
{
    switch (tree.type()) {
    case QJsonValue::Bool:
        return value(tree.toBool());
    case QJsonValue::Double: {
        const QVariant number = tree.toVariant();
        return number.typeId() == QMetaType::LongLong ? integer(number.toLongLong()) : value(number.toDouble());
    }
    case QJsonValue::String:
        return value(tree.toString());
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray items = tree.toArray();
        for (const auto &item : items)
            value(QJsonValue(item));
        return endArray();
    }
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = tree.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            key(it.key()).value(QJsonValue(it.value()));
        return endObject();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return null();
}

JsonWriter &JsonWriter::null()
{
    d->writer.Null();
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    const auto size = std::size_t(json.size());
    if (size > 0)
        std::memcpy(d->place(size, rapidjson::kObjectType), json.data(), size);
    return *this;
}

JsonWriter &JsonWriter::integer(qint64 number)
{
    d->writer.Int64(number);
    return *this;
}

QByteArray JsonWriter::take()
{
    QByteArray out(d->buffer.GetString(), qsizetype(d->buffer.GetSize()));
    d->buffer.Clear();
    d->writer.Reset(d->buffer);
    return out;
}
}
