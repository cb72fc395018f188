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
