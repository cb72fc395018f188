// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsondocument.h"

#include "server/api/jsondocument_p.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>
#include <span>
#include <string_view>

using namespace Qt::StringLiterals;

namespace
{
using Stream = rapidjson::InsituStringStream;
using Document = rapidjson::Document;
using rapidjson::SizeType;

constexpr double LargestWhole = 9007199254740992.0; // 2^53

/// Passes what the reader finds to the document, and stops at what RapidJSON lets through.
class StrictHandler
{
public:
    using Ch = char;
    StrictHandler(Document &document, Stream &stream)
        : m_document(document)
        , m_stream(stream)
    {
    }

    bool Null() { return m_document.Null(); }
    bool Bool(bool b) { return m_document.Bool(b); }
    bool Int(int i) { return m_document.Int(i); }
    bool Uint(unsigned i) { return m_document.Uint(i); }
    bool Int64(int64_t i) { return m_document.Int64(i); }
    bool Uint64(uint64_t i) { return m_document.Uint64(i); }
    /// What RapidJSON makes of it may be some units in the last place off, and infinite (31e308): Qt reads it again. (Not
    /// kParseFullPrecisionFlag: with it RapidJSON 1.1.0 crashes when fuzzed.)
    bool Double(double about)
    {
        bool isDouble = false;
        const double number = numberAhead().toDouble(&isDouble); // 0 for what is none, be it too large or too small
        if (!isDouble && std::abs(about) > 1)
            return refuse(u"A number is too large."_s, m_stream.Tell());
        const bool whole = std::abs(number) <= LargestWhole && std::trunc(number) == number;
        return whole ? m_document.Int64(int64_t(number)) : m_document.Double(number);
    }
    bool RawNumber(const char *text, SizeType length, bool copy) { return m_document.RawNumber(text, length, copy); }
    bool String(const char *text, SizeType length, bool copy)
    {
        return isText(text, length) && m_document.String(text, length, copy);
    }
    bool StartObject() { return goDeeper() && m_document.StartObject(); }
    bool Key(const char *text, SizeType length, bool copy)
    {
        m_names.push_back({std::string_view(text, length), m_stream.Tell()});
        return isText(text, length) && m_document.Key(text, length, copy);
    }
    bool EndObject(SizeType members)
    {
        --m_depth;
        const bool fine = namesDiffer(members);
        m_names.resize(m_names.size() - members);
        return fine && m_document.EndObject(members);
    }
    bool StartArray() { return goDeeper() && m_document.StartArray(); }
    bool EndArray(SizeType items)
    {
        --m_depth;
        return m_document.EndArray(items);
    }

    const QString &complaint() const { return m_complaint; } ///< empty: the reader itself is to blame
    std::size_t offset() const { return m_offset; }

private:
    struct Name {
        std::string_view text;
        std::size_t offset;
    };

    /// While a number is handed over, the stream still stands at its first character.
    QByteArrayView numberAhead() const
    {
        return {m_stream.src_, qsizetype(std::strspn(m_stream.src_, "+-.0123456789Ee"))};
    }
    bool refuse(QString complaint, std::size_t offset)
    {
        m_complaint = std::move(complaint);
        m_offset = offset;
        return false;
    }
    bool isText(const char *text, SizeType length)
    {
        return std::memchr(text, 0, length) == nullptr
            || refuse(u"A string holds the character U+0000."_s, m_stream.Tell());
    }
    bool goDeeper()
    {
        return ++m_depth <= api::JsonDocument::MostNesting
            || refuse(u"Nested deeper than %1 levels."_s.arg(api::JsonDocument::MostNesting), m_stream.Tell());
    }
    bool namesDiffer(SizeType members)
    {
        const std::span names = std::span(m_names).last(members);
        if (surelyDiffer(names))
            return true;
        std::ranges::sort(names, [](const Name &a, const Name &b) {
            return a.text != b.text ? a.text < b.text : a.offset < b.offset;
        });
        const auto twice = std::ranges::adjacent_find(names, {}, &Name::text);
        return twice == names.end() || refuse(u"A name is given twice in one object."_s, std::next(twice)->offset);
    }
    /// Comparing each with each is cheaper than sorting as long as they are few.
    static bool surelyDiffer(std::span<const Name> names)
    {
        constexpr std::size_t Few = 16;
        if (names.size() > Few)
            return false;
        for (std::size_t i = 1; i < names.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (names[i].text == names[j].text)
                    return false;
            }
        }
        return true;
    }

