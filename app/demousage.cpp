// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demousage.h"

#include "app/demodata.h"
#include "models/domain/async.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{
using Keys = QList<QPair<QString, QString>>; ///< id, name

constexpr int Companies = 14; // that are named; what the others use is summed
constexpr std::array Persons{0, 3, 4, 7};
const Keys Providers{{u"openai"_s, u"OpenAI"_s},
                     {u"anthropic"_s, u"Anthropic"_s},
                     {u"groq"_s, u"Groq"_s},
                     {u"deepgram"_s, u"Deepgram"_s},
                     {u"twilio"_s, u"Twilio"_s}};

Keys companies()
{
    Keys keys;
    for (int i = 0; i < Companies; ++i)
        keys.append({demoOrganizationId(i), demoOrganizationName(i)});
    return keys << std::pair(QString(OtherUsageKey), u"other"_s);
}

Keys persons()
{
    Keys keys;
    for (const int i : Persons)
        keys.append({demoUser(i).id, demoUser(i).email});
    return keys << std::pair(QString(OtherUsageKey), u"other"_s);
}

/// How much of a day the one of number `key` uses, beside the others.
double weightOf(int key, QDate day)
{
    const auto n = double(day.toJulianDay());
    const double wave = 1 + 0.22 * std::sin(n / 4.3 + key * 1.7) + 0.12 * std::cos(n / 1.9 + key);
    return wave / (1 + key * 0.55);
}

