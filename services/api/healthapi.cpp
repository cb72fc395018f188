// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/healthapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

Result<Health> decodeHealth(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    Health health{.status = object.value("status"_L1).toString(), .at = decode::time(object.value("timestamp"_L1))};
    if (health.status.isEmpty())
        return ErrorCode::InvalidAnswer;
    const QJsonObject services = object.value("services"_L1).toObject();
    for (auto it = services.begin(); it != services.end(); ++it)
        health.services.insert(it.key(), it.value().toString());
    const QJsonObject metrics = object.value("metrics"_L1).toObject();
    health.uptimeSeconds = number(metrics.value("uptime"_L1));
    health.memoryPercent = number(metrics.value("memoryUsage"_L1));
    health.cpuPercent = number(metrics.value("cpuUsage"_L1));
    return health;
}
}

QFuture<Result<Health>> HealthApi::fetch()
{
    return m_client.fetch({.path = u"/api/v2/monitoring/health"_s, .credentials = false}, decodeHealth);
}