    Document &m_document;
    Stream &m_stream;
    std::vector<Name> m_names; ///< of the open objects, outermost first
    int m_depth = 0;
    QString m_complaint;
    std::size_t m_offset = 0;
};

bool isPlainAscii(const QByteArray &text)
{
    // All of it: this way it vectorises. A plain char has a sign on some machines only.
    return (uchar(std::reduce(text.cbegin(), text.cend(), char(0), std::bit_or<>())) & 0x80) == 0;
}

Error unparsable(const QString &what, std::size_t offset)
{
    return {ErrorCode::BadRequest, u"The body is not valid JSON (byte %1): %2"_s.arg(offset).arg(what)};
}

QString textOf(const rapidjson::Value &value)
{
    return QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength()));
}

QJsonObject objectOf(const rapidjson::Value &value)
{
    // In the order QJsonObject keeps, so that each insertion is at the end.
    std::vector<std::pair<QString, const rapidjson::Value *>> members;
    members.reserve(value.MemberCount());
    for (const auto &member : value.GetObject())
        members.emplace_back(textOf(member.name), &member.value);
    std::ranges::sort(members, {}, [](const auto &member) -> const QString & { return member.first; });
    QJsonObject object;
    for (const auto &[name, inner] : members)
        object.insert(name, api::toQt(*inner));
    return object;
}
}

namespace api
{
QJsonValue toQt(const rapidjson::Value &value)
{
    switch (value.GetType()) {
    case rapidjson::kTrueType:
        return true;
    case rapidjson::kFalseType:
        return false;
    case rapidjson::kStringType:
        return textOf(value);
    case rapidjson::kNumberType:
        return value.IsInt64() ? QJsonValue(qint64(value.GetInt64())) : QJsonValue(value.GetDouble());
    case rapidjson::kArrayType: {
        QJsonArray array;
        for (const auto &item : value.GetArray())
            array.append(toQt(item));
        return array;
    }
    case rapidjson::kObjectType:
        return objectOf(value);
    case rapidjson::kNullType:
        break;
    }
    return QJsonValue::Null;
}

JsonDocument::JsonDocument()
    : d(std::make_unique<Private>())
{
}

JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(const QByteArray &text)
{
    // Of a character that the text breaks off in, RapidJSON's check of UTF-8 takes all four bytes, past the end.
    constexpr char Room[3] = {};
    JsonDocument document;
    document.d->text = text + QByteArray::fromRawData(Room, sizeof Room);
    Stream stream(document.d->text.data());
    rapidjson::Reader reader;
    StrictHandler handler(document.d->root, stream);
    auto read = [&](Document &) {
        // Recursive, as deep as the handler lets it. Checking UTF-8 costs as much as all the rest, and ASCII needs
        // none.
        constexpr unsigned Flags = rapidjson::kParseInsituFlag;
        return isPlainAscii(text)
            ? !reader.Parse<Flags>(stream, handler).IsError()
            : !reader.Parse<Flags | rapidjson::kParseValidateEncodingFlag>(stream, handler).IsError();
    };
    document.d->root.Populate(read);
    if (!handler.complaint().isEmpty())
        return unparsable(handler.complaint(), handler.offset());
    if (reader.HasParseError()) {
        const auto *what = rapidjson::GetParseError_En(reader.GetParseErrorCode());
        return unparsable(QString::fromLatin1(what), reader.GetErrorOffset());
    }
    if (stream.Tell() != std::size_t(text.size())) // a NUL ends RapidJSON's stream
        return unparsable(u"A NUL byte."_s, stream.Tell());
    return document;
}

JsonDocument JsonDocument::fromObject(const QJsonObject &object)
{
    JsonDocument document;
    document.d->root.Parse(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    return document;
}

bool JsonDocument::isObject() const { return d->root.IsObject(); }

QJsonObject JsonDocument::toObject() const { return isObject() ? objectOf(d->root) : QJsonObject(); }

QJsonValue JsonDocument::toValue() const { return toQt(d->root); }

JsonView JsonDocument::view() const { return JsonView(&d->root); }
}
