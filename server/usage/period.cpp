// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/period.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr int UsualDays = 30;

Error wrong(const QString &field, const QString &what)
{
    return {.code = ErrorCode::BadRequest, .message = what, .details = {{field, what}}};
}
}

const QByteArray PeriodParameters
    = R"("start_date":{"type":"string","format":"date","description":"First day, UTC, included"},
    "end_date":{"type":"string","format":"date","description":"Last day, UTC, included; at most 366 days in all"})";

Result<Period> periodIn(const QJsonObject &query, qint64 nowMs)
{
    const QString start = query["start_date"_L1].toString();
    const QString end = query["end_date"_L1].toString();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    if (start.isEmpty() && end.isEmpty())
        return Period{today.addDays(1 - UsualDays), today};
    if (start.isEmpty() || end.isEmpty())
        return wrong(start.isEmpty() ? u"start_date"_s : u"end_date"_s, u"Both ends of the period are needed"_s);
    const Period period{QDate::fromString(start, Qt::ISODate), QDate::fromString(end, Qt::ISODate)};
    if (!period.first.isValid() || period.first.year() < 1970)
        return wrong(u"start_date"_s, u"Not a day: YYYY-MM-DD"_s);
    if (!period.last.isValid() || period.last.year() > 9999)
        return wrong(u"end_date"_s, u"Not a day: YYYY-MM-DD"_s);
    if (period.last < period.first)
        return wrong(u"end_date"_s, u"Before start_date"_s);
    if (period.days() > Period::MostDays)
        return wrong(u"end_date"_s, u"At most 366 days"_s);
    return period;
}
}
