// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demousage.h"

#include "app/demodata.h"
#include "models/domain/async.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
const QList<QPair<QString, QString>> Companies{
    {u"org_01j0000"_s, u"Northwind Telecom"_s}, {u"org_01j0001"_s, u"Brightline Care"_s},
    {u"org_01j0002"_s, u"Kestrel Insurance"_s}, {u"org_01j0003"_s, u"Harbor Logistics"_s},
    {u"org_01j0004"_s, u"Bluepeak Energy"_s},   {u"org_01j0005"_s, u"Orchard Clinics"_s},
    {u"org_01j0006"_s, u"Meridian Travel"_s},   {u"org_01j0007"_s, u"Okafor & Partners"_s},
    {u"org_01j0008"_s, u"Lindqvist Group"_s},   {u"org_01j0009"_s, u"Tanaka & Partners"_s},
    {u"org_01j0010"_s, u"Moreno Group"_s},      {u"org_01j0011"_s, u"Novak & Partners"_s},
    {u"org_01j0012"_s, u"Haddad Group"_s},      {u"org_01j0013"_s, u"Silva & Partners"_s},
    {QString(OtherUsageKey), u"other"_s}};
const QList<QPair<QString, QString>> Persons{{u"user_01j0000000000"_s, u"ada.okafor@northwind.example"_s},
                                             {u"user_01j0000000003"_s, u"katherine.lindqvist@harbor.example"_s},
                                             {u"user_01j0000000004"_s, u"linus.moreno@bluepeak.example"_s},
                                             {u"user_01j0000000007"_s, u"barbara.tanaka@northwind.example"_s},
                                             {QString(OtherUsageKey), u"other"_s}};
const QList<QPair<QString, QString>> Providers{{u"openai"_s, u"OpenAI"_s},
                                               {u"anthropic"_s, u"Anthropic"_s},
                                               {u"groq"_s, u"Groq"_s},
                                               {u"deepgram"_s, u"Deepgram"_s},
                                               {u"twilio"_s, u"Twilio"_s}};

UsageFigures figuresOf(int key, QDate day, double scale)
{
    const auto n = double(day.toJulianDay());
    const double week = day.dayOfWeek() > 5 ? 0.45 : 1.0;
    const double wave = 1 + 0.22 * std::sin(n / 4.3 + key * 1.7) + 0.12 * std::cos(n / 1.9 + key);
    const double size = scale * week * wave / (1 + key * 0.55);
    const auto tokens = qint64(size * 41'000);
    return {.tokens = tokens,
            .calls = qint64(size * 61),
            .microMinutes = qint64(size * 148) * UsageFigures::MicroPerMinute,
            .cost = Money::fromNanos(tokens * 71'300)};
}

QList<QPair<QString, QString>> keysOf(const UsageQuery &query)
{
    switch (query.group) {
    case UsageGroup::Organization:
        return Companies;
    case UsageGroup::User:
        return Persons;
    case UsageGroup::Provider:
        return Providers;
    case UsageGroup::Day:
        break;
    }
    return {{}};
}
}

QFuture<Result<UsageReport>> DemoUsage::fetch(const UsageQuery &query)
{
    UsageReport report{.group = query.group, .from = query.from, .to = query.to, .flagged = 3};
    const double scale = query.userId.isEmpty() ? query.organizationId.isEmpty() ? 3.2 : 0.8 : 0.012;
    const QList<QPair<QString, QString>> keys = keysOf(query);
    for (int key = 0; key < keys.size(); ++key) {
        for (QDate day = query.from; day <= query.to; day = day.addDays(1)) {
            const bool half = day == demoNow().date(); // the day is not over
            UsageRow row{.key = keys.at(key).first, .label = keys.at(key).second, .date = day};
            row.figures = figuresOf(key, day, half ? scale * 0.4 : scale);
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
    PerformanceReport r{.score = 91, .status = u"good"_s};
    r.issues = {{u"3 queries ran longer than 100 ms in the last hour"_s, 5, u"warning"_s},
                {u"Table usage_events has 12 % dead rows"_s, 4, u"warning"_s}};
    r.databaseEngine = u"postgresql"_s;
    r.databaseBytes = 2'684'354'560;
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
    r.memoryPercent = 41.0 + n * 0.02;
    r.uptimeSeconds = 19 * 86400.0;
    r.tables = {{u"usage_events"_s, {}, 1'288'490'188, 8'123'442, 1'011'337},
                {u"calls"_s, {}, 702'545'920, 1'204'113, 8'120},
                {u"users"_s, {}, 10'485'760, 1284, 50},
                {u"agents"_s, {}, 6'291'456, 3912, 12},
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
                                {u"users[7]"_s, u"warning"_s, u"EMAIL_EXISTS"_s,
                                 u"grace@northwind.example is here already: the legacy user is joined with it"_s}},
                     .importable = true}));
}

QFuture<Result<LegacyResult>> DemoLegacy::run(const QJsonObject &)
{
    return readyFuture(Result<LegacyResult>(
        LegacyResult{.imported = {{u"users"_s, 47}, {u"agents"_s, 131}, {u"campaigns"_s, 12}, {u"calls"_s, 9204}},
                     .skipped = {{u"users"_s, 1}}}));
}
