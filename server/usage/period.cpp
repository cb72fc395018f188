// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/period.h"

#include "server/api/queryparameters.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr int UsualDays = 30;
const QString NoDay = u"must be a day such as 2024-01-31"_s;
}

const QByteArray PeriodParameters
    = R"("start_date":{"type":"string","format":"date","description":"First day, UTC, included"},
    "end_date":{"type":"string","format":"date","description":"Last day, UTC, included; at most 366 days in all"})";

Result<Period> periodIn(const QJsonObject &query, qint64 nowMs)
{
    using api::wrongParameter;
    const QString start = query["start_date"_L1].toString();
    const QString end = query["end_date"_L1].toString();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date();
    if (start.isEmpty() && end.isEmpty())
        return Period{today.addDays(1 - UsualDays), today};
    if (start.isEmpty() || end.isEmpty())
        return wrongParameter(start.isEmpty() ? u"start_date"_s : u"end_date"_s,
                              u"must be there: a period has two ends"_s);
    const Period period{QDate::fromString(start, Qt::ISODate), QDate::fromString(end, Qt::ISODate)};
    if (!period.first.isValid() || period.first.year() < 1970)
        return wrongParameter(u"start_date"_s, NoDay);
    if (!period.last.isValid() || period.last.year() > 9999)
        return wrongParameter(u"end_date"_s, NoDay);
    if (period.last < period.first)
        return wrongParameter(u"end_date"_s, u"must not be before start_date"_s);
    if (period.days() > Period::MostDays)
        return wrongParameter(u"end_date"_s, u"must end a period of at most 366 days"_s);
    return period;
}
}
