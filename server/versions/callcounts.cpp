// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/callcounts.h"

using namespace Qt::StringLiterals;

namespace versions
{
QLatin1StringView toText(CallerKind kind)
{
    switch (kind) {
    case CallerKind::User:
        return "user"_L1;
    case CallerKind::AccessKey:
        return "access_key"_L1;
    case CallerKind::Other:
        return "other"_L1;
    }
    return {};
}

SeriesCounts &SeriesCounts::operator+=(const SeriesCounts &other)
{
    requests += other.requests;
    errors += other.errors;
    latency += other.latency;
    return *this;
}

CallerCounts &CallerCounts::operator+=(const CallerCounts &other)
{
    if (other.lastSeenMs >= lastSeenMs) {
        lastSeenMs = other.lastSeenMs;
        organizationId = other.organizationId;
        if (!other.userAgent.isEmpty())
            userAgent = other.userAgent;
    }
    requests += other.requests;
    errors += other.errors;
    called.insert(other.called.begin(), other.called.end());
    return *this;
}

void DayCounts::add(const CallerName &name, const CallerCounts &counts)
{
    const auto known = callers.find(name);
    if (known != callers.end()) {
        *known += counts;
    } else if (name.kind == CallerKind::Other || callers.size() < MostCallers) {
        callers.insert(name, counts);
    } else {
        CallerCounts rest = counts; // of several tenants, so of none
        rest.organizationId.clear();
        rest.userAgent.clear();
        callers[{name.version, CallerKind::Other, u"other"_s}] += rest;
    }
}

DayCounts &DayCounts::operator+=(const DayCounts &other)
{
    for (const auto &[name, counts] : other.series.asKeyValueRange())
        series[name] += counts;
    for (const auto &[name, counts] : other.callers.asKeyValueRange())
        add(name, counts);
    return *this;
}

void addTo(Batch &batch, const Batch &more)
{
    for (const auto &[day, counts] : more.asKeyValueRange())
        batch[day] += counts;
}
}
