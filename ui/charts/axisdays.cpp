// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisdays.h"

QStringList axisDays(const QList<QDate> &days, const DisplayFormat &format)
{
    const bool years = !days.isEmpty() && days.constFirst().year() != days.constLast().year();
    QStringList labels;
    for (const QDate &day : days)
        labels << format.day(day, years);
    return labels;
}
