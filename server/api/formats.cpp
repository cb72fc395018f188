// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/formats.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace
{
constexpr std::array Names{"email"_L1, "date-time"_L1, "date"_L1, "time"_L1, "uri"_L1, "uuid"_L1};

bool matches(const QRegularExpression &pattern, const QString &text) { return pattern.match(text).hasMatch(); }

bool isEmail(const QString &text)
{
    // Unquoted local parts only, as every form on the web accepts them; possessive, so that it never backtracks.
    static const QRegularExpression pattern(
        uR"(\A[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]++)*+@)"
        uR"((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\z)"_s);
    return text.size() <= 254 && text.indexOf(u'@') <= 64 && matches(pattern, text);
}

/// Two ASCII digits; -1 when they are not.
template<typename Char>
int twoDigits(std::basic_string_view<Char> text, std::size_t at)
{
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? int(text[i]) - '0' : -1; };
    const int tens = digit(at);
    const int ones = digit(at + 1);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/// "15:30" at `at`.
template<typename Char>
bool isClock(std::basic_string_view<Char> text, std::size_t at)
{
    const int hours = twoDigits(text, at);
    const int minutes = twoDigits(text, at + 3);
    return hours >= 0 && hours <= 23 && text[at + 2] == ':' && minutes >= 0 && minutes <= 59;
}

template<typename Char>
bool isZone(std::basic_string_view<Char> text)
{
    if (text.size() == 1)
        return text[0] == 'Z' || text[0] == 'z';
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && isClock(text, 1);
}

template<typename Char>
bool isTime(std::basic_string_view<Char> text)
{
    constexpr std::size_t Fraction = 8;
    constexpr std::size_t MostDigits = 9;
    if (text.size() < Fraction || !isClock(text, 0) || text[5] != ':')
        return false;
    if (const int seconds = twoDigits(text, 6); seconds < 0 || seconds > 60)
        return false;
    if (text.size() == Fraction || text[Fraction] != '.')
        return isZone(text.substr(Fraction));
    std::size_t end = Fraction + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    const std::size_t digits = end - Fraction - 1;
    return digits >= 1 && digits <= MostDigits && isZone(text.substr(end));
}

template<typename Char>
bool isDate(std::basic_string_view<Char> text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int century = twoDigits(text, 0);
    const int year = twoDigits(text, 2);
    return century >= 0 && year >= 0 && QDate::isValid(century * 100 + year, twoDigits(text, 5), twoDigits(text, 8));
}

template<typename Char>
bool isDateTime(std::basic_string_view<Char> text)
{
    return text.size() > 11 && (text[10] == 'T' || text[10] == 't' || text[10] == ' ') && isDate(text.substr(0, 10))
        && isTime(text.substr(11));
}

/// Nothing: a format that is not about time.
template<typename Char>
std::optional<bool> fitsTime(api::Format format, std::basic_string_view<Char> text)
{
    switch (format) {
    case api::Format::DateTime:
        return isDateTime(text);
    case api::Format::Date:
        return isDate(text);
    case api::Format::Time:
        return isTime(text);
    default:
        return {};
    }
}

bool isUri(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() && !(url.host().isEmpty() && url.path().isEmpty());
}
}

namespace api
{
std::optional<Format> formatFromText(QStringView name)
{
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == Names[i])
            return Format(i);
    }
    return {};
}

bool fits(Format format, const QString &text)
{
    switch (format) {
    case Format::Email:
        return isEmail(text);
    case Format::Uri:
        return isUri(text);
    case Format::Uuid:
        return text.size() == 36 && !QUuid::fromString(text).isNull();
    default:
        const QStringView view(text);
        return fitsTime(format, std::u16string_view(view.utf16(), std::size_t(view.size()))).value_or(false);
    }
}

bool fits(Format format, std::string_view utf8)
{
    if (const auto time = fitsTime(format, utf8))
        return *time;
    return fits(format, QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
}

QString complaint(Format format, const QString &label)
{
    switch (format) {
    case Format::Email:
        return u"Invalid email format"_s;
    case Format::DateTime:
        return u"%1 must be a date and time like 2024-01-31T15:30:00Z"_s.arg(label);
    case Format::Date:
        return u"%1 must be a date like 2024-01-31"_s.arg(label);
    case Format::Time:
        return u"%1 must be a time like 15:30:00Z"_s.arg(label);
    case Format::Uri:
        return u"Invalid URL format"_s;
    case Format::Uuid:
        return u"%1 must be a UUID"_s.arg(label);
    }
    return {};
}
}
