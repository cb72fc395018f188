// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/isotime.h"

#include <array>
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

void number(QByteArray &out, unsigned value, int digits)
{
    std::array<char, 4> text{};
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        text[std::size_t(i)] = char('0' + value % 10);
    out.append(text.data(), digits);
}

void clock(QByteArray &out, const hh_mm_ss<milliseconds> &time)
{
    number(out, unsigned(time.hours().count()), 2);
    out += ':';
    number(out, unsigned(time.minutes().count()), 2);
    out += ':';
    number(out, unsigned(time.seconds().count()), 2);
}

QByteArray dateAndClock(const Moment &moment)
{
    QByteArray out;
    out.reserve(24);
    number(out, unsigned(int(moment.date.year())), 4);
    out += '-';
    number(out, unsigned(moment.date.month()), 2);
    out += '-';
    number(out, unsigned(moment.date.day()), 2);
    out += 'T';
    clock(out, moment.time);
    return out;
}
}

QByteArray api::isoTime(qint64 msSinceEpoch)
{
    const Moment moment = split(msSinceEpoch);
    QByteArray out = dateAndClock(moment);
    out += '.';
    number(out, unsigned(moment.time.subseconds().count()), 3);
    out += 'Z';
    return out;
}

QByteArray api::isoTimeSeconds(qint64 msSinceEpoch) { return dateAndClock(split(msSinceEpoch)).append('Z'); }

QByteArray api::httpDate(qint64 msSinceEpoch)
{
    static constexpr const char *Days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *Months[]
        = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Moment moment = split(msSinceEpoch);
    QByteArray out = Days[moment.day.c_encoding()];
    out += ", ";
    number(out, unsigned(moment.date.day()), 2);
    out += ' ';
    out += Months[unsigned(moment.date.month()) - 1];
    out += ' ';
    number(out, unsigned(int(moment.date.year())), 4);
    out += ' ';
    clock(out, moment.time);
    out += " GMT";
    return out;
}
