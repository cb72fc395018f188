// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/overviewapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
template<typename T>
std::optional<T> number(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(T(value.toDouble())) : std::nullopt;
}

QList<DayCount> dayCounts(const QJsonArray &rows)
{
    QList<DayCount> days;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const QDate day = QDate::fromString(row.value("day"_L1).toString(), Qt::ISODate);
        if (day.isValid())
            days.append({day, row.value("count"_L1).toInteger()});
    }
    return days;
}

QMap<Tier, qint64> tierCounts(const QJsonObject &object)
{
    QMap<Tier, qint64> counts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const auto tier = tierFromWire(it.key()))
            counts.insert(*tier, it.value().toInteger());
    }
    return counts;
}

Result<Overview> decodeOverview(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    return Overview{.users = number<qint64>(object, "users"_L1),
                    .activeUsers = number<qint64>(object, "active_users"_L1),
                    .organizations = number<qint64>(object, "organizations"_L1),
                    .agents = number<qint64>(object, "agents"_L1),
                    .sessions = number<qint64>(object, "sessions"_L1),
                    .callsToday = number<qint64>(object, "calls_today"_L1),
                    .tokensToday = number<qint64>(object, "tokens_today"_L1),
                    .costToday = decode::money(object.value("cost_today"_L1)),
                    .requestsToday = number<qint64>(object, "requests_today"_L1),
                    .errorsToday = number<qint64>(object, "errors_today"_L1),
                    .usersAtQuotaRisk = number<qint64>(object, "users_at_quota_risk"_L1),
                    .firingAlerts = number<qint64>(object, "firing_alerts"_L1),
                    .healthScore = number<int>(object, "health_score"_L1),
                    .signUpsByDay = dayCounts(object.value("sign_ups_by_day"_L1).toArray()),
                    .usersByTier = tierCounts(object.value("users_by_tier"_L1).toObject()),
                    .at = decode::time(object.value("at"_L1))};
}
}

QFuture<Result<Overview>> OverviewApi::fetch()
{
    return m_client.fetch({.path = u"/api/v2/admin/overview"_s}, decodeOverview);
}
