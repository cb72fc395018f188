// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitoring/overviewstore.h"

#include "models/domain/day.h"
#include "server/identity/quotarisk.h"

using namespace Qt::StringLiterals;

namespace monitoring
{
namespace
{
constexpr int DaysShown = 30;

Result<qint64> number(store::Connection &connection, const QString &sql, const QVariantList &bindings = {})
{
    auto rows = connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

Result<Done> countUsers(store::Connection &connection, PlatformCounts &counts)
{
    for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
        counts.usersByTier.insert(tier, 0);
    for (const Role role : {Role::User, Role::Enterprise, Role::Support, Role::Admin})
        counts.usersByRole.insert(role, 0);
    auto rows = connection.query(u"SELECT role, tier, is_active, n FROM user_counts"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 n = rows->integer(3);
        counts.users += n;
        counts.activeUsers += rows->flag(2) ? n : 0;
        if (const auto role = roleFromWire(rows->text(0)))
            counts.usersByRole[*role] += n;
        if (const auto tier = tierFromWire(rows->text(1)))
            counts.usersByTier[*tier] += n;
    }
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> countDays(store::Connection &connection, qint64 nowMs, PlatformCounts &counts)
{
    const qint64 today = nowMs / DayMs;
    const qint64 first = today - DaysShown + 1;
    for (qint64 day = first; day <= today; ++day)
        counts.signUpsByDay << DayCount{QDate(1970, 1, 1).addDays(day), 0};
    auto rows = connection.query(u"SELECT day, what, n FROM daily_counts WHERE day BETWEEN ? AND ?"_s, {first, today});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 day = rows->integer(0);
        const QString what = rows->text(1);
        const qint64 n = rows->integer(2);
        if (what == "user.created"_L1)
            counts.signUpsByDay[day - first].count = n;
        if (day != today)
            continue;
        if (what == "login.succeeded"_L1)
            counts.signInsToday = n;
        else if (what == "login.failed"_L1)
            counts.failedSignInsToday = n;
    }
    counts.newUsersToday = counts.signUpsByDay.constLast().count;
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> countAtQuotaRisk(store::Connection &connection, const identity::IdentitySettings &settings, qint64 nowMs,
                              PlatformCounts &counts)
{
    const identity::UserIdQuery users = identity::usersAtQuotaRisk(settings, nowMs);
    const auto atRisk
        = number(connection, u"SELECT COUNT(DISTINCT user_id) FROM (%1) m"_s.arg(users.sql), users.bindings);
    if (!atRisk)
        return atRisk.error();
    counts.usersAtQuotaRisk = *atRisk;
    return Done{};
}

Result<Done> countUsage(store::Connection &connection, qint64 nowMs, PlatformCounts &counts)
{
    const auto agents = number(connection, u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM agent_totals"_s);
    if (!agents)
        return agents.error();
    counts.agents = *agents;
    auto rows = connection.query(u"SELECT calls, tokens, cost FROM usage_totals WHERE scope = 'platform' "
                                 "AND provider = '' AND span = 1 AND day = ? AND name = ''"_s,
                                 {nowMs / DayMs});
    if (!rows)
        return rows.error();
    if (rows->next()) {
        counts.callsToday = rows->integer(0);
        counts.tokensToday = rows->integer(1);
        counts.costToday = Money::fromNanos(rows->integer(2));
    }
    return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}

Result<Done> countAnswers(store::Connection &connection, qint64 nowMs, PlatformCounts &counts)
{
    auto rows = connection.query(u"SELECT CAST(COALESCE(SUM(requests), 0) AS BIGINT), "
                                 "CAST(COALESCE(SUM(errors), 0) AS BIGINT) FROM version_daily WHERE day = ?"_s,
                                 {nowMs / DayMs});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    counts.requestsToday = rows->integer(0);
    counts.errorsToday = rows->integer(1);
    return Done{};
}

std::optional<qint64> databaseBytes(store::Connection &connection)
{
    const auto bytes = number(connection,
                              connection.engine() == store::Engine::Sqlite
                                  ? u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s
                                  : u"SELECT pg_database_size(current_database())"_s);
    return bytes ? std::optional(*bytes) : std::nullopt;
}
}

Result<PlatformCounts> countPlatform(store::Connection &connection, const identity::IdentitySettings &settings,
                                     qint64 nowMs)
{
    PlatformCounts counts;
    if (auto done = countUsers(connection, counts); !done)
        return done.error();
    if (auto done = countAtQuotaRisk(connection, settings, nowMs, counts); !done)
        return done.error();
    for (const auto count : {countDays, countUsage, countAnswers}) {
        if (auto done = count(connection, nowMs, counts); !done)
            return done.error();
    }
    const auto organizations
        = number(connection, u"SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM organization_counts"_s);
    if (!organizations)
        return organizations.error();
    const auto sessions = number(
        connection, u"SELECT COUNT(*) FROM sessions WHERE revoked_at IS NULL AND access_expires_at > ?"_s, {nowMs});
    if (!sessions)
        return sessions.error();
    counts.organizations = *organizations;
    counts.liveSessions = *sessions;
    counts.databaseBytes = databaseBytes(connection);
    return counts;
}

Result<Done> probe(store::Connection &connection)
{
    // Reads a page of the database: a bare SELECT 1 would say yes without it.
    auto rows = connection.query(u"SELECT COUNT(*) FROM user_counts"_s);
    if (!rows || !rows->next())
        return ErrorCode::ServiceUnavailable;
    return Done{};
}
}
