// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/workercounts.h"

#include "models/domain/day.h"

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
constexpr qsizetype LongestUserAgent = 200;
constexpr std::size_t BitsOfWord = 64;

QByteArray nameOf(std::size_t version)
{
    const QLatin1StringView text = api::toText(api::Version(version));
    return {text.data(), text.size()};
}
}

WorkerCounts::WorkerCounts(const QList<api::Route> &routes, std::size_t mostCallers)
    : m_mostCallers(mostCallers)
{
    m_routes.reserve(std::size_t(routes.size()) + 1);
    for (const api::Route &route : routes)
        m_routes.emplace_back(http::toText(route.method).toByteArray(), route.path);
    m_routes.emplace_back();
    open(0);
}

void WorkerCounts::open(qint64 day)
{
    m_day.day = day;
    m_day.tallies.assign(m_routes.size() * Versions, {});
    m_day.known.clear();
    m_day.callers.clear();
    m_day.callers.emplace_back();
}

void WorkerCounts::count(const api::CountedCall &call)
{
    const qint64 day = call.timeMs / DayMs;
    const std::size_t route = call.route < 0 ? m_routes.size() - 1 : std::size_t(call.route);
    const auto version = std::size_t(call.version);
    const std::size_t place = route * Versions + version;
    const quint32 error = call.status >= 400 ? 1 : 0;
    const std::scoped_lock lock(m_mutex);
    if (day != m_day.day) {
        if (m_day.day != 0)
            m_past.push_back(std::exchange(m_day, {}));
        open(day);
    }
    Tally &tally = m_day.tallies[place];
    ++tally.requests;
    tally.errors += error;
    ++tally.latency[Latency::bucketOf(call.micros)];
    if (!call.caller)
        return;
    Caller &caller = callerOf(call);
    caller.lastSeenMs[version] = call.timeMs;
    ++caller.requests[version];
    caller.errors[version] += error;
    caller.called[place / BitsOfWord] |= quint64(1) << (place % BitsOfWord);
}

WorkerCounts::Caller &WorkerCounts::callerOf(const api::CountedCall &call)
{
    const bool isKey = !call.caller->keyId.isEmpty();
    const QString &id = isKey ? call.caller->keyId : call.caller->userId;
    if (const auto known = m_day.known.constFind(id); known != m_day.known.constEnd())
        return m_day.callers[*known];
    const bool isFull = m_day.callers.size() > m_mostCallers;
    Caller &caller = isFull ? m_day.callers.front() : m_day.callers.emplace_back();
    if (caller.called.empty())
        caller.called.resize(m_day.tallies.size() / BitsOfWord + 1);
    if (!isFull) {
        m_day.known.insert(id, m_day.callers.size() - 1);
        caller.isKey = isKey;
        caller.organizationId = call.caller->organizationId;
        caller.userAgent = call.headers.value("User-Agent").left(LongestUserAgent);
    }
    return caller;
}

Batch WorkerCounts::take()
{
    std::vector<Day> days;
    {
        const std::scoped_lock lock(m_mutex);
        days.swap(m_past);
        const qint64 day = m_day.day;
        days.push_back(std::exchange(m_day, {}));
        open(day);
    }
    Batch batch;
    for (const Day &day : days)
        addTo(batch, day);
    return batch;
}

void WorkerCounts::addTo(Batch &batch, const Day &day) const
{
    const auto nameAt = [this](std::size_t place) {
        const auto &[method, path] = m_routes[place / Versions];
        return SeriesName{nameOf(place % Versions), method, path};
    };
    for (std::size_t place = 0; place < day.tallies.size(); ++place) {
        const Tally &tally = day.tallies[place];
        if (tally.requests == 0)
            continue;
        SeriesCounts counts{.requests = tally.requests, .errors = tally.errors};
        std::copy(tally.latency.begin(), tally.latency.end(), counts.latency.counts.begin());
        batch[day.day].series[nameAt(place)] += counts;
    }
    const auto addCaller = [&](const QString &id, const Caller &caller, CallerKind kind) {
        for (std::size_t version = 0; version < Versions; ++version) {
            if (caller.requests[version] == 0)
                continue;
            // What a client sent need not be UTF-8, what is stored must be.
            CallerCounts counts{.organizationId = caller.organizationId,
                                .userAgent = QString::fromUtf8(caller.userAgent),
                                .lastSeenMs = caller.lastSeenMs[version],
                                .requests = caller.requests[version],
                                .errors = caller.errors[version]};
            for (std::size_t place = version; place < day.tallies.size(); place += Versions) {
                if (caller.called[place / BitsOfWord] >> (place % BitsOfWord) & 1)
                    counts.called.insert(nameAt(place));
            }
            batch[day.day].add({nameOf(version), kind, id}, counts);
        }
    };
    addCaller(u"other"_s, day.callers.front(), CallerKind::Other);
    for (const auto &[id, place] : day.known.asKeyValueRange())
        addCaller(id, day.callers[place], day.callers[place].isKey ? CallerKind::AccessKey : CallerKind::User);
}
}
