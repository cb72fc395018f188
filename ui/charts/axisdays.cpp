// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisdays.h"

using namespace Qt::StringLiterals;

namespace
{
QString labelOf(QDate day, const DisplayFormat &format, bool withYear)
{
    const bool dayFirst = format.locale().dateFormat(QLocale::ShortFormat).startsWith(u'd');
    const QString pattern = dayFirst ? u"d. MMM"_s : u"d MMM"_s;
    return format.locale().toString(day, withYear ? QString(pattern + u" yyyy"_s) : pattern);
}
}

QString shortDay(QDate day, const DisplayFormat &format) { return labelOf(day, format, false); }

QStringList axisDays(const QList<QDate> &days, const DisplayFormat &format)
{
    const bool years = !days.isEmpty() && days.constFirst().year() != days.constLast().year();
    QStringList labels;
    for (const QDate &day : days)
        labels << labelOf(day, format, years);
    return labels;
}