UsageFigures figuresOf(qint64 tokens)
{
    return {.tokens = tokens,
            .calls = tokens / DemoCounts::TokensPerCall,
            .microMinutes = tokens / 138 * UsageFigures::MicroPerMinute,
            .cost = Money::fromNanos(tokens * 71'300)};
}

UsageFigures without(const UsageFigures &whole, const UsageFigures &part)
{
    return {.tokens = whole.tokens - part.tokens,
            .calls = whole.calls - part.calls,
            .microMinutes = whole.microMinutes - part.microMinutes,
            .cost = Money::fromNanos(whole.cost.nanos() - part.cost.nanos())};
}

/// What a company uses in a day.
double tokensOf(int company, QDate day)
{
    const double week = day.dayOfWeek() > 5 ? 0.45 : 1.0;
    const double part = day == demoNow().date() ? DemoCounts::PartOfToday : 1;
    return 65'000 * week * part * weightOf(company, day);
}

/// The company that is asked for; all: -1.
int companyOf(const UsageQuery &query)
{
    for (int i = 0; i < Companies; ++i) {
        if (demoOrganizationId(i) == query.organizationId)
            return i;
    }
    return -1;
}

/// What all companies use in a day, or the one that is asked for.
UsageFigures usageOn(QDate day, int company)
{
    UsageFigures sum;
    for (int i = 0; i <= Companies; ++i) {
        if (company < 0 || company == i)
            sum += figuresOf(qint64(tokensOf(i, day)));
    }
    return sum;
}

/// What a person uses in a day: this month's days make what the person's quota says.
UsageFigures usageOf(const User &person, QDate day)
{
    const QDate today = demoNow().date();
    double month = 0;
    for (QDate one(today.year(), today.month(), 1); one <= today; one = one.addDays(1))
        month += tokensOf(0, one);
    const double scale = double(person.usedTokens) / month;
    double before = 0; // rounded as a running total, so that nothing is lost
    for (QDate one(day.year(), day.month(), 1); one < day; one = one.addDays(1))
        before += tokensOf(0, one);
    const auto until = [&](double tokens) { return figuresOf(qRound64(tokens * scale)); };
    return without(until(before + tokensOf(0, day)), until(before));
}

UsageFigures share(const UsageFigures &whole, double part)
{
    return {.tokens = qRound64(double(whole.tokens) * part),
            .calls = qRound64(double(whole.calls) * part),
            .microMinutes = qRound64(double(whole.microMinutes) * part),
            .cost = Money::fromNanos(qRound64(double(whole.cost.nanos()) * part))};
}

/// One day among the keys, rounded as a running total.
QList<UsageFigures> shared(const UsageFigures &whole, int keys, QDate day)
{
    double sum = 0;
    for (int key = 0; key < keys; ++key)
        sum += weightOf(key, day);
    QList<UsageFigures> parts;
    UsageFigures before;
    double reached = 0;
    for (int key = 0; key < keys; ++key) {
        reached += weightOf(key, day);
        const UsageFigures until = key + 1 < keys ? share(whole, reached / sum) : whole;
        parts << without(until, before);
        before = until;
    }
    return parts;
}

/// The day's calls among the keys, whole ones; what a key is `owed` is carried from day to day, so that few calls a day
/// are shared out like the tokens all the same.
void shareCalls(QList<UsageFigures> &parts, qint64 calls, QDate day, QList<double> &owed)
{
    double sum = 0;
    for (int key = 0; key < parts.size(); ++key)
        sum += weightOf(key, day);
    for (int key = 0; key < parts.size(); ++key) {
        parts[key].calls = 0;
        owed[key] += double(calls) * weightOf(key, day) / sum;
    }
    for (qint64 call = 0; call < calls; ++call) {
        const auto most = qsizetype(std::ranges::max_element(owed) - owed.begin());
        owed[most] -= 1;
        ++parts[most].calls;
    }
}

Keys keysOf(UsageGroup group)
{
    switch (group) {
    case UsageGroup::Organization:
        return companies();
    case UsageGroup::User:
        return persons();
    case UsageGroup::Provider:
        return Providers;
    case UsageGroup::Day:
        break;
    }
    return {{}};
}
}

UsageFigures demoUsageOn(QDate day) { return usageOn(day, -1); }

QFuture<Result<UsageReport>> DemoUsage::fetch(const UsageQuery &query)
{
    UsageReport report{.group = query.group, .from = query.from, .to = query.to, .flagged = 3};
    const Keys keys = keysOf(query.group);
    const int company = companyOf(query);
    std::optional<User> person;
    for (const int i : Persons) {
        if (const User user = demoUser(i); user.id == query.userId)
            person = user;
    }
    QList<double> owed(keys.size(), 0.0);
    for (QDate day = query.from; day <= query.to; day = day.addDays(1)) {
        const UsageFigures whole = person ? usageOf(*person, day) : usageOn(day, company);
        const bool companies = query.group == UsageGroup::Organization && !person && company < 0;
        QList<UsageFigures> parts = shared(whole, int(keys.size()), day);
        shareCalls(parts, whole.calls, day, owed);
        for (int key = 0; key < keys.size(); ++key) {
            UsageRow row{.key = keys.at(key).first, .label = keys.at(key).second, .date = day};
            row.figures = companies ? figuresOf(qint64(tokensOf(key, day))) : parts.at(key);
            if (query.group == UsageGroup::Day)
                row.key = row.label = day.toString(Qt::ISODate);
            report.totals += row.figures;
            report.rows.append(row);
        }
    }
    return readyFuture(Result<UsageReport>(report));
}

QFuture<Result<qint64>> DemoUsage::exportTo(const UsageQuery &, const QString &) { return {}; }

QFuture<Result<PerformanceReport>> DemoPerformance::fetch()
{
    const int n = m_asked++;
    PerformanceReport r{.score = DemoCounts::HealthScore, .status = u"good"_s};
    r.issues = {{u"3 queries ran longer than 100 ms in the last hour"_s, 5, u"warning"_s},
                {u"Table usage_events has 12 % dead rows"_s, 4, u"warning"_s}};
    r.databaseEngine = u"postgresql"_s;
    r.databaseBytes = 1'577'058'304;
    r.lockWaits = 0;
    r.activeConnections = 9 + qint64(4 * std::sin(n / 5.0)) + n % 3;
    r.idleConnections = 11 - n % 2;
    r.longestQuerySeconds = 0.48;
    r.cacheHitPercent = 96.5 + std::sin(n / 9.0);
    r.indexHitPercent = 98.2;
    r.answerCacheHitPercent = 71 + 6 * std::sin(n / 7.0);
    r.latencyP50Ms = 3.1 + 0.6 * std::sin(n / 3.0);
    r.latencyP95Ms = 14 + 3 * std::sin(n / 4.0);
    r.latencyP99Ms = 41 + 9 * std::cos(n / 6.0);
    r.requestsPerSecond = 214.6;
    r.errorPercent = 0.12;
    r.memoryPercent = DemoCounts::MemoryPercent - (60 - n) * 0.02;
    r.cpuPercent = DemoCounts::CpuPercent + 2 * std::sin((n - 60) / 5.0);
    r.uptimeSeconds = 19 * 86400.0;
    r.tables = {{u"usage_events"_s, {}, 1'288'490'188, 8'123'442, 1'011'337},
                {u"calls"_s, {}, 238'026'752, DemoCounts::Calls, 120},
                {u"users"_s, {}, 10'485'760, DemoCounts::Users, 50},
                {u"agents"_s, {}, 6'291'456, DemoCounts::Agents, 12},
                {u"sessions"_s, {}, 2'097'152, {}, {}}};
    r.at = demoNow().addSecs(30LL * (n - 60));
    return readyFuture(Result<PerformanceReport>(r));
}

QFuture<Result<QJsonObject>> DemoLegacy::read(const QString &)
{
    return readyFuture(Result<QJsonObject>(QJsonObject()));
}

QFuture<Result<LegacyReport>> DemoLegacy::check(const QJsonObject &)
{
    return readyFuture(Result<LegacyReport>(
        LegacyReport{.rows = {{u"users"_s, 48}, {u"agents"_s, 131}, {u"campaigns"_s, 12}, {u"calls"_s, 9204}},
                     .issues = {{u"agents[3]"_s, u"warning"_s, u"OWNERLESS_AGENT"_s,
                                 u"“Front desk” has no owner: it goes to the administrator who imports it"_s},
                                {u"agents[17]"_s, u"warning"_s, u"OWNERLESS_AGENT"_s,
                                 u"“Night line” has no owner: it goes to the administrator who imports it"_s},
                                {u"calls[2041]"_s, u"info"_s, u"METADATA_RENAMED"_s, u"metadata becomes call_meta"_s},
                                {u"users[7]"_s, u"warning"_s, u"ACCOUNT_EXISTS"_s,
                                 u"grace@northwind.example is here already: the legacy user is joined with it"_s}},
                     .importable = true}));
}

QFuture<Result<LegacyResult>> DemoLegacy::run(const QJsonObject &)
{
    return readyFuture(Result<LegacyResult>(
        LegacyResult{.imported = {{u"users"_s, 47}, {u"agents"_s, 131}, {u"campaigns"_s, 12}, {u"calls"_s, 9204}},
                     .skipped = {{u"users"_s, 1}}}));
}
