// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/isotime.h"

#include <algorithm>
#include <chrono>

namespace
{
using namespace std::chrono;

struct Moment {
    year_month_day date;
    weekday day;
    hh_mm_ss<milliseconds> time;
};

Moment split(qint64 ms)
{
    const sys_time<milliseconds> at{milliseconds(ms)};
    const auto days = floor<std::chrono::days>(at);
    return {year_month_day(days), weekday(days), hh_mm_ss<milliseconds>(at - days)};
}

void number(char *&out, unsigned value, int digits)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        out[i] = char('0' + value % 10);
    out += digits;
}

void clock(char *&out, const hh_mm_ss<milliseconds> &time)
{
    number(out, unsigned(time.hours().count()), 2);
    *out++ = ':';
    number(out, unsigned(time.minutes().count()), 2);
    *out++ = ':';
    number(out, unsigned(time.seconds().count()), 2);
}

void dateAndClock(char *&out, const Moment &moment)
{
    number(out, unsigned(int(moment.date.year())), 4);
    *out++ = '-';
    number(out, unsigned(moment.date.month()), 2);
    *out++ = '-';
    number(out, unsigned(moment.date.day()), 2);
    *out++ = 'T';
    clock(out, moment.time);
}
}

QByteArray api::isoTime(qint64 msSinceEpoch)
{
    const Moment moment = split(msSinceEpoch);
    QByteArray text(24, Qt::Uninitialized);
    char *out = text.data();
    dateAndClock(out, moment);
    *out++ = '.';
    number(out, unsigned(moment.time.subseconds().count()), 3);
    *out = 'Z';
    return text;
}

QByteArray api::isoTimeSeconds(qint64 msSinceEpoch)
{
    QByteArray text(20, Qt::Uninitialized);
    char *out = text.data();
    dateAndClock(out, split(msSinceEpoch));
    *out = 'Z';
    return text;
}

std::optional<qint64> api::msOfIsoTime(std::string_view text)
{
    constexpr std::string_view Shape = "0000-00-00T00:00:00";
    constexpr std::size_t Fraction = Shape.size() + 1;
    if (text.size() <= Shape.size() || text.size() > Fraction + 4 || text.back() != 'Z')
        return {};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < Shape.size(); ++i) {
        if (Shape[i] == '0' ? !isDigit(text[i]) : text[i] != Shape[i])
            return {};
    }
    const auto read = [&text](std::size_t from, std::size_t digits) {
        int value = 0;
        for (const char c : text.substr(from, digits))
            value = value * 10 + (c - '0');
        return value;
    };
    int ms = 0;
    if (text.size() > Fraction) {
        const std::string_view digits = text.substr(Fraction, text.size() - Fraction - 1);
        if (text[Shape.size()] != '.' || digits.empty() || !std::ranges::all_of(digits, isDigit))
            return {};
        ms = read(Fraction, digits.size()) * (digits.size() == 1 ? 100 : digits.size() == 2 ? 10 : 1);
    }
    const year_month_day date{year(read(0, 4)), month(unsigned(read(5, 2))), day(unsigned(read(8, 2)))};
    const int hour = read(11, 2);
    const int minute = read(14, 2);
    const int second = read(17, 2);
    if (int(date.year()) == 0 || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return {};
    const milliseconds at = sys_days(date).time_since_epoch() + hours(hour) + minutes(minute) + seconds(second);
    return at.count() + ms;
}

QByteArray api::httpDate(qint64 msSinceEpoch)
{
    static constexpr const char *Days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *Months[]
        = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Moment moment = split(msSinceEpoch);
    QByteArray text("Sun, 06 Nov 1994 08:49:37 GMT");
    char *out = text.data();
    std::copy_n(Days[moment.day.c_encoding()], 3, out);
    out += 5;
    number(out, unsigned(moment.date.day()), 2);
    std::copy_n(Months[unsigned(moment.date.month()) - 1], 3, ++out);
    out += 4;
    number(out, unsigned(int(moment.date.year())), 4);
    clock(++out, moment.time);
    return text;
}
