// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demotraffic.h"

#include "server/versions/countstore.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
using versions::CallerKind;

constexpr qsizetype MostPeople = 40; // who call without a key
constexpr double MovingDays = 10; // in which a caller changes over

struct CalledRoute {
    const char *method;
    const char *route;
    qint64 micros; ///< that half of the answers take at most
};
constexpr std::array Routes{
    CalledRoute{"GET", "/calls", 5200},          CalledRoute{"GET", "/calls/:id", 1900},
    CalledRoute{"GET", "/calls/stats", 7400},    CalledRoute{"POST", "/usage/events", 9800},
    CalledRoute{"GET", "/usage/current", 2300},  CalledRoute{"GET", "/usage/history", 6100},
    CalledRoute{"GET", "/users/profile", 1400},  CalledRoute{"GET", "/organization/members", 3700},
    CalledRoute{"GET", "/api-keys/status", 1700}};

/// Shares of the buckets from two below the median's to four above it.
constexpr std::array Spread{0.05, 0.22, 0.38, 0.21, 0.09, 0.04, 0.01};

struct Caller {
    versions::CallerName name; ///< without the version
    QString organizationId = {};
    QString program = {};
    qint64 since = 0; ///< ms UTC, as the next
    qint64 until = 0;
    double perDay = 0;
    double movesOn = 0; ///< the day half of its calls are v2; days since the epoch
    double failing = 0; ///< of its calls of v1
    QList<std::size_t> routes = {};
};

/// When a caller moves: long ago, some time within the period, or not yet.
double movingDay(DemoRandom &random, qint64 first, qint64 today)
{
    const double drawn = random.unit();
    if (drawn < 0.22)
        return double(first) - MovingDays;
    return drawn < 0.8 ? double(first) + random.unit() * double(today - first) : double(today) + 2 * MovingDays;
}

Caller newCaller(CallerKind kind, const QString &id, DemoRandom &random, const DemoTimeline &timeline)
{
    const qint64 today = timeline.nowMs() / DayMs;
    Caller caller{.name = {.version = {}, .kind = kind, .id = id}};
    caller.perDay = (kind == CallerKind::AccessKey ? 900.0 : 45.0) * (0.15 + random.exponential());
    caller.movesOn = movingDay(random, today - std::min(timeline.days(), DemoTrafficDays) + 1, today);
    caller.failing = random.chance(0.08) ? 0.3 : 0.008 + 0.02 * random.unit();
    const auto count = 2 + random.below(3);
    const auto first = std::size_t(random.below(qint64(Routes.size())));
    for (qint64 i = 0; i < count; ++i)
        caller.routes << (first + std::size_t(2 * i)) % Routes.size();
    return caller;
}

QList<Caller> callersOf(const DemoCast &cast, DemoRandom &random, const DemoTimeline &timeline)
{
    QList<Caller> callers;
    for (const DemoKey &key : cast.keys) {
        Caller caller = newCaller(CallerKind::AccessKey, key.id, random, timeline);
        caller.organizationId = cast.members[key.creator].organizationId;
        caller.program = key.program;
        caller.since = key.createdAt;
        caller.until = key.lastUsedAt;
        callers << caller;
    }
    for (const DemoMember &member : cast.members.first(std::min(MostPeople, cast.members.size()))) {
        if (member.lastLogin <= 0)
            continue;
        Caller caller = newCaller(CallerKind::User, member.userId, random, timeline);
        caller.organizationId = member.organizationId;
        caller.program = member.program;
        caller.since = member.since;
        caller.until = member.lastLogin;
        callers << caller;
    }
    return callers;
}

versions::Latency latencyOf(qint64 requests, qint64 micros)
{
    const std::size_t middle = versions::Latency::bucketOf(micros);
    versions::Latency latency;
    double sum = 0;
    qint64 told = 0;
    for (std::size_t i = 0; i < Spread.size(); ++i) {
        sum += Spread[i];
        const qint64 upTo = i + 1 == Spread.size() ? requests : qint64(sum * double(requests));
        latency.counts[middle + i - 2] += upTo - told;
        told = upTo;
    }
    return latency;
}

class Traffic
{
public:
    Traffic(DemoRandom &random, const DemoTimeline &timeline)
        : m_random(random)
        , m_timeline(timeline)
    {
    }

    void call(const Caller &caller, qint64 day);
    const versions::Batch &batch() const { return m_batch; }

private:
    void count(const Caller &caller, qint64 day, bool newest, qint64 requests);

    DemoRandom &m_random;
    const DemoTimeline &m_timeline;
    versions::Batch m_batch;
};

void Traffic::call(const Caller &caller, qint64 day)
{
    const qint64 midnight = day * DayMs;
    if (midnight + DayMs <= caller.since || midnight > caller.until)
        return;
    const double part = double(std::min(caller.until - midnight, DayMs)) / double(DayMs);
    const double weight = m_timeline.weight(int(day - m_timeline.firstMs() / DayMs));
    const auto all = qint64(caller.perDay * weight * part * (0.85 + 0.3 * m_random.unit()) + m_random.unit());
    const double moved = std::clamp((double(day) - caller.movesOn) / MovingDays + 0.5, 0.0, 1.0);
    const auto newest = qint64(double(all) * moved + m_random.unit());
    count(caller, day, false, all - std::min(newest, all));
    count(caller, day, true, std::min(newest, all));
}

void Traffic::count(const Caller &caller, qint64 day, bool newest, qint64 requests)
{
    if (requests <= 0)
        return;
    versions::CallerName name = caller.name;
    name.version = newest ? "v2" : "v1";
    versions::CallerCounts counts{.organizationId = caller.organizationId,
                                  .userAgent = caller.program,
                                  .lastSeenMs = std::clamp(day * DayMs + 21 * HourMs, caller.since, caller.until),
                                  .requests = requests};
    qint64 left = requests;
    for (qsizetype i = 0; i < caller.routes.size() && left > 0; ++i) {
        const CalledRoute &route = Routes[caller.routes[i]];
        const qint64 own = i + 1 == caller.routes.size() ? left : (left + 1) / 2;
        left -= own;
        const double failing = newest ? 0.006 : caller.failing;
        const qint64 errors = std::min(own, qint64(double(own) * failing + m_random.unit()));
        const auto micros = qint64(double(route.micros) * (newest ? 0.8 : 1.1) * (0.8 + 0.5 * m_random.unit()));
        const versions::SeriesName series{name.version, route.method, route.route};
        m_batch[day].series[series] += {own, errors, latencyOf(own, micros)};
        counts.errors += errors;
        counts.called.insert(series);
    }
    m_batch[day].add(name, counts);
}
}

Result<Done> writeTraffic(store::Connection &connection, DemoRandom &random, const DemoTimeline &timeline,
                          const DemoCast &cast)
{
    const qint64 today = timeline.nowMs() / DayMs;
    const QList<Caller> callers = callersOf(cast, random, timeline);
    Traffic traffic(random, timeline);
    for (qint64 day = today - std::min(timeline.days(), DemoTrafficDays) + 1; day <= today; ++day) {
        for (const Caller &caller : callers)
            traffic.call(caller, day);
    }
    return versions::addCounts(connection, traffic.batch());
}
}
