// SPDX-License-Identifier: GPL-3.0-or-later
// What lists and figures share: a filter as SQL, over the rows or over the counters.
#pragma once

#include "models/domain/day.h"
#include "server/calls/calllist.h"

namespace calls
{

struct Where {
    QStringList conditions;
    QVariantList bindings;

    void add(const QString &condition, const QVariantList &values = {})
    {
        conditions << condition;
        bindings << values;
    }
    QString text() const { return conditions.isEmpty() ? QString() : QString(u" WHERE " % conditions.join(u" AND ")); }
};

/// Whether counters can answer it: no phone number, no search, whole days.
bool isCounted(const CallFilter &filter);
bool hasDates(const CallFilter &filter);
/// Of call_counts or call_days (with `days`) under the alias `u`. An empty organisation: of all.
Where ofCounters(const QString &organizationId, const CallFilter &filter, bool days);
/// Of `calls` under the alias `u`, without phone number and search.
Where ofRows(const QString &organizationId, const CallFilter &filter);
/// The phone number and the search, looked for row by row.
void addTexts(Where &where, const CallFilter &filter, store::Engine engine);
}
