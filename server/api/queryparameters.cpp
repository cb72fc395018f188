// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/queryparameters.h"

#include "server/api/schemaphrases.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 LargestNumber = 1LL << 53;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = char(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Error badQuery(QMap<QString, QString> details)
{
    QString message = u"A query parameter is wrong: "_s + details.first();
    return {ErrorCode::BadRequest, std::move(message), std::move(details)};
}

Error unknown(const QString &parameter, const QStringList &known)
{
    const QString name = parameter.left(64); // nobody's flood of characters comes back to them
    return {ErrorCode::BadRequest,
            u"There is no query parameter %1 here, only %2."_s.arg(name, known.join(u", "_s)),
            {{name, u"Unknown parameter"_s}}};
}

struct Pair {
    QString name;
    QString value;
};

std::optional<Pair> decodedPair(const QByteArray &part)
{
    QByteArray spaced = part;
    spaced.replace('+', ' ');
    const qsizetype equals = spaced.indexOf('=');
    const auto name = api::decodedText(QByteArrayView(spaced).first(equals < 0 ? spaced.size() : equals));
    const auto value = api::decodedText(equals < 0 ? QByteArrayView() : QByteArrayView(spaced).sliced(equals + 1));
    if (!name || !value)
        return {};
    return Pair{*name, *value};
}
}

namespace api
{
Error wrongParameter(const QString &name, const QString &what)
{
    return {ErrorCode::BadRequest, QString(u"A query parameter is wrong: "_s % name % u' ' % what), {{name, what}}};
}

std::optional<QString> decodedText(QByteArrayView encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '%') {
            if (i + 2 >= encoded.size())
                return {};
            const int high = hexDigit(encoded[i + 1]);
            const int low = hexDigit(encoded[i + 2]);
            if (high < 0 || low < 0)
                return {};
            c = char(high << 4 | low);
            i += 2;
        }
        if (c == '\0')
            return {};
        bytes += c;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return {};
    return text;
}

Result<QueryParameters> QueryParameters::compile(const Schema &schema, SchemaLibrary &schemas)
{
    auto compiled = schemas.compile(schema);
    if (!compiled)
        return compiled.error();
    QueryParameters made;
    made.m_schema = *compiled;
    const QJsonObject properties = made.m_schema->text().value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = schemas.resolved(it.value().toObject());
        made.m_parameters.insert(it.key(),
                                 {typeOf(property), typeOf(schemas.resolved(property.value("items"_L1).toObject()))});
    }
    return made;
}

QueryParameters::Type QueryParameters::typeOf(const QJsonObject &schema)
{
    const QString type = schema.value("type"_L1).toString();
    return type == "integer"_L1 ? Type::Integer
        : type == "number"_L1   ? Type::Number
        : type == "boolean"_L1  ? Type::Flag
        : type == "array"_L1    ? Type::List
                                : Type::Text;
}

Result<QJsonValue> QueryParameters::typed(Type type, const QString &text)
{
    bool fine = false;
    switch (type) {
    case Type::Integer: {
        const qint64 number = text.toLongLong(&fine);
        if (fine && std::abs(number) <= LargestNumber && !text.startsWith(u'+') && !text.startsWith(u' '))
            return QJsonValue(number);
        return Error{ErrorCode::BadRequest, u"must be a whole number"_s};
    }
    case Type::Number: {
        const double number = text.toDouble(&fine);
        if (fine && std::isfinite(number))
            return QJsonValue(number);
        return Error{ErrorCode::BadRequest, u"must be a number"_s};
    }
    case Type::Flag:
        if (text == "true"_L1 || text == "1"_L1)
            return QJsonValue(true);
        if (text == "false"_L1 || text == "0"_L1)
            return QJsonValue(false);
        return Error{ErrorCode::BadRequest, u"must be true or false"_s};
    case Type::Text:
    case Type::List:
        break;
    }
    return QJsonValue(text);
}

Result<QJsonObject> QueryParameters::read(const QByteArray &query) const
{
    QJsonObject object;
    QMap<QString, QString> wrong;
    const auto add = [&](const Pair &pair, const Parameter &parameter) {
        const bool isList = parameter.type == Type::List;
        QJsonArray list = object.value(pair.name).toArray();
        if (!isList && object.contains(pair.name)) {
            wrong.insert(pair.name, u"%1 is given twice"_s.arg(fieldLabel(pair.name)));
            return;
        }
        for (const QString &text : isList ? pair.value.split(u',', Qt::SkipEmptyParts) : QStringList{pair.value}) {
            const auto value = typed(isList ? parameter.items : parameter.type, text);
            if (!value)
                wrong.insert(pair.name, fieldLabel(pair.name) + u' ' + value.error().message);
            else if (isList)
                list.append(*value);
            else
                object.insert(pair.name, *value);
        }
        if (isList)
            object.insert(pair.name, list);
    };
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const auto pair = decodedPair(part);
        if (!pair)
            return Error{ErrorCode::BadRequest, u"The query string holds a bad escape."_s};
        const auto known = m_parameters.constFind(pair->name);
        if (known != m_parameters.constEnd())
            add(*pair, *known);
        else if (pair->name != "version"_L1 && pair->name != "api_key"_L1) // these are read elsewhere
            return unknown(pair->name, m_parameters.keys());
    }
    const auto complaints = m_schema->check(JsonDocument::fromObject(object));
    for (auto it = complaints.begin(); it != complaints.end(); ++it) {
        if (!wrong.contains(it.key()))
            wrong.insert(it.key(), it.value());
    }
    if (!wrong.isEmpty())
        return badQuery(std::move(wrong));
    return object;
}
}
