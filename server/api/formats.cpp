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

bool isTime(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)\z)"_s);
    return matches(pattern, text);
}

bool isDate(const QString &text)
{
    static const QRegularExpression pattern(uR"(\A\d{4}-\d\d-\d\d\z)"_s);
    return matches(pattern, text) && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && (text[10] == u'T' || text[10] == u't' || text[10] == u' ') && isDate(text.left(10))
        && isTime(text.mid(11));
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
    case Format::DateTime:
        return isDateTime(text);
    case Format::Date:
        return isDate(text);
    case Format::Time:
        return isTime(text);
    case Format::Uri:
        return isUri(text);
    case Format::Uuid:
        return text.size() == 36 && !QUuid::fromString(text).isNull();
    }
    return false;
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
