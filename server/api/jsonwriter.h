// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

namespace api
{
/// Writes compact UTF-8 JSON straight into bytes; what handlers fill Answer::json with. A thin layer over RapidJSON's
/// Writer.
///
///     JsonWriter json;
///     json.beginObject().member("id"_L1, user.id).member("createdAt"_L1, user.createdAt).endObject();
///     return Answer{.json = json.take()};
///
/// Calls must nest as JSON does (asserted in debug builds by RapidJSON). One thread at a time.
class JsonWriter
{
    Q_DISABLE_COPY(JsonWriter)
public:
    JsonWriter();
    JsonWriter(JsonWriter &&) noexcept;
    JsonWriter &operator=(JsonWriter &&) noexcept;
    ~JsonWriter();

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QLatin1StringView name); ///< ASCII
    JsonWriter &key(const QString &name);

    JsonWriter &value(const QString &text); ///< lone surrogates become U+FFFD
    JsonWriter &value(QLatin1StringView text); ///< ASCII
    JsonWriter &value(const QByteArray &utf8); ///< must be valid UTF-8
    JsonWriter &value(bool flag);
    JsonWriter &value(double number); ///< NaN and infinities become null
    JsonWriter &value(const QDateTime &time); ///< "2024-01-01T00:00:00.000Z"; an invalid one becomes null
    JsonWriter &value(QDate date); ///< "2024-01-31"; an invalid one becomes null
    JsonWriter &value(const QJsonValue &tree); ///< free-form data (metadata, custom fields)
    JsonWriter &value(const char *) = delete; ///< would silently become a bool
    JsonWriter &null();
    JsonWriter &raw(QByteArrayView json); ///< a finished JSON value, taken as it is

    template<std::integral Integer>
    requires(!std::same_as<Integer, bool>) JsonWriter &value(Integer number) { return integer(qint64(number)); }

    template<typename T>
    JsonWriter &value(const std::optional<T> &maybe)
    {
        return maybe ? value(*maybe) : null();
    }

    template<typename Key, typename T>
    JsonWriter &member(const Key &name, const T &what)
    {
        key(name);
        return value(what);
    }

    /// The finished document; the writer starts anew.
    QByteArray take();

private:
    JsonWriter &integer(qint64 number);
    struct Private;
    std::unique_ptr<Private> d;
};
}
